/**
 * The names by which frameworks find what they run: decorators, and methods of classes that inherit from theirs.
 *
 * Invariants: each row was read in the framework's source, whose version stands beside it; a name that several libraries use
 * for different things stands only under its package; what is only likely to be run is left out.
 */
export type RoleKind =
  | 'route'
  | 'websocket'
  | 'dependency'
  | 'lifespan'
  | 'event-handler'
  | 'middleware'
  | 'exception-handler'
  | 'task'
  | 'command'
  | 'fixture'
  | 'test'
  | 'model'
  | 'migration';

type Roles = Readonly<Record<string, RoleKind>>;

/** The decorators that all of the frameworks below have which name them by verbs. */
const routesByVerb: Roles = { get: 'route', post: 'route', put: 'route', patch: 'route', delete: 'route' };

/** FastAPI 0.141.1 (fastapi/applications.py, fastapi/routing.py) and Starlette 0.47.3 (starlette/applications.py, starlette/routing.py). */
const asgiApplication: Roles = {
  ...routesByVerb,
  head: 'route',
  options: 'route',
  trace: 'route',
  api_route: 'route',
  route: 'route',
  websocket: 'websocket',
  websocket_route: 'websocket',
  on_event: 'event-handler',
  middleware: 'middleware',
  exception_handler: 'exception-handler',
};

/** Flask 3.1.3: src/flask/sansio/scaffold.py; `app.cli` is a group of Click's, src/flask/cli.py. Its hooks are told by name. */
const flask: Roles = {
  ...routesByVerb,
  route: 'route',
  endpoint: 'route',
  command: 'command',
  group: 'command',
};

/** By the package that a decorator comes from, then by its own name: `celery.Celery.task` and `celery.shared_task` alike. */
const decorators: Readonly<Record<string, Roles>> = {
  fastapi: asgiApplication,
  starlette: asgiApplication,
  flask,
  // 0.21.0: src/quart/app.py.
  quart: { ...flask, websocket: 'websocket' },
  // 3.14.3: aiohttp/web_routedef.py (`RouteTableDef`), aiohttp/web_middlewares.py.
  aiohttp: {
    ...routesByVerb,
    head: 'route',
    options: 'route',
    route: 'route',
    middleware: 'middleware',
  },
  // 25.12.0: sanic/mixins. Its listeners are told by name.
  sanic: {
    ...routesByVerb,
    head: 'route',
    options: 'route',
    route: 'route',
    websocket: 'websocket',
    middleware: 'middleware',
    on_request: 'middleware',
    on_response: 'middleware',
    exception: 'exception-handler',
    all_exceptions: 'exception-handler',
    listener: 'event-handler',
    command: 'command',
  },
  // 3.0.0b0: litestar/handlers. They are functions: `from litestar import get`.
  litestar: {
    ...routesByVerb,
    head: 'route',
    route: 'route',
    websocket: 'websocket',
    websocket_listener: 'websocket',
    websocket_stream: 'websocket',
  },
  // 3.18.0: rest_framework/decorators.py.
  rest_framework: { api_view: 'route', action: 'route' },
  // 5.6.2: celery/app/__init__.py, celery/app/base.py.
  celery: { shared_task: 'task', task: 'task' },
  // 2.2.0: dramatiq/actor.py.
  dramatiq: { actor: 'task' },
  // 2.10.0: rq/decorators.py; django-rq 4.1: django_rq/decorators.py.
  rq: { job: 'task' },
  django_rq: { job: 'task' },
  // 3.3.0: huey/api.py.
  huey: { task: 'task', periodic_task: 'task' },
  // 0.12.4: taskiq/abc/broker.py.
  taskiq: { task: 'task' },
  // 8.5.0: click/decorators.py, click/core.py.
  click: { command: 'command', group: 'command' },
  // 0.27.2: typer/main.py.
  typer: { command: 'command', callback: 'command' },
  // pytest 9.2: src/_pytest/fixtures.py; pytest-asyncio 1.4.0: pytest_asyncio/plugin.py.
  pytest: { fixture: 'fixture' },
  pytest_asyncio: { fixture: 'fixture' },
};

/** The role that a decorator gives by its full name alone. */
export function roleByDecoratorName(name: string): RoleKind | undefined {
  const roles = ownOf(decorators, name.slice(0, Math.max(0, name.indexOf('.'))));
  return roles && ownOf(roles, name.slice(name.lastIndexOf('.') + 1));
}

/** Methods whose names tell enough on whatever object they are: the object is often made in another file. */
const hooks: Roles = {
  // Flask 3.1.3 and Quart 0.21.0: what runs around each request, src/flask/sansio/scaffold.py and blueprints.py.
  before_request: 'middleware',
  after_request: 'middleware',
  teardown_request: 'middleware',
  before_app_request: 'middleware',
  after_app_request: 'middleware',
  teardown_app_request: 'middleware',
  errorhandler: 'exception-handler',
  app_errorhandler: 'exception-handler',
  // Up to Flask 2.2.
  before_first_request: 'event-handler',
  before_app_first_request: 'event-handler',
  // Quart 0.21.0: src/quart/app.py, src/quart/blueprints.py.
  before_serving: 'event-handler',
  after_serving: 'event-handler',
  while_serving: 'lifespan',
  before_app_serving: 'event-handler',
  after_app_serving: 'event-handler',
  while_app_serving: 'lifespan',
  // Sanic 25.12.0: sanic/mixins/listeners.py.
  main_process_start: 'event-handler',
  main_process_ready: 'event-handler',
  main_process_stop: 'event-handler',
  before_server_start: 'event-handler',
  after_server_start: 'event-handler',
  before_server_stop: 'event-handler',
  after_server_stop: 'event-handler',
  // APScheduler 3.x: src/apscheduler/schedulers/base.py.
  scheduled_job: 'task',
};

/** The role that a decorator gives by the name of its method, whatever the object. */
export function roleByHook(method: string): RoleKind | undefined {
  return ownOf(hooks, method);
}

function ownOf<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const httpMethods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];
const genericViews = [...httpMethods, 'dispatch', 'setup', 'get_context_data', 'get_queryset', 'get_object', 'form_valid', 'form_invalid'];
const actions = ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'];
const actionHooks = ['get_queryset', 'get_object', 'get_serializer_class', 'perform_create', 'perform_update', 'perform_destroy'];

/** CPython 3.11: Lib/unittest/case.py, async_case.py, loader.py; Django 5.2.17: django/test/testcases.py. */
const testCases = ['unittest.', 'django.test.', 'rest_framework.test.'];
const testHooks = ['setUp', 'tearDown', 'setUpClass', 'tearDownClass', 'asyncSetUp', 'asyncTearDown', 'setUpTestData'];

/** What frameworks run of classes that inherit from theirs: by what the full name of the base begins with. */
const runMethods: readonly { readonly bases: readonly string[]; readonly methods: ReadonlySet<string>; readonly role: RoleKind }[] = [
  // aiohttp 3.14.3: `View._iter` in aiohttp/web_urldispatcher.py.
  { bases: ['aiohttp.web.View'], methods: new Set(httpMethods), role: 'route' },
  // Django 5.2.17: django/views/generic.
  { bases: ['django.views.'], methods: new Set(genericViews), role: 'route' },
  // Flask 3.1.3, Quart 0.21.0 and Sanic 25.12.0, all in views.py.
  { bases: ['flask.views.', 'quart.views.', 'sanic.views.'], methods: new Set([...httpMethods, 'dispatch_request']), role: 'route' },
  // Flask-RESTful 0.3.10 and Flask-RESTX 1.3.2: a `MethodView` each.
  { bases: ['flask_restful.Resource', 'flask_restx.Resource'], methods: new Set([...httpMethods, 'dispatch_request']), role: 'route' },
  // Django REST framework 3.18.0: rest_framework/views.py, generics.py, mixins.py and, for the actions, routers.py.
  { bases: ['rest_framework.views.'], methods: new Set([...httpMethods, 'dispatch', 'initial']), role: 'route' },
  {
    bases: ['rest_framework.generics.', 'rest_framework.mixins.', 'rest_framework.viewsets.'],
    methods: new Set([...httpMethods, 'dispatch', 'initial', ...actions, ...actionHooks]),
    role: 'route',
  },
  // Starlette 0.47.3: starlette/endpoints.py, starlette/middleware/base.py.
  { bases: ['starlette.endpoints.HTTPEndpoint'], methods: new Set([...httpMethods, 'dispatch']), role: 'route' },
  {
    bases: ['starlette.endpoints.WebSocketEndpoint'],
    methods: new Set(['dispatch', 'on_connect', 'on_receive', 'on_disconnect']),
    role: 'websocket',
  },
  { bases: ['starlette.middleware.base.BaseHTTPMiddleware'], methods: new Set(['dispatch']), role: 'middleware' },
  // Tornado 6.5: tornado/web.py, tornado/websocket.py. A handler is made for each request.
  {
    bases: ['tornado.web.RequestHandler', 'tornado.web.StaticFileHandler'],
    methods: new Set([...httpMethods, 'initialize', 'prepare', 'data_received', 'on_finish', 'get_current_user', 'write_error']),
    role: 'route',
  },
  {
    bases: ['tornado.websocket.WebSocketHandler'],
    methods: new Set(['get', 'initialize', 'prepare', 'get_current_user', 'open', 'on_message', 'on_close', 'on_ping', 'on_pong']),
    role: 'websocket',
  },
  // Django 5.2.17: django/utils/deprecation.py, django/core/handlers/base.py.
  {
    bases: ['django.utils.deprecation.MiddlewareMixin'],
    methods: new Set(['__call__', 'process_request', 'process_response', 'process_view', 'process_exception', 'process_template_response']),
    role: 'middleware',
  },
  // Django 5.2.17: django/core/management/base.py; `BaseCommand` is a name of django.core.management as well.
  { bases: ['django.core.management.'], methods: new Set(['handle', 'handle_label', 'handle_app_config']), role: 'command' },
  // Celery 5.6.2: celery/app/task.py.
  {
    bases: ['celery.Task', 'celery.app.task.Task', 'celery.contrib.abortable.AbortableTask'],
    methods: new Set(['run', '__call__', 'before_start', 'on_success', 'on_retry', 'on_failure', 'after_return']),
    role: 'task',
  },
  // Dramatiq 2.2.0: dramatiq/generic.py.
  { bases: ['dramatiq.GenericActor'], methods: new Set(['perform']), role: 'task' },
  { bases: testCases, methods: new Set(testHooks), role: 'fixture' },
];

/** The role of a method of a class that inherits from a framework's. */
export function roleByBaseOf(method: string, base: string): RoleKind | undefined {
  // As `unittest.TestLoader` finds them, in whatever file.
  if (method.startsWith('test') && testCases.some((begin) => base.startsWith(begin))) return 'test';
  return runMethods.find(({ bases, methods }) => methods.has(method) && bases.some((begin) => base.startsWith(begin)))?.role;
}

/**
 * What definitions are for, in the words of the frameworks, as far as they say so themselves: by decorators, bases and names.
 * What others do with them is read in `handOvers.ts`, and both are put together in `callers.ts`.
 */
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, parametersOf, stringValue } from '../syntax/query';

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

export interface Role {
  readonly kind: RoleKind;
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** What roles are read from. */
export type RoleSource = Pick<LocalModel, 'imports' | 'nameOf'>;

/** The role that a definition's own decorators or bases give it. */
export function roleByDefinition(definition: Definition, model: RoleSource): RoleKind | undefined {
  for (const decorator of decoratorsOf(definition)) {
    const role = roleByDecorator(decorator, model);
    if (role !== undefined) return role;
  }
  if (!definition.is('function_definition')) return definition.is('class_definition') ? roleByBase(definition, model) : undefined;
  return isAsgi(definition) ? 'middleware' : roleInMigration(definition.field('name').text, model.imports);
}

/** An application or a middleware as ASGI calls it: https://asgi.readthedocs.io/en/latest/specs/main.html. */
function isAsgi(definition: SyntaxNode<'function_definition'>): boolean {
  const names = parametersOf(definition).map(({ name }) => name.text);
  return names.slice(-asgiNames.length).join() === asgiNames.join();
}

const asgiNames = ['scope', 'receive', 'send'];

const routeMethods = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'api_route', 'route']);
const routers = ['fastapi.', 'starlette.', 'flask.', 'quart.', 'sanic.', 'litestar.', 'aiohttp.web.'];

const rolesByDecorator: Readonly<Record<string, RoleKind>> = {
  'pytest.fixture': 'fixture',
  'pytest_asyncio.fixture': 'fixture',
  'celery.shared_task': 'task',
  'celery.Celery.task': 'task',
  'dramatiq.actor': 'task',
  'click.command': 'command',
  'click.group': 'command',
};

/** The role that a decorator gives by its full name alone. */
export function roleByDecoratorName(name: string): RoleKind | undefined {
  return Object.hasOwn(rolesByDecorator, name) ? rolesByDecorator[name] : undefined;
}

function roleByDecorator(decorator: SyntaxNode<'decorator'>, model: RoleSource): RoleKind | undefined {
  const [expression] = decorator.children;
  const call = expression?.is('call') === true ? expression : undefined;
  const callee = call === undefined ? expression : call.field('function');
  const name = model.nameOf(callee);
  const known = name === undefined ? undefined : roleByDecoratorName(name);
  if (known !== undefined) return known;
  if (callee?.is('attribute') !== true) return undefined;
  const method = callee.field('attribute').text;
  if (method === 'task' && (model.imports.has('celery') || name?.startsWith('celery.') === true)) return 'task';
  const isRouter = name !== undefined && routers.some((module) => name.startsWith(module));
  if (Object.hasOwn(rolesByHook, method)) return rolesByHook[method];
  if (call === undefined) return undefined;
  if (!isRouter && !takesPath(call) && name !== undefined && !name.startsWith('.') && !isOfThisProject(name)) return undefined;
  if (method === 'on_event') return 'event-handler';
  if (method === 'middleware') return 'middleware';
  if (method === 'exception_handler') return 'exception-handler';
  if (method === 'command' || method === 'callback') return isRouter ? undefined : 'command';
  if (method === 'websocket' && (isRouter || takesPath(call))) return 'websocket';
  return routeMethods.has(method) && (isRouter || takesPath(call)) ? 'route' : undefined;
}

/** Methods whose names tell enough: of Flask and Quart what runs around each request, and around all of them. */
const rolesByHook: Readonly<Record<string, RoleKind>> = {
  before_request: 'middleware',
  after_request: 'middleware',
  teardown_request: 'middleware',
  before_serving: 'event-handler',
  after_serving: 'event-handler',
  // APScheduler's.
  scheduled_job: 'task',
};

/** Whether the name may be an object that another file of the same project makes. */
function isOfThisProject(name: string): boolean {
  return name.startsWith(localModule) || routerNames.has(name.split('.').at(-2) ?? '');
}

const routerNames = new Set(['app', 'router', 'api', 'cli', 'bp', 'blueprint']);

/** Whether the first argument is a path such as `"/users/{id}"`. */
export function takesPath(call: SyntaxNode<'call'>): boolean {
  const [first] = call.field('arguments').children;
  const path = stringValue(first);
  return path === '' || path?.startsWith('/') === true;
}

function roleByBase(definition: SyntaxNode<'class_definition'>, model: RoleSource): RoleKind | undefined {
  const isModel = (definition.field('superclasses')?.children ?? []).some((candidate) => {
    const name = model.nameOf(candidate);
    return name !== undefined && (modelBases.has(name) || lastName(name) === 'Base');
  });
  return isModel ? 'model' : undefined;
}

const modelBases = new Set(['sqlalchemy.orm.DeclarativeBase', 'sqlmodel.SQLModel']);

/** The last part of a dotted name. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The role of one of a migration's two functions. */
function roleInMigration(name: string, imports: RoleSource['imports']): RoleKind | undefined {
  const isMigration = (name === 'upgrade' || name === 'downgrade') && (imports.has('alembic') || imports.has('alembic.op'));
  return isMigration ? 'migration' : undefined;
}

/** Whether pytest collects what has this name, by the name of its file. */
export function isTest(name: string, file: string): boolean {
  if (!name.startsWith('test') && !name.startsWith('Test')) return false;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return /^test_.*\.py$|_test\.py$/.test(base);
}

const requestMethods = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'dispatch']);

/** What frameworks run of classes that inherit from theirs: by the class, or what its name begins with. */
const runMethods: readonly { readonly base: string; readonly methods: ReadonlySet<string>; readonly role: RoleKind }[] = [
  { base: 'aiohttp.web.View', methods: requestMethods, role: 'route' },
  { base: 'django.views.', methods: requestMethods, role: 'route' },
  { base: 'flask.views.', methods: new Set([...requestMethods, 'dispatch_request']), role: 'route' },
  { base: 'rest_framework.', methods: requestMethods, role: 'route' },
  { base: 'starlette.endpoints.HTTPEndpoint', methods: requestMethods, role: 'route' },
  { base: 'tornado.web.', methods: requestMethods, role: 'route' },
  { base: 'starlette.middleware.base.BaseHTTPMiddleware', methods: new Set(['dispatch']), role: 'middleware' },
  { base: 'django.core.management.base.', methods: new Set(['handle']), role: 'command' },
  { base: 'celery.Task', methods: new Set(['run']), role: 'task' },
];

/** The role of a method of a class that inherits from a framework's. */
export function roleByBaseOf(method: string, base: string): RoleKind | undefined {
  return runMethods.find((row) => base.startsWith(row.base) && row.methods.has(method))?.role;
}

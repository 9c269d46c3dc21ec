/**
 * What calls do with functions that they are handed: a framework runs them for a request or a job, a loop for each item, a
 * thread in place of a call.
 *
 * Invariant: a call is told by the name that it is written with, since the object that it is made on is often another file's;
 * what more a name has to mean where others have it too stands in the table.
 */
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments } from '../syntax/query';
import { startsOrStops, takesPath, type RoleKind } from './roles';
import type { Runs } from './summary';

/** Something that a call is handed, and what for. */
export interface HandOver {
  readonly handed: SyntaxNode;
  /** Absent where the call only makes it run, as a plain call would. */
  readonly role?: RoleKind;
  readonly runs?: Runs;
  /** Set where it is run for each of many items. */
  readonly isRepeated?: true;
}

interface Taker {
  readonly role?: RoleKind;
  /** Which arguments are run, by place or by keyword; absent where any may be. */
  readonly runs?: readonly (number | string)[];
  /** What the full name of the callee begins with. */
  readonly of?: readonly string[];
  /** What else the call has to look like. */
  readonly where?: (call: SyntaxNode<'call'>) => boolean;
  readonly isRepeated?: true;
  /** Set where the model has to say that the argument is run elsewhere. */
  readonly isOffloaded?: true;
}

const route: Taker = { role: 'route' };
const pathRoute: Taker = { role: 'route', where: takesPath };
const webRoute: Taker = { role: 'route', of: ['aiohttp.web.'], where: takesPath };
const djangoRoute: Taker = { role: 'route', runs: [1, 'view'], of: ['django.urls.'] };
const websocket: Taker = { role: 'websocket' };
const pathWebsocket: Taker = { role: 'websocket', where: takesPath };
const dependency: Taker = { role: 'dependency', runs: [0, 'dependency'] };
const task: Taker = { role: 'task', runs: [0, 'func', 'fn'] };
const runner: Taker = { isOffloaded: true };
const repeated: Taker = { runs: [0, 'func'], isRepeated: true };

/** By the last name that the callee is written with. */
const takers: Readonly<Record<string, Taker>> = {
  // FastAPI 0.141.1: fastapi/param_functions.py, fastapi/routing.py.
  Depends: dependency,
  Security: dependency,
  add_api_route: route,
  add_api_websocket_route: websocket,
  APIRoute: pathRoute,
  APIWebSocketRoute: pathWebsocket,
  // Starlette 0.47.3: starlette/routing.py, starlette/applications.py, starlette/background.py. What `add_middleware` is given
  // besides is a class, which is made once.
  Route: pathRoute,
  WebSocketRoute: pathWebsocket,
  add_websocket_route: websocket,
  add_event_handler: { role: 'event-handler', runs: [1, 'func'], where: startsOrStops },
  add_exception_handler: { role: 'exception-handler', runs: [1, 'handler'] },
  add_middleware: { role: 'middleware', runs: ['dispatch'] },
  Middleware: { role: 'middleware', runs: ['dispatch'], of: ['starlette.', 'fastapi.'] },
  add_task: task,
  BackgroundTask: task,
  // Starlette, FastAPI, Sanic and aiohttp, each in an order of its own.
  add_route: route,
  // Flask 3.1.3 and Quart 0.21.0: src/flask/sansio/scaffold.py, src/quart/app.py.
  add_url_rule: route,
  register_error_handler: { role: 'exception-handler', runs: [1, 'f'] },
  add_websocket: pathWebsocket,
  add_background_task: task,
  // Sanic 25.12.0: sanic/app.py.
  register_middleware: { role: 'middleware', runs: [0, 'middleware'] },
  register_listener: { role: 'event-handler', runs: [0, 'listener'] },
  // Litestar 3.0.0b0: litestar/di.py. Its `BackgroundTask` is like Starlette's.
  Provide: { ...dependency, of: ['litestar.'], where: (call) => !callArguments(call).keywords.has('use_cache') },
  // aiohttp 3.14.3: aiohttp/web_urldispatcher.py, aiohttp/web_routedef.py.
  add_get: route,
  add_post: route,
  add_put: route,
  add_patch: route,
  add_delete: route,
  add_head: route,
  add_options: route,
  get: webRoute,
  post: webRoute,
  put: webRoute,
  patch: webRoute,
  delete: webRoute,
  head: webRoute,
  options: webRoute,
  route: { role: 'route', of: ['aiohttp.web.'] },
  // Django 5.2.17: django/urls/conf.py, django/db/migrations/operations/special.py.
  path: djangoRoute,
  re_path: djangoRoute,
  RunPython: { role: 'migration', runs: [0, 1, 'code', 'reverse_code'], of: ['django.db.migrations.'] },
  // APScheduler 3.x and 4.0.0a6: apscheduler/schedulers/base.py, apscheduler/_schedulers/async_.py.
  add_job: { role: 'task', runs: [0, 'func', 'func_or_task_id'] },
  add_schedule: { role: 'task', runs: [0, 'func_or_task_id'], of: ['apscheduler.'] },
  // rq 2.10.0: rq/queue.py.
  enqueue: task,
  enqueue_call: task,
  enqueue_in: { role: 'task', runs: [1, 'func'] },
  enqueue_at: { role: 'task', runs: [1, 'f'] },
  // Celery 5.6.2: celery/app/__init__.py, celery/app/base.py.
  shared_task: { role: 'task', runs: [0] },
  task: { role: 'task', runs: [0], of: ['celery.'] },
  // arq 0.26.1: arq/cron.py, arq/worker.py.
  cron: { role: 'task', runs: [0, 'coroutine'], of: ['arq.'] },
  func: { role: 'task', runs: [0, 'coroutine'], of: ['arq.'] },
  // Tornado 6.5: tornado/ioloop.py.
  PeriodicCallback: { role: 'task', runs: [0, 'callback'], of: ['tornado.'] },
  // CPython 3.11: atexit, concurrent.futures, multiprocessing.pool.
  register: { role: 'event-handler', runs: [0, 'func'], of: ['atexit.'] },
  map: repeated,
  imap: repeated,
  imap_unordered: repeated,
  map_async: repeated,
  starmap: repeated,
  starmap_async: repeated,
  // What the catalogue says that it runs elsewhere.
  apply_async: runner,
  run_in_executor: runner,
  run_in_threadpool: runner,
  run_sync: runner,
  submit: runner,
  to_thread: runner,
  Process: runner,
  Thread: runner,
  Timer: runner,
  // anyio 4.15.1 and Trio 0.34.0: they are handed the function in place of a coroutine.
  run: { runs: [0, 'func', 'async_fn'], of: ['anyio.run', 'anyio.from_thread.run', 'trio.run', 'trio.from_thread.run'] },
  start_soon: { runs: [0, 'func', 'async_fn'] },
};

/** What is handed over by a keyword, whatever the callee: Starlette's, FastAPI's and Litestar's applications, arq's workers. */
const keywords: Readonly<Record<string, RoleKind>> = {
  lifespan: 'lifespan',
  on_startup: 'event-handler',
  on_shutdown: 'event-handler',
  exception_handlers: 'exception-handler',
};

/** The lists of an aiohttp application, to which functions are appended: aiohttp 3.14.3, aiohttp/web_app.py. */
const lists = new Set(['on_startup', 'on_shutdown', 'on_cleanup', 'cleanup_ctx']);

/** Every name by which a call that takes functions is told. */
export const tellingNames: ReadonlySet<string> = new Set([...Object.keys(takers), ...Object.keys(keywords), ...lists]);

/** The call that an identifier with a telling name belongs to. */
export function callTold(name: SyntaxNode): SyntaxNode<'call'> | undefined {
  const { parent } = name;
  if (parent?.is('keyword_argument') === true) return callAround(parent);
  const callee = parent?.is('attribute') === true ? parent : name;
  if (callee.parent?.is('call') === true) return callee.parent;
  const method = callee.parent?.is('attribute') === true ? callee.parent : undefined;
  return method?.parent?.is('call') === true ? method.parent : undefined;
}

/** The call that an expression is an argument of, also as an item of a list or a dictionary, or as what a lambda gives. */
export function callAround(expression: SyntaxNode): SyntaxNode<'call'> | undefined {
  let outer = expression.parent;
  while (outer?.is(...carriers) === true) outer = outer.parent;
  return outer?.is('call') === true ? outer : undefined;
}

const carriers = [
  'list',
  'tuple',
  'dictionary',
  'pair',
  'keyword_argument',
  'argument_list',
  'boolean_operator',
  'conditional_expression',
  'parenthesized_expression',
  'lambda',
] as const;

/** What a call is handed. */
export function handOvers(call: SyntaxNode<'call'>, model: LocalModel): readonly HandOver[] {
  const { positional, keywords: named } = callArguments(call);
  const found = [...named].flatMap(([name, value]): HandOver[] => {
    const role = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
    return role === undefined
      ? []
      : itemsOf(value)
          .flatMap(choicesOf)
          .map((handed) => ({ handed, role }));
  });
  const taker = takerOf(call, model);
  if (taker === undefined) return found;
  const { role, isRepeated, runs } = taker;
  const places = [...positional.entries(), ...[...named].filter(([name]) => !Object.hasOwn(keywords, name))];
  const values = places.flatMap(([place, value]) => (runs === undefined || runs.includes(place) ? [value] : []));
  const taken = values.filter((value) => taker.isOffloaded !== true || model.isOffloaded(value));
  const how = { ...(role && { role }), ...(taker.isOffloaded && { runs: 'in-thread' as const }), ...(isRepeated && { isRepeated }) };
  return [
    ...found,
    ...taken.flatMap((value) => (value.is('lambda') ? runBy(value, how.runs, model) : [{ handed: wrapped(value, model), ...how }])),
  ];
}

/** What a lambda calls that a thread runs: `lambda: load(key)`, or on a loop of the thread's own `lambda: asyncio.run(main())`. */
function runBy(lambda: SyntaxNode<'lambda'>, runs: Runs | undefined, model: LocalModel): readonly HandOver[] {
  const call = lambda.field('body');
  if (runs !== 'in-thread' || !call.is('call')) return [];
  const callee = call.field('function');
  if (model.nameOf(callee) !== 'asyncio.run') return [{ handed: callee, runs }];
  const [first] = callArguments(call).positional;
  return first?.is('call') === true ? [{ handed: first.field('function'), runs: 'on-own-loop-in-thread' }] : [];
}

function takerOf(call: SyntaxNode<'call'>, model: LocalModel): Taker | undefined {
  const callee = call.field('function');
  const written = callee.is('attribute') ? callee.field('attribute').text : callee.is('identifier') ? callee.text : '';
  const list = callee.is('attribute') && written === 'append' ? callee.field('object') : undefined;
  if (list?.is('attribute') === true && lists.has(list.field('attribute').text)) return { role: 'event-handler' };
  const taker = Object.hasOwn(takers, written) ? takers[written] : undefined;
  if (taker === undefined || taker.where?.(call) === false) return undefined;
  if (taker.of === undefined) return taker;
  const name = model.nameOf(callee);
  return name !== undefined && taker.of.some((begin) => name.startsWith(begin)) ? taker : undefined;
}

function itemsOf(value: SyntaxNode): readonly SyntaxNode[] {
  if (value.is('list', 'tuple')) return value.children;
  return value.is('dictionary') ? value.children.flatMap((pair) => (pair.is('pair') ? [pair.field('value')] : [])) : [value];
}

/** Each of the values that an expression may give: `given or default`, `one if quick else other`. */
function choicesOf(value: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const rest = [value];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.is('boolean_operator')) rest.push(node.field('right'), node.field('left'));
    else if (node.is('conditional_expression')) rest.push(...[node.children[2], node.children[0]].filter((one) => one !== undefined));
    else if (node.is('parenthesized_expression')) rest.push(...node.children);
    else found.push(node);
  }
  return found;
}

/** The function that `functools.partial` wraps. */
function wrapped(value: SyntaxNode, model: LocalModel): SyntaxNode {
  if (!value.is('call') || model.nameOf(value.field('function')) !== 'functools.partial') return value;
  return callArguments(value).positional[0] ?? value;
}

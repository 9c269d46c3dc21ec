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
import { takesPath, type RoleKind } from './roles';

/** Something that a call is handed, and what for. */
export interface HandOver {
  readonly handed: SyntaxNode;
  /** Absent where the call only makes it run, as a plain call would. */
  readonly role?: RoleKind;
  /** Set where it is run for each of many items. */
  readonly isRepeated?: true;
}

interface Taker {
  readonly role?: RoleKind;
  /** What the full name of the callee begins with. */
  readonly of?: string;
  /** Set where the first argument is a path. */
  readonly takesPath?: true;
  readonly isRepeated?: true;
}

const route: Taker = { role: 'route' };
const webRoute: Taker = { role: 'route', of: 'aiohttp.web.', takesPath: true };
const websocket: Taker = { role: 'websocket' };
const eventHandler: Taker = { role: 'event-handler' };
const task: Taker = { role: 'task' };
/** Where the model says that an argument is run in a thread. */
const runner: Taker = {};

/** By the last name that the callee is written with. */
const takers: Readonly<Record<string, Taker>> = {
  Depends: { role: 'dependency' },
  Security: { role: 'dependency' },
  add_api_route: route,
  add_route: route,
  add_url_rule: route,
  add_get: route,
  add_post: route,
  add_put: route,
  add_patch: route,
  add_delete: route,
  add_api_websocket_route: websocket,
  add_websocket_route: websocket,
  Route: { role: 'route', takesPath: true },
  APIRoute: { role: 'route', takesPath: true },
  WebSocketRoute: { role: 'websocket', takesPath: true },
  get: webRoute,
  post: webRoute,
  put: webRoute,
  patch: webRoute,
  delete: webRoute,
  path: { role: 'route', of: 'django.urls.' },
  re_path: { role: 'route', of: 'django.urls.' },
  add_event_handler: eventHandler,
  register: { role: 'event-handler', of: 'atexit.' },
  add_exception_handler: { role: 'exception-handler' },
  register_error_handler: { role: 'exception-handler' },
  add_middleware: { role: 'middleware' },
  add_task: task,
  BackgroundTask: task,
  add_job: task,
  enqueue: task,
  shared_task: task,
  task: { role: 'task', of: 'celery.' },
  map: { isRepeated: true },
  imap: { isRepeated: true },
  imap_unordered: { isRepeated: true },
  run_in_executor: runner,
  run_in_threadpool: runner,
  run_sync: runner,
  submit: runner,
  to_thread: runner,
};

/** What is handed over by a keyword, whatever the callee. */
const keywords: Readonly<Record<string, RoleKind>> = {
  lifespan: 'lifespan',
  on_startup: 'event-handler',
  on_shutdown: 'event-handler',
  exception_handlers: 'exception-handler',
};

/** The lists of an aiohttp application, to which functions are appended. */
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

/** The call that an expression is an argument of, also as an item of a list or a dictionary. */
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
  const { role, isRepeated } = taker;
  const values = [...positional, ...[...named].flatMap(([name, value]) => (Object.hasOwn(keywords, name) ? [] : [value]))];
  const taken = values.filter((value) => taker !== runner || model.isOffloaded(value));
  return [...found, ...taken.map((value) => ({ handed: wrapped(value, model), ...(role && { role }), ...(isRepeated && { isRepeated }) }))];
}

function takerOf(call: SyntaxNode<'call'>, model: LocalModel): Taker | undefined {
  const callee = call.field('function');
  const written = callee.is('attribute') ? callee.field('attribute').text : callee.is('identifier') ? callee.text : '';
  const list = callee.is('attribute') && written === 'append' ? callee.field('object') : undefined;
  if (list?.is('attribute') === true && lists.has(list.field('attribute').text)) return eventHandler;
  const taker = Object.hasOwn(takers, written) ? takers[written] : undefined;
  if (taker === undefined || (taker.takesPath === true && !takesPath(call))) return undefined;
  return taker.of === undefined || model.nameOf(callee)?.startsWith(taker.of) === true ? taker : undefined;
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

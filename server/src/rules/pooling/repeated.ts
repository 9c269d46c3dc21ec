/** Where a client or a pool is made again and again. */
import type { NamedApi } from '../../catalogue/schema';
import type { CheckContext, FindingOptions } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants, enclosingFunction, isAsync, isWithin } from '../../syntax/query';
import { isStoredByCaller, localClient, loopAround, servesManyCalls } from './clients';
import type { LocalClient, Loop } from './clients';
import { asksForAnything } from './requests';
import type { Called } from './frequency';
import { calledOften, isGenerator, keepsResult } from './frequency';
import { isOneOff } from './oneOff';

export interface Repeated {
  /** In each turn of a loop, or for each call of a function. */
  readonly each: 'turn' | 'call';
  /** What the function is called for; a loop of its own makes many for one call. */
  readonly per: Called['per'] | undefined;
  /** The name of the function. */
  readonly function: string;
  readonly options: FindingOptions;
}

/** How it comes that the call makes the same thing many times; undefined where it does not, or may have to. */
export function repeatedMaking(
  call: SyntaxNode<'call'>,
  api: NamedApi,
  asked: Pick<CheckContext, 'view' | 'catalogue'>,
): Repeated | undefined {
  const { view } = asked;
  const owner = enclosingFunction(call);
  if (owner === undefined || isOneOff(owner, view)) return undefined;
  const client = localClient(call, api, asked);
  if (client === undefined) return undefined;
  const isForFailure = isInHandler(call, owner);
  const around = loopAround(client);
  const isAttempt = around !== undefined && isLeft(around, call, view.flow(owner));
  const loop = isAsync(owner) && !isAttempt ? around : undefined;
  if (loop !== undefined && !isHandedOut(client) && !servesManyCalls(client, loop)) {
    return { each: 'turn', per: undefined, function: owner.field('name').text, options: isForFailure ? { level: 'weaker' } : {} };
  }
  if (asksForAnything(client, view) || isStoredByCaller(client, owner, view)) return undefined;
  const called = calledOften(call, view);
  if (called === undefined || (called.per !== 'request' && servesManyCalls(client, owner))) return undefined;
  if (keepsResult(called.function) || (called.per === 'item' && isHandedOut(client))) return undefined;
  // FastAPI gives one request the same value each time, and code after the `yield` can close it. The items of a loop may each go to
  // a host of its own, where there is no connection to use again.
  const isWeaker = isAttempt || isForFailure || called.per === 'item' || (called.role === 'dependency' && isGenerator(called.function));
  const related = called.links.map(({ file, at: [start, end, line, character], caller, callee }) => ({
    file,
    range: { start, end },
    start: { line, character },
    message: `${caller === '' ? 'The module' : `\`${caller}\``} calls \`${callee}\``,
  }));
  return {
    each: 'call',
    per: called.per,
    function: called.function.field('name').text,
    options: { related, ...(isWeaker ? { level: 'weaker' as const } : {}) },
  };
}

/** Whether the client is made only when something has failed. */
function isInHandler(call: SyntaxNode, owner: SyntaxNode): boolean {
  return [...ancestors(call)].some((outer) => outer.is('except_clause') && isWithin(outer, owner));
}

/** Whether the turn that makes the client is the last one unless something fails: the loop's turns are attempts. */
function isLeft(loop: Loop, call: SyntaxNode, flow: ReturnType<FileView['flow']>): boolean {
  for (const outer of ancestors(call)) {
    if (outer.id === loop.id) return false;
    if (outer.is('try_statement') && isTriedAgain(outer, call, flow)) return true;
    const isTried = outer.is('try_statement') && isWithin(call, outer.field('body'));
    const after = isTried ? outer.children.find((part) => part.is('else_clause'))?.children.at(-1) : outer;
    if (after?.is('block') !== true) continue;
    const ways = flow.completions(after);
    if (!ways.has('next') && (ways.has('return') || ways.has('break'))) return true;
  }
  return false;
}

/** `try: … if found: return True` with `except: wait`: the turn that finds what it asks for is the last one, and what fails goes on. */
function isTriedAgain(attempt: SyntaxNode<'try_statement'>, call: SyntaxNode, flow: ReturnType<FileView['flow']>): boolean {
  const body = attempt.field('body');
  const goesOn = attempt.children.some((part) => {
    const handling = part.is('except_clause') ? part.children.at(-1) : undefined;
    const ways = handling?.is('block') === true ? flow.completions(handling) : undefined;
    return ways?.has('next') === true || ways?.has('continue') === true;
  });
  const inner = descendants(body, { into: (node) => !node.is('function_definition', 'lambda') });
  return goesOn && isWithin(call, body) && [...inner].some((node) => node.is('return_statement') && node.id > call.id);
}

/** What is returned ends the loop: its turns are attempts. */
function isHandedOut({ uses }: LocalClient): boolean {
  return uses.some(({ parent }) => parent?.is('return_statement') === true);
}

/** Where a client or a pool is made again and again. */
import type { NamedApi } from '../../catalogue/schema';
import { showsLikely } from '../../engine/profile';
import { relatedCall } from '../../engine/related';
import type { CheckContext, FindingOptions } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, callArguments, enclosingFunction, isAsync, isWithin } from '../../syntax/query';
import { isAttempted, isPolling } from './attempts';
import { isStoredByCaller, localClient, loopAround, makes, servesManyCalls } from './clients';
import type { LocalClient, Loop } from './clients';
import type { Called } from './frequency';
import { calledOften, hasNoKnownCaller, isGenerator, keepsResult } from './frequency';
import { isOneOff } from './oneOff';
import { asksForAnything } from './requests';
import { isLikelyRepeated } from './uncalled';

type Asked = Pick<CheckContext, 'view' | 'catalogue' | 'settings'>;

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
export function repeatedMaking(call: SyntaxNode<'call'>, api: NamedApi, asked: Asked): Repeated | undefined {
  const { view } = asked;
  const owner = enclosingFunction(call);
  if (owner === undefined || isOneOff(owner, view)) return undefined;
  const client = localClient(call, api, asked);
  if (client === undefined) return undefined;
  const loop = loopAround(client);
  const isAttempt = loop !== undefined && isAttempted(loop, call, view.flow(owner));
  const making: Making = { client, owner, isAttempt, isForFailure: isInHandler(call, owner) };
  if (isAsync(owner) && !isAttempt && loop !== undefined && isOneEachTurn(making, loop, view)) return eachTurn(making, making.isForFailure);
  if (isStoredByCaller(client, owner, view)) return undefined;
  const repeated = eachKnownCall(making, asked);
  if (repeated !== undefined || makes(api) !== 'client') return repeated;
  const isStrict = showsLikely(asked.settings.profile);
  const isCalled = hasNoKnownCaller(owner, view) || calledOften(call, view) !== undefined;
  if (isStrict && loop !== undefined && (!isAttempt || isPolling(loop)) && isCalled && isOneEachTurn(making, loop, view))
    return eachTurn(making, true);
  if (making.isForFailure || !isLikelyRepeated(client, owner, asked)) return undefined;
  if (isAttempt && isPolling(loop)) return undefined;
  return { each: 'call', per: undefined, function: owner.field('name').text, options: { level: 'weaker' } };
}

/** What one function makes. */
interface Making {
  readonly client: LocalClient;
  readonly owner: SyntaxNode<'function_definition'>;
  /** Set where it is made in a loop whose turns are attempts. */
  readonly isAttempt: boolean;
  readonly isForFailure: boolean;
}

function isOneEachTurn({ client }: Making, loop: Loop, view: FileView): boolean {
  return !isHandedOut(client) && !servesManyCalls(client, loop, view);
}

function eachTurn({ owner }: Making, isWeaker: boolean): Repeated {
  return { each: 'turn', per: undefined, function: owner.field('name').text, options: isWeaker ? { level: 'weaker' } : {} };
}

/** Made for each call of a function that runs often, for all that the files say. */
function eachKnownCall({ client, owner, isAttempt, isForFailure }: Making, asked: Asked): Repeated | undefined {
  const { view, settings } = asked;
  const called = calledOften(client.call, view);
  if (called === undefined || (called.per !== 'request' && servesManyCalls(client, owner, view))) return undefined;
  if (keepsResult(called.function) || (called.per === 'item' && isHandedOut(client))) return undefined;
  const isForAnything = asksForAnything(client, view);
  if (isForAnything && !isDear(client, called) && !(showsLikely(settings.profile) && called.per !== 'item')) return undefined;
  // FastAPI gives one request the same value each time, and code after the `yield` can close it. The items of a loop may each go to
  // a host of its own, where there is no connection to use again.
  const isOfOneRequest = called.role === 'dependency' && isGenerator(called.function);
  const isWeaker = isAttempt || isForFailure || isForAnything || called.per === 'item' || isOfOneRequest;
  const related = called.links.map((link) => {
    const { caller, callee } = link;
    return relatedCall(link, `${caller === '' ? 'The module' : `\`${caller}\``} calls \`${callee}\``);
  });
  return {
    each: 'call',
    per: called.per,
    function: called.function.field('name').text,
    options: { related, ...(isWeaker ? { level: 'weaker' as const } : {}) },
  };
}

/** Whether each request pays for making the client, even where no connection could be used again. */
function isDear({ call, api }: LocalClient, { per }: Called): boolean {
  return per === 'request' && api.slowToMake !== undefined && !callArguments(call).keywords.has(api.slowToMake.unless);
}

/** Whether the client is made only when something has failed. */
function isInHandler(call: SyntaxNode, owner: SyntaxNode): boolean {
  return [...ancestors(call)].some((outer) => outer.is('except_clause') && isWithin(outer, owner));
}

/** What is returned ends the loop: its turns are attempts. */
function isHandedOut({ uses }: LocalClient): boolean {
  return uses.some(({ parent }) => parent?.is('return_statement') === true);
}

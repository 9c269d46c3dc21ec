/**
 * Clients that a function makes of which nobody is known to call it.
 *
 * Invariant: that such a function runs many times is a guess, and in the rule's own profile it is made only where the function reads
 * like one that does: it asks a known service one thing, whenever somebody wants it.
 */
import { showsLikely } from '../../engine/profile';
import type { CheckContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, decoratorsOf, isAsync, isWithin } from '../../syntax/query';
import { servesManyCalls } from './clients';
import type { LocalClient } from './clients';
import { hasNoKnownCaller, keepsResult } from './frequency';
import { isProgram, runsOnceByName } from './oneOff';
import { asksForAnything, asksService } from './requests';

/** Whether the client is likely to be one of many. What is less likely is for those who asked for more. */
export function isLikelyRepeated(
  client: LocalClient,
  owner: SyntaxNode<'function_definition'>,
  { view, settings }: Pick<CheckContext, 'view' | 'settings'>,
): boolean {
  if (client.api.pools !== 'http' || isHandedOn(client) || keepsResult(owner) || servesManyCalls(client, owner, view)) return false;
  if (asksForAnything(client, view) || !hasNoKnownCaller(owner, view) || isOpenMeanwhile(owner)) return false;
  if (showsLikely(settings.profile)) return isAsync(owner) || !runsOnceByName(owner);
  return isAsync(owner) && !runsOnceByName(owner) && readsLikeMany(client, owner, view);
}

function readsLikeMany(client: LocalClient, owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return asksService(client, view) && !isForWantOfAnother(client.call, owner) && !isProgram(view);
}

/** Whether the function is a context manager: how much is done with its client meanwhile is for those to say who enter it. */
function isOpenMeanwhile(owner: SyntaxNode<'function_definition'>): boolean {
  return decoratorsOf(owner).some(({ text }) => text.includes('contextmanager'));
}

/** Whether somebody else gets the client, who may keep it. */
function isHandedOn({ call, uses }: LocalClient): boolean {
  return [call, ...uses].some(({ parent }) => parent?.is('return_statement', 'yield') === true);
}

/** `if not self.session: …`, `if self.token is None: …`: what is missing the first time need not be missing the next. */
function isForWantOfAnother(call: SyntaxNode, owner: SyntaxNode): boolean {
  return [...ancestors(call)].some((outer) => {
    if (!outer.is('if_statement') || !isWithin(outer, owner) || !isWithin(call, outer.field('consequence'))) return false;
    const condition = outer.field('condition');
    if (condition.is('not_operator')) return condition.field('argument').is('identifier', 'attribute');
    return condition.is('comparison_operator') && condition.children.at(-1)?.is('none') === true && !condition.hasToken('is not');
  });
}

import { showsLikely } from '../../../engine/profile';
import { defineRule } from '../../../engine/rule';
import { isTestFile } from '../../../engine/testFiles';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction, isAsync } from '../../../syntax/query';
import { awaitsIn, handlersOf, harmOf, isAcceptedEnd, isCancellerOfIts, suppressed, type Catches } from '../cancellation';
import { catchException, reraise, reraiseFirst } from '../cancellationFixes';
import { isSwallowing, leavingFinally } from '../caughtCancellation';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['cancellation'],
  peers: { 'flake8-async': ['ASYNC103', 'ASYNC104'], 'flake8-bugbear': ['B036'], sonar: ['S7497'] },
  fix: 'unsafe',
  messages: {
    swallows: '`{clause}` swallows cancellation in async function `{function}`',
    leaves: '`finally` that leaves swallows cancellation in async function `{function}`',
    suppresses: '`suppress({error})` swallows cancellation in async function `{function}`',
  },
  visit: {
    *try_statement(node, context) {
      const { view, settings, finding } = context;
      const owner = enclosingFunction(node);
      if (owner === undefined || !isAsync(owner) || view.runsOn(node) !== 'event-loop') return;
      const awaits = awaitsIn(node.field('body'));
      if (awaits.length === 0 || isCancellerOfIts(node, owner)) return;
      for (const caught of handlersOf(node, view)) {
        const { handler, catches } = caught;
        if (!isSwallowing(handler, catches, owner, view)) continue;
        const harm = harmOf(node, caught, awaits, owner, context);
        if (harm === undefined || (harm === 'likely' && !showsLikely(settings.profile))) continue;
        const place = node.children.findIndex((child) => child.id === handler.id);
        const fixes = fixesFor[catches].map((id) => ({ id, args: place }));
        const data = { clause: clauseOf(handler), function: owner.field('name').text };
        yield finding(headerOf(handler), 'swallows', data, { fixes, ...(harm === 'likely' ? { level: 'weaker' as const } : {}) });
      }
      const last = leavingFinally(node, owner, view);
      if (last === undefined || isAcceptedEnd(node, last, awaits, owner, context)) return;
      yield finding({ start: last.start, end: last.start + 'finally'.length }, 'leaves', { function: owner.field('name').text });
    },
    with_item(node, context) {
      const { view, settings, finding } = context;
      const owner = enclosingFunction(node);
      const error = owner !== undefined && isAsync(owner) ? suppressed(node, view) : undefined;
      const statement = node.parent?.parent;
      if (error === undefined || owner === undefined || statement?.is('with_statement') !== true) return undefined;
      const awaits = awaitsIn(statement.field('body'));
      if (awaits.length === 0 || view.runsOn(node) !== 'event-loop' || isCancellerOfIts(statement, owner)) return undefined;
      if (isAcceptedEnd(statement, undefined, awaits, owner, context)) return undefined;
      const isPlayed = isTestFile(view);
      if (isPlayed && !showsLikely(settings.profile)) return undefined;
      const data = { error, function: owner.field('name').text };
      return finding(node, 'suppresses', data, isPlayed ? { level: 'weaker' } : {});
    },
  },
  fixes: { reraise, reraiseFirst, catchException },
});

const fixesFor: Readonly<Record<Catches, readonly string[]>> = {
  cancellation: ['reraise'],
  several: ['reraiseFirst'],
  everything: ['catchException', 'reraiseFirst'],
};

function headerOf(handler: SyntaxNode<'except_clause'>): { readonly start: number; readonly end: number } {
  const caught = handler.children.filter((child) => !child.is('block')).at(-1);
  return { start: handler.start, end: caught?.end ?? handler.start + 'except'.length };
}

function clauseOf(handler: SyntaxNode<'except_clause'>): string {
  const { start, end } = headerOf(handler);
  return handler.text
    .slice(0, end - start)
    .replace(/\s+/g, ' ')
    .slice(0, 60);
}

import type { TextEdit } from '../../../engine/finding';
import { usesFrom } from '../../../engine/objectUses';
import type { ObjectUses } from '../../../engine/objectUses';
import type { CheckContext, Fix } from '../../../engine/rule';
import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import { isWithin } from '../../../syntax/query';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

const wrapAll: Fix = {
  kind: 'unsafe',
  title: (count) =>
    typeof count === 'number' && count > 1 ? `Wrap all ${String(count)} calls in asyncio.to_thread` : 'Wrap in asyncio.to_thread',
  edits(node, args, context) {
    const found = node.is('call') ? usesFrom(node, ['database'], context) : undefined;
    const edits: TextEdit[] = [];
    for (const { call } of found?.uses ?? []) {
      const wrapped = wrapInThread.edits(call, args, context);
      if (wrapped === undefined) return undefined;
      // Each of them brings the import.
      edits.push(...wrapped.filter((edit) => !edits.some((known) => known.start === edit.start && known.newText === edit.newText)));
    }
    return edits;
  },
};

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['database'], context);
      const found = blocking === undefined ? undefined : usesFrom(node, ['database'], context);
      const { view, finding } = context;
      if (blocking === undefined || found === undefined || isWhereNobodyWaits(node, view)) return undefined;
      const [, ...others] = found.uses;
      const related = others.map(({ call }) => ({ file: view.file, range: call.field('function'), message: 'Blocks here too' }));
      const fixes = canMove(found, context) ? [{ id: 'wrapAll', args: found.uses.length }] : [];
      return finding(node.field('function'), 'blocks', blocking.data, { fixes, related: [...blocking.related, ...related] });
    },
  },
  fixes: { wrapAll },
});

/** Whether each of the calls may run in a thread of its own, one after another. */
function canMove({ uses }: ObjectUses, { catalogue }: CheckContext): boolean {
  return uses.every(({ call, api }) => {
    if (threadFixes(call, api).length === 0) return false;
    const owner = catalogue.lookup(api.name.slice(0, api.name.lastIndexOf('.')));
    if (owner?.staysInThread === true || catalogue.lookup(api.returns)?.staysInThread === true) return false;
    return !uses.some((other) => other.call.id !== call.id && isWithin(other.call, call));
  });
}

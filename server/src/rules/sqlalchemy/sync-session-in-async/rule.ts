import { showsLikely } from '../../../engine/profile';
import type { CheckContext } from '../../../engine/rule';
import { defineRule } from '../../../engine/rule';
import { usesFrom } from '../../../engine/objectUses';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction } from '../../../syntax/query';
import { isEnteredAndHandedOn } from '../sessionUses';
import { commitsUnknownSession } from '../unknownSessions';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop', 'sessions-and-pools'],
  fix: 'none',
  messages: {
    used: '`{callee}` waits for the database on the event loop in async function `{function}`',
    handedOn: '`{callee}` makes a session that blocks the event loop in async function `{function}`',
  },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, api) {
      const found = api.blocks === 'session' ? usesFrom(node, ['session'], context) : undefined;
      if (found === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const callee = node.field('function');
      const [, ...others] = found.uses;
      const related = others.map(({ call }) => ({ file: context.view.file, range: call.field('function'), message: 'Waits here too' }));
      return context.finding(callee, 'used', { callee: shownName(callee), function: found.owner.field('name').text }, { related });
    },
  },
  namedCalls: {
    names: ['commit'],
    check(node, { view, settings, finding }) {
      const owner = showsLikely(settings.profile) ? commitsUnknownSession(node, view) : undefined;
      if (owner === undefined || isWhereNobodyWaits(node, view)) return undefined;
      const callee = node.field('function');
      const data = { callee: shownName(callee), function: owner.field('name').text };
      return finding(callee, 'used', data, { level: 'weaker' });
    },
  },
  visit: {
    with_item(node, context) {
      const call = node.field('value').children[0];
      const owner = enclosingFunction(node);
      if (call?.is('call') !== true || owner === undefined || !isOnlyHandedOn(call, context)) return undefined;
      if (usesFrom(call, ['session'], context) !== undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const callee = call.field('function');
      return context.finding(callee, 'handedOn', { callee: shownName(callee), function: owner.field('name').text });
    },
  },
});

/** Whether the call makes a session for others, and the function around does not wait for the database itself. */
function isOnlyHandedOn(call: SyntaxNode<'call'>, context: CheckContext): boolean {
  return isEnteredAndHandedOn(call, context) && !isUsedHere(call, context);
}

/** Whether the block that the session is made for waits for the database by a call of its own. */
function isUsedHere(call: SyntaxNode<'call'>, { view, catalogue }: CheckContext): boolean {
  const pattern = call.parent;
  const target = pattern?.is('as_pattern') === true ? pattern.field('alias')?.children[0] : undefined;
  const references = target?.is('identifier') === true ? (view.bindingOf(target)?.references ?? []) : [];
  return references.some((reference) => {
    const method = reference.parent;
    return method?.is('attribute') === true && catalogue.lookup(view.nameOf(method))?.blocks === 'session';
  });
}

/** How the code writes the callee, shortened where that is long. */
function shownName(callee: SyntaxNode): string {
  const { text } = callee;
  if (text.length <= 40 && !text.includes('\n')) return text;
  return callee.is('attribute') ? `….${callee.field('attribute').text}` : 'it';
}

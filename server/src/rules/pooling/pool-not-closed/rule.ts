import { defineRule } from '../../../engine/rule';
import type { FixContext } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/finding';
import { isInRole } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, descendants } from '../../../syntax/query';
import { sharesConnections } from '../clients';
import { closerOf, leftOpen } from '../closing';
import type { LeftOpen } from '../closing';
import { poolsMadeBefore } from '../madeElsewhere';
import { isInMainBlock, isInOneOffFile } from '../oneOff';

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['lifespan', 'sessions-and-pools'],
  fix: 'unsafe',
  messages: {
    unheld: '`{callee}` is used on the spot in `{function}`, and nothing can close it',
    never: '`{name}` of `{callee}` is not closed in `{function}`',
    sometimes: '`{name}` of `{callee}` is not closed on every way out of `{function}`',
    class: '`{name}` of `{callee}` is never closed by its class',
    lifespan: '`{name}` of `{callee}` is made at start-up in `{function}` and not closed at shutdown',
  },
  knownCalls: {
    facts: ['pools'],
    check(node, { view, catalogue, finding }, api) {
      if (sharesConnections(node, { view, catalogue })) return undefined;
      const closer = closerOf(api, catalogue);
      if (closer === undefined || isInOneOffFile(view) || isInMainBlock(node)) return undefined;
      const open = leftOpen(node, { view, catalogue });
      if (open === undefined || isInRole(node, ['test', 'fixture', 'command'], view)) return undefined;
      const callee = node.field('function');
      const data = { callee: callee.text, function: open.function.field('name').text, name: open.name };
      const fixes = open.kind === 'lifespan' ? [{ id: 'closeAfterYield', args: closer }] : [];
      return finding(callee, open.kind, data, { fixes, ...(open.kind === 'class' ? { level: 'weaker' as const } : {}) });
    },
  },
  visit: {
    *yield(node, { view, catalogue, finding }) {
      for (const call of poolsMadeBefore(node, { view, catalogue })) {
        const open = leftOpen(call, { view, catalogue });
        if (open?.kind !== 'lifespan' || isInOneOffFile(view) || isInRole(call, ['test', 'fixture', 'command'], view)) continue;
        const callee = call.field('function');
        yield finding(callee, 'lifespan', { callee: callee.text, function: open.function.field('name').text, name: open.name });
      }
    },
  },
  fixes: {
    closeAfterYield: {
      kind: 'unsafe',
      title: (closer) => `Await ${typeof closer === 'string' ? closer : 'close'}() after the yield`,
      edits: (node, closer, context) => {
        const open = node.is('call') ? leftOpen(node, context) : undefined;
        return open?.kind === 'lifespan' && typeof closer === 'string' ? closedAfterYield(node, open, closer, context) : undefined;
      },
    },
  },
});

/** Into the `finally` around the `yield` where there is one; else a `yield` that is a statement gets a `try` around it. */
function closedAfterYield(node: SyntaxNode, open: LeftOpen, closer: string, { edit }: FixContext): readonly TextEdit[] | undefined {
  const yields = [...descendants(open.function.field('body'))].filter((inner) => inner.is('yield'));
  const statement = yields[0]?.parent;
  if (yields.length !== 1 || statement?.is('expression_statement') !== true) return undefined;
  const closing = `await ${open.name}.${closer}()`;
  const block = statement.parent;
  const owner = block?.parent;
  if (owner?.is('try_statement') === true && !isInside(node, owner)) {
    const last = bodyStatements(owner.children.find((child) => child.is('finally_clause'))?.children.find((child) => child.is('block'))).at(
      -1,
    );
    return last === undefined ? undefined : [edit.insert(last.end, `${edit.newline}${edit.indentOf(last)}${closing}`)];
  }
  if (owner?.id !== open.function.id || statement.text.includes(edit.newline)) return undefined;
  const indent = edit.indentOf(statement);
  const lines = [`try:`, `${indent}${edit.indentUnit}${statement.text}`, `${indent}finally:`, `${indent}${edit.indentUnit}${closing}`];
  return [edit.replace(statement, lines.join(edit.newline))];
}

function isInside(node: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.id <= node.id && node.id < outer.endId;
}

import type { TextEdit } from '../../../engine/finding';
import { isFirstOnLine } from '../../../engine/lines';
import { defineRule } from '../../../engine/rule';
import type { FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, bodyStatements, enclosingStatement, unparenthesised } from '../../../syntax/query';
import { followedBy, freshName } from '../../../engine/following';
import { uncheckedAnswer, type HeldAnswer } from '../answers';
import { isInTests } from '../retryPolicy';

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['error-handling', 'retries'],
  peers: { semgrep: ['use-raise-for-status'] },
  fix: 'unsafe',
  messages: {
    read: '`{callee}` may be answered with an error, and `{read}` reads it all the same',
    dropped: '`{callee}` may be answered with an error, and nobody looks',
  },
  knownCalls: {
    facts: ['waitsForNetwork'],
    check(call, { view, catalogue, finding }, api) {
      const unchecked = isInTests(view) ? undefined : uncheckedAnswer(call, api, { view, catalogue });
      if (unchecked === undefined) return undefined;
      const callee = call.field('function');
      const { held, read } = unchecked;
      const options = { fixes: [{ id: 'raise' }] };
      if (read === undefined) return finding(callee, 'dropped', { callee: callee.text }, { ...options, level: 'weaker' });
      const member = held.kind === 'value' ? read.tree.text.slice(held.value.end, read.end).replace(/^[\s\\]+/, '') : read.text;
      return finding(callee, 'read', { callee: callee.text, read: member }, options);
    },
  },
  fixes: {
    raise: {
      kind: 'unsafe',
      title: 'Raise for an error status',
      edits(node, _args, context) {
        const api = node.is('call') ? context.catalogue.lookup(context.view.nameOf(node.field('function'))) : undefined;
        const held = node.is('call') && api !== undefined ? uncheckedAnswer(node, api, context)?.held : undefined;
        return held === undefined ? undefined : checked(held, context);
      },
    },
  },
});

function checked(held: HeldAnswer, context: FixContext): readonly TextEdit[] | undefined {
  const { edit } = context;
  if (held.kind === 'value') return checkedValue(held.value, context);
  if (held.kind === 'assigned') return [followedBy(held.statement, [`${held.name.text}.raise_for_status()`], edit)];
  const [first] = bodyStatements(held.statement.field('body'));
  if (held.name === undefined || first === undefined) return undefined;
  const isOnOwnLine = isFirstOnLine(first.tree.text, first.start);
  const separator = isOnOwnLine ? `${edit.newline}${edit.indentOf(first)}` : '; ';
  return [edit.insert(first.start, `${held.name.text}.raise_for_status()${separator}`)];
}

/** The answer gets a name in a statement of its own, where it is what the statement works out first. */
function checkedValue(value: SyntaxNode, { edit, view }: FixContext): readonly TextEdit[] | undefined {
  const inner = unparenthesised(value);
  const request = inner.text.includes('\n') ? value.text : inner.text;
  if (value.parent?.is('expression_statement') === true) {
    const called = inner.is('await') ? `(${inner.text})` : inner.text;
    return [edit.replace(value, `${called}.raise_for_status()`)];
  }
  const statement = enclosingStatement(value);
  if (statement === undefined || !isFirstOnLine(statement.tree.text, statement.start) || !isWorkedOutFirst(value, statement))
    return undefined;
  const name = freshName('response', value, view);
  const separator = `${edit.newline}${edit.indentOf(statement)}`;
  return [
    edit.insert(statement.start, `${name} = ${request}${separator}${name}.raise_for_status()${separator}`),
    edit.replace(value, name),
  ];
}

function isWorkedOutFirst(value: SyntaxNode, statement: SyntaxNode): boolean {
  let inner = value;
  for (const outer of ancestors(value)) {
    if (outer.id === statement.id) return outer.is('expression_statement', 'return_statement');
    if (outer.is('attribute', 'subscript')) {
      if (outer.children[0]?.id !== inner.id) return false;
    } else if (outer.is('argument_list')) {
      const callee = outer.parent?.is('call') === true ? outer.parent.field('function') : undefined;
      if (outer.children[0]?.id !== inner.id || callee?.is('identifier') !== true) return false;
    } else if (outer.is('assignment')) {
      if (outer.field('right')?.id !== inner.id || !outer.field('left').is('identifier', 'pattern_list')) return false;
    } else if (!outer.is('call', 'await', 'parenthesized_expression')) return false;
    inner = outer;
  }
  return false;
}

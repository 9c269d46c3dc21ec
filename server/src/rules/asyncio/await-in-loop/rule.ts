import { defineRule } from '../../../engine/rule';
import type { CheckContext, Fix } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction, enclosingStatement } from '../../../syntax/query';
import { isShort, onlyReads } from '../httpRequests';
import { eachCall, limitedList } from '../limitedGather';
import { awaitedEach, independentAwait, type AwaitedEach } from '../sequentialAwaits';
import { isTestFile } from '../../../engine/testFiles';

const gatherRequests: Fix = {
  kind: 'unsafe',
  title: 'Start them together, ten at a time',
  edits(node, _args, { edit, view }) {
    const each = readEach(node);
    const statement = enclosingStatement(node);
    if (each?.collected === undefined || statement === undefined) return undefined;
    const { clause, collected } = each;
    const call = eachCall(each.call, each.target);
    const made = call === undefined ? undefined : limitedList(call, clause, statement, edit, view);
    if (made === undefined) return undefined;
    const { edits, results } = made;
    return [...edits, edit.replace(collected.node, collected.list === undefined ? results : `${collected.list}.extend(${results})`)];
  },
};

/** The one awaited call of a loop or of a list. */
function readEach(node: SyntaxNode): AwaitedEach | undefined {
  if (node.is('list_comprehension')) return awaitedEach(node);
  return node.is('for_statement') ? independentAwait(node) : undefined;
}

const messages = { sequential: '`{callee}` in `{function}` waits for each request before it makes the next' } as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  fix: 'unsafe',
  messages,
  visit: {
    list_comprehension: (node, context) => found(node, context),
    for_statement: (node, context) => found(node, context),
  },
  fixes: { gatherRequests },
});

function found(node: SyntaxNode, { view, catalogue, finding }: Context): ReturnType<Context['finding']> | undefined {
  const owner = enclosingFunction(node);
  // Most loops are in functions that await nothing, and are not looked at.
  const each = owner?.hasToken('async') === true ? readEach(node) : undefined;
  if (owner === undefined || each === undefined || isTestFile(view) || isShort(each.iterable)) return undefined;
  if (!onlyReads(each.call, { view, catalogue })) return undefined;
  const callee = each.call.field('function');
  const fixes = each.collected === undefined ? [] : [{ id: 'gatherRequests' }];
  return finding(callee, 'sequential', { callee: callee.text.slice(0, 40), function: owner.field('name').text }, { fixes });
}

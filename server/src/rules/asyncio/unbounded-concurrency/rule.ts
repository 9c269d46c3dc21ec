import { defineRule } from '../../../engine/rule';
import type { CheckContext, Fix } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, enclosingFunction, enclosingStatement } from '../../../syntax/query';
import { isLimited, isShort, makesRequest } from '../httpRequests';
import { limited } from '../limitedGather';
import { isTestFile } from '../../../engine/testFiles';

type Knowledge = Pick<CheckContext, 'view' | 'catalogue'>;

const limitRequests: Fix = {
  kind: 'unsafe',
  title: 'Run ten at a time with asyncio.Semaphore',
  edits(node, _args, { edit, view }) {
    const each = node.is('call') ? eachOf(node) : undefined;
    const written = each === undefined ? undefined : limited(each, enclosingStatement(node), edit, view);
    return each === undefined || written === undefined ? undefined : [...written.edits, edit.replace(each.call, written.call)];
  },
};

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  fix: 'unsafe',
  messages: { unbounded: '`{callee}` in `{function}` makes all requests of `{iterable}` at once' },
  namedCalls: {
    names: ['gather'],
    check(call, context) {
      const each = eachOf(call);
      const owner = each === undefined ? undefined : enclosingFunction(call);
      if (each === undefined || owner === undefined || context.view.nameOf(call.field('function')) !== 'asyncio.gather') return undefined;
      if (!isUnbounded(each, owner, context)) return undefined;
      const callee = call.field('function');
      const data = { callee: callee.text, function: owner.field('name').text, iterable: each.iterable.text.slice(0, 40) };
      return context.finding(callee, 'unbounded', data, { fixes: [{ id: 'limitRequests' }] });
    },
  },
  fixes: { limitRequests },
});

interface Each {
  readonly call: SyntaxNode<'call'>;
  readonly target: SyntaxNode;
  readonly iterable: SyntaxNode;
}

/** `gather(*[f(x) for x in xs])` and `gather(*(f(x) for x in xs))`. */
function eachOf(gather: SyntaxNode<'call'>): Each | undefined {
  const [splat, ...others] = gather.field('arguments').children.filter((argument) => !argument.is('keyword_argument'));
  const value = splat?.is('list_splat') === true && others.length === 0 ? splat.children[0] : undefined;
  if (value?.is('list_comprehension', 'generator_expression') !== true) return undefined;
  const call = value.field('body');
  const [, clause, ...clauses] = value.children;
  if (!call.is('call') || clause?.is('for_in_clause') !== true || clause.hasToken('async')) return undefined;
  if (clauses.some((each) => each.is('for_in_clause'))) return undefined;
  const [iterable] = clause.field('right');
  return iterable === undefined ? undefined : { call, target: clause.field('left'), iterable };
}

function isUnbounded({ call, iterable }: Each, owner: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  if (isShort(iterable) || isTestFile(view) || !makesRequest(call, { view, catalogue })) return false;
  for (const outer of ancestors(call)) if (outer.is('function_definition') && isLimited(outer)) return false;
  return !isLimited(owner);
}

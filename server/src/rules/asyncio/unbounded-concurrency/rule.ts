import { defineRule } from '../../../engine/rule';
import type { CheckContext, Fix } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
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
    const each = node.is('call') ? eachOf(node, view) : undefined;
    const written = each === undefined ? undefined : limited(each, enclosingStatement(each.call), edit, view);
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
      const each = eachOf(call, context.view);
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

/** `gather(*[f(x) for x in xs])` and `gather(*(f(x) for x in xs))`, also where the list has a name. */
function eachOf(gather: SyntaxNode<'call'>, view: FileView): Each | undefined {
  const [splat, ...others] = gather.field('arguments').children.filter((argument) => !argument.is('keyword_argument'));
  const given = splat?.is('list_splat') === true && others.length === 0 ? splat.children[0] : undefined;
  const value = given?.is('identifier') === true ? listOf(given, gather, view) : given;
  if (value?.is('list_comprehension', 'generator_expression') !== true) return undefined;
  const call = started(value.field('body'));
  const [, clause, ...clauses] = value.children;
  if (!call.is('call') || clause?.is('for_in_clause') !== true || clause.hasToken('async')) return undefined;
  if (clauses.some((each) => each.is('for_in_clause'))) return undefined;
  const [iterable] = clause.field('right');
  return iterable === undefined ? undefined : { call, target: clause.field('left'), iterable };
}

/** The one list that a name of the same function stands for. */
function listOf(name: SyntaxNode<'identifier'>, gather: SyntaxNode, view: FileView): SyntaxNode | undefined {
  const [only, ...others] = view.bindingOf(name)?.declarations ?? [];
  const value = others.length === 0 && only?.kind === 'assignment' ? only.value : undefined;
  return value !== undefined && enclosingFunction(value)?.id === enclosingFunction(gather)?.id ? value : undefined;
}

/** The call that a task is made of: `asyncio.create_task(f(x))`. */
function started(call: SyntaxNode): SyntaxNode {
  const callee = call.is('call') ? call.field('function') : undefined;
  const name = callee?.is('attribute') === true ? callee.field('attribute').text : callee?.text;
  const inner = call.is('call') && (name === 'create_task' || name === 'ensure_future') ? call.field('arguments').children[0] : undefined;
  return inner ?? call;
}

function isUnbounded({ call, iterable }: Each, owner: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  if (isShort(iterable) || isTestFile(view) || !makesRequest(call, { view, catalogue })) return false;
  for (const outer of ancestors(call)) if (outer.is('function_definition') && isLimited(outer)) return false;
  return !isLimited(owner);
}

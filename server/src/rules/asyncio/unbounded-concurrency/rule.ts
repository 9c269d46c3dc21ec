import { defineRule } from '../../../engine/rule';
import type { CheckContext, Fix } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, enclosingFunction, enclosingStatement } from '../../../syntax/query';
import { isLimited, isShort, makesRequest } from '../httpRequests';
import { limited } from '../limitedGather';
import { gatheredEach, startedEach, type Started } from '../manyAtOnce';
import { isTestFile } from '../../../engine/testFiles';

type Knowledge = Pick<CheckContext, 'view' | 'catalogue'>;

const limitRequests: Fix = {
  kind: 'unsafe',
  title: 'Run ten at a time with asyncio.Semaphore',
  edits(node, _args, { edit, view, catalogue }) {
    const many = node.is('call') ? manyOf(node, { view, catalogue }) : undefined;
    if (many?.each === undefined) return undefined;
    // In a task group the loop begins before what it starts.
    const statement = enclosingStatement(many.loop ?? many.made);
    const written = limited(many.each, statement, edit, view);
    return written && [...written.edits, edit.replace(many.made, many.isMapped ? written.name : written.call)];
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
    names: ['gather', 'create_task'],
    check(call, context) {
      const many = manyOf(call, context);
      const owner = many === undefined ? undefined : enclosingFunction(call);
      if (many === undefined || owner === undefined || !isUnbounded(many, owner, context)) return undefined;
      const callee = call.field('function');
      const data = { callee: callee.text, function: owner.field('name').text, iterable: many.iterable.text.slice(0, 40) };
      return context.finding(callee, 'unbounded', data, { fixes: many.each === undefined ? [] : [{ id: 'limitRequests' }] });
    },
  },
  fixes: { limitRequests },
});

function manyOf(call: SyntaxNode<'call'>, knowledge: Knowledge): Started | undefined {
  return knowledge.view.nameOf(call.field('function')) === 'asyncio.gather'
    ? gatheredEach(call, knowledge.view)
    : startedEach(call, knowledge);
}

function isUnbounded({ callee, iterable, made }: Started, owner: SyntaxNode, knowledge: Knowledge): boolean {
  if (isShort(iterable) || isTestFile(knowledge.view) || !makesRequest(callee, knowledge)) return false;
  for (const outer of ancestors(made)) if (outer.is('function_definition') && isLimited(outer)) return false;
  return !isLimited(owner);
}

import type { NamedApi } from '../../../catalogue/schema';
import type { CheckContext } from '../../../engine/rule';
import { defineRule } from '../../../engine/rule';
import type { Finding } from '../../../engine/finding';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, enclosingFunction, isAsync } from '../../../syntax/query';
import { isBounded, isIterated } from '../../../engine/waiting';
import { endlessQueue } from '../queues';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

const messages = {
  blocks: '`{callee}` blocks the event loop in async function `{function}`',
  unlimited: '`{callee}` has no `{argument}`, and is filled in a loop without a known end',
};

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages,
  knownCalls: [
    { facts: ['blocks'], within: 'async', check: (node, context, known) => waiting(node, known, context) },
    { facts: ['holds'], check: (node, context, known) => unlimited(node, known, context) },
  ],
  namedCalls: { names: ['iter'], check: (node, context) => waitingTurns(node, context) },
  fixes: {
    wrapInThread,
    setLimit: {
      kind: 'unsafe',
      title: 'Set a limit of 100',
      edits(node, _args, { view, catalogue, edit }) {
        const holds = node.is('call') ? catalogue.lookup(view.nameOf(node.field('function')))?.holds : undefined;
        return node.is('call') && holds !== undefined ? edit.addArgument(node, `${holds.keyword}=100`) : undefined;
      },
    },
  },
});

/** A queue for threads that is waited for on the event loop. */
function waiting(call: SyntaxNode<'call'>, known: NamedApi, context: Context): Finding | undefined {
  const blocking = blockingCall(call, known, ['queue'], context);
  const callee = call.field('function');
  if (blocking === undefined || !callee.is('attribute')) return undefined;
  const { api } = blocking;
  if (api.timeout !== undefined && isZero(callArguments(call).keywords.get(api.timeout.parameter))) return undefined;
  return context.finding(callee, 'blocks', blocking.data, { fixes: threadFixes(call, api), related: blocking.related });
}

/** `for job in iter(jobs.get, None)`, which waits in each turn. */
function waitingTurns(call: SyntaxNode<'call'>, { view, catalogue, finding }: Context): Finding | undefined {
  const owner = enclosingFunction(call);
  const [taken] = callArguments(call).positional;
  if (owner === undefined || !isAsync(owner) || taken?.is('attribute') !== true || !isIterated(call, view)) return undefined;
  if (view.nameOf(call.field('function')) !== 'builtins.iter' || catalogue.lookup(view.nameOf(taken))?.blocks !== 'queue') return undefined;
  if (view.runsOn(call) !== 'event-loop') return undefined;
  return finding(taken, 'blocks', { callee: taken.text.slice(0, 40), function: owner.field('name').text });
}

function isZero(value: SyntaxNode | undefined): boolean {
  return value?.is('integer', 'float') === true && Number(value.text) === 0;
}

/** A queue of the event loop that takes whatever comes: memory is then its only limit. */
function unlimited(call: SyntaxNode<'call'>, api: NamedApi, context: Context): Finding | undefined {
  const { view, finding } = context;
  const callee = call.field('function');
  if (api.holds === undefined || !isForTasks(api.name, context) || isBounded(call, api) !== false) return undefined;
  const filled = endlessQueue(call, context);
  if (filled === undefined) return undefined;
  const related = [{ file: view.file, range: filled.put, message: 'Filled here' }];
  const fixes = filled.wouldWait && call.field('arguments').children.length === 0 ? [{ id: 'setLimit' }] : [];
  return finding(callee, 'unlimited', { callee: callee.text, argument: api.holds.keyword }, { fixes, related, level: 'weaker' });
}

/** Whether tasks of one event loop use the queue, and not threads: its `put` has to be awaited. */
function isForTasks(name: string, { catalogue }: Context): boolean {
  return catalogue.lookup(`${name}.put`)?.isAsync === true;
}

import type { NamedApi } from '../../../catalogue/schema';
import { isSetForAll } from '../../../engine/processSettings';
import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction } from '../../../syntax/query';
import { asksForLoop, asyncCallerOf, awaitedInstead, expectsFailure, isDeferred, wrappedDriver } from '../loopDrivers';

const messages = {
  nested: '`{callee}` raises RuntimeError in async function `{function}`: a loop runs already',
  helper: '`{callee}` raises RuntimeError when async function `{caller}` calls `{function}`',
} as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages,
  knownCalls: { facts: ['drivesLoop'], check: (node, context, api) => nested(node, api, context) },
  visit: {
    call(node, context) {
      const api = wrappedDriver(node, context);
      return api === undefined ? undefined : nested(node, api, context);
    },
  },
  fixes: {
    awaitInstead: {
      kind: 'unsafe',
      title: 'Await it instead',
      edits: (node, _args, context) => (node.is('call') ? awaitedInstead(node, context) : undefined),
    },
  },
});

/** What is said of a call that drives a loop, where one runs already. */
function nested(call: SyntaxNode<'call'>, api: NamedApi, context: Context): ReturnType<Context['finding']> | undefined {
  const owner = enclosingFunction(call);
  if (owner === undefined || asksForLoop(owner, context) || expectsFailure(call, context) || isSetForAll('nested-loops', context.view))
    return undefined;
  const { view, finding } = context;
  const callee = call.field('function');
  const data = { callee: shownName(callee.text, api.name), function: owner.field('name').text };
  const where = view.runsOn(call);
  if (where === 'event-loop') return finding(callee, 'nested', data, { fixes: [{ id: 'awaitInstead' }] });
  const caller = where === 'caller' && !isDeferred(call) ? asyncCallerOf(owner, context) : undefined;
  if (caller === undefined) return undefined;
  const related = [{ file: view.file, range: caller.call, message: `Called on the event loop by \`${caller.name}\`` }];
  return finding(callee, 'helper', { ...data, caller: caller.name }, { related });
}

/** The name as the code writes it where that is short, else the full one. */
function shownName(text: string, name: string): string {
  return text.length <= 40 && /^[\w.()]+$/.test(text) ? text : name;
}

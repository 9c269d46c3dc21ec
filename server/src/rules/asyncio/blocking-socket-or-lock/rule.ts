import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { NamedApi } from '../../../catalogue/schema';
import type { Finding, FixRequest } from '../../../engine/finding';
import type { CheckContext } from '../../../engine/rule';
import { isToldNotToWait } from '../../../engine/waiting';
import type { SyntaxNode } from '../../../syntax/node';
import { descendants, enclosingFunction, isAsync } from '../../../syntax/query';
import { blockingCall, threadFixes, wrapInThread } from '../shared';
import { enteredBy } from '../taskGroups';

const messages = {
  blocks: '`{callee}` blocks the event loop in async function `{function}`',
  held: 'Lock `{lock}` is held across an `await` in async function `{function}`',
  left: 'Leaving `{pool}` waits for its threads in async function `{function}`',
  lent: 'Lock `{lock}` is held across a `yield` in async generator `{function}`',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages,
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['socket', 'lock'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      const { api, data, related } = blocking;
      return context.finding(node.field('function'), 'blocks', data, { related, fixes: fixesOf(node, api, context) });
    },
  },
  visit: {
    with_item(node, context) {
      const statement = node.parent?.parent;
      if (statement?.is('with_statement') !== true || isAsync(statement)) return undefined;
      const owner = enclosingFunction(statement);
      const wait = owner !== undefined && isAsync(owner) ? firstAwait(statement) : undefined;
      const value = node.field('value');
      const lock = value.is('as_pattern') ? value.children[0] : value;
      if (owner !== undefined && lock !== undefined && isAsync(owner) && wait === undefined) return leftPool(node, owner, context);
      if (owner === undefined || wait === undefined || lock === undefined || !isLock(lock, context)) return undefined;
      if (context.view.runsOn(statement) !== 'event-loop' || isWhereNobodyWaits(statement, context.view)) return undefined;
      const data = { lock: shownLock(lock), function: owner.field('name').text };
      const related = [{ file: context.view.file, range: wait, message: 'The function gives way here' }];
      return context.finding(lock, wait.is('yield') ? 'lent' : 'held', data, { related });
    },
  },
  fixes: { wrapInThread },
});

/**
 * A lock that a thread takes may belong to that thread, and one that it takes after the task was cancelled is never given
 * back; both hold for whatever can be acquired.
 */
function fixesOf(call: SyntaxNode<'call'>, api: NamedApi, { catalogue }: CheckContext): readonly FixRequest[] {
  const owner = api.name.slice(0, api.name.lastIndexOf('.'));
  return catalogue.lookup(`${owner}.acquire`) === undefined ? threadFixes(call, api) : [];
}

/** `with ThreadPoolExecutor() as pool:`, in which work is begun that nothing waits for before the end of the block does. */
function leftPool(item: SyntaxNode<'with_item'>, owner: SyntaxNode<'function_definition'>, context: Context): Finding | undefined {
  const { view, catalogue, finding } = context;
  const { value, target } = enteredBy(item);
  const statement = item.parent?.parent;
  if (value?.is('call') !== true || target?.is('identifier') !== true || statement?.is('with_statement') !== true) return undefined;
  if (catalogue.lookup(`${view.typeOf(value)?.type ?? ''}.shutdown`)?.blocks !== 'lock') return undefined;
  if (view.runsOn(statement) !== 'event-loop' || isWhereNobodyWaits(statement, view)) return undefined;
  const calls = [...descendants(statement.field('body'))].flatMap((node) => (node.is('call') ? [node.field('function')] : []));
  const isBegun = calls.some(
    (callee) => callee.is('attribute') && isNamed(callee, 'submit') && callee.field('object').text === target.text,
  );
  // Where the block itself waits for what it has begun, that is told.
  if (!isBegun || calls.some((callee) => waitingNames.some((name) => isNamed(callee, name)))) return undefined;
  return finding(value, 'left', { pool: target.text, function: owner.field('name').text });
}

function isNamed(callee: SyntaxNode, name: string): boolean {
  return (callee.is('attribute') ? callee.field('attribute').text : callee.text) === name;
}

const waitingNames = ['result', 'as_completed', 'wait', 'map', 'shutdown', 'exception'];

/** Whether `with` would acquire a lock and block where it is taken. */
function isLock(expression: SyntaxNode, { view, catalogue }: CheckContext): boolean {
  const type = view.typeOf(expression)?.type;
  if (type === undefined || catalogue.lookup(`${type}.acquire`)?.blocks !== 'lock') return false;
  const makers = expression.is('identifier') ? (view.bindingOf(expression)?.declarations ?? []).map(({ value }) => value) : [expression];
  return !makers.some((maker) => {
    if (maker?.is('call') !== true) return false;
    const api = catalogue.lookup(view.nameOf(maker.field('function')));
    return api !== undefined && isToldNotToWait(maker, api, (node) => view.nameOf(node));
  });
}

/** The first place in the block at which other tasks may run. */
function firstAwait(statement: SyntaxNode<'with_statement'>): SyntaxNode | undefined {
  const isOfThisFunction = (node: SyntaxNode): boolean => !node.is('function_definition', 'lambda', 'class_definition');
  for (const node of descendants(statement.field('body'), { into: isOfThisFunction })) {
    if (node.is('await', 'yield')) return node;
    if (node.is('for_statement', 'with_statement', 'for_in_clause') && isAsync(node)) return node;
  }
  return undefined;
}

function shownLock(lock: SyntaxNode): string {
  const text = lock.is('call') ? `${lock.field('function').text}(…)` : lock.text;
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

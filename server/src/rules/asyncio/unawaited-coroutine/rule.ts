import type { NamedApi } from '../../../catalogue/schema';
import { isNeverAwaited } from '../../../engine/awaitableUses';
import { defineRule, type CheckContext } from '../../../engine/rule';
import type { Finding } from '../../../engine/finding';
import { lineEnd } from '../../../engine/lines';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingStatement } from '../../../syntax/query';

const messages = { unawaited: '`{callee}` is never awaited, so nothing of it runs' } as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { pyright: ['reportUnusedCoroutine'], mypy: ['unused-coroutine'] },
  fix: 'safe',
  messages,
  coroutineCall(node, context) {
    const { view } = context;
    // What becomes of most calls is seen from the tree alone; of one that is kept under a name, all uses have to be looked at.
    const isKept = node.parent?.is('assignment') === true;
    if (isKept && !view.givesCoroutine(node)) return undefined;
    return isNeverAwaited(node, view) && view.givesCoroutine(node) ? found(node, context) : undefined;
  },
  knownCalls: {
    facts: ['isAsync'],
    check: (node, context, api) => (isCoroutine(api) && isNeverAwaited(node, context.view) ? found(node, context) : undefined),
  },
  fixes: {
    await: {
      kind: 'safe',
      title: 'Add await',
      // Where something else of it is awaited, only its author knows what the outer `await` was for.
      edits: (node, _args, { edit }) => (isBelowAwait(node) ? undefined : edit.awaitExpression(node)),
    },
  },
});

function found(call: SyntaxNode<'call'>, { finding }: Context): Finding | undefined {
  if (isMeantSo(call)) return undefined;
  const callee = call.field('function');
  return finding(callee, 'unawaited', { callee: shown(callee) }, { fixes: [{ id: 'await' }] });
}

/** Whether a comment tells a type checker to accept this very thing: a driver whose stub says more than it does, mostly. */
function isMeantSo(call: SyntaxNode<'call'>): boolean {
  const statement = enclosingStatement(call);
  const beside = statement?.parent?.parts.find((part) => part.is('comment') && part.start >= statement.end);
  if (statement === undefined || beside === undefined || beside.start > lineEnd(call.tree.text, statement.end)) return false;
  return /\[[^\]]*\b(?:unused-coroutine|reportUnusedCoroutine)\b/.test(beside.text);
}

/** `await load()[0]`, `await load().close()`. */
function isBelowAwait(expression: SyntaxNode): boolean {
  let outer = expression.parent;
  while (outer?.is('attribute', 'subscript', 'call') === true) outer = outer.parent;
  return outer?.is('await') === true;
}

/** Sessions of databases have a rule of their own; tasks and futures go on without being awaited. */
function isCoroutine(api: NamedApi): boolean {
  if (api.isStarted === true || api.mustKeep === true) return false;
  return api.library !== 'sqlalchemy' && api.library !== 'sqlmodel';
}

/** How the code writes the callee, shortened where that is long. */
function shown(callee: SyntaxNode): string {
  const { text } = callee;
  if (text.length <= 40 && !text.includes('\n')) return text;
  return callee.is('attribute') ? `….${callee.field('attribute').text}` : `${text.slice(0, 39)}…`;
}

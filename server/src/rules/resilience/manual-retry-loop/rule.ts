import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, bodyStatements, descendants, enclosingFunction } from '../../../syntax/query';
import { isInTests } from '../retryPolicy';

const messages = {
  inFunction: 'The loop in `{function}` is a retry written by hand',
  atTop: 'The loop is a retry written by hand',
} as const;

type Context = CheckContext<typeof messages>;
type Loop = SyntaxNode<'for_statement' | 'while_statement'>;

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'none',
  messages,
  namedCalls: {
    names: ['sleep'],
    check: (call, context: Context): Finding | undefined => {
      const found = retryAround(call);
      if (found === undefined || isInTests(context.view) || firstSleep(found.loop)?.id !== call.id) return undefined;
      const owner = enclosingFunction(found.loop)?.field('name').text;
      const { start } = found.loop;
      const at = { start, end: found.loop.field('body').start - 1 };
      const header = { start, end: start + context.view.tree.text.slice(start, at.end).trimEnd().length };
      return owner === undefined ? context.finding(header, 'atTop', {}) : context.finding(header, 'inFunction', { function: owner });
    },
  },
});

/** The loop that tries again after a pause: it waits where it caught an error, or after that, and leaves when it succeeds. */
function retryAround(call: SyntaxNode<'call'>): { readonly loop: Loop } | undefined {
  let attempt: SyntaxNode<'try_statement'> | undefined;
  for (const outer of ancestors(call)) {
    if (outer.is('function_definition', 'lambda', 'class_definition')) return undefined;
    if (outer.is('except_clause') && outer.parent?.is('try_statement') === true) attempt ??= outer.parent;
    if (!outer.is('for_statement', 'while_statement')) continue;
    attempt ??= bodyStatements(outer.field('body')).find((statement) => statement.is('try_statement'));
    const isTried = attempt !== undefined && attempt.parent?.parent?.id === outer.id;
    return isTried && attempt !== undefined && isCounted(outer) && leavesOnSuccess(attempt, outer) ? { loop: outer } : undefined;
  }
  return undefined;
}

/** `while …` or `for attempt in range(…)`: a loop over things does not do the same again. */
function isCounted(loop: Loop): boolean {
  if (!loop.is('for_statement')) return true;
  const over = loop.field('right');
  return over.is('call') && /^(?:range|count|itertools\.count)$/.test(over.field('function').text) && !usesCounterAsData(loop);
}

/** Pages are counted too: what the counter is handed to in the attempt is no repetition. */
function usesCounterAsData(loop: SyntaxNode<'for_statement'>): boolean {
  const counter = loop.field('left').text;
  const attempt = bodyStatements(loop.field('body')).find((statement) => statement.is('try_statement'));
  const block = attempt?.children.find((child) => child.is('block'));
  return block !== undefined && [...descendants(block)].some((node) => node.is('identifier') && node.text === counter && !isInLog(node));
}

function isInLog(node: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.is('block')) return false;
    if (outer.is('call') && /(?:debug|info|warning|error|exception|print)$/.test(outer.field('function').text)) return true;
  }
  return false;
}

/** Whether the attempt, once it has not failed, ends the loop: a worker that goes on with the next piece of work is none. */
function leavesOnSuccess(attempt: SyntaxNode<'try_statement'>, loop: Loop): boolean {
  const after = bodyStatements(loop.field('body')).filter(({ start }) => start >= attempt.end);
  const [body] = attempt.children;
  const ends = [
    body,
    ...attempt.children.filter((child) => child.is('else_clause')).map((clause) => clause.children[0]),
    ...after.slice(-1).map((last) => last.parent),
  ];
  return ends.some((block) => {
    const last = bodyStatements(block).at(-1);
    return last?.is('return_statement', 'break_statement') === true && last.start > attempt.start;
  });
}

function firstSleep(loop: Loop): SyntaxNode | undefined {
  for (const node of descendants(loop)) {
    const callee = node.is('call') ? node.field('function') : undefined;
    if ((callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === 'sleep') return node;
  }
  return undefined;
}

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
      const owner = ownerOf(found.loop);
      const { start } = found.loop;
      const at = { start, end: found.loop.field('body').start - 1 };
      const header = { start, end: start + context.view.tree.text.slice(start, at.end).trimEnd().length };
      return owner === undefined ? context.finding(header, 'atTop', {}) : context.finding(header, 'inFunction', { function: owner });
    },
  },
});

/** The function that the loop is written in; around a `wrapper`, the decorator that people know by its name. */
function ownerOf(loop: Loop): string | undefined {
  const owner = enclosingFunction(loop);
  const name = owner?.field('name').text;
  const outer = owner !== undefined && name?.includes('wrap') === true ? ownerAround(owner) : undefined;
  return outer ?? name;
}

function ownerAround(owner: SyntaxNode): string | undefined {
  const outer = [...ancestors(owner)].filter((node) => node.is('function_definition'));
  return outer.at(-1)?.field('name').text;
}

/** The loop that tries again after a pause: it waits where it caught an error, or after that, and leaves when it succeeds. */
function retryAround(call: SyntaxNode<'call'>): { readonly loop: Loop } | undefined {
  let attempt: SyntaxNode<'try_statement'> | undefined;
  for (const outer of ancestors(call)) {
    if (outer.is('function_definition', 'lambda', 'class_definition')) return undefined;
    if (outer.is('except_clause') && outer.parent?.is('try_statement') === true) attempt ??= outer.parent;
    if (!outer.is('for_statement', 'while_statement')) continue;
    attempt ??= bodyStatements(outer.field('body')).find((statement) => statement.is('try_statement'));
    const isTried = attempt !== undefined && attempt.parent?.parent?.id === outer.id;
    if (!isTried || attempt === undefined || !isCounted(outer) || !leavesOnSuccess(attempt, outer)) return undefined;
    return isChanged(attempt) || isForLock(attempt) ? undefined : { loop: outer };
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
  return ends.some((block) => leaves(bodyStatements(block).at(-1), attempt.start));
}

/** Whether a statement leaves the loop, be it in a `with` or in one branch of an `if`. */
function leaves(last: SyntaxNode | undefined, from: number): boolean {
  if (last === undefined || last.start <= from) return false;
  if (last.is('return_statement', 'break_statement')) return true;
  if (!last.is('with_statement', 'if_statement', 'elif_clause', 'else_clause')) return false;
  return last.children.some((part) => (part.is('block') ? leaves(bodyStatements(part).at(-1), from) : leaves(part, from)));
}

/** Whether a handler gives another value to a name that the attempt is given from outside: the next attempt is not the same then. */
function isChanged(attempt: SyntaxNode<'try_statement'>): boolean {
  const inside = [...descendants(attempt.field('body'))];
  const given = new Set(inside.flatMap(targets));
  const read = inside.filter((node) => node.is('identifier', 'attribute') && !given.has(node.text) && !isInLog(node));
  return handlersOf(attempt)
    .flatMap((handler) => [...descendants(handler)].flatMap(targets))
    .some((target) => read.some(({ text }) => text === target));
}

/** The names that an assignment gives a value to: `url`, `self.url`. */
function targets(node: SyntaxNode): readonly string[] {
  const left = node.is('assignment', 'augmented_assignment') ? node.field('left') : undefined;
  return left === undefined ? [] : (left.is('identifier', 'attribute') ? [left] : left.children).map(({ text }) => text);
}

/** Whether what is tried is to get a lock that others hold, and what is caught is that they still do. */
function isForLock(attempt: SyntaxNode<'try_statement'>): boolean {
  const isAcquired = [...descendants(attempt.field('body'))].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return callee?.is('attribute') === true && callee.field('attribute').text.startsWith('acquire');
  });
  return isAcquired && handlersOf(attempt).every((handler) => /Timeout|Blocking|Lock/.test(caughtBy(handler)));
}

function caughtBy(handler: SyntaxNode): string {
  return handler.children.find((child) => !child.is('block'))?.text ?? '';
}

function handlersOf(attempt: SyntaxNode<'try_statement'>): readonly SyntaxNode[] {
  return attempt.children.filter((child) => child.is('except_clause'));
}

function firstSleep(loop: Loop): SyntaxNode | undefined {
  for (const node of descendants(loop)) {
    const callee = node.is('call') ? node.field('function') : undefined;
    if ((callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === 'sleep') return node;
  }
  return undefined;
}

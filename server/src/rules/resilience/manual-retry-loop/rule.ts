import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, bodyStatements, descendants, enclosingFunction } from '../../../syntax/query';
import { isAnotherNext, isForOthers, isInLog, isTally } from '../repeatedAttempts';
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
      if (owner !== undefined && waits.test(owner)) return undefined;
      const { start } = found.loop;
      const at = { start, end: found.loop.field('body').start - 1 };
      const header = { start, end: start + context.view.tree.text.slice(start, at.end).trimEnd().length };
      return owner === undefined ? context.finding(header, 'atTop', {}) : context.finding(header, 'inFunction', { function: owner });
    },
  },
});

/** Waiting is all that such a function is for: it asks until something is there. */
const waits = /^_*wait_/;

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
    const condition = outer.is('while_statement') ? outer.field('condition') : undefined;
    return isAnotherNext(attempt) || isForOthers(attempt) || isTally(attempt, condition) ? undefined : { loop: outer };
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

/** Whether the attempt, once it has not failed, ends the loop: a worker that goes on with the next piece of work is none. */
function leavesOnSuccess(attempt: SyntaxNode<'try_statement'>, loop: Loop): boolean {
  const after = bodyStatements(loop.field('body')).filter(({ start }) => start >= attempt.end);
  const [body] = attempt.children;
  const ends = [
    body,
    ...attempt.children.filter((child) => child.is('else_clause')).map((clause) => clause.children[0]),
    ...after.slice(-1).map((last) => last.parent),
  ];
  return ends.some((block) => leaves(lastDeed(block), attempt.start));
}

/** The last statement that is more than a note in a log. */
function lastDeed(block: SyntaxNode | undefined): SyntaxNode | undefined {
  return bodyStatements(block)
    .filter((statement) => !isNote(statement))
    .at(-1);
}

function isNote(statement: SyntaxNode): boolean {
  const call = statement.is('expression_statement') ? statement.children[0] : undefined;
  const first = call?.is('call') === true ? call.field('function') : undefined;
  return first !== undefined && isInLog(first);
}

/** Whether a statement leaves the loop, be it in a `with` or in one branch of an `if`. */
function leaves(last: SyntaxNode | undefined, from: number): boolean {
  if (last === undefined || last.start <= from) return false;
  if (last.is('return_statement', 'break_statement')) return true;
  if (!last.is('with_statement', 'if_statement', 'elif_clause', 'else_clause')) return false;
  return last.children.some((part) => (part.is('block') ? leaves(bodyStatements(part).at(-1), from) : leaves(part, from)));
}

function firstSleep(loop: Loop): SyntaxNode | undefined {
  for (const node of descendants(loop)) {
    const callee = node.is('call') ? node.field('function') : undefined;
    if ((callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === 'sleep') return node;
  }
  return undefined;
}

/** How control leaves a statement, by its shape; of values it knows `while True` and context managers that swallow exceptions. */
import type { SyntaxNode } from '../syntax/node';
import { unparenthesised } from '../syntax/query';

/** `next`: the statement after it; the others are what they are called in Python. */
export type Completion = 'next' | 'return' | 'raise' | 'break' | 'continue';

/** Whether the context manager that a call makes may swallow what its block raises. */
export type Swallows = (call: SyntaxNode<'call'>) => boolean;

const jumps: Partial<Record<SyntaxNode['kind'], Completion>> = {
  return_statement: 'return',
  raise_statement: 'raise',
  break_statement: 'break',
  continue_statement: 'continue',
};

/** The completions of a statement or block. Blocks nest no deeper than Python allows (100 levels), so this recurses. */
export function completionsOf(node: SyntaxNode, swallows: Swallows): ReadonlySet<Completion> {
  const jump = jumps[node.kind];
  if (jump !== undefined) return new Set([jump]);
  const of = (inner: SyntaxNode): ReadonlySet<Completion> => completionsOf(inner, swallows);
  if (node.is('block', 'module')) return sequence(node.children, of);
  if (node.is('if_statement')) return branches(node, of);
  if (node.is('while_statement', 'for_statement')) return loop(node, of);
  if (node.is('try_statement')) return tryStatement(node, of);
  if (node.is('with_statement')) return withStatement(node, of, swallows);
  if (node.is('match_statement')) return matchStatement(node, of);
  return onlyNext;
}

type Of = (node: SyntaxNode) => ReadonlySet<Completion>;

const onlyNext: ReadonlySet<Completion> = new Set<Completion>(['next']);

function sequence(statements: readonly SyntaxNode[], of: Of): ReadonlySet<Completion> {
  const result = new Set<Completion>(['next']);
  for (const statement of statements) {
    result.delete('next');
    addAll(result, of(statement));
    if (!result.has('next')) break;
  }
  return result;
}

function branches(node: SyntaxNode<'if_statement'>, of: Of): ReadonlySet<Completion> {
  const result = new Set(of(node.field('consequence')));
  let hasElse = false;
  for (const alternative of node.field('alternative')) {
    hasElse ||= alternative.is('else_clause');
    addAll(result, of(alternative.is('elif_clause') ? alternative.field('consequence') : blockOf(alternative)));
  }
  if (!hasElse) result.add('next');
  return result;
}

function loop(node: SyntaxNode<'while_statement' | 'for_statement'>, of: Of): ReadonlySet<Completion> {
  const result = new Set<Completion>();
  for (const completion of of(node.field('body'))) {
    if (completion === 'return' || completion === 'raise') result.add(completion);
    if (completion === 'break') result.add('next');
  }
  if (isEndless(node)) return result;
  const alternative = node.field('alternative');
  addAll(result, alternative === undefined ? onlyNext : of(blockOf(alternative)));
  return result;
}

/** `while True:` and `while 1:`. */
export function isEndless(node: SyntaxNode): boolean {
  if (!node.is('while_statement')) return false;
  const condition = unparenthesised(node.field('condition'));
  return condition.is('true') || (condition.is('integer') && Number(condition.text.replaceAll('_', '')) > 0);
}

function tryStatement(node: SyntaxNode<'try_statement'>, of: Of): ReadonlySet<Completion> {
  const result = new Set<Completion>();
  const body = of(node.field('body'));
  const elseClause = node.children.find((child) => child.is('else_clause'));
  const handlers = node.children.filter((child) => child.is('except_clause'));
  for (const completion of body) {
    if (completion === 'next' && elseClause !== undefined) continue;
    // Whether other handlers catch what the body raises by a statement of its own depends on types.
    if (completion !== 'raise' || !handlers.some(catchesAll)) result.add(completion);
  }
  if (elseClause !== undefined && body.has('next')) addAll(result, of(blockOf(elseClause)));
  for (const handler of handlers) addAll(result, of(blockOf(handler)));
  const finallyClause = node.children.find((child) => child.is('finally_clause'));
  if (finallyClause === undefined) return result;
  const last = of(blockOf(finallyClause));
  if (!last.has('next')) return last;
  for (const completion of last) if (completion !== 'next') result.add(completion);
  return result;
}

/** `except:` without a type. */
export function catchesAll(handler: SyntaxNode): boolean {
  return handler.is('except_clause') && handler.children.every((child) => child.is('block'));
}

function withStatement(node: SyntaxNode<'with_statement'>, of: Of, swallows: Swallows): ReadonlySet<Completion> {
  const body = of(node.field('body'));
  return body.has('raise') && isSwallowing(node, swallows) ? new Set([...body, 'next' as const]) : body;
}

/** Whether one of the context managers may swallow exceptions: only those that are known for it are counted on. */
export function isSwallowing(node: SyntaxNode<'with_statement'>, swallows: Swallows): boolean {
  const clause = node.children.find((child) => child.is('with_clause'));
  return (clause?.children ?? []).some((item) => {
    let value = item.is('with_item') ? unparenthesised(item.field('value')) : undefined;
    if (value?.is('as_pattern') === true) value = value.children[0];
    return value?.is('call') === true && swallows(value);
  });
}

function matchStatement(node: SyntaxNode<'match_statement'>, of: Of): ReadonlySet<Completion> {
  const result = new Set<Completion>();
  for (const clause of node.field('body').field('alternative')) addAll(result, of(clause.field('consequence')));
  if (!isTotal(node)) result.add('next');
  return result;
}

/** Whether one of the cases takes every value: `case _:`, `case name:`, without a guard. */
export function isTotal(node: SyntaxNode<'match_statement'>): boolean {
  return node
    .field('body')
    .field('alternative')
    .some((clause) => {
      const [pattern, ...others] = clause.children.filter((child) => child.is('case_pattern'));
      return clause.field('guard') === undefined && others.length === 0 && pattern !== undefined && takesAll(pattern);
    });
}

/** Whether a pattern takes every value: a name or `_`, in parentheses, with `as`, or as the last of several. */
function takesAll(pattern: SyntaxNode): boolean {
  let inner = pattern;
  for (;;) {
    const { children, parts } = inner;
    const [first, ...others] = children;
    if (inner.is('dotted_name')) return others.length === 0;
    // The grammar makes a token of `_`.
    if (first === undefined || inner.is('union_pattern')) return parts.at(-1)?.is('token') === true && parts.at(-1)?.text === '_';
    const isWrapped = inner.is('case_pattern', 'as_pattern') || (inner.is('tuple_pattern') && others.length === 0 && !inner.hasToken(','));
    if (!isWrapped) return false;
    inner = first;
  }
}

/** The block of a clause (`else`, `except`, `finally`); an empty clause of half-typed code gives the clause itself. */
export function blockOf(clause: SyntaxNode): SyntaxNode {
  return clause.children.find((child) => child.is('block')) ?? clause;
}

function addAll(into: Set<Completion>, completions: Iterable<Completion>): void {
  for (const completion of completions) into.add(completion);
}

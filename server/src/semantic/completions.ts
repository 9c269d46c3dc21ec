/** How control leaves a statement, by its shape alone. */
import type { SyntaxNode } from '../syntax/node';

/** `next`: the statement after it; the others are what they are called in Python. */
export type Completion = 'next' | 'return' | 'raise' | 'break' | 'continue';

const onlyNext: ReadonlySet<Completion> = new Set<Completion>(['next']);

/** The completions of a statement or block. Blocks nest no deeper than Python allows (100 levels), so this recurses. */
export function completionsOf(node: SyntaxNode): ReadonlySet<Completion> {
  if (node.is('block', 'module')) return sequence(node.children);
  if (node.is('return_statement')) return new Set<Completion>(['return']);
  if (node.is('raise_statement')) return new Set<Completion>(['raise']);
  if (node.is('break_statement')) return new Set<Completion>(['break']);
  if (node.is('continue_statement')) return new Set<Completion>(['continue']);
  if (node.is('if_statement')) return branches(node);
  if (node.is('while_statement', 'for_statement')) return loop(node);
  if (node.is('try_statement')) return tryStatement(node);
  if (node.is('with_statement')) return withStatement(node);
  if (node.is('match_statement')) return matchStatement(node);
  return onlyNext;
}

function sequence(statements: readonly SyntaxNode[]): ReadonlySet<Completion> {
  const result = new Set<Completion>(['next']);
  for (const statement of statements) {
    result.delete('next');
    for (const completion of completionsOf(statement)) result.add(completion);
    if (!result.has('next')) break;
  }
  return result;
}

function branches(node: SyntaxNode<'if_statement'>): ReadonlySet<Completion> {
  const result = new Set(completionsOf(node.field('consequence')));
  let hasElse = false;
  for (const alternative of node.field('alternative')) {
    if (alternative.is('else_clause')) hasElse = true;
    addAll(result, completionsOf(alternative.is('elif_clause') ? alternative.field('consequence') : blockOf(alternative)));
  }
  if (!hasElse) result.add('next');
  return result;
}

function loop(node: SyntaxNode<'while_statement' | 'for_statement'>): ReadonlySet<Completion> {
  const body = completionsOf(node.field('body'));
  const alternative = node.field('alternative');
  const result = new Set<Completion>();
  for (const completion of body) {
    if (completion === 'return' || completion === 'raise') result.add(completion);
    if (completion === 'break') result.add('next');
  }
  if (isEndless(node)) return result;
  addAll(result, alternative === undefined ? onlyNext : completionsOf(blockOf(alternative)));
  return result;
}

/** `while True:` and `while 1:`. */
export function isEndless(node: SyntaxNode): boolean {
  if (!node.is('while_statement')) return false;
  const condition = node.field('condition');
  return condition.is('true') || (condition.is('integer') && condition.text !== '0');
}

function tryStatement(node: SyntaxNode<'try_statement'>): ReadonlySet<Completion> {
  const result = new Set<Completion>();
  const body = completionsOf(node.field('body'));
  const elseClause = node.children.find((child) => child.is('else_clause'));
  const handlers = node.children.filter((child) => child.is('except_clause'));
  for (const completion of body) {
    // What the body raises by a statement of its own may be caught here; whether it is depends on types.
    if (completion !== 'next' || elseClause === undefined) result.add(completion);
  }
  if (elseClause !== undefined && body.has('next')) addAll(result, completionsOf(blockOf(elseClause)));
  for (const handler of handlers) addAll(result, completionsOf(blockOf(handler)));
  const finallyClause = node.children.find((child) => child.is('finally_clause'));
  if (finallyClause === undefined) return result;
  const last = completionsOf(blockOf(finallyClause));
  if (!last.has('next')) return last;
  for (const completion of last) if (completion !== 'next') result.add(completion);
  return result;
}

function withStatement(node: SyntaxNode<'with_statement'>): ReadonlySet<Completion> {
  const body = completionsOf(node.field('body'));
  // A context manager may swallow what its block raises: only the suppressing ones of the standard library are counted on.
  return body.has('raise') && isSuppressing(node) ? new Set([...body, 'next' as const]) : body;
}

function isSuppressing(node: SyntaxNode<'with_statement'>): boolean {
  const clause = node.children.find((child) => child.is('with_clause'));
  return (clause?.children ?? []).some((item) => {
    const value = item.is('with_item') ? item.field('value') : undefined;
    return value?.is('call') === true && /(^|\.)suppress$/.test(value.field('function').text);
  });
}

function matchStatement(node: SyntaxNode<'match_statement'>): ReadonlySet<Completion> {
  const result = new Set<Completion>();
  let isTotal = false;
  for (const clause of node.field('body').field('alternative')) {
    addAll(result, completionsOf(clause.field('consequence')));
    isTotal ||= clause.field('guard') === undefined && clause.children.some((child) => child.is('case_pattern') && child.text === '_');
  }
  if (!isTotal) result.add('next');
  return result;
}

/** The block of a clause (`else`, `except`, `finally`); an empty clause of half-typed code gives the clause itself. */
export function blockOf(clause: SyntaxNode): SyntaxNode {
  return clause.children.find((child) => child.is('block')) ?? clause;
}

function addAll(into: Set<Completion>, completions: Iterable<Completion>): void {
  for (const completion of completions) into.add(completion);
}

/**
 * Calls that are started for each of many things, all at once: given to a gather, or started in a task group by a loop.
 *
 * Invariant: one form of many is told for each gather: the first one that it is given.
 */
import type { Catalogue } from '../../catalogue/schema';
import { freshName } from '../../engine/following';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { enclosing, enclosingFunction, enclosingStatement } from '../../syntax/query';
import { eachCall, type Each } from './limitedGather';
import { groupAround } from './startInGroup';

export interface Started {
  /** The call for each element, or the function that is mapped. */
  readonly made: SyntaxNode;
  readonly callee: SyntaxNode;
  readonly isMapped: boolean;
  readonly iterable: SyntaxNode;
  /** The loop that starts them, in a task group. */
  readonly loop: SyntaxNode | undefined;
  /** Undefined where an element has a form that a function cannot take. */
  readonly each: Each | undefined;
}

/** `gather(*[f(x) for x in xs])`, also as a generator, beside other arguments, or where the list has a name; `gather(*map(f, xs))`. */
export function gatheredEach(gather: SyntaxNode<'call'>, view: FileView): Started | undefined {
  for (const argument of gather.field('arguments').children) {
    const given = argument.is('list_splat') ? argument.children[0] : undefined;
    const many = given?.is('identifier') === true ? listOf(given, gather, view) : given;
    const found = many === undefined ? undefined : (comprehended(many) ?? mapped(many, view));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The one list that a name of the same function stands for; an empty one that it stands for otherwise brings nothing. */
function listOf(name: SyntaxNode<'identifier'>, gather: SyntaxNode, view: FileView): SyntaxNode | undefined {
  const values = (view.bindingOf(name)?.declarations ?? []).map(({ kind, value }) => (kind === 'assignment' ? value : undefined));
  const [value, ...others] = values.filter((each) => each?.is('list') !== true || each.children.length > 0);
  if (value === undefined || others.length > 0) return undefined;
  return enclosingFunction(value)?.id === enclosingFunction(gather)?.id ? value : undefined;
}

function comprehended(value: SyntaxNode): Started | undefined {
  if (!value.is('list_comprehension', 'generator_expression')) return undefined;
  const made = started(value.field('body'));
  const [, clause, ...clauses] = value.children;
  if (!made.is('call') || clause?.is('for_in_clause') !== true || clause.hasToken('async')) return undefined;
  if (clauses.some((each) => each.is('for_in_clause'))) return undefined;
  const [iterable] = clause.field('right');
  if (iterable === undefined) return undefined;
  const each = eachCall(made, clause.field('left'));
  return { made, callee: made.field('function'), isMapped: false, iterable, loop: undefined, each };
}

/** The call that a task is made of: `asyncio.create_task(f(x))`. */
function started(call: SyntaxNode): SyntaxNode {
  const callee = call.is('call') ? call.field('function') : undefined;
  const name = callee?.is('attribute') === true ? callee.field('attribute').text : callee?.text;
  const inner = call.is('call') && (name === 'create_task' || name === 'ensure_future') ? call.field('arguments').children[0] : undefined;
  return inner ?? call;
}

function mapped(value: SyntaxNode, view: FileView): Started | undefined {
  if (!value.is('call') || view.nameOf(value.field('function')) !== 'builtins.map') return undefined;
  const [made, iterable, ...others] = value.field('arguments').children;
  if (made?.is('identifier', 'attribute') !== true || iterable === undefined || others.length > 0 || iterable.is('list_splat'))
    return undefined;
  const item = freshName('item', enclosingStatement(value) ?? value, view);
  return { made, callee: made, isMapped: true, iterable, loop: undefined, each: { call: `${made.text}(${item})`, names: [item] } };
}

/** `for x in xs: group.create_task(f(x))`, in a task group that ends after the loop. */
export function startedEach(starting: SyntaxNode<'call'>, knowledge: { view: FileView; catalogue: Catalogue }): Started | undefined {
  const loop = enclosing(starting, 'for_statement', 'while_statement', 'with_statement', 'function_definition', 'lambda');
  const made = starting.field('arguments').children[0];
  if (loop?.is('for_statement') !== true || loop.hasToken('async') || made?.is('call') !== true) return undefined;
  const callee = starting.field('function');
  const group = starting.parent?.is('expression_statement') === true ? groupAround(starting, knowledge) : undefined;
  if (group === undefined || !callee.is('attribute') || callee.field('object').text !== group) return undefined;
  const each = eachCall(made, loop.field('left'));
  return { made, callee: made.field('function'), isMapped: false, iterable: loop.field('right'), loop, each };
}

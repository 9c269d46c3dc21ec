/**
 * Tasks that are given what a `with` around them closes.
 *
 * Invariant: whatever may be a wait for the task, or may last as long as it, counts as one.
 */
import type { Catalogue } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, isWithin } from '../../syntax/query';
import { enteredBy, isStart, itemsOf, ownNodes, taskGroupOf } from './taskGroups';

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

export interface Resource {
  readonly name: string;
  readonly item: SyntaxNode<'with_item'>;
  readonly block: SyntaxNode;
}

/** The innermost resource around a call that starts a task, which the task is given and which does not wait for it. */
export function resourceOf(start: SyntaxNode<'call'>, owner: SyntaxNode, knowledge: Knowledge): Resource | undefined {
  const given = givenTo(start);
  for (const outer of ancestors(start)) {
    if (outer.id === owner.id || outer.is('lambda', 'class_definition')) return undefined;
    if (!outer.is('with_statement') || !isWithin(start, outer.field('body'))) continue;
    const group = taskGroupOf(outer, knowledge);
    // What stands around its group is closed after the group has waited.
    if (group !== undefined && isStart(start, group)) return undefined;
    for (const item of itemsOf(outer)) {
      const { value, target } = enteredBy(item);
      if (target?.is('identifier') !== true || !given.has(target.text) || value === undefined) continue;
      if (isClosed(value, target, knowledge)) return { name: target.text, item, block: outer.field('body') };
    }
  }
  return undefined;
}

/** The names that the task gets: those that the coroutine is called with, and the object that it is a method of. */
function givenTo(start: SyntaxNode<'call'>): ReadonlySet<string> {
  const names = new Set<string>();
  const [first, ...others] = start.field('arguments').children;
  if (first?.is('call') === true) addNames(names, first.field('function'), first.field('arguments').children);
  else if (first !== undefined) addNames(names, first, others);
  return names;
}

function addNames(names: Set<string>, callee: SyntaxNode, passed: readonly SyntaxNode[]): void {
  if (callee.is('attribute')) names.add(callee.field('object').text);
  for (const argument of passed) {
    const value = argument.is('keyword_argument') ? argument.field('value') : argument;
    if (value.is('identifier')) names.add(value.text);
  }
}

/** Whether the catalogue knows that leaving the `with` closes what it gave: a client, a session, a connection, a file. */
function isClosed(value: SyntaxNode, target: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  const opened = value.is('call') ? catalogue.lookup(view.nameOf(value.field('function'))) : undefined;
  if (opened?.groupsTasks !== undefined || opened?.endsWaitOf !== undefined) return false;
  if (opened?.opens === true || opened?.pools !== undefined) return true;
  const type = catalogue.lookup(view.typeOf(target)?.type);
  return type?.pools !== undefined || closers.some((method) => type?.methods?.[method] !== undefined);
}

const closers = ['aclose', 'close'];

/** Whether the code of the block may wait for the task before it ends, or goes on for an unknown time. */
export function isPerhapsWaitedFor(start: SyntaxNode<'call'>, resource: Resource, knowledge: Knowledge): boolean {
  for (const node of ownNodes(resource.block)) {
    if (node.start < start.end) continue;
    if (node.is('yield') || (node.is('for_statement', 'with_statement', 'for_in_clause') && node.hasToken('async'))) return true;
    if (node.is('await') && !isShort(node, resource, knowledge)) return true;
  }
  return isAwaitedHere(start, resource.block) || isUsed(start, resource.block, knowledge.view);
}

function isAwaitedHere(start: SyntaxNode, block: SyntaxNode): boolean {
  for (const outer of ancestors(start)) {
    if (outer.id === block.id) return false;
    if (outer.is('await', 'return_statement')) return true;
  }
  return false;
}

/** `await session.commit()`: one known call of the resource itself, outside of a loop. */
function isShort(awaited: SyntaxNode, { name, block }: Resource, { view, catalogue }: Knowledge): boolean {
  const [call] = awaited.children;
  const callee = call?.is('call') === true ? call.field('function') : undefined;
  if (callee?.is('attribute') !== true || callee.field('object').text !== name) return false;
  if (catalogue.lookup(view.nameOf(callee)) === undefined || callee.field('attribute').text.startsWith('wait')) return false;
  for (const outer of ancestors(awaited)) {
    if (outer.id === block.id) return true;
    if (outer.is('while_statement', 'for_statement')) return false;
  }
  return true;
}

/** Whether the task is made use of in the block by something besides what keeps it: cancelled, handed on, put into an object. */
function isUsed(start: SyntaxNode<'call'>, block: SyntaxNode, view: FileView): boolean {
  const { parent } = start;
  if (parent?.is('expression_statement') === true) return false;
  if (parent?.is('assignment') !== true) return true;
  const target = parent.field('left');
  if (!target.is('identifier')) return true;
  const binding = view.bindingOf(target);
  if (binding?.scope.kind !== 'function') return true;
  return binding.references.some((reference) => isWithin(reference, block) && !isKeeping(reference));
}

/** `tasks.add(task)` and `task.add_done_callback(tasks.discard)`. */
function isKeeping(reference: SyntaxNode): boolean {
  const { parent } = reference;
  if (parent?.is('attribute') === true) return /^(add_done_callback|set_name)$/.test(parent.field('attribute').text);
  const call = parent?.is('argument_list') === true ? parent.parent : undefined;
  const callee = call?.is('call') === true ? call.field('function') : undefined;
  return (
    callee?.is('attribute') === true && /^(add|append)$/.test(callee.field('attribute').text) && callee.field('object').is('identifier')
  );
}

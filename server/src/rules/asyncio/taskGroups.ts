/**
 * What the rules on task groups share: which `with` is one, and what starts tasks in it.
 *
 * Invariant: a block counts as a task group only where the catalogue knows what opens it.
 */
import type { Api, Catalogue, NamedApi } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants } from '../../syntax/query';

export interface TaskGroup {
  readonly statement: SyntaxNode<'with_statement'>;
  /** The item that opens it: `asyncio.TaskGroup() as group`. */
  readonly item: SyntaxNode<'with_item'>;
  /** The call that makes it, in the item or above the block. */
  readonly call: SyntaxNode<'call'>;
  readonly library: string;
  readonly facts: NonNullable<Api['groupsTasks']>;
  /** What the code calls it. */
  readonly name: SyntaxNode<'identifier'> | undefined;
}

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** The task group that an `async with` opens; the last, where it opens several. */
export function taskGroupOf(statement: SyntaxNode<'with_statement'>, { view, catalogue }: Knowledge): TaskGroup | undefined {
  if (!statement.hasToken('async')) return undefined;
  for (const item of itemsOf(statement).reverse()) {
    const { value, target } = enteredBy(item);
    const call = madeBy(value, view);
    const api = call === undefined ? undefined : groupApi(call, target ?? value, { view, catalogue });
    if (call === undefined || api?.groupsTasks === undefined) continue;
    const name = [target, value].find((each) => each?.is('identifier') === true);
    return {
      statement,
      item,
      call,
      library: api.library,
      facts: api.groupsTasks,
      name: name?.is('identifier') === true ? name : undefined,
    };
  }
  return undefined;
}

/** What the catalogue says of the group: a function of the project may make it, or a class of the project be one. */
function groupApi(call: SyntaxNode<'call'>, name: SyntaxNode | undefined, { view, catalogue }: Knowledge): NamedApi | undefined {
  const known = catalogue.lookup(view.nameOf(call.field('function'))) ?? catalogue.lookup(view.typeOf(call)?.type);
  if (known !== undefined || name?.is('identifier') !== true) return known;
  // What a class inherits has the name that its base gives it.
  for (const { parent } of view.bindingOf(name)?.references ?? []) {
    const method = parent?.is('attribute') === true ? (view.nameOf(parent) ?? '') : '';
    const base = catalogue.lookup(method.slice(0, Math.max(0, method.lastIndexOf('.'))));
    if (base?.groupsTasks !== undefined) return base;
  }
  return undefined;
}

/** The call that makes what is entered, there or in the line that gives it its only name. */
function madeBy(value: SyntaxNode | undefined, view: FileView): SyntaxNode<'call'> | undefined {
  if (value?.is('call') === true) return value;
  const [declaration, ...others] = value?.is('identifier') === true ? (view.bindingOf(value)?.declarations ?? []) : [];
  return others.length === 0 && declaration?.value?.is('call') === true ? declaration.value : undefined;
}

export function itemsOf(statement: SyntaxNode<'with_statement'>): SyntaxNode<'with_item'>[] {
  const clause = statement.children.find((child) => child.is('with_clause'));
  return (clause?.children ?? []).filter((child) => child.is('with_item'));
}

/** What an item of a `with` enters, and what it binds. */
export function enteredBy(item: SyntaxNode<'with_item'>): { readonly value?: SyntaxNode; readonly target?: SyntaxNode } {
  const value = item.field('value');
  if (!value.is('as_pattern')) return { value };
  const [context] = value.children;
  const alias = value.field('alias');
  const target = alias?.is('as_pattern_target') === true ? alias.children[0] : alias;
  return { ...(context === undefined ? {} : { value: context }), ...(target === undefined ? {} : { target }) };
}

/** Whether the group's errors come out in an ExceptionGroup, by the version of its library that the project allows. */
export function wrapsErrors({ library, facts, call }: TaskGroup, view: FileView): boolean {
  const least = facts.wrapsErrorsSince?.split('.').map(Number);
  const version = view.target.library(library);
  // `trio.open_nursery(strict_exception_groups=False)` raises a single error as it is.
  if (least === undefined) return true;
  return call.field('arguments').children.length === 0 && (version === undefined || !isOlder(version, least));
}

function isOlder(version: readonly number[], least: readonly number[]): boolean {
  const place = least.findIndex((number, index) => (version[index] ?? 0) !== number);
  return place >= 0 && (version[place] ?? 0) < (least[place] ?? 0);
}

/** The calls that start a task in the group, in the group's own function. */
export function startsIn(group: TaskGroup): readonly SyntaxNode<'call'>[] {
  return [...ownNodes(group.statement.field('body'))].filter((node) => node.is('call')).filter((call) => isStart(call, group));
}

/** Whether a call starts a task in the group: `group.create_task(…)`. */
export function isStart(call: SyntaxNode<'call'>, { name, facts }: TaskGroup): boolean {
  const callee = call.field('function');
  if (!callee.is('attribute') || !facts.starts.includes(callee.field('attribute').text)) return false;
  return callee.field('object').text === name?.text;
}

/** What belongs to the function itself and not to one inside of it. */
export function ownNodes(block: SyntaxNode, isClosed: (node: SyntaxNode) => boolean = () => false): Iterable<SyntaxNode> {
  return descendants(block, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') && !isClosed(node) });
}

/** How the code names what opens the group: `asyncio.TaskGroup`. */
export function shownGroup({ call }: TaskGroup): string {
  return call.field('function').text;
}

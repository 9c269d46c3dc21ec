/** When nobody needs to look at the errors of a gather: it is clean-up, or what is gathered looks after its own. */
import type { CheckContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants } from '../../syntax/query';
import { calledDefinition } from './calledFunctions';
import { isTestFile } from '../../engine/testFiles';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Owner = SyntaxNode<'function_definition'>;

/** Whether the errors that a gather drops are nobody's loss, or are looked at elsewhere. */
export function isLookedAfter(gather: SyntaxNode<'call'>, owner: Owner, asked: Asked): boolean {
  const { view } = asked;
  if (isCleanUpName(owner.field('name').text) || view.roleOf(owner)?.kind === 'test' || isTestFile(view)) return true;
  for (const outer of ancestors(gather)) {
    if (outer.id === owner.id) break;
    if (outer.is('finally_clause', 'except_clause')) return true;
  }
  if (cancelsBefore(gather, owner)) return true;
  const gathered = gatheredIn(gather, view);
  if (gathered === undefined) return true;
  return gathered.length > 0 && gathered.every((call) => isCleanUpName(lastName(call.field('function'))) || isHarmless(call, asked));
}

/** Whether no error comes out of the call, for all that its library or its own code says. */
function isHarmless(call: SyntaxNode<'call'>, { view, catalogue }: Asked): boolean {
  const api = catalogue.lookup(view.nameOf(call.field('function')));
  // A queue that holds what it is given lets its callers wait; it fails only once it was shut down.
  if (api?.isAsync === true && (api.raises?.length === 0 || api.puts === 'waits')) return true;
  return catchesItself(call, view);
}

function isCleanUpName(name: string): boolean {
  return /(^|_)(a?(close|exit|drain)|stop|shut_?down|clean|cleanup|disconnect|tear_?down|cancel|dispose|destroy|discard|prune|release|terminate|kill|unsubscribe|unload|clear|remove|reap|wait_closed)(_|$|\d)/i.test(
    name,
  );
}

/** Waiting for tasks after cancelling them is what `return_exceptions=True` is for. */
function cancelsBefore(gather: SyntaxNode, owner: Owner): boolean {
  for (const node of descendants(owner.field('body'))) {
    if (node.start >= gather.start) return false;
    if (node.is('call') && /(^|_)cancel(_|$)|^set_exception$|^add_done_callback$/i.test(lastName(node.field('function')))) return true;
  }
  return false;
}

/** The calls whose coroutines are gathered, as far as the code says; undefined where somebody asks the tasks themselves later. */
function gatheredIn(gather: SyntaxNode<'call'>, view: FileView): readonly SyntaxNode<'call'>[] | undefined {
  const found: SyntaxNode<'call'>[] = [];
  for (const argument of gather.field('arguments').children) {
    if (argument.is('keyword_argument')) continue;
    const value = argument.is('list_splat') ? argument.children[0] : argument;
    // `*self.tasks` were made elsewhere, perhaps with somebody who looks.
    if (argument.is('list_splat') && value?.is('attribute') === true) return undefined;
    if (value?.is('identifier') !== true) found.push(...madeBy(value, view));
    else {
      const binding = view.bindingOf(value);
      if (binding?.references.some((reference) => reference.start > gather.end && !isLength(reference)) === true) return undefined;
      for (const { value: made } of binding?.declarations ?? []) found.push(...madeBy(made, view));
      for (const reference of binding?.references ?? []) found.push(...addedTo(reference, view));
    }
  }
  return found;
}

function isLength(reference: SyntaxNode): boolean {
  const call = reference.parent?.parent;
  return call?.is('call') === true && call.field('function').text === 'len';
}

/** `tasks.append(work(item))`. */
function addedTo(list: SyntaxNode, view: FileView): readonly SyntaxNode<'call'>[] {
  const method = list.parent;
  const call = method?.parent;
  if (method?.is('attribute') !== true || call?.is('call') !== true || !/^(append|add)$/.test(method.field('attribute').text)) return [];
  return madeBy(call.field('arguments').children[0], view);
}

/** The call that makes a coroutine: inside of a comprehension, a list, a task. */
function madeBy(value: SyntaxNode | undefined, view: FileView): readonly SyntaxNode<'call'>[] {
  if (value?.is('list', 'tuple', 'set') === true) return value.children.flatMap((each) => [...madeBy(each, view)]);
  if (value?.is('list_comprehension', 'generator_expression', 'set_comprehension') === true) return madeBy(value.field('body'), view);
  if (value?.is('call') !== true) return [];
  const isTask = /^(create_task|ensure_future|wait_for|shield)$/.test(lastName(value.field('function')));
  const [first] = value.field('arguments').children;
  return isTask && first?.is('call') === true ? madeBy(first, view) : [value];
}

/**
 * Whether the called function is in view and lets no error out: whatever it awaits stands in a `try` that catches everything, or is
 * such a function again.
 */
function catchesItself(call: SyntaxNode<'call'>, view: FileView, depth = 2): boolean {
  const definition = calledDefinition(call.field('function'), view);
  if (definition === undefined || depth === 0) return false;
  const body = definition.field('body');
  const awaited = [...descendants(body, { into: (node) => !node.is('function_definition', 'lambda') })].filter((node) => node.is('await'));
  return (
    awaited.length > 0 &&
    awaited.every((node) => {
      const [inner] = node.children;
      if (isGuarded(node, body, view) || inner?.is('call') !== true) return isGuarded(node, body, view);
      return isCleanUpName(lastName(inner.field('function'))) || catchesItself(inner, view, depth - 1);
    })
  );
}

/** Whether a `try` that catches everything stands around: also around its own handlers and its `finally`, which its author looked at. */
function isGuarded(node: SyntaxNode, body: SyntaxNode, view: FileView): boolean {
  for (const outer of ancestors(node)) {
    if (outer.id === body.id) return false;
    if (outer.is('try_statement') && outer.children.some((child) => catchesAll(child, view))) return true;
  }
  return false;
}

function catchesAll(handler: SyntaxNode, view: FileView): boolean {
  if (!handler.is('except_clause')) return false;
  const [first] = handler.children;
  if (first === undefined || first.is('block')) return true;
  return /^builtins\.(Base)?Exception$/.test(view.nameOf(first.is('as_pattern') ? first.children[0] : first) ?? '');
}

function lastName(callee: SyntaxNode): string {
  return callee.is('attribute') ? callee.field('attribute').text : callee.text;
}

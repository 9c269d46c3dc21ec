/** When nobody needs to look at the errors of a gather: it is clean-up, or what is gathered looks after its own. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, bodyStatements, descendants, enclosingClass } from '../../syntax/query';

type Owner = SyntaxNode<'function_definition'>;

/** Whether the errors that a gather drops are nobody's loss, or are looked at elsewhere. */
export function isLookedAfter(gather: SyntaxNode<'call'>, owner: Owner, view: FileView): boolean {
  if (isCleanUpName(owner.field('name').text) || view.roleOf(owner)?.kind === 'test' || isTest(view)) return true;
  for (const outer of ancestors(gather)) {
    if (outer.id === owner.id) break;
    if (outer.is('finally_clause', 'except_clause')) return true;
  }
  if (cancelsBefore(gather, owner)) return true;
  const gathered = gatheredIn(gather, view);
  if (gathered === undefined) return true;
  return gathered.length > 0 && gathered.every((call) => isCleanUpName(lastName(call.field('function'))) || catchesItself(call, view));
}

function isTest(view: FileView): boolean {
  return /(^|\/)(tests?|testing)\/|(^|\/)(test_|conftest)[^/]*$|_test\.py$/.test(view.path);
}

function isCleanUpName(name: string): boolean {
  return /(^|_)(a?close|stop|shutdown|clean|cleanup|disconnect|teardown|a?exit|cancel|drain|dispose|destroy|release|terminate|kill|unsubscribe|unload|clear|remove|reap|wait_closed)(_|$|\d)|^(on_)?(shut|tear)_?down/i.test(
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

/** Whether the called function is in view and lets no error out: its work stands in a `try` that catches everything. */
function catchesItself(call: SyntaxNode<'call'>, view: FileView): boolean {
  const definition = definitionOf(call.field('function'), view);
  const statements = bodyStatements(definition?.field('body'));
  const work = statements.filter(
    (statement) => statement.is('try_statement', 'with_statement', 'for_statement', 'while_statement') || hasCall(statement),
  );
  const tried = work.flatMap((statement) => (statement.is('with_statement') ? bodyStatements(statement.field('body')) : [statement]));
  const guarded = tried.filter((statement) => statement.is('try_statement') && statement.children.some((child) => catchesAll(child, view)));
  return guarded.length > 0 && tried.every((statement) => guarded.includes(statement) || !hasAwait(statement));
}

function definitionOf(callee: SyntaxNode, view: FileView): Owner | undefined {
  if (callee.is('identifier')) {
    const node = view.bindingOf(callee)?.declarations[0]?.node;
    return node?.is('function_definition') === true ? node : undefined;
  }
  if (!callee.is('attribute') || !/^(self|cls)$/.test(callee.field('object').text)) return undefined;
  const method = callee.field('attribute').text;
  for (const member of enclosingClass(callee)?.field('body').children ?? []) {
    const definition = member.is('decorated_definition') ? member.children.at(-1) : member;
    if (definition?.is('function_definition') === true && definition.field('name').text === method) return definition;
  }
  return undefined;
}

function catchesAll(handler: SyntaxNode, view: FileView): boolean {
  if (!handler.is('except_clause')) return false;
  const [first] = handler.children;
  if (first === undefined || first.is('block')) return true;
  return /^builtins\.(Base)?Exception$/.test(view.nameOf(first.is('as_pattern') ? first.children[0] : first) ?? '');
}

function hasCall(statement: SyntaxNode): boolean {
  return [...descendants(statement)].some((node) => node.is('call'));
}

function hasAwait(statement: SyntaxNode): boolean {
  return [...descendants(statement)].some((node) => node.is('await'));
}

function lastName(callee: SyntaxNode): string {
  return callee.is('attribute') ? callee.field('attribute').text : callee.text;
}

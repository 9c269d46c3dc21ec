/** Keeps a task in a set of the module until it is done, as the documentation of asyncio advises. */
import type { Fix, FixContext } from '../../engine/rule';
import type { TextEdit } from '../../engine/finding';
import { lineEnd } from '../../engine/lines';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosing, enclosingClass, enclosingFunction, isWithin, parametersOf } from '../../syntax/query';
import { followedBy, freshName } from '../../engine/following';

/** Where a task is made, as far as the fix knows how to keep it. */
interface Making {
  readonly statement: SyntaxNode;
  /** The name that the statement gives the task; `_` stands for none. */
  readonly target: SyntaxNode | undefined;
  /** Where `.add_done_callback(…)` goes on after the call. */
  readonly chain: number | undefined;
}

export const keepInSet: Fix = {
  kind: 'unsafe',
  title: 'Keep a reference in a set',
  edits(node, _args, context) {
    const making = makingOf(node);
    const set = making === undefined ? undefined : setFor(node, context);
    if (making === undefined || set === undefined) return undefined;
    const { edit, view } = context;
    const { statement, target, chain } = making;
    const isNamed = target !== undefined && target.text !== '_';
    const name = isNamed ? target.text : freshName('task', node, view);
    const kept = [`${set.name}.add(${name})`, `${name}.add_done_callback(${set.name}.discard)`];
    const naming = isNamed ? [] : [target === undefined ? edit.insert(statement.start, `${name} = `) : edit.replace(target, name)];
    if (chain === undefined) return [...set.edits, ...naming, followedBy(statement, kept, edit)];
    const separator = `${edit.newline}${edit.indentOf(statement)}`;
    return [...set.edits, ...naming, edit.insert(chain, [...kept, name].map((line) => separator + line).join(''))];
  },
};

/** Whether the fix knows how to keep the task that a call makes. */
export function canKeep(call: SyntaxNode): boolean {
  return makingOf(call) !== undefined;
}

function makingOf(call: SyntaxNode): Making | undefined {
  const { parent } = call;
  if (parent?.is('expression_statement') === true && parent.children.length === 1)
    return { statement: parent, target: undefined, chain: undefined };
  if (parent?.is('assignment') === true) return namedMaking(parent);
  const method = parent?.parent;
  const statement = method?.parent;
  if (parent?.is('attribute') !== true || method?.is('call') !== true || statement?.is('expression_statement') !== true) return undefined;
  const isOnOneLine = !/[\r\n;]/.test(call.tree.text.slice(call.end, parent.end)) && call.tree.text.charAt(call.end) === '.';
  const isAlone =
    lineEnd(call.tree.text, statement.end) === statement.end ||
    /^\s*#/.test(call.tree.text.slice(statement.end, lineEnd(call.tree.text, statement.end)));
  return isOnOneLine && isAlone ? { statement, target: undefined, chain: call.end } : undefined;
}

function namedMaking(assignment: SyntaxNode<'assignment'>): Making | undefined {
  const statement = assignment.parent;
  const target = assignment.field('left');
  const isPlain = statement?.is('expression_statement') === true && target.is('identifier');
  return isPlain ? { statement, target, chain: undefined } : undefined;
}

interface TaskSet {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** The set of tasks that the object or the module has already, or a new one of the module below its imports. */
function setFor(node: SyntaxNode, { edit, view }: FixContext): TaskSet | undefined {
  const existing = setOfObject(node, view) ?? setOfModule(node, view);
  if (existing !== undefined) return { name: existing, edits: [] };
  // FastAPI's `background_tasks: BackgroundTasks` is a common parameter.
  const name = ['background_tasks', 'running_tasks'].find((each) => view.isFree(each, node) && view.isFree(each, view.tree.root));
  const imports = lastImport(view);
  if (name === undefined || imports === undefined) return undefined;
  const below = view.tree.root.children.find((statement) => statement.start > imports.start);
  const asyncio = edit.importModule('asyncio', below ?? imports);
  if (asyncio === undefined) return undefined;
  const line = `${edit.newline}${edit.newline}${name}: set[${asyncio.name}.Task] = set()`;
  return { name, edits: [...asyncio.edits, edit.insert(lineEnd(view.tree.text, imports.end), line)] };
}

/**
 * `self._tasks = set()` in a method of the class, or `_tasks = set()` in its body, where the code at the node stands in a
 * method of it too; or that of a base.
 */
function setOfObject(node: SyntaxNode, view: FileView): string | undefined {
  const method = enclosingFunction(node);
  const definition = method === undefined ? undefined : enclosingClass(method);
  if (
    method === undefined ||
    definition === undefined ||
    enclosing(method, 'function_definition', 'class_definition')?.id !== definition.id
  )
    return undefined;
  const [first] = parametersOf(method);
  if (first?.name.text !== 'self') return undefined;
  const body = definition.field('body');
  for (const assignment of descendants(body)) {
    const target = assignment.is('assignment') ? setsTasks(assignment, view) : undefined;
    if (target?.is('attribute') === true && target.field('object').text === 'self') return target.text;
    if (target?.is('identifier') === true && assignment.parent?.parent?.id === body.id) return `self.${target.text}`;
  }
  const inherited = view.attributesOf(first.name).find(({ name, type }) => /tasks$/i.test(name) && type === 'builtins.set');
  return inherited === undefined ? undefined : `self.${inherited.name}`;
}

/** `background_tasks = set()` on the module's level, where the code at the node sees it. */
function setOfModule(node: SyntaxNode, view: FileView): string | undefined {
  for (const statement of view.tree.root.children) {
    const assignment = statement.is('expression_statement') ? statement.children[0] : undefined;
    const target = assignment?.is('assignment') === true ? setsTasks(assignment, view) : undefined;
    if (target?.is('identifier') !== true || view.bindingOf(target)?.declarations.length !== 1) continue;
    if (isSeen(target, node, view)) return target.text;
  }
  return undefined;
}

/** What an assignment makes a set of tasks, by its name or by its annotation: `_running: set[asyncio.Task] = set()`. */
function setsTasks(assignment: SyntaxNode<'assignment'>, view: FileView): SyntaxNode | undefined {
  const value = assignment.field('right');
  const target = assignment.field('left');
  if (value?.is('call') !== true || view.nameOf(value.field('function')) !== 'builtins.set') return undefined;
  return /tasks$/i.test(target.text) || assignment.field('type')?.text.includes('Task') === true ? target : undefined;
}

/** Whether no function around the node has a variable of that name. */
function isSeen(target: SyntaxNode<'identifier'>, node: SyntaxNode, view: FileView): boolean {
  const around = view.tree.root.children.find((statement) => isWithin(node, statement));
  if (around === undefined) return false;
  for (const other of descendants(around)) {
    if (other.is('identifier') && other.text === target.text && (view.bindingOf(other)?.scope.kind ?? 'module') !== 'module') return false;
  }
  return true;
}

/**
 * The last of the imports that the file begins with, or of those beside a later import of asyncio; `try:` and `if` may stand
 * around some.
 */
function lastImport(view: FileView): SyntaxNode | undefined {
  let last: SyntaxNode | undefined;
  let isRun = true;
  for (const [index, statement] of view.tree.root.children.entries()) {
    isRun ||= importsAsyncio(statement);
    const isImport = statement.is('import_statement', 'import_from_statement', 'future_import_statement') || isGuardedImport(statement);
    const isDocstring = index === 0 && statement.is('expression_statement') && statement.children[0]?.is('string') === true;
    if (isRun && isImport) last = statement;
    else if (!isDocstring) isRun = false;
  }
  return last;
}

function importsAsyncio(statement: SyntaxNode): boolean {
  if (!statement.is('import_statement')) return false;
  return statement.field('name').some((name) => (name.is('aliased_import') ? name.field('name') : name).text === 'asyncio');
}

function isGuardedImport(statement: SyntaxNode): boolean {
  const block = statement.is('if_statement', 'try_statement') ? statement.children.find((child) => child.is('block')) : undefined;
  return block?.children[0]?.is('import_statement', 'import_from_statement') === true;
}

/**
 * What becomes of a task after it is made: whether anything that outlives the line, and the function, refers to it.
 *
 * Invariants: what is not understood counts as kept; a name or collection that only the function knows counts as kept for as
 * long as the function may use it, which is for ever where the function has no end of its own.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { decoratorsOf, descendants, enclosing, enclosingFunction, isWithin, parametersOf } from '../../syntax/query';
import { calledDefinition } from './calledFunctions';

/** `local`: only a name of the function refers to the task, and nothing makes use of that name. */
export type Fate = { readonly kind: 'kept' } | { readonly kind: 'dropped' } | { readonly kind: 'local'; readonly name: string };

const kept: Fate = { kind: 'kept' };
const dropped: Fate = { kind: 'dropped' };

/** The name under which a loop keeps the last of the tasks that its turns make, and lets go of the others. */
export function keeperOfLast(task: SyntaxNode, view: FileView): string | undefined {
  const assignment = task.parent?.is('assignment') === true ? task.parent : undefined;
  const target = assignment?.field('left');
  const loop = assignment?.parent?.parent?.parent;
  if (target?.is('identifier') !== true || loop?.is('for_statement', 'while_statement') !== true) return undefined;
  if (assignment?.parent?.parent?.id !== loop.field('body').id) return undefined;
  const binding = view.bindingOf(target);
  if (binding?.scope.kind !== 'function' || binding.scope.node.id !== enclosingFunction(loop)?.id) return undefined;
  const others = [...binding.references, ...binding.declarations.map(({ name }) => name).filter(({ id }) => id !== target.id)];
  if (others.some((other) => isWithin(other, loop) || isInnerFunctions(other, binding.scope.node))) return undefined;
  const isLeftEarly = [...descendants(loop.field('body'))].some((node) =>
    node.is('break_statement', 'return_statement', 'raise_statement'),
  );
  return isLeftEarly ? undefined : binding.name;
}

/** What becomes of the task that an expression makes. */
export function fateOfTask(task: SyntaxNode, view: FileView): Fate {
  const fate = fateOf(task, view, new Set());
  return fate.kind === 'local' && isHeldByFrame(task, view) ? kept : fate;
}

/** Calls of the event loop and of futures that do nothing with what their callback gives them. */
export function ignoresResult(callee: SyntaxNode): boolean {
  return callee.is('attribute') && callbackTakers.has(callee.field('attribute').text);
}

export const callbackTakers: ReadonlySet<string> = new Set([
  'call_soon',
  'call_soon_threadsafe',
  'call_later',
  'call_at',
  'add_signal_handler',
  'add_done_callback',
  'add_reader',
  'add_writer',
]);
/** Methods by which neither a task nor a collection gets to anybody else. */
const idleMethods = new Set([
  'add_done_callback',
  'remove_done_callback',
  'set_name',
  'add',
  'append',
  'extend',
  'discard',
  'remove',
  'clear',
]);
const storingMethods = new Set(['add', 'append', 'appendleft', 'extend', 'insert', 'update']);
const displays = [
  'list',
  'tuple',
  'set',
  'dictionary',
  'pair',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
] as const;
/** Expressions whose value is, or has in it, the value of their part. */
const transparent = [
  ...displays,
  'parenthesized_expression',
  'expression_list',
  'list_splat',
  'keyword_argument',
  'boolean_operator',
  'interpolation',
  'string',
] as const;

/** What looks at a value and lets go of it. */
const asking = ['if_statement', 'elif_clause', 'while_statement', 'comparison_operator', 'not_operator', 'assert_statement'] as const;

/** The bindings that are being asked about already are the answer to no question: two locals that hold each other hold nothing. */
type Asked = Set<number>;

function fateOf(value: SyntaxNode, view: FileView, asked: Asked): Fate {
  let node = value;
  // What a name in the expression does with it: `(task := create_task(…))`.
  let lost: Fate = dropped;
  for (;;) {
    const { parent } = node;
    if (parent === undefined) return kept;
    if (parent.is('expression_statement', 'delete_statement')) return lost;
    if (lost.kind === 'local' && parent.is(...asking)) return lost;
    if (parent.is('assignment')) return parent.field('left').id === node.id ? kept : assigned(parent, value, view, asked);
    if (parent.is('augmented_assignment'))
      return parent.field('left').id === node.id ? dropped : heldBy(parent.field('left'), true, view, asked);
    if (parent.is('attribute')) return throughAttribute(parent, view, asked);
    if (parent.is('subscript')) return throughSubscript(parent, node, view, asked);
    if (parent.is('lambda')) return isArgumentOf(parent, ignoresResult) ? dropped : kept;
    if (parent.is('named_expression')) {
      lost = heldBy(parent.field('name'), false, view, asked);
      if (lost.kind === 'kept') return kept;
    }
    if (parent.is('conditional_expression') && parent.children[1]?.id === node.id) return kept;
    const call = callAround(node);
    if (call !== undefined) {
      const passed = passedTo(call, node, view, asked);
      if (passed !== 'goes on') return passed;
      node = call;
    } else if (parent.is(...transparent, 'conditional_expression', 'named_expression')) node = parent;
    else return kept;
  }
}

/** The call that a node is an argument of. */
function callAround(argument: SyntaxNode): SyntaxNode<'call'> | undefined {
  // A lone generator stands in the place of the list of arguments.
  const list = argument.is('generator_expression') && argument.parent?.is('call') === true ? argument : argument.parent;
  const call = list?.is('argument_list', 'generator_expression') === true ? list.parent : undefined;
  return call?.is('call') === true && call.field('arguments').id === list?.id ? call : undefined;
}

function isArgumentOf(node: SyntaxNode, accepts: (callee: SyntaxNode) => boolean): boolean {
  const call = callAround(node);
  return call !== undefined && accepts(call.field('function'));
}

/** What a call does with a task that it is given; `goes on` where its result has the task in it. */
function passedTo(call: SyntaxNode<'call'>, passed: SyntaxNode, view: FileView, asked: Asked): Fate | 'goes on' {
  const callee = call.field('function');
  const name = view.nameOf(callee);
  if (name === 'builtins.list' || name === 'builtins.set' || name === 'builtins.tuple' || name === 'builtins.len') return 'goes on';
  if (name === 'builtins.print' || isIgnoredBy(call, passed, view)) return dropped;
  if (!callee.is('attribute')) return kept;
  const method = callee.field('attribute').text;
  const object = callee.field('object');
  if (storingMethods.has(method) && isWeak(object, view)) return dropped;
  if (storingMethods.has(method) && object.is('identifier')) return heldBy(object, true, view, asked);
  // The task holds its callback, and the callback what it is bound to: that is a circle.
  if (method === 'add_done_callback' && object.is('identifier')) return heldBy(object, false, view, asked);
  return isLogging(method, object) ? dropped : kept;
}

/** Whether a name stands for a collection that keeps nothing alive. */
function isWeak(object: SyntaxNode, view: FileView): boolean {
  const [made, ...others] = object.is('identifier') ? (view.bindingOf(object)?.declarations ?? []) : [];
  const value = others.length === 0 ? made?.value : undefined;
  return value?.is('call') === true && view.nameOf(value.field('function')) === 'weakref.WeakSet';
}

/** Whether the function is in view, and does nothing with what it gets there. */
function isIgnoredBy(call: SyntaxNode<'call'>, passed: SyntaxNode, view: FileView): boolean {
  const callee = call.field('function');
  const definition = callee.is('identifier') ? calledDefinition(callee, view) : undefined;
  if (definition === undefined || decoratorsOf(definition).length > 0) return false;
  const parameters = parametersOf(definition);
  const place = call.field('arguments').children.findIndex(({ id }) => id === passed.id);
  const parameter = passed.is('keyword_argument')
    ? parameters.find(({ name }) => name.text === passed.field('name').text)
    : parameters.slice(0, place + 1).every(({ kind }) => kind.startsWith('positional'))
      ? parameters[place]
      : undefined;
  return parameter?.name.is('identifier') === true && view.bindingOf(parameter.name)?.references.length === 0;
}

/** `logger.info(…)`, told by its names. */
export function isLogging(method: string, object: SyntaxNode): boolean {
  const receiver = object.is('attribute') ? object.field('attribute').text : object.text;
  return /^(debug|info|warning|warn|error|exception|critical|log)$/.test(method) && /^_*(log|logger|logging)$/i.test(receiver);
}

/** `task.add_done_callback(f)` keeps nothing, `task.cancel()` is use enough, and `tasks.discard` without a call is what it is given to. */
function throughAttribute(attribute: SyntaxNode<'attribute'>, view: FileView, asked: Asked): Fate {
  const isCalled = attribute.parent?.is('call') === true && attribute.parent.field('function').id === attribute.id;
  const isIdle = idleMethods.has(attribute.field('attribute').text);
  if (isCalled) return isIdle ? dropped : kept;
  return isIdle && isArgumentOf(attribute, ignoresResult) ? fateOf(attribute, view, asked) : kept;
}

/** `waiting[task] = answer`: a dictionary keeps its keys. What is put into the task itself keeps nothing. */
function throughSubscript(subscript: SyntaxNode<'subscript'>, part: SyntaxNode, view: FileView, asked: Asked): Fate {
  if (!isTarget(subscript)) return kept;
  const holder = subscript.field('value');
  return holder.id === part.id ? dropped : heldBy(holder, true, view, asked);
}

/** `a = b = task`: one name that keeps it is enough. */
function assigned(first: SyntaxNode<'assignment'>, value: SyntaxNode, view: FileView, asked: Asked): Fate {
  let result: Fate = dropped;
  for (let assignment: SyntaxNode | undefined = first; assignment?.is('assignment') === true; assignment = assignment.parent) {
    const target = targetOf(assignment.field('left'), first.field('right'), value);
    const fate = target === undefined ? kept : heldBy(target, false, view, asked);
    if (fate.kind === 'kept') return kept;
    if (fate.kind === 'local') result = fate;
  }
  return result;
}

/** The target that gets the value: `b` of `a, b = f(), task`. */
function targetOf(left: SyntaxNode, right: SyntaxNode | undefined, value: SyntaxNode): SyntaxNode | undefined {
  if (!left.is('pattern_list', 'tuple_pattern', 'list_pattern')) return left;
  if (right?.is('expression_list', 'tuple', 'list') !== true || right.children.length !== left.children.length) return undefined;
  const place = right.children.findIndex((child) => isWithin(value, child));
  const target = left.children[place];
  return right.children[place]?.id === value.id ? target : undefined;
}

/** Whether the name, attribute or item that holds the task, or the collection that it is put into, keeps it. */
function heldBy(target: SyntaxNode, isCollection: boolean, view: FileView, asked: Asked): Fate {
  if (target.is('subscript')) return heldBy(target.field('value'), true, view, asked);
  const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function' || enclosingFunction(target)?.id !== binding.scope.node.id) return kept;
  if (isCollection && !binding.declarations.every((declaration) => isNewCollection(declaration.value, view))) return kept;
  const id = binding.declarations[0]?.name.id ?? target.id;
  if (asked.has(id)) return dropped;
  asked.add(id);
  const isUsed = binding.references.some(
    (reference) => isInnerFunctions(reference, binding.scope.node) || fateOf(reference, view, asked).kind === 'kept',
  );
  return isUsed ? kept : { kind: 'local', name: binding.name };
}

function isNewCollection(value: SyntaxNode | undefined, view: FileView): boolean {
  if (value?.is(...displays) === true) return true;
  return value?.is('call') === true && /^builtins\.(list|set|dict)$|^collections\./.test(view.nameOf(value.field('function')) ?? '');
}

/** Code of an inner function runs at any time, and keeps the variables that it uses. */
function isInnerFunctions(reference: SyntaxNode, scope: SyntaxNode): boolean {
  return enclosing(reference, 'function_definition', 'lambda', 'class_definition')?.id !== scope.id;
}

function isTarget(node: SyntaxNode): boolean {
  return node.parent?.is('assignment', 'augmented_assignment') === true && node.parent.field('left').id === node.id;
}

/**
 * Whether the function's own variables live for as long as the task may want them: it has no end, it waits at a `yield` as
 * fixtures and lifespans do, or the loop ends with it.
 */
function isHeldByFrame(task: SyntaxNode, view: FileView): boolean {
  const owner = enclosingFunction(task);
  if (owner === undefined) return true;
  const name = owner.field('name').text;
  if (name === 'main' || view.roleOf(owner)?.kind === 'test') return true;
  const flow = view.flow(owner);
  if (flow.everyPathFrom(task, () => false)) return true;
  for (const node of descendants(owner.field('body'), {
    into: (inner) => !inner.is('function_definition', 'lambda', 'class_definition'),
  })) {
    if (node.is('yield') && flow.canReach(task, node)) return true;
  }
  return isRunAsProgram(name, view);
}

/** `asyncio.run(start())`: the loop is closed when the function is done. */
function isRunAsProgram(name: string, view: FileView): boolean {
  for (const node of descendants(view.tree.root)) {
    if (!node.is('call') || node.field('function').text !== name) continue;
    const runner = callAround(node)?.field('function');
    if (runner !== undefined && /(^|\.)(run|run_until_complete)$/.test(runner.text)) return true;
  }
  return false;
}

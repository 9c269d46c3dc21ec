/**
 * Conditions on state of the program itself, which other tasks of the same process change.
 *
 * Invariant: a condition that asks anything else (a clock aside) is not one: what another program, a thread or a file decides
 * has nobody who could tell.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosing, enclosingClass, unparenthesised } from '../../syntax/query';

type Definition = SyntaxNode<'function_definition'>;

/** How the code writes the state that a condition asks for, if that is all it asks for. */
export function ownState(condition: SyntaxNode, owner: Definition, view: FileView): string | undefined {
  const operand = unparenthesised(condition);
  if (operand.is('not_operator')) return ownState(operand.field('argument'), owner, view);
  if (operand.is('boolean_operator')) {
    const sides = [operand.field('left'), operand.field('right')].filter((side) => !isClock(side, view));
    const states = sides.map((side) => ownState(side, owner, view));
    return states.includes(undefined) ? undefined : states[0];
  }
  if (operand.is('comparison_operator')) {
    const sides = operand.children.filter((side) => !isFixed(side, owner, view));
    const [only, ...others] = sides;
    return only === undefined || others.length > 0 ? undefined : ownState(only, owner, view);
  }
  return stateOf(operand, owner, view);
}

/** `self.ready`, a global name, `len(self.items)`, `task.done()`, `self.queue.empty()`. */
function stateOf(operand: SyntaxNode, owner: Definition, view: FileView): string | undefined {
  if (!operand.is('call')) return isChangedElsewhere(operand, owner, view) ? operand.text : undefined;
  const callee = operand.field('function');
  const passed = operand.field('arguments').children;
  if (view.nameOf(callee) === 'builtins.len') {
    const [measured] = passed;
    return measured !== undefined && isChangedElsewhere(measured, owner, view) ? operand.text : undefined;
  }
  return passed.length === 0 && tellingMethods.has(view.nameOf(callee) ?? '') ? operand.text : undefined;
}

/** What objects of asyncio say of themselves, all of which can be awaited instead. */
const tellingMethods = new Set([
  'asyncio.Event.is_set',
  'asyncio.Lock.locked',
  'asyncio.Queue.empty',
  'asyncio.Queue.full',
  'asyncio.Queue.qsize',
  'asyncio.Task.done',
  'asyncio.Future.done',
]);

/** Whether another function of the class or of the file assigns to what an expression names. */
function isChangedElsewhere(expression: SyntaxNode, owner: Definition, view: FileView): boolean {
  if (expression.is('attribute')) {
    const holder = enclosingClass(owner);
    return expression.field('object').text === 'self' && holder !== undefined && isAssignedIn(holder, expression, owner);
  }
  if (!expression.is('identifier')) return false;
  const binding = view.bindingOf(expression);
  if (binding === undefined || binding.scope.kind === 'lambda') return false;
  return binding.declarations.some(({ kind, name }) => {
    const place = enclosing(name, 'function_definition');
    return kind === 'assignment' && place !== undefined && place.id !== owner.id && place.id !== binding.scope.node.id;
  });
}

function isAssignedIn(holder: SyntaxNode, attribute: SyntaxNode, owner: Definition): boolean {
  const { text } = attribute;
  for (const node of descendants(holder)) {
    if (!node.is('attribute') || node.text !== text) continue;
    const method = enclosing(node, 'function_definition');
    const isTarget = node.parent?.is('assignment', 'augmented_assignment') === true && node.parent.field('left').id === node.id;
    // What a constructor sets is how it begins.
    if (isTarget && method !== undefined && method.id !== owner.id && method.field('name').text !== '__init__') return true;
  }
  return false;
}

/** Whether it says the same each time: a literal, or what a name of the function was given once. */
function isFixed(side: SyntaxNode, owner: Definition, view: FileView): boolean {
  if (side.is('none', 'true', 'false', 'integer', 'float', 'string')) return true;
  const binding = side.is('identifier') ? view.bindingOf(side) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  return binding?.scope.node.id === owner.id && declaration?.kind === 'assignment' && others.length === 0;
}

/** `time.monotonic() < deadline`. */
function isClock(side: SyntaxNode, view: FileView): boolean {
  for (const node of [side, ...descendants(side)])
    if (
      node.is('call') &&
      /^(time\.(time|monotonic|perf_counter)|asyncio\.AbstractEventLoop\.time)$/.test(view.nameOf(node.field('function')) ?? '')
    )
      return true;
  return false;
}

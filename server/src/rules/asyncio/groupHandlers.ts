/**
 * Turns the handlers of a `try` into `except*`.
 *
 * Invariant: Python allows no mixture, so it is done for all of them or for none.
 */
import type { Fix } from '../../engine/rule';
import type { Json } from '../../engine/finding';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, caughtBy, descendants } from '../../syntax/query';
import { attributesOfGroups, blockOf, isGroupClass, nameOfCaught } from './exceptClauses';
import { ownNodes } from './taskGroups';

export const catchGroups: Fix = {
  kind: 'unsafe',
  title: 'Catch groups with except*',
  edits(node, args, { edit, view }) {
    const statement = tryAround(node, args);
    const { major, minor } = view.target.python;
    if (statement === undefined || (major === 3 && minor < 11)) return undefined;
    const handlers = statement.children.filter((child) => child.is('except_clause'));
    if (!handlers.every((handler) => canTakeGroups(handler, view))) return undefined;
    return handlers.map((handler) => edit.insert(handler.start + 'except'.length, '*'));
  },
};

function tryAround(node: SyntaxNode, args: Json | undefined): SyntaxNode<'try_statement'> | undefined {
  const above = typeof args === 'object' && 'above' in args ? args.above : undefined;
  for (const outer of ancestors(node)) if (outer.is('try_statement') && node.start - outer.start === above) return outer;
  return undefined;
}

function canTakeGroups(handler: SyntaxNode<'except_clause'>, view: FileView): boolean {
  const caught = caughtBy(handler);
  const block = blockOf(handler);
  if (caught.length === 0 || block === undefined || handler.hasToken('*')) return false;
  // A lone cancellation that `except*` catches goes on in a group, which is no cancellation any more.
  if (caught.some((expression) => isGroupClass(expression, view) || leavingAlone.has(view.nameOf(expression) ?? ''))) return false;
  return !leavesByJump(block) && !usesAsSingle(block, nameOfCaught(handler));
}

const leavingAlone = new Set([
  'asyncio.CancelledError',
  'builtins.BaseException',
  'builtins.GeneratorExit',
  'builtins.KeyboardInterrupt',
  'builtins.SystemExit',
  'trio.Cancelled',
]);

/** `return`, and `break` and `continue` of a loop around: a syntax error in `except*`. */
function leavesByJump(block: SyntaxNode): boolean {
  for (const node of ownNodes(block)) {
    if (node.is('return_statement')) return true;
    if (node.is('break_statement', 'continue_statement') && !isInLoop(node, block)) return true;
  }
  return false;
}

function isInLoop(node: SyntaxNode, block: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.id === block.id) return false;
    if (outer.is('for_statement', 'while_statement')) return true;
  }
  return false;
}

/** Whether the code asks the caught exception for what only a single one has. */
function usesAsSingle(block: SyntaxNode, name: string | undefined): boolean {
  if (name === undefined) return false;
  return [...descendants(block)].some((node) => {
    const { parent } = node;
    if (!node.is('identifier') || node.text !== name || parent === undefined) return false;
    if (parent.is('attribute') && parent.field('object').id === node.id) return !attributesOfGroups.has(parent.field('attribute').text);
    return parent.is('argument_list') && parent.parent?.is('call') === true && parent.parent.field('function').text === 'isinstance';
  });
}

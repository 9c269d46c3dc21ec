/** What stands around a piece of code. */
import type { RoleKind } from '../project/roles';
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';
import { enclosing, enclosingFunction, isAsync } from '../syntax/query';
import { isAmongTests } from './testFiles';

export type { RoleKind } from '../project/roles';

/** Whether a function around the node, however far out, has one of these roles; what a class of tests has is there for its tests. */
export function isInRole(node: SyntaxNode, kinds: readonly RoleKind[], view: FileView): boolean {
  for (let owner = definitionAround(node); owner !== undefined; owner = definitionAround(owner)) {
    const role = view.roleOf(owner)?.kind;
    if (role !== undefined && kinds.includes(role)) return true;
  }
  return false;
}

function definitionAround(node: SyntaxNode): SyntaxNode<'function_definition' | 'class_definition'> | undefined {
  const owner = enclosing(node, 'function_definition', 'class_definition');
  return owner?.is('function_definition', 'class_definition') === true ? owner : undefined;
}

/** Before the first request nobody waits for the event loop, in a test only the test does, and on a loop of its own one coroutine. */
export function isWhereNobodyWaits(node: SyntaxNode, view: FileView): boolean {
  if (isInRole(node, quietRoles, view) || isAmongTests(view)) return true;
  const owner = enclosingFunction(node);
  return owner !== undefined && isAsync(owner) && view.runsAlone(owner);
}

const quietRoles: readonly RoleKind[] = ['lifespan', 'event-handler', 'test', 'fixture'];

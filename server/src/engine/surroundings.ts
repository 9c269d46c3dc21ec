/** What stands around a piece of code. */
import type { FileView } from '../project/view';
import type { SyntaxNode } from '../syntax/node';
import { enclosingFunction } from '../syntax/query';

export type RoleKind = NonNullable<ReturnType<FileView['roleOf']>>['kind'];

/** Whether a function around the node, however far out, has one of these roles. */
export function isInRole(node: SyntaxNode, kinds: readonly RoleKind[], view: FileView): boolean {
  for (let owner = enclosingFunction(node); owner !== undefined; owner = enclosingFunction(owner)) {
    const role = view.roleOf(owner)?.kind;
    if (role !== undefined && kinds.includes(role)) return true;
  }
  return false;
}

/** Before the first request nobody waits for the event loop, and in a test only the test does. */
export function isWhereNobodyWaits(node: SyntaxNode, view: FileView): boolean {
  return isInRole(node, quietRoles, view);
}

const quietRoles: readonly RoleKind[] = ['lifespan', 'event-handler', 'test', 'fixture'];

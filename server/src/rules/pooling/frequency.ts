/** How often a function runs: which ones are called for each request or job, and which of these make something once only. */
import type { RoleKind } from '../../engine/surroundings';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, decoratorsOf, descendants, enclosingFunction } from '../../syntax/query';

const often: ReadonlySet<RoleKind> = new Set<RoleKind>(['route', 'websocket', 'dependency', 'middleware', 'exception-handler', 'task']);

/** A function that runs for each request or job. */
export interface Called {
  readonly function: SyntaxNode<'function_definition'>;
  readonly kind: RoleKind;
}

/** The function around, of those that run for each request or job; one whose result is cached runs once. */
export function calledOften(node: SyntaxNode, view: FileView): Called | undefined {
  for (const outer of ancestors(node)) {
    if (!outer.is('function_definition')) continue;
    if (decoratorsOf(outer).some(({ text }) => text.includes('cache'))) return undefined;
    const kind = view.roleOf(outer)?.kind ?? (isCalledByRoute(outer, view) ? 'route' : undefined);
    if (kind !== undefined) return often.has(kind) ? { function: outer, kind } : undefined;
  }
  return undefined;
}

/** Whether a path operation of the file calls the function itself. */
function isCalledByRoute(definition: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return (view.bindingOf(definition.field('name'))?.references ?? []).some((reference) => {
    const call = reference.parent?.is('call') === true ? reference.parent : undefined;
    const caller = call?.field('function').id === reference.id ? enclosingFunction(reference) : undefined;
    return caller !== undefined && view.roleOf(caller)?.kind === 'route';
  });
}

/** Whether the function keeps what it got in a variable of the module, so that most calls make nothing. */
export function keepsResult(definition: SyntaxNode<'function_definition'>): boolean {
  return [...descendants(definition.field('body'))].some((node) => node.is('global_statement'));
}

export function isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
  const inner = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'lambda') });
  return [...inner].some((node) => node.is('yield'));
}

/** How often a function runs that makes something, and whether what it makes is kept. */
import type { RoleKind } from '../../engine/surroundings';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { decoratorsOf, descendants, enclosingFunction, isAsync } from '../../syntax/query';

/** A function that runs many times. */
export interface Called {
  readonly function: SyntaxNode<'function_definition'>;
  /** For each request, each job, or each item of what somebody loops over. */
  readonly per: 'request' | 'job' | 'item';
  /** What the function itself is for; undefined where it is called by one that has a role. */
  readonly role: RoleKind | undefined;
  /** The calls that lead to it, outermost first. */
  readonly links: NonNullable<ReturnType<FileView['runsPer']>>['links'];
}

/** The function around, if all files together say that it runs for each request, job or item; one whose result is cached runs once. */
export function calledOften(node: SyntaxNode, view: FileView): Called | undefined {
  const owner = enclosingFunction(node);
  if (owner === undefined || isCached(owner)) return undefined;
  const occasion = view.runsPer(owner);
  // A connection by web socket stays open, and may well have a client of its own.
  if (occasion === undefined || occasion.per === 'program' || occasion.role === 'websocket') return undefined;
  if (occasion.loopRole !== undefined && once.has(occasion.loopRole)) return undefined;
  // What a plain job runs by `asyncio.run` has a loop of its own each time, and connections belong to a loop.
  if (occasion.per === 'job' && occasion.isPlain === true && isAsync(owner)) return undefined;
  return { function: owner, per: occasion.per, role: occasion.links.length === 0 ? occasion.role : undefined, links: occasion.links };
}

/** Whether nobody but tests is known to call the function: how often it runs in a service is for its readers to say. */
export function hasNoKnownCaller(definition: SyntaxNode<'function_definition'>, view: FileView): boolean {
  if (isCached(definition)) return false;
  const occasion = view.runsPer(definition);
  if (occasion === undefined) return true;
  const role = occasion.loopRole ?? occasion.role;
  return occasion.links.length > 0 && (role === 'test' || role === 'fixture');
}

function isCached(definition: SyntaxNode<'function_definition'>): boolean {
  if (decoratorsOf(definition).some(({ text }) => text.includes('cache'))) return true;
  const outer = enclosingFunction(definition);
  return outer !== undefined && isCached(outer);
}

/** What runs once, so that its loops do no more than somebody asked for. */
const once: ReadonlySet<RoleKind> = new Set(['command', 'fixture', 'migration', 'test']);

/** Whether the function keeps what it got in a variable of the module, so that most calls make nothing. */
export function keepsResult(definition: SyntaxNode<'function_definition'>): boolean {
  return [...descendants(definition.field('body'))].some((node) => node.is('global_statement'));
}

export function isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
  const inner = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'lambda') });
  return [...inner].some((node) => node.is('yield'));
}

/**
 * What the parts of name and type inference share.
 *
 * Invariants: inference never guesses: disagreement between two bindings of a name is "unknown"; it ends, because every
 * question that is being answered is not asked again; answers are kept per node.
 */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import type { Binding, Scopes } from './scopes';

/** What the names that this file defines begin with while its module name is not known; it is no Python name. */
export const localModule = '<this>';

export interface InferredType {
  readonly type: string;
  readonly certainty: 'certain' | 'likely';
}

/** What one local class says of its members. */
export interface ClassMembers {
  /** The qualified names of its bases, as far as they are known. */
  readonly bases: readonly string[];
  /** Whether every base is known by name. */
  readonly basesKnown: boolean;
  readonly methods: ReadonlyMap<string, SyntaxNode<'function_definition'>>;
  /** What is assigned to or annotated on an attribute, by name. */
  readonly attributes: ReadonlyMap<string, readonly AttributeSource[]>;
}

export interface AttributeSource {
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
}

export interface Inference {
  readonly scopes: Scopes;
  readonly catalogue: Catalogue;
  nameOf(expression: SyntaxNode | undefined): string | undefined;
  typeOf(expression: SyntaxNode | undefined): InferredType | undefined;
  /** The type that an annotation (or a type alias's value) stands for. */
  annotated(annotation: SyntaxNode | undefined): InferredType | undefined;
  /** The local class with this qualified name. */
  localClass(name: string): SyntaxNode<'class_definition'> | undefined;
  /** The local function with this qualified name (a method of a local class included). */
  localFunction(name: string): SyntaxNode<'function_definition'> | undefined;
  membersOf(definition: SyntaxNode<'class_definition'>): ClassMembers;
}

/** The one value of a binding that has a single declaration; undefined for parameters, parts of tuples and rebound names. */
export function onlyValue(binding: Binding): SyntaxNode | undefined {
  const [declaration, ...others] = binding.declarations;
  return others.length === 0 && declaration?.kind === 'assignment' ? declaration.value : undefined;
}

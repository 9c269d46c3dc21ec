/**
 * What the parts of name and type inference share.
 *
 * Invariants: inference never guesses: disagreement between two bindings of a name is "unknown"; it ends, because a
 * question that comes back to itself is answered "unknown"; answers do not depend on what was asked before.
 */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import type { AttributeTarget, Binding, Scope, Scopes } from './scopes';
import type { Reaching } from './values';

/** What the names that this file defines begin with while its module name is not known; it is no Python name. */
export const localModule = '<this>';

/** The type argument of an object that was given another behaviour than its class has (see `alterations.ts`); it is no Python name. */
export const alteredMark = '<altered>';

/** `likely`: as far as can be seen, where something that cannot be seen might make it untrue. */
export type Certainty = 'certain' | 'likely';

/** The type of a value. */
export interface InferredType {
  /** The qualified name of a class, or a symbolic name of a value that has the type (see `symbolic.ts`). */
  readonly type: string;
  readonly certainty: Certainty;
  /** The types of a container's elements and the like; undefined for one that is not known. */
  readonly args?: readonly (InferredType | undefined)[];
}

/** The qualified or symbolic name of what an expression stands for. */
export interface InferredName {
  readonly name: string;
  readonly certainty: Certainty;
}

/** What one local class says of its members. */
export interface ClassMembers {
  /** The qualified names of its bases in order; undefined for one that is not known. */
  readonly bases: readonly (string | undefined)[];
  /** Whether `metaclass=` or another argument may change what the class body says. */
  readonly hasArguments: boolean;
  /** Everything that the body binds and that methods assign to. */
  names(): ReadonlySet<string>;
  /** Whether the body binds the name, or a method assigns to an attribute of that name. */
  has(name: string): boolean;
  hasMethod(name: string): boolean;
  /** The method of that name; undefined where there are several, and any may be meant. */
  method(name: string): SyntaxNode<'function_definition'> | undefined;
  /** What is assigned to or annotated on an attribute. */
  attribute(name: string): readonly AttributeSource[] | undefined;
}

/** One place that says what an attribute is. */
export interface AttributeSource {
  /** Undefined where something is bound that is not known, and where there is nothing but an annotation. */
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
  /** What is assigned to, where a method does that: `self.name`. */
  readonly target?: SyntaxNode;
  /** Whether it stands in the body of the class, and not in a method. */
  readonly isShared: boolean;
}

/** What the parts of inference ask one another. */
export interface Inference {
  readonly scopes: Scopes;
  readonly catalogue: Catalogue;
  nameOf(expression: SyntaxNode | undefined): string | undefined;
  /** The name together with how certain it is. */
  named(expression: SyntaxNode | undefined): InferredName | undefined;
  typeOf(expression: SyntaxNode | undefined): InferredType | undefined;
  /** What awaiting a call gives. */
  typeOfAwaited(call: SyntaxNode | undefined): InferredType | undefined;
  /** The type that a name has before the statement that changes its value. */
  typeBefore(name: SyntaxNode | undefined): InferredType | undefined;
  /** What an attribute gets that is a part of a target: `self.a, self.b = …`. */
  typeOfTarget(attribute: SyntaxNode | undefined): InferredType | undefined;
  /** What the `return` statements of a local function agree on. */
  typeOfReturns(definition: SyntaxNode | undefined): InferredType | undefined;
  /** The type that all declarations agree on of the name whose first declaration binds this identifier. */
  typeOfAll(name: SyntaxNode | undefined): InferredType | undefined;
  /** Which assignments reach the uses in a function. */
  reachingIn(scope: Scope): Reaching;
  /** The type that an annotation (or a type alias's value) stands for. */
  annotated(annotation: SyntaxNode | undefined): InferredType | undefined;
  /** The local class with this qualified name; undefined where several have it. */
  localClass(name: string): SyntaxNode<'class_definition'> | undefined;
  /** The local function with this qualified name (a method of a local class included); undefined where several have it. */
  localFunction(name: string): SyntaxNode<'function_definition'> | undefined;
  /** Everything that is assigned to attributes of the object that a name stands for. */
  assignedTo(binding: Binding): readonly AttributeTarget[];
  /**
   * Something to be worked out when it is first asked for, and kept. Whatever is kept of what answers say has to be kept in
   * this way, so that who gets it later is known to depend on the same. Undefined while it is being worked out.
   */
  once<Answer>(infer: () => Answer): () => Answer | undefined;
  membersOf(definition: SyntaxNode<'class_definition'>): ClassMembers;
  /** The classes in which members of a class are looked up, itself first; `undefined` stands for bases that are not known. */
  lineageOf(type: string): readonly (string | undefined)[];
}

/** The one value of a binding that has a single declaration; undefined for parameters, parts of tuples and rebound names. */
export function onlyValue(binding: Binding): SyntaxNode | undefined {
  const [declaration, ...others] = binding.declarations;
  return others.length === 0 && declaration?.kind === 'assignment' ? declaration.value : undefined;
}

/** A type that is certain. */
export function certainly(type: string | undefined): InferredType | undefined {
  return type === undefined ? undefined : { type, certainty: 'certain' };
}

/** The certainty of what follows from both. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  return a === 'likely' ? a : b;
}

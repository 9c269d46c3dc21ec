/** What a name may stand for at some place of a function. */
import type { SyntaxNode } from '../syntax/node';
import type { Binding, Declaration } from './scopes';

/** A question on the value of a name. */
export type Test =
  | { readonly kind: 'none'; readonly name: string }
  /** `test` is the call of `isinstance` or the pattern; `classes` a class, or several in a tuple or joined by `|`. */
  | { readonly kind: 'instance'; readonly name: string; readonly test: SyntaxNode; readonly classes: SyntaxNode };

/** A test with the answer that it had. */
export interface Outcome {
  readonly test: Test;
  readonly holds: boolean;
}

/** What a name stands for. */
export type Value =
  | { readonly kind: 'declared'; readonly declaration: Declaration }
  /** Any of them; `values` grows until the loop that they come from has been walked. */
  | { readonly kind: 'any'; readonly values: Value[] }
  | { readonly kind: 'tested'; readonly value: Value; readonly outcome: Outcome }
  /** What holds if the context manager of a block has swallowed an exception. */
  | { readonly kind: 'swallowed'; readonly value: Value; readonly statement: SyntaxNode<'with_statement'> };

/** Which assignments reach the uses in a function. */
export interface Reaching {
  /** Whether different values reach different uses of the name; if not, its only declaration tells everything. */
  isVaried(binding: Binding): boolean;
  /** The value at a node of the function itself; undefined where other functions assign to the name as well. */
  valueAt(binding: Binding, node: SyntaxNode): Value | undefined;
}

/** An assignment, and the node id from which on it holds. */
export interface Change {
  readonly at: number;
  readonly binding: Binding;
  readonly declaration: Declaration;
  /** Whether it may be left out by the expression that it stands in. */
  readonly isOptional: boolean;
}

/** The values of a name: each holds from its place up to the next. */
export interface Stretches {
  readonly from: number[];
  readonly values: Value[];
}

/** What symbolic names come to: definitions of the project, things of libraries, and objects of both. */
import type { Catalogue } from '../catalogue/schema';
import type { Certainty } from '../semantic/inference';
import type { Module, Modules } from './modules';
import type { FunctionFacts, ModuleKnowledge, ValueFact } from './summary';
import type { FileId } from './files';

/** A class of the project: the file and the path in it. */
export interface ProjectClass {
  readonly kind: 'class';
  readonly file: FileId;
  readonly path: string;
}

/** A function of the project. */
export interface ProjectFunction {
  readonly kind: 'function';
  readonly file: FileId;
  readonly path: string;
}

/** Something outside of the project (or unknown), by its dotted name. */
export interface External {
  readonly kind: 'external';
  readonly name: string;
  /** Of a method of an object: what calling it gives, where that follows from the object. */
  readonly result?: Evaluated;
}

/** An object of a class, with its type arguments. */
export interface Instance {
  readonly kind: 'instance';
  readonly of: ProjectClass | External;
  readonly args: readonly (Evaluated | undefined)[];
}

/** What a symbolic name can come to. */
export type Value =
  | { readonly kind: 'module'; readonly module: Module; readonly name: string }
  /** All that the star imports of a file bring. */
  | { readonly kind: 'stars'; readonly file: FileId }
  /** What a class has from those that it inherits from. */
  | { readonly kind: 'inherited'; readonly by: ProjectClass }
  | ProjectClass
  | ProjectFunction
  | External
  /** A class with its type arguments. */
  | { readonly kind: 'generic'; readonly of: ProjectClass | External; readonly args: readonly (Evaluated | undefined)[] }
  | Instance
  /** What calling a coroutine function gives: `result` is there once it is awaited. */
  | { readonly kind: 'coroutine'; readonly result: Evaluated | undefined }
  /** What calling a generator function gives. */
  | { readonly kind: 'generator'; readonly element: Evaluated | undefined; readonly isManager: boolean }
  /** A name that stands for a type in annotations. */
  | { readonly kind: 'type'; readonly instance: Evaluated };

/** A value, with how certain it is. */
export interface Evaluated {
  readonly value: Value;
  readonly certainty: Certainty;
}

/** What names are worked out with. */
export interface Evaluation {
  readonly catalogue: Catalogue;
  readonly modules: Modules;
  /** What a file says; undefined where it is not known. */
  readonly knowledge: (file: FileId) => ModuleKnowledge | undefined;
  /** Keeps what is worked out for the file at hand; see `Inference.once`. */
  readonly once?: ModuleKnowledge['once'];
  /** The value of a symbolic name, seen from a file. */
  readonly evaluate: (name: string, from: FileId) => Evaluated | undefined;
}

/** The same text for the same function. */
export function keyOf({ file, path }: ProjectFunction): string {
  return `${file} ${path}`;
}

/** What a function's own file says of it. */
export function factsOfFunction({ file, path }: ProjectFunction, { knowledge }: Evaluation): FunctionFacts | undefined {
  return knowledge(file)?.functionOf(path);
}

/** The value of a fact of a file. */
export function factValue(fact: ValueFact | undefined, file: FileId, evaluation: Evaluation): Evaluated | undefined {
  const found = fact?.value === undefined ? undefined : evaluation.evaluate(fact.value, file);
  return found !== undefined && fact?.likely === true ? { value: found.value, certainty: 'likely' } : found;
}

/** An object of a library's class. */
export function objectOf(type: string): Value {
  return { kind: 'instance', of: { kind: 'external', name: type }, args: [] };
}

/** A value without doubt. */
export function certain(value: Value): Evaluated {
  return { value, certainty: 'certain' };
}

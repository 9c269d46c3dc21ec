/**
 * What a file tells other files: plain data, small, the same as long as nothing changes that others can see.
 *
 * Invariants: a summary follows from its file alone, so everything that depends on others is a symbolic name in it (see
 * `semantic/symbolic.ts`), seen from this file; it survives `JSON.stringify`; where something stands is kept beside the
 * facts, and does not count when two summaries are compared.
 */

/** Where something stands: offsets in UTF-16 units, and the line and character of the start, both from 0. */
export type Place = readonly [start: number, end: number, line: number, character: number];

/** A value that a name, an attribute or a call gives. */
export interface ValueFact {
  /** The symbolic name of the value; absent where nothing is known but that there is one. */
  readonly value?: string;
  /** Set where it is not certain that the value is this one. */
  readonly likely?: true;
  /** Set for a name that stands for a type in annotations, as `SessionDep = Annotated[…]` does: `value` is one of that type. */
  readonly isType?: true;
}

/** A parameter that is empty unless it is given: its name, and its place where it has one. */
export type Need = readonly [name: string, place?: number];

/** The places and names of arguments other than `None` and `False`; `*` stands for any. */
export type Given = readonly (number | string)[];

/** A call that a function makes in its own body, and that may matter to whoever calls the function. */
export interface CallFact {
  /** The symbolic name of what is called. */
  readonly callee: string;
  readonly likely?: true;
  /** Set where the result is iterated or entered on the spot, so that the body of a generator runs too. */
  readonly isConsumed?: true;
  /** The parameters of the calling function that have to be given something, or the call is not made. */
  readonly needs?: readonly Need[];
  /** What the call gives something to; absent where it gives nothing. */
  readonly given?: Given;
  /** Where the called name stands. */
  readonly at: Place;
}

export type FunctionKind = 'function' | 'coroutine' | 'generator' | 'async-generator';

/** How a function that stands in a class is reached; `instance` for an ordinary method and for a plain function. */
export type Access = 'instance' | 'class' | 'static' | 'property';

/** A function, whether it stands in the module, in a class or in another function. */
export interface FunctionFacts {
  readonly kind: FunctionKind;
  readonly access: Access;
  /** Set for what `contextlib` makes a context manager of. */
  readonly isManager?: true;
  /** What a call gives, awaited where it is a coroutine. */
  readonly returns?: ValueFact;
  /** What a generator yields. */
  readonly yields?: ValueFact;
  /** Decorators that are not known to leave the function as it is: their symbolic names, empty for an unknown one. */
  readonly decorators?: readonly string[];
  /** Parameters, by place and by name, that are run in a worker thread. */
  readonly offloads?: readonly (number | string)[];
  /** Set where a condition chooses between sync and async code, so that nothing can be said of what it blocks on. */
  readonly choosesAsync?: true;
  /** Set where results are kept, so that the work is done once and not for each call. */
  readonly isCached?: true;
  /** Of synchronous functions only: nothing else can block whoever calls it. */
  readonly calls?: readonly CallFact[];
  /** Where its name stands. */
  readonly at: Place;
}

export interface ClassFacts {
  /** Symbolic names of the bases in order; empty for one that is not known. */
  readonly bases: readonly string[];
  /** Attributes of the class and of its objects. A member with an empty fact is there, and nothing else is known of it. */
  readonly attributes: Readonly<Record<string, ValueFact>>;
  readonly at: Place;
}

/** A file's summary. Functions and classes are named by their path in the file: `Repo.load`, `outer.inner`. */
export interface ModuleSummary {
  /** Every module that it imports or imports from, as it writes them. */
  readonly imports: readonly string[];
  readonly exports: Readonly<Record<string, ValueFact>>;
  /** The modules that it imports everything from, as it writes them. */
  readonly stars: readonly string[];
  /** The names in `__all__`, where it is a plain list. */
  readonly all?: readonly string[] | undefined;
  readonly functions: Readonly<Record<string, FunctionFacts>>;
  readonly classes: Readonly<Record<string, ClassFacts>>;
}

/** Answers about one module; made from a summary for other files, and straight from the model for the file at hand. */
export interface ModuleKnowledge {
  /** Of a file whose model is there: keeps what rests on this knowledge, so that it is known what that needed. */
  readonly once?: <Answer>(infer: () => Answer) => () => Answer | undefined;
  hasFunction(path: string): boolean;
  hasClass(path: string): boolean;
  exportOf(name: string): ValueFact | undefined;
  functionOf(path: string): FunctionFacts | undefined;
  classOf(path: string): ClassFacts | undefined;
  readonly stars: readonly string[];
  readonly all: readonly string[] | undefined;
}

/** A summary as knowledge. */
export function knowledgeOf(summary: ModuleSummary): ModuleKnowledge {
  return {
    hasFunction: (path) => Object.hasOwn(summary.functions, path),
    hasClass: (path) => Object.hasOwn(summary.classes, path),
    exportOf: (name) => own(summary.exports, name),
    functionOf: (path) => own(summary.functions, path),
    classOf: (path) => own(summary.classes, path),
    get stars() {
      return summary.stars;
    },
    get all() {
      return summary.all;
    },
  };
}

/** Names come from files, and a file may well define `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What of a summary other files depend on, as text: equal texts mean that nobody has to look again. */
export function factsOf(summary: ModuleSummary): string {
  return JSON.stringify(summary, (key, value: unknown) => (key === 'at' ? undefined : value));
}

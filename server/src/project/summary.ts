/**
 * What a file tells other files: plain data, small, the same as long as nothing changes that others can see.
 *
 * Invariants: a summary follows from its file alone, so everything that depends on others is a symbolic name in it (see
 * `semantic/symbolic.ts`), seen from this file; it survives `JSON.stringify`; where something stands is kept beside the
 * facts, and does not count when two summaries are compared.
 */

import type { WrapFact } from '../semantic/wrappers';
import type { Given } from './given';
import type { Known, Test } from './outcomes';
import type { RoleKind } from './roles';

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

/** What has to be so of a parameter, or of an attribute (`.name`) of the object that a function is a method of. */
export interface Condition {
  readonly subject: string;
  readonly test: Test;
  /** The place of the parameter, where it has one. */
  readonly place?: number;
  /** What is known of the parameter where nothing is given. */
  readonly otherwise?: Known;
  /** Set where an error is raised otherwise, so that it is mostly so. */
  readonly orRaises?: true;
}

/**
 * Where a call stands that is not always made, or not what its function is for: in a branch; in a clean-up; in what handles an
 * error, which may well be an ordinary way (`except KeyError:` asks what is not known yet); or in what is for failures alone.
 */
export type Detour = 'branch' | 'clean-up' | 'handler' | 'failure';

/** What is known of an attribute. */
export type Held = readonly [attribute: string, known: Known];

/**
 * How what is used comes to run, where that is not as in a plain call: it is awaited on the spot; a loop of its own runs what the
 * call gives, in this thread or in another; or a thread calls it.
 */
export type Runs = 'awaited' | 'on-own-loop' | 'on-own-loop-in-thread' | 'in-thread';

/** A call that a function makes in its own body, and that may matter to whoever calls the function. */
export interface CallFact {
  /** The symbolic name of what is called. */
  readonly callee: string;
  readonly likely?: true;
  /** Set where the result is iterated or entered on the spot, so that the body of a generator runs too. */
  readonly isConsumed?: true;
  readonly runs?: Runs;
  /** Set where it is made for each of many items. */
  readonly isRepeated?: true;
  /** Of each of these one has to be so, or the call is not made. */
  readonly needs?: readonly (readonly Condition[])[];
  /** Set where something has to be so that the needs say nothing of. */
  readonly when?: Detour;
  /** Set where a method is called on the object that the calling function is a method of. */
  readonly isOwn?: true;
  /** What is known of the object that a method is called on. */
  readonly held?: readonly Held[];
  /** Set where it is given what another call makes, and nothing keeps what it gives; see `isDropped`. */
  readonly isDropped?: true;
  /** What the call gives something to; absent where it gives nothing. */
  readonly given?: Given;
  /** Where the called name stands. */
  readonly at: Place;
}

/** What calling a function gives: its result, or something that has to be awaited or iterated. */
export type FunctionKind = 'function' | 'coroutine' | 'generator' | 'async-generator';

/** How a function that stands in a class is reached; `instance` for an ordinary method and for a plain function. */
export type Access = 'instance' | 'class' | 'static' | 'property';

/** A function, whether it stands in the module, in a class or in another function. */
export interface FunctionFacts {
  readonly kind: FunctionKind;
  readonly access: Access;
  /** Set for what `contextlib` makes a context manager of. */
  readonly isManager?: true | undefined;
  /** What a call gives, awaited where it is a coroutine. */
  readonly returns?: ValueFact | undefined;
  /** What a generator yields. */
  readonly yields?: ValueFact | undefined;
  /** Decorators that are not known to leave the function as it is: their symbolic names, empty for an unknown one. */
  readonly decorators?: readonly string[] | undefined;
  /** Parameters, by place and by name, that are run in a worker thread. */
  readonly offloads?: readonly (number | string)[] | undefined;
  /** Set where a condition chooses between sync and async code, so that nothing can be said of what it blocks on. */
  readonly choosesAsync?: true | undefined;
  /** Set where results are kept, so that the work is done once and not for each call. */
  readonly isCached?: true | undefined;
  /** What it puts in the place of another function, as a decorator. */
  readonly wraps?: WrapFact | undefined;
  /** What it is for, as far as it says so itself. */
  readonly role?: RoleKind | undefined;
  /** Set for a coroutine that awaits something else than sleeps and coroutines that it calls, or that starts tasks. */
  readonly awaitsMore?: true | undefined;
  /** Set for what gives a coroutine function in place of one that it decorates, at once or when it is called first. */
  readonly keepsCoroutines?: true | undefined;
  /** Of coroutines, which run by themselves, only what is called. */
  readonly calls?: readonly CallFact[] | undefined;
  /** Where its name stands. */
  readonly at: Place;
}

/** Every fact by its name, as those have to write it who pass all of them on. */
export type EveryFact = { readonly [Name in keyof Required<FunctionFacts>]: FunctionFacts[Name] };

/** A use of a function or a class, other than a call in a function's body. */
export interface UseFact {
  /** The symbolic name of what is used. */
  readonly name: string;
  readonly likely?: true;
  /** What it is handed over for; absent where it is called. */
  readonly role?: RoleKind;
  /** The path of the function that has it called; absent where the module does as it is loaded. */
  readonly by?: string;
  readonly runs?: Runs;
  readonly isRepeated?: true;
  readonly isDropped?: true;
  /** What the call gives something to; absent where it gives nothing. What is handed over is called with who knows what. */
  readonly given?: Given;
  readonly at: Place;
}

/** A class, whether it stands in the module, in another class or in a function. */
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
  readonly uses: readonly UseFact[];
  /** The last names of all that is called or used, with spaces around each, to tell quickly what need not be looked at. */
  readonly mentions: string;
  /** The names of all coroutine functions, with a space between them, for the same end. */
  readonly coroutines: string;
}

/** Answers about one module; made from a summary for other files, and straight from the model for the file at hand. */
export interface ModuleKnowledge {
  /** Of a file whose model is there: keeps what rests on this knowledge, so that it is known what that needed. */
  readonly once?: <Answer>(infer: () => Answer) => () => Answer | undefined;
  hasFunction(path: string): boolean;
  hasClass(path: string): boolean;
  exportOf(name: string): ValueFact | undefined;
  functionOf(path: string): FunctionFacts | undefined;
  /** The paths of the functions with this last name. */
  functionsNamed(name: string): readonly string[];
  /** The bases of a class; see `ClassFacts.bases`. */
  basesOf(path: string): readonly string[];
  /** The calls and other uses of what is written with this last name. */
  usesOf(name: string): readonly UseFact[];
  /** Of these, the uses that say what it is for. */
  rolesOf(name: string): readonly UseFact[];
  /** Names among which are those of all attributes of a class and its objects. Asking for one attribute needs less. */
  attributeNames(path: string): Iterable<string>;
  /** What is known of one attribute of a class and its objects; undefined where the class itself has none of that name. */
  attributeOf(path: string, name: string): ValueFact | undefined;
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
    functionsNamed: (name) => Object.keys(summary.functions).filter((path) => lastName(path) === name),
    basesOf: (path) => own(summary.classes, path)?.bases ?? [],
    usesOf: (name) => (summary.mentions.includes(` ${name} `) ? usesIn(summary, name) : []),
    rolesOf: (name) => (summary.mentions.includes(` ${name} `) ? summary.uses.filter((use) => isRoleOf(use, name)) : []),
    attributeNames: (path) => Object.keys(own(summary.classes, path)?.attributes ?? {}),
    attributeOf: (path, name) => own(own(summary.classes, path)?.attributes ?? {}, name),
    get stars() {
      return summary.stars;
    },
    get all() {
      return summary.all;
    },
  };
}

function usesIn({ functions, uses }: ModuleSummary, name: string): readonly UseFact[] {
  const found = uses.filter((use) => lastName(use.name) === name);
  for (const [path, { calls = [] }] of Object.entries(functions)) {
    for (const call of calls) if (lastName(call.callee) === name) found.push(useByCall(call, path));
  }
  return found;
}

function isRoleOf({ role, name: used }: UseFact, name: string): boolean {
  return role !== undefined && lastName(used) === name;
}

/** A call in a function as a use of what it calls. */
export function useByCall({ callee: name, likely, runs, isRepeated, isDropped, given, at }: CallFact, by: string): UseFact {
  const how = { ...(likely && { likely }), ...(runs && { runs }), ...(isRepeated && { isRepeated }) };
  return { name, by, ...how, ...(isDropped && { isDropped }), ...(given && { given }), at };
}

/** The last part of a dotted or symbolic name, as it is written next to the parentheses of a call. */
export function lastName(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const end = last.search(anyMark);
  return end < 0 ? last : last.slice(0, end);
}

const anyMark = /[[(~!@*^]/;

/** Names come from files, and a file may well define `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * What of a summary other files depend on, as text: equal texts mean that nobody has to look again. What it offers is for
 * those that import it; what it does with others only matters where it is asked who makes use of something.
 */
export function factsOf(summary: ModuleSummary): { readonly offered: string; readonly used: string } {
  const { imports, exports, stars, all, functions, classes, uses } = summary;
  const used = Object.entries(functions).map(([path, { calls, role, awaitsMore }]) => [path, calls, role, awaitsMore]);
  const functionFacts = Object.entries(functions).map(([path, { calls, ...facts }]) => {
    const runsByItself = facts.kind === 'coroutine' || facts.kind === 'async-generator';
    return [path, facts, runsByItself ? undefined : calls];
  });
  const classFacts = Object.entries(classes).map(([path, { bases, attributes }]) => [path, bases, Object.entries(attributes)]);
  // Names that files chose are no keys here, so that a key is always one of ours.
  const offered = [imports, Object.entries(exports), stars, all, functionFacts, classFacts];
  return {
    offered: JSON.stringify(offered, (key, value: unknown) => (notOffered.has(key) ? undefined : value)),
    used: JSON.stringify([uses, used], (key, value: unknown) => (key === 'at' ? undefined : value)),
  };
}

/** Where something stands, and what only matters to whoever asks who makes use of something. */
const notOffered = new Set(['at', 'isRepeated', 'isDropped', 'role', 'runs', 'awaitsMore']);

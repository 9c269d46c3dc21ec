/**
 * The one thing that rules ask.
 *
 * Invariants: answers are about one version of one file; a rule never learns how an answer was found, nor whether it came
 * from this file or another; "do not know" is `undefined` or `'unknown'`, never a guess. The view also keeps what a check
 * was told with less than certainty, so that certainty is the view's word and not the rule's.
 */
import type { BlockingKind, NamedApi, ProcessSetting } from '../catalogue/schema';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import type { Target } from '../settings/target';
import type { RunsOn } from '../semantic/execution';
import type { ControlFlow } from '../semantic/flow';
import type { Certainty } from '../semantic/inference';
import type { Binding } from '../semantic/scopes';
import type { WrapFact } from '../semantic/wrappers';
import type { ChainLink } from './callGraph';
import type { Occasion } from './callers';
import type { ProjectFile } from './files';
import type { Role } from './roles';

export type { Frequency, Occasion } from './callers';
export type { ChainLink } from './callGraph';
export type { FileId, ProjectFile } from './files';
export type { Certainty } from '../semantic/inference';
export type { RunsOn } from '../semantic/execution';
export type { Target } from '../settings/target';

/**
 * A dotted name as the catalogue writes it: `requests.get`, `builtins.open`, `requests.Session.get` for a method of a
 * value of that type. Names that this file defines begin with its module name, or with `<this>` where that is not known.
 * Relative imports keep their leading dots.
 */
export type QualifiedName = string;

/** The type of a value, with how certain it is. */
export interface TypeAnswer {
  readonly type: QualifiedName;
  readonly certainty: Certainty;
  /** Set where the object was given another behaviour than its class has: an adapter is mounted on it, a method replaced. */
  readonly isAltered?: true | undefined;
}

/** An attribute that objects of a class of the project have; the type where it is known. */
export interface AttributeAnswer {
  readonly name: string;
  readonly type: QualifiedName | undefined;
}

/** A wrapper that suits functions of one kind only. */
export interface Wrapping extends WrapFact {
  readonly certainty: Certainty;
}

/** A chain of calls, from a function that is called to what blocks. */
export interface BlockingChain {
  /** What blocks at the end. */
  readonly api: NamedApi;
  /** The calls in order: the first is made by the function that was called, the last is the one that blocks. */
  readonly links: readonly ChainLink[];
  /** Set where the called function is a generator: what blocks runs when the result is iterated, and not in the call. */
  readonly isLazy: boolean;
}

/** A parameter that comes to be `None`, which is its default. */
export interface NoneAnswer {
  /** The `None` of the default. */
  readonly none: SyntaxNode;
  /** The calls: in the first it is given nothing, or `None`, and the others pass that on. */
  readonly links: readonly ChainLink[];
  /** Whether the last call gives it `None`, so that another default would change nothing. */
  readonly isGiven: boolean;
}

/** What a rule may ask about one version of one file. */
export interface FileView extends ProjectFile {
  readonly tree: SyntaxTree;
  readonly target: Target;
  /** The qualified name that an expression stands for, through imports, aliases, typed values and `self`. */
  nameOf(expression: SyntaxNode | undefined): QualifiedName | undefined;
  /** The type of the value that an expression gives: of an awaited call, what the await gives. */
  typeOf(expression: SyntaxNode | undefined): TypeAnswer | undefined;
  /** What the class of the value declares or assigns, bases of the project included; empty for a class of a library. */
  attributesOf(expression: SyntaxNode): readonly AttributeAnswer[];
  /** The classes in a tuple of them that the expression stands for, of whichever file; undefined for one that is not known. */
  classesIn(expression: SyntaxNode): readonly (QualifiedName | undefined)[];
  /** What a decorator of another file of the project puts in the place of the function below it, where that matters to its kind. */
  wrappingBy(line: SyntaxNode<'decorator'>): Wrapping | undefined;
  /** Where the node is executed: inside its innermost function, lambda or lazy generator. */
  runsOn(node: SyntaxNode): RunsOn;
  /** Whether an argument of a call is a callable that the call runs in a worker thread (`asyncio.to_thread`'s first). */
  isOffloaded(argument: SyntaxNode): boolean;
  /**
   * The calls by which a call of the project's own code comes to wait in one of these ways; undefined when none is known.
   * A search goes through `depth` functions at most.
   */
  blockingChain(call: SyntaxNode<'call'>, ends: ReadonlySet<BlockingKind>, depth: number): BlockingChain | undefined;
  /** Whether a call is one of the project's own coroutine functions, whose body does not run before the result is awaited. */
  givesCoroutine(call: SyntaxNode<'call'>): boolean;
  /** Whether the value of an expression is a context manager of the project's own that `with` cannot enter: `async with` can. */
  isEnteredAsync(expression: SyntaxNode): boolean;
  /** What a function or class is for, by its decorators, bases and name, and by what the project's files do with it. */
  roleOf(definition: SyntaxNode<'function_definition' | 'class_definition'>): Role | undefined;
  /** How often a function runs, by its role and by those of the functions that call it; undefined where no caller is known. */
  runsPer(definition: SyntaxNode<'function_definition'>): Occasion | undefined;
  /**
   * Whether nothing else is known to wait for the event loop while a coroutine function runs: only start-up and shutdown await it,
   * or a thread runs it on a loop of its own on which there is no other task.
   */
  runsAlone(definition: SyntaxNode<'function_definition'>): boolean;
  /** By which calls a parameter, or the field that `self.name` is, comes to be `None`, which is its default; undefined where none is known. */
  noneGiven(parameter: SyntaxNode<'identifier' | 'attribute'>): NoneAnswer | undefined;
  /** A call, in whatever file, that is given a coroutine and lets go of what this function gives; undefined where none is known. */
  droppedBy(definition: SyntaxNode<'function_definition'>): ChainLink | undefined;
  /** The files of the project, this one among them, in which a call sets this for the whole process. */
  filesSetting(setting: ProcessSetting): readonly ProjectFile[];
  /** The paths through a function's body (or the module's). */
  flow(scope: SyntaxNode<'function_definition' | 'module'>): ControlFlow;
  /** The binding that a name refers to, or that a parameter or assignment target makes. */
  bindingOf(name: SyntaxNode<'identifier'>): Binding | undefined;
  /** Whether the file imports the module or anything below it. */
  imports(module: string): boolean;
  /** Whether the name, used at this node, would reach the builtin, or nothing at all: then an import may bind it. */
  isFree(name: string, at: SyntaxNode): boolean;
}

/**
 * Scopes and bindings of one file, as Python's compiler sees them.
 *
 * Invariants: one walk over each chunk finds everything, and is not repeated for a chunk of an earlier version; no other file
 * is known; a name's bindings are kept all, in the order written, and nobody here decides which of them a reader meets. Names
 * of the builtins have no binding. What leads from one chunk to others is noted in the log.
 */
import type { LeadingNames } from './leadingNames';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { KeptScopes } from './chunkIndex';
import { FileScopes } from './fileScopes';
import { ReadLog } from './reads';

/** `type-parameters`: what stands around a generic function, class or alias, and holds `T` of `def f[T](…)`. */
export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'type-parameters';

/** A region of code with names of its own. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

/** How a place binds a name. */
export type DeclarationKind =
  'import' | 'parameter' | 'assignment' | 'function' | 'class' | 'loop' | 'with' | 'except' | 'pattern' | 'type-parameter' | 'delete';

/** One place that binds a name. */
export interface Declaration {
  readonly kind: DeclarationKind;
  /** The identifier that is bound; of an import the (last) identifier that stands for the name. */
  readonly name: SyntaxNode;
  /** The statement, clause, parameter or definition that binds it. */
  readonly node: SyntaxNode;
  /** The expression whose value is bound as a whole; undefined for parts of a tuple, loop targets and parameters. */
  readonly value: SyntaxNode | undefined;
  /** The annotation, where the declaration has one. */
  readonly annotation: SyntaxNode | undefined;
  /** For imports: the dotted name that is imported, with leading dots where it is relative. */
  readonly imported: string | undefined;
}

/** One name of a scope, with all places that bind or read it. */
export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly declarations: readonly Declaration[];
  /** Every identifier that reads the name, in document order. */
  readonly references: readonly SyntaxNode<'identifier'>[];
}

/** One place that assigns to an attribute, as a declaration does to a name. */
export interface AttributeTarget {
  readonly attribute: SyntaxNode<'attribute'>;
  /** Undefined for parts of a tuple, for loops and `with`, and where there is nothing but an annotation. */
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
}

/** The modules that a file imports or imports from, as dotted names, with leading dots where relative. */
export interface ImportedModules extends Iterable<string> {
  has(module: string): boolean;
  /** The first parts of those that are not relative; the same object as long as the same is imported. Nothing is noted. */
  readonly roots: ReadonlySet<string>;
}

/** The scopes of a file, and what its names are bound to. */
export interface Scopes {
  readonly module: Scope;
  /** The binding that an identifier reads or makes; undefined for builtins and unknown names. */
  bindingOf(identifier: SyntaxNode): Binding | undefined;
  /** The scope in which the code at a node is evaluated. */
  scopeAt(node: SyntaxNode): Scope;
  /** The binding that a name has when it is read in a scope. */
  lookup(name: string, from: Scope): Binding | undefined;
  /** The scope that a function, class, lambda or comprehension opens. */
  scopeOf(node: SyntaxNode): Scope | undefined;
  /** Whether a function holds a `yield` of its own. */
  isGenerator(definition: SyntaxNode<'function_definition'>): boolean;
  /** Whether the file has a star import, after which unknown names may be anything. */
  readonly hasStarImport: boolean;
  /** The modules from which everything is imported, as they are written. */
  readonly stars: readonly string[];
  /** The functions and classes with a qualified name, without the mark of the local module: `Outer.method`. */
  definitionsOf(path: string): readonly SyntaxNode<'function_definition' | 'class_definition'>[];
  /** Whether an `async def` in the file has this name. */
  definesCoroutine(name: string): boolean;
  /**
   * The names that lead by calls to some names, for which `isEnd` answers: the same for the same `ends`. Nothing is noted; see
   * `ReadLog.blocking`.
   */
  namesLeadingTo(ends: object, isEnd: (name: string) => boolean): LeadingNames;
  /** Whether an import in the file, wherever it stands, binds this name. */
  bindsByImport(name: string): boolean;
  /** Every function and class definition in document order. */
  readonly definitions: readonly SyntaxNode<'function_definition' | 'class_definition'>[];
  /** Everything that is assigned to attributes of what the binding stands for, in document order. */
  attributeTargetsOf(binding: Binding): readonly AttributeTarget[];
  /** What a class body binds. Nothing is noted: whoever asks notes by `noteAttribute` which of it he needs. */
  bindingsIn(definition: SyntaxNode<'class_definition'>): readonly Binding[];
  /** Notes that an answer needs what the body of a class binds, or its methods assign, to one attribute. */
  noteAttribute(definition: SyntaxNode<'class_definition'>, name: string): void;
  readonly imports: ImportedModules;
  /** Whether the file imports the module or anything below it. */
  importsModule(module: string): boolean;
}

/** Builds the scopes of a file. */
export function buildScopes(tree: SyntaxTree, log = new ReadLog(), kept = new KeptScopes()): Scopes {
  return new FileScopes(tree, log, kept);
}

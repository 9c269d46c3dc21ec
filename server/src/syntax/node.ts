/**
 * The syntax tree as the rest of the program sees it.
 *
 * Invariants: a tree is a value (never changes after it is made); parsing never fails, so broken code gives a tree with
 * `ERROR` nodes and missing parts; nothing here knows how the tree was made. Offsets count UTF-16 code units, as in
 * JavaScript strings and in the language server protocol.
 */
import type { NodeFields, NodeKind } from './kinds.generated';

/** A stretch of text: `start` included, `end` excluded, in UTF-16 code units from the start of the file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A node of the tree: a light view made on demand. Two views of one node are different objects with the same `id`.
 * @typeParam K the kinds that the node may have; narrow it with `is`.
 */
export interface SyntaxNode<out K extends NodeKind = NodeKind> extends Range {
  readonly tree: SyntaxTree;
  /** Unique in its tree, in document order: a parent has a smaller id than its descendants. Usable as an array index. */
  readonly id: number;
  /** The id after the last descendant's: exactly the descendants have the ids from `id + 1` to `endId - 1`. */
  readonly endId: number;
  readonly kind: K;
  readonly text: string;
  readonly parent: SyntaxNode | undefined;
  /** The named children in order, without comments and line continuations. */
  readonly children: readonly SyntaxNode[];
  /** All children in order: named ones, tokens (`async`, `(`, `+`) and comments. */
  readonly parts: readonly SyntaxNode[];
  /** True for a node that the parser put in because the text lacks it. */
  readonly isMissing: boolean;
  /** True when the node or anything below it is an error or missing. */
  readonly hasError: boolean;
  /** Narrows to the kinds given. */
  is<const Kinds extends readonly NodeKind[]>(...kinds: Kinds): this is SyntaxNode<Kinds[number]>;
  /** The child in a field: a node, `undefined` where the grammar makes it optional, a list where the grammar repeats it. */
  field<F extends keyof NodeFields[K]>(name: F): NodeFields[K][F];
  /** Whether a token with this text (`async`, `*`) is among the node's own parts. */
  hasToken(text: string): boolean;
}

/** One version of a file as a tree. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode<'module'>;
  /** The number of nodes; ids are below it. */
  readonly nodeCount: number;
  readonly hasErrors: boolean;
  /** Whether the line under edit was read as something whole: nodes in it may be empty or have a text that is not theirs. */
  readonly isRepaired: boolean;
  /** The parts that are kept between versions of a text; see `chunks.ts`. */
  readonly chunks: readonly PlacedChunk[];
  /** All comments in order. */
  readonly comments: readonly SyntaxNode<'comment'>[];
  node(id: number): SyntaxNode;
  /** The chunks that hold the nodes with ids from one up to another, such as those of a node that one has. */
  chunksBetween(fromId: number, toId: number): readonly PlacedChunk[];
  /** The smallest node, tokens and comments included, that holds the offset; the module where nothing smaller does. */
  nodeAt(offset: number): SyntaxNode;
  /** The node with exactly this kind and range. */
  nodeWith(kind: NodeKind, range: Range): SyntaxNode | undefined;
  /** The same tree, whose nodes tell of every step that leads from one chunk to others. */
  watched(watch: TreeWatch): SyntaxTree;
}

/** Hears what is read of a tree beyond single chunks. Chunks that were come by in other ways are not told of. */
export interface TreeWatch {
  /** Something that any change anywhere in the file may change: the text, the module's parts, all comments. */
  whole(): void;
  /** Something that depends on the members of the large class that this chunk is the header of. */
  members(header: Chunk): void;
}

/** A chunk with its place in one version of the text. */
export interface PlacedChunk extends Range {
  /** The same object over versions of the text as long as the chunk's own text and shape stay the same. */
  readonly chunk: Chunk;
  /** The id of the node that holds the chunk's first node: 0, the module's, or that of the block of a large class. */
  readonly parentId: number;
  /** The id of the chunk's first node; the chunk's nodes have the ids from here to `firstId + chunk.length - 1`. */
  readonly firstId: number;
}

/** The packed nodes of one top-level statement (or of one member of a large class), with offsets relative to its start. */
export interface Chunk {
  /** The number of nodes. */
  readonly length: number;
  /** The indexes of the comments. */
  readonly comments: readonly number[];
  /** The kind of the node at an index, as a position in `nodeKinds`. For walks that want few of the nodes. */
  kindAt(index: number): number;
  /** The field in which the node at an index stands, as a position in `fieldNames`; 0 for none. */
  fieldAt(index: number): number;
  /** The index of the parent of the node at an index; -1 for the first node. */
  parent(index: number): number;
  /** The index after the last descendant of the node at an index. */
  after(index: number): number;
  /** The text of the identifier at an index. */
  nameAt(index: number): string;
  /** Whether an identifier with that text is among the nodes. */
  mentions(name: string): boolean;
}

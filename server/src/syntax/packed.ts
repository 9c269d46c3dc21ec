/**
 * How nodes are packed: six numbers a node in one typed array, in document order, a parent before its children.
 *
 * Invariants: a node's descendants follow it directly, up to the index in its `after`; the numbers of a chunk count from
 * the chunk's own start, so that a chunk means the same wherever it stands. The text is not in here.
 */
import { fieldNames, nodeKinds } from './kinds.generated';
import type { NodeKind } from './kinds.generated';
import type { Chunk, PlacedChunk } from './node';

/** The numbers that a node takes. */
export const nodeSize = 6;

/** Where each of a node's numbers stands. */
export const slot = {
  /** Kind, field and flags in one number; see `shapeOf`. */
  shape: 0,
  start: 1,
  end: 2,
  /** The index of the parent, -1 for the first node. */
  parent: 3,
  /** The index after the last descendant. */
  after: 4,
  /** The index of an identifier's text in the chunk's list of names. */
  name: 5,
} as const;

/** The bits of a shape above kind and field. */
export const flag = {
  named: 1 << 16,
  missing: 1 << 17,
  /** Comments and line continuations: they may stand anywhere and belong to no rule of the grammar. */
  extra: 1 << 18,
  /** An error or missing part here or below. */
  error: 1 << 19,
  /** The node goes on in the chunks that follow its own: a large class, its decorators and its block. */
  open: 1 << 20,
} as const;

const kindMask = 0xff;
const fieldShift = 8;
const fieldMask = 0xff;
const numberOfKind: ReadonlyMap<string, number> = new Map(nodeKinds.map((kind, index) => [kind, index]));
const numberOfField: ReadonlyMap<string, number> = new Map(fieldNames.map((name, index) => [name, index]));
const extraKinds: ReadonlySet<string> = new Set<NodeKind>(['comment', 'line_continuation']);

/** The number of a kind, undefined for a name that the grammar does not list. */
export function kindNumber(kind: string): number | undefined {
  return numberOfKind.get(kind);
}

/** The number of a field; 0 is that of no field, -1 that of a name that no kind has as a field. */
export function fieldNumber(name: string): number {
  return numberOfField.get(name) ?? -1;
}

/** The shape of a node of this kind in no field, with the flags that follow from its kind. */
export function shapeOf(kind: NodeKind): number {
  const named = kind === 'token' ? 0 : flag.named;
  const extra = extraKinds.has(kind) ? flag.extra : 0;
  const error = kind === 'ERROR' ? flag.error : 0;
  return (numberOfKind.get(kind) ?? 0) | named | extra | error;
}

/** The shape, standing in the field with this number. */
export function inField(shape: number, field: number): number {
  return shape | (field << fieldShift);
}

/** The number of the node kind. */
export function kindOfShape(shape: number): number {
  return shape & kindMask;
}

/** The number of the field that the node stands in; 0 for none. */
export function fieldOfShape(shape: number): number {
  return (shape >> fieldShift) & fieldMask;
}

/** Nodes of a whole file as a decoder writes them, offsets from the start of the file. It is filled anew for each parse. */
export class NodeBuffer {
  data = new Int32Array(initialNodes * nodeSize);
  /** The number of nodes. */
  count = 0;
  readonly heads = new Heads();

  /** Makes room for one more node at least, and answers with the array to write to from then on. */
  grown(): Int32Array {
    const larger = new Int32Array(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
    return larger;
  }

  /** Empties the buffer; a very large one, left by a very large file, is given back. */
  reset(): void {
    this.count = 0;
    this.heads.clear();
    if (this.data.length > largestKeptNodes * nodeSize) this.data = new Int32Array(initialNodes * nodeSize);
  }

  shape(index: number): number {
    return this.at(index, slot.shape);
  }

  start(index: number): number {
    return this.at(index, slot.start);
  }

  end(index: number): number {
    return this.at(index, slot.end);
  }

  parent(index: number): number {
    return this.at(index, slot.parent);
  }

  after(index: number): number {
    return this.at(index, slot.after);
  }

  /** Whether the nodes from an index on are those of a chunk, as far as numbers tell; names are told by the text. */
  holds({ data: own }: PackedChunk, index: number): boolean {
    const { data } = this;
    const offset = this.start(index);
    const first = index * nodeSize;
    for (let at = 0; at < own.length; at += nodeSize) {
      const place = first + at;
      const isSame =
        own[at + slot.shape] === data[place + slot.shape] &&
        (own[at + slot.start] ?? 0) + offset === data[place + slot.start] &&
        (own[at + slot.end] ?? 0) + offset === data[place + slot.end] &&
        (own[at + slot.after] ?? 0) + index === data[place + slot.after] &&
        (at === 0 || (own[at + slot.parent] ?? 0) + index === data[place + slot.parent]);
      if (!isSame) return false;
    }
    return true;
  }

  private at(index: number, place: number): number {
    return this.data[index * nodeSize + place] ?? 0;
  }
}

/**
 * The nodes in a buffer that may begin a chunk, in their order, with what the decoder knows of each: its address in the
 * parser's memory, and where it stands in an earlier version's list of chunks. A head that is known has no nodes below it
 * in the buffer: they are in that chunk.
 */
export class Heads {
  private readonly indexes: number[] = [];
  private readonly addresses: number[] = [];
  private readonly positions: number[] = [];
  private next = 0;

  /** Adds a head; `position` is -1 for one that is not known. */
  add(index: number, address: number, position: number): void {
    this.indexes.push(index);
    this.addresses.push(address);
    this.positions.push(position);
  }

  /** Goes on to the node at an index, which must not be before the one that was asked for last. */
  goTo(index: number): { readonly address: number; readonly position: number } {
    while ((this.indexes[this.next] ?? index) < index) this.next += 1;
    const isHead = this.indexes[this.next] === index;
    return {
      address: (isHead ? this.addresses[this.next] : undefined) ?? 0,
      position: (isHead ? this.positions[this.next] : undefined) ?? -1,
    };
  }

  /** Whether no head from one index up to another is known. */
  isAllNew(from: number, to: number): boolean {
    for (let at = this.next; (this.indexes[at] ?? to) < to; at += 1) {
      if ((this.indexes[at] ?? 0) >= from && this.positions[at] !== -1) return false;
    }
    return true;
  }

  clear(): void {
    for (const list of [this.indexes, this.addresses, this.positions]) list.length = 0;
    this.rewind();
  }

  /** Begins at the first head again. */
  rewind(): void {
    this.next = 0;
  }
}

const initialNodes = 1 << 13;
const largestKeptNodes = 1 << 18;

/** The nodes of one chunk. */
export class PackedChunk implements Chunk {
  readonly length: number;
  private foundComments: readonly number[] | undefined;

  constructor(
    readonly data: Int32Array,
    readonly names: readonly string[],
  ) {
    this.length = data.length / nodeSize;
  }

  /** Whether its own nodes hold an error; those of the chunks that follow an open one are not asked. */
  get hasError(): boolean {
    return (this.shape(0) & flag.error) !== 0;
  }

  /** The indexes of its comments. */
  get comments(): readonly number[] {
    this.foundComments ??= commentsIn(this);
    return this.foundComments;
  }

  kindAt(index: number): number {
    return kindOfShape(this.shape(index));
  }

  fieldAt(index: number): number {
    return fieldOfShape(this.shape(index));
  }

  shape(index: number): number {
    return this.at(index, slot.shape);
  }

  start(index: number): number {
    return this.at(index, slot.start);
  }

  end(index: number): number {
    return this.at(index, slot.end);
  }

  parent(index: number): number {
    return this.at(index, slot.parent);
  }

  after(index: number): number {
    return this.at(index, slot.after);
  }

  mentions(name: string): boolean {
    return this.names.includes(name);
  }

  nameAt(index: number): string {
    return this.names[this.at(index, slot.name)] ?? '';
  }

  private at(index: number, place: number): number {
    return this.data[index * nodeSize + place] ?? 0;
  }
}

function commentsIn(chunk: PackedChunk): readonly number[] {
  const comments: number[] = [];
  for (let index = 0; index < chunk.length; index += 1) if (chunk.kindAt(index) === commentKind) comments.push(index);
  return comments.length === 0 ? none : comments;
}

const commentKind = kindNumber('comment');
const none: readonly number[] = [];

/** Gives equal identifiers one string, so that a tree does not hold a piece of text for each use of a name. */
export class Names {
  private known = new Map<string, string>();

  canonical(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // Typing leaves every beginning of every name behind; starting afresh now and then only costs some sharing.
    if (this.known.size >= largestNumberOfNames) this.known = new Map();
    // A slice keeps the whole text that it was cut from alive. Cutting from a text of its own size does not.
    const own = ` ${name}`.slice(1);
    this.known.set(own, own);
    return own;
  }
}

const largestNumberOfNames = 50_000;

/** A chunk in its place, with what the tree's own node views need. */
export interface Placed extends PlacedChunk {
  readonly chunk: PackedChunk;
  /** The index of this chunk in the tree's list. */
  readonly position: number;
  /** The id of the node that holds the chunk's first node: the module, or the block of a large class. */
  readonly parentId: number;
  /** What follows of a large class whose header this is. */
  readonly members: Members | undefined;
}

/** The members of a large class are the chunks from the one after its header up to `endPosition`. */
export interface Members {
  readonly endPosition: number;
  /** The id after that of the last member's last node. */
  readonly endId: number;
  /** Where the class ends. */
  readonly end: number;
  readonly hasError: boolean;
}

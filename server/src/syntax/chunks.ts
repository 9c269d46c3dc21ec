/**
 * Cuts the nodes of a file into chunks: one for each child of the module (comments too); for a large class one for its
 * header, down to its block, and one for each member of the block.
 *
 * Invariants: the chunks hold every node but the module, each once, in document order. A chunk depends on its own text and
 * shape only, never on its place nor on what follows it, so a later version of the file may hold the same object.
 */
import { statementKinds } from './kinds.generated';
import type { PlacedChunk, Range } from './node';
import { flag, kindNumber, kindOfShape, nodeSize, PackedChunk, shapeOf, slot } from './packed';
import type { Names, NodeBuffer } from './packed';

/** Classes with more text than this, in UTF-16 units, are cut into their members. */
export const largeClass = 4000;

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

/** The chunks of a file whose nodes are in the buffer; the first of them is the module, or an error in its place. */
export function chunksOf(nodes: NodeBuffer, text: string, names: Names): readonly Placed[] {
  const source: Source = { nodes, text, names };
  const isModule = kindOfShape(nodes.shape(0)) === moduleKind;
  return isModule ? moduleChunks(source) : brokenModuleChunks(source);
}

interface Source {
  readonly nodes: NodeBuffer;
  readonly text: string;
  readonly names: Names;
}

const moduleKind = kindNumber('module');
const blockKind = kindNumber('block');
const classKind = kindNumber('class_definition');
const decoratedKind = kindNumber('decorated_definition');
const identifierKind = kindNumber('identifier');
const statementNumbers: ReadonlySet<number | undefined> = new Set([...statementKinds].map(kindNumber));
const moduleId = 0;

function moduleChunks(source: Source): Placed[] {
  const { nodes } = source;
  const placed: Placed[] = [];
  for (let index = 1; index < nodes.count; index = nodes.after(index)) addStatement(source, index, placed);
  return placed;
}

/**
 * Where the parser finds no way through a text, the whole of it stands in one error. Whole statements in there are as good
 * as elsewhere, so they become the module's own, and so do comments next to them; what is between stays together as errors.
 */
function brokenModuleChunks(source: Source): Placed[] {
  const { nodes, text } = source;
  const placed: Placed[] = [];
  let covered = 0;
  for (let index = 1; ; index = nodes.after(index)) {
    const first = index;
    while (index < nodes.count && !isStatement(nodes, index) && (index > first || !isExtra(nodes, index))) index = nodes.after(index);
    addError(source, first, index, { start: covered, end: index < nodes.count ? nodes.start(index) : text.length }, placed);
    if (index === nodes.count) return placed;
    addStatement(source, index, placed);
    covered = nodes.end(index);
  }
}

/** Adds an error round some nodes. The parser skips some text without a node, which belongs to the error as well. */
function addError(source: Source, from: number, to: number, room: Range, placed: Placed[]): void {
  const { nodes, text } = source;
  const skipped = text.slice(room.start, room.end);
  const written = room.end - skipped.trimStart().length;
  const start = from < to ? Math.min(written, nodes.start(from)) : written;
  if (start === room.end) return;
  const end = room.start + skipped.trimEnd().length;
  add(placed, errorAround(packed(source, from, to, start), Math.max(0, end - start)), start, moduleId);
}

function isExtra(nodes: NodeBuffer, index: number): boolean {
  return (nodes.shape(index) & flag.extra) !== 0;
}

function isStatement(nodes: NodeBuffer, index: number): boolean {
  return statementNumbers.has(kindOfShape(nodes.shape(index)));
}

function addStatement(source: Source, index: number, placed: Placed[]): void {
  const { nodes } = source;
  const block = blockOfLargeClass(nodes, index);
  if (block !== undefined) addLargeClass(source, index, block, placed);
  else add(placed, packed(source, index, nodes.after(index)), nodes.start(index), moduleId);
}

function add(placed: Placed[], chunk: PackedChunk, start: number, parentId: number, members?: Members): void {
  placed.push({ chunk, firstId: nextId(placed), start, end: start + chunk.end(0), position: placed.length, parentId, members });
}

function nextId(placed: readonly Placed[]): number {
  const last = placed.at(-1);
  return last === undefined ? moduleId + 1 : last.firstId + last.chunk.length;
}

/** The block of a class that is cut into members. A class with anything after its block is left whole. */
function blockOfLargeClass(nodes: NodeBuffer, index: number): number | undefined {
  const kind = kindOfShape(nodes.shape(index));
  if (kind !== classKind && kind !== decoratedKind) return undefined;
  if (nodes.end(index) - nodes.start(index) <= largeClass) return undefined;
  const definition = kind === classKind ? index : lastChild(nodes, index);
  if (kindOfShape(nodes.shape(definition)) !== classKind) return undefined;
  const block = lastChild(nodes, definition);
  const isLast = kindOfShape(nodes.shape(block)) === blockKind && nodes.end(block) === nodes.end(index);
  return isLast && nodes.after(block) > block + 1 ? block : undefined;
}

/** The last child of a node, the node itself when it has none. */
function lastChild(nodes: NodeBuffer, index: number): number {
  let last = index;
  for (let child = index + 1; child < nodes.after(index); child = nodes.after(child)) last = child;
  return last;
}

function addLargeClass(source: Source, index: number, block: number, placed: Placed[]): void {
  const { nodes } = source;
  const firstId = nextId(placed);
  add(placed, opened(packed(source, index, block + 1)), nodes.start(index), moduleId, {
    endPosition: placed.length + 1 + childCount(nodes, block),
    endId: firstId + nodes.after(block) - index,
    end: nodes.end(index),
    hasError: hasOwnError(nodes, block + 1, nodes.after(block)),
  });
  const blockId = firstId + block - index;
  for (let member = block + 1; member < nodes.after(block); member = nodes.after(member)) {
    add(placed, packed(source, member, nodes.after(member)), nodes.start(member), blockId);
  }
}

function childCount(nodes: NodeBuffer, index: number): number {
  let count = 0;
  for (let child = index + 1; child < nodes.after(index); child = nodes.after(child)) count += 1;
  return count;
}

function hasOwnError(nodes: NodeBuffer, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (nodes.shape(index) & flag.error) return true;
  return false;
}

/** The nodes from one index up to another as a chunk: offsets from its start, names looked up, errors passed upwards. */
function packed({ nodes, text, names }: Source, from: number, to: number, start = nodes.start(from)): PackedChunk {
  const data = nodes.data.slice(from * nodeSize, to * nodeSize);
  const texts: string[] = [];
  for (let at = data.length - nodeSize; at >= 0; at -= nodeSize) {
    const shape = data[at + slot.shape] ?? 0;
    const parent = (data[at + slot.parent] ?? 0) - from;
    if (kindOfShape(shape) === identifierKind) {
      const name = text.slice(data[at + slot.start], data[at + slot.end]);
      data[at + slot.name] = texts.push(names.canonical(name)) - 1;
    }
    data[at + slot.start] = (data[at + slot.start] ?? 0) - start;
    data[at + slot.end] = (data[at + slot.end] ?? 0) - start;
    data[at + slot.parent] = Math.max(parent, -1);
    data[at + slot.after] = (data[at + slot.after] ?? 0) - from;
    // Going backwards, a node has heard of all errors below it before it tells its parent.
    if (shape & flag.error && parent >= 0) data[parent * nodeSize + slot.shape] = (data[parent * nodeSize + slot.shape] ?? 0) | flag.error;
  }
  return new PackedChunk(data, texts);
}

/** The header of a large class, with the nodes that go on in its members marked and their ends left to the tree. */
function opened(header: PackedChunk): PackedChunk {
  const { data, names, length } = header;
  for (let index = length - 1; index >= 0; index = header.parent(index)) {
    const at = index * nodeSize;
    data[at + slot.shape] = header.shape(index) | flag.open;
    data[at + slot.end] = header.start(length - 1);
    data[at + slot.after] = length;
  }
  return new PackedChunk(data, names);
}

/** The nodes with an error node of this length (at least) round them. The outermost of them have no parent yet. */
function errorAround(inner: PackedChunk, length: number): PackedChunk {
  const data = new Int32Array(inner.data.length + nodeSize);
  data.set(inner.data, nodeSize);
  let end = length;
  for (let at = nodeSize; at < data.length; at += nodeSize) {
    data[at + slot.parent] = (data[at + slot.parent] ?? 0) + 1;
    data[at + slot.after] = (data[at + slot.after] ?? 0) + 1;
    end = Math.max(end, data[at + slot.end] ?? 0);
  }
  data.set([shapeOf('ERROR'), 0, end, -1, inner.length + 1, 0]);
  return new PackedChunk(data, inner.names);
}

/**
 * Cuts the nodes of a file into chunks: one for each child of the module (comments too); for a large class one for its
 * header, down to its block, and one for each member of the block.
 *
 * Invariants: the chunks hold every node but the module, each once, in document order. A chunk depends on its own text and
 * shape only, never on its place nor on what follows it, so a later version of the file may hold the same object.
 */
import type { EarlierChunks } from './earlierChunks';
import { invariant } from './invariant';
import { statementKinds } from './kinds.generated';
import type { Range } from './node';
import { flag, kindNumber, kindOfShape, nodeSize, PackedChunk, shapeOf, slot } from './packed';
import type { Members, Names, NodeBuffer, Placed } from './packed';

/** Classes with more text than this, in UTF-16 units, are cut into their members. */
export const largeClass = 1500;

/** What chunks are made from. */
export interface Source {
  /** The nodes of a file; the first of them is the module, or an error in its place. */
  readonly nodes: NodeBuffer;
  readonly text: string;
  readonly names: Names;
  /** Where chunks that are equal to new ones are taken from. */
  readonly earlier: EarlierChunks;
}

/** The chunks of a file, and by their position the parser's address of each, 0 where it is not to be relied on. */
export interface Chunks {
  readonly placed: readonly Placed[];
  readonly addresses: Int32Array;
}

/** The chunks of a file that was parsed. */
export function chunksOf(source: Source): Chunks {
  source.nodes.heads.rewind();
  const chunks: ChunkList = { placed: [], addresses: [] };
  const isModule = kindOfShape(source.nodes.shape(0)) === moduleKind;
  if (isModule) addModule(source, chunks);
  else addBrokenModule(source, chunks);
  return { placed: chunks.placed, addresses: Int32Array.from(chunks.addresses) };
}

interface ChunkList {
  readonly placed: Placed[];
  readonly addresses: number[];
}

const moduleKind = kindNumber('module');
const blockKind = kindNumber('block');
const classKind = kindNumber('class_definition');
const decoratedKind = kindNumber('decorated_definition');
const identifierKind = kindNumber('identifier');
const statementNumbers: ReadonlySet<number | undefined> = new Set([...statementKinds].map(kindNumber));
const moduleId = 0;

function addModule(source: Source, chunks: ChunkList): void {
  const { nodes } = source;
  for (let index = 1; index < nodes.count; index = nodes.after(index)) addStatement(source, index, chunks);
}

/**
 * Where the parser finds no way through a text, the whole of it stands in one error. Whole statements in there are as good
 * as elsewhere, so they become the module's own, and so do comments next to them; what is between stays together as errors.
 */
function addBrokenModule(source: Source, chunks: ChunkList): void {
  const { nodes, text } = source;
  let covered = 0;
  for (let index = 1; ; index = nodes.after(index)) {
    const first = index;
    while (index < nodes.count && !isStatement(nodes, index) && (index > first || !isExtra(nodes, index))) index = nodes.after(index);
    addError(source, first, index, { start: covered, end: index < nodes.count ? nodes.start(index) : text.length }, chunks);
    if (index === nodes.count) return;
    addStatement(source, index, chunks);
    covered = nodes.end(index);
  }
}

/** Adds an error round some nodes. The parser skips some text without a node, which belongs to the error as well. */
function addError(source: Source, from: number, to: number, room: Range, chunks: ChunkList): void {
  const { nodes, text } = source;
  const skipped = text.slice(room.start, room.end);
  const written = room.end - skipped.trimStart().length;
  const start = from < to ? Math.min(written, nodes.start(from)) : written;
  if (start === room.end) return;
  const end = room.start + skipped.trimEnd().length;
  addNew(source, chunks, errorAround(packed(source, from, to, start), Math.max(0, end - start)), { start, parentId: moduleId });
}

function isExtra(nodes: NodeBuffer, index: number): boolean {
  return (nodes.shape(index) & flag.extra) !== 0;
}

function isStatement(nodes: NodeBuffer, index: number): boolean {
  return statementNumbers.has(kindOfShape(nodes.shape(index)));
}

function addStatement(source: Source, index: number, chunks: ChunkList): void {
  const block = blockOfLargeClass(source.nodes, index);
  if (block !== undefined) addLargeClass(source, index, block, chunks);
  else addWhole(source, index, moduleId, chunks);
}

/** Adds the chunk of a node with all that is below it. */
function addWhole(source: Source, index: number, parentId: number, chunks: ChunkList): void {
  const { nodes, earlier, text } = source;
  const { address, position } = nodes.heads.goTo(index);
  const place = { start: nodes.start(index), parentId, address };
  const known = position < 0 ? earlier.equalToNodes(nodes, index, text) : earlier.chunkAt(position);
  if (known === undefined) addNew(source, chunks, packed(source, index, nodes.after(index)), place);
  else add(chunks, known, place);
}

interface Place {
  readonly start: number;
  readonly parentId: number;
  readonly address?: number;
  readonly members?: Members;
}

/** Adds a chunk that was made anew, or the earlier one that it is equal to. */
function addNew({ earlier, text }: Source, chunks: ChunkList, chunk: PackedChunk, place: Place): void {
  add(chunks, earlier.equalTo(chunk, place.start, text) ?? chunk, place);
}

function add({ placed, addresses }: ChunkList, chunk: PackedChunk, { start, parentId, address, members }: Place): void {
  placed.push({ chunk, firstId: nextId(placed), start, end: start + chunk.end(0), position: placed.length, parentId, members });
  addresses.push(address ?? 0);
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

/**
 * Whether the node is the block of a large class in a text without errors, as far as the nodes before it show. There,
 * whatever follows the block within the class has a length, so that the class does not end with the block.
 */
export function isBlockOfLargeClass(nodes: NodeBuffer, index: number): boolean {
  if (kindOfShape(nodes.shape(index)) !== blockKind) return false;
  const definition = nodes.parent(index);
  if (definition <= 0 || kindOfShape(nodes.shape(definition)) !== classKind) return false;
  const holder = nodes.parent(definition);
  const statement = holder > 0 ? holder : definition;
  if (nodes.parent(statement) !== 0 || (holder > 0 && kindOfShape(nodes.shape(holder)) !== decoratedKind)) return false;
  return nodes.end(statement) - nodes.start(statement) > largeClass && nodes.end(index) === nodes.end(statement);
}

/** The last child of a node, the node itself when it has none. */
function lastChild(nodes: NodeBuffer, index: number): number {
  let last = index;
  for (let child = index + 1; child < nodes.after(index); child = nodes.after(child)) last = child;
  return last;
}

function addLargeClass(source: Source, index: number, block: number, chunks: ChunkList): void {
  const { nodes } = source;
  const firstId = nextId(chunks.placed);
  const members = { endPosition: 0, endId: 0, end: nodes.end(index), hasError: false };
  const first = chunks.placed.length + 1;
  addNew(source, chunks, opened(packed(source, index, block + 1)), { start: nodes.start(index), parentId: moduleId, members });
  const parentId = firstId + block - index;
  for (let member = block + 1; member < nodes.after(block); member = nodes.after(member)) addWhole(source, member, parentId, chunks);
  members.endPosition = chunks.placed.length;
  members.endId = nextId(chunks.placed);
  members.hasError = chunks.placed.slice(first).some(({ chunk }) => chunk.hasError);
}

/** The nodes from one index up to another as a chunk: offsets from its start, names looked up, errors passed upwards. */
function packed({ nodes, text, names }: Source, from: number, to: number, start = nodes.start(from)): PackedChunk {
  invariant(nodes.heads.isAllNew(from, to), 'a chunk that is made anew holds no other that is kept');
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

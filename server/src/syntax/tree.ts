/**
 * The tree over its chunks, and the node views.
 *
 * Invariants: a view holds a chunk, its place and an index, and nothing of its own; all it answers is read from the packed
 * numbers. That a large class is spread over several chunks is known here and in `chunks.ts` only. No walk is recursive,
 * so no nesting is too deep. From a node of one chunk, a watched tree leads to other chunks only by steps that it reports.
 */
import { invariant } from './invariant';
import { fieldNames, nodeKinds, repeatedFields } from './kinds.generated';
import type { NodeFields, NodeKind } from './kinds.generated';
import type { Range, SyntaxNode, SyntaxTree, TreeWatch } from './node';
import { fieldNumber, fieldOfShape, flag, kindNumber, kindOfShape } from './packed';
import type { Members, Placed } from './packed';

/** What is said of a text as a whole. */
export interface TextState {
  /** Whether there are errors, those that no node stands for included. */
  readonly hasErrors: boolean;
  readonly isRepaired: boolean;
}

/** The chunks of a tree as it holds them, for whoever writes them down. */
export function placedChunks(tree: SyntaxTree): readonly Placed[] {
  invariant(tree instanceof PackedTree, 'there is no other tree');
  return tree.placed;
}

/** Makes the tree of a text from its chunks. */
export function syntaxTree(text: string, chunks: readonly Placed[], state: TextState): SyntaxTree {
  return new PackedTree(text, chunks, state);
}

const moduleId = 0;
const identifierKind = kindNumber('identifier');
const tokenKind = kindNumber('token');

class PackedTree implements SyntaxTree {
  readonly nodeCount: number;
  readonly hasErrors: boolean;
  readonly isRepaired: boolean;
  private readonly firstIds: Int32Array;
  /** The chunk of the node that was last asked for: mostly the next one is in it too. */
  private recent: Placed | undefined;
  private foundComments: readonly SyntaxNode<'comment'>[] | undefined;

  /** `source` is the text: nodes read their own parts of it, which tells nobody about the rest. */
  constructor(
    readonly source: string,
    readonly placed: readonly Placed[],
    private readonly state: TextState,
    readonly watch?: TreeWatch,
  ) {
    const chunks = placed;
    const last = chunks.at(-1);
    this.nodeCount = last === undefined ? 1 : last.firstId + last.chunk.length;
    this.isRepaired = state.isRepaired;
    this.hasErrors = state.hasErrors || chunks.some((placed) => placed.chunk.hasError);
    this.firstIds = new Int32Array(chunks.length);
    chunks.forEach(({ firstId }, position) => (this.firstIds[position] = firstId));
  }

  get text(): string {
    this.watch?.whole();
    return this.source;
  }

  get chunks(): readonly Placed[] {
    this.watch?.whole();
    return this.placed;
  }

  watched(watch: TreeWatch): SyntaxTree {
    return new PackedTree(this.source, this.placed, this.state, watch);
  }

  get root(): SyntaxNode<'module'> {
    return new ModuleNode(this);
  }

  get comments(): readonly SyntaxNode<'comment'>[] {
    this.watch?.whole();
    this.foundComments ??= commentsOf(this);
    return this.foundComments;
  }

  node(id: number): SyntaxNode {
    if (id === moduleId) return this.root;
    const recent = this.recent;
    if (recent !== undefined && recent.firstId <= id && id < recent.firstId + recent.chunk.length)
      return new PackedNode(this, recent, id - recent.firstId);
    const placed = this.placed[lastAtMost(this.firstIds, id)];
    invariant(placed !== undefined && id < placed.firstId + placed.chunk.length, `no node has the id ${id}`);
    this.recent = placed;
    return new PackedNode(this, placed, id - placed.firstId);
  }

  chunksBetween(fromId: number, toId: number): readonly Placed[] {
    const from = Math.max(0, lastAtMost(this.firstIds, fromId));
    let end = from;
    while (end < this.placed.length && (this.firstIds[end] ?? 0) < toId) end += 1;
    return this.placed.slice(from, end);
  }

  nodeAt(offset: number): SyntaxNode {
    let found: SyntaxNode = this.root;
    for (;;) {
      const inner = found.parts.find((part) => part.start <= offset && offset < part.end);
      if (inner === undefined) return found;
      found = inner;
    }
  }

  nodeWith(kind: NodeKind, range: Range): SyntaxNode | undefined {
    const waiting: SyntaxNode[] = [this.root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind === kind && node.start === range.start && node.end === range.end) return node;
      // The first in the text is looked at first, so that of several equal nodes the outermost and then the first is found.
      const inner = node.parts.filter((part) => part.start <= range.start && range.end <= part.end);
      waiting.push(...inner.reverse());
    }
    return undefined;
  }

  /** The nodes of the chunks from one position up to another that stand under the same parent. */
  heads(from: number, to: number): readonly PackedNode[] {
    const heads: PackedNode[] = [];
    for (let position = from; position < to;) {
      const placed = this.placed[position];
      if (placed === undefined) break;
      heads.push(new PackedNode(this, placed, 0));
      position = placed.members?.endPosition ?? position + 1;
    }
    return heads;
  }
}

/** The index of the last number that is not above the value; the numbers go upwards. */
function lastAtMost(numbers: Int32Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function commentsOf(tree: PackedTree): readonly SyntaxNode<'comment'>[] {
  const comments: SyntaxNode<'comment'>[] = [];
  for (const placed of tree.placed) {
    for (const index of placed.chunk.comments) {
      const node = new PackedNode(tree, placed, index);
      if (node.is('comment')) comments.push(node);
    }
  }
  return comments;
}

/** By the number of a `kind.field` pair: 1 for a field that answers with a list. */
const repeated = new Uint8Array(nodeKinds.length * fieldNames.length);
for (const pair of repeatedFields) {
  const [kind = '', field = ''] = pair.split('.');
  repeated[(kindNumber(kind) ?? 0) * fieldNames.length + fieldNumber(field)] = 1;
}

class PackedNode implements SyntaxNode {
  constructor(
    readonly tree: PackedTree,
    private readonly placed: Placed,
    private readonly index: number,
  ) {}

  get id(): number {
    return this.placed.firstId + this.index;
  }

  get endId(): number {
    const { chunk, firstId } = this.placed;
    return this.members?.endId ?? firstId + chunk.after(this.index);
  }

  get kind(): NodeKind {
    return nodeKinds[kindOfShape(this.shape)] ?? 'ERROR';
  }

  get start(): number {
    return this.placed.start + this.placed.chunk.start(this.index);
  }

  get end(): number {
    return this.members?.end ?? this.placed.start + this.placed.chunk.end(this.index);
  }

  get text(): string {
    if (kindOfShape(this.shape) === identifierKind) return this.placed.chunk.nameAt(this.index);
    return this.tree.source.slice(this.start, this.end);
  }

  get parent(): SyntaxNode {
    if (this.index === 0) return this.tree.node(this.placed.parentId);
    return new PackedNode(this.tree, this.placed, this.placed.chunk.parent(this.index));
  }

  get children(): readonly SyntaxNode[] {
    return this.partsWhere(isOrdinary);
  }

  get parts(): readonly SyntaxNode[] {
    return this.partsWhere(isAny);
  }

  get isMissing(): boolean {
    return (this.shape & flag.missing) !== 0;
  }

  get hasError(): boolean {
    return (this.shape & flag.error) !== 0 || this.members?.hasError === true;
  }

  /** The number that holds kind, field and flags. */
  get shape(): number {
    return this.placed.chunk.shape(this.index);
  }

  is<const Kinds extends readonly NodeKind[]>(...kinds: Kinds): this is SyntaxNode<Kinds[number]> {
    return kinds.includes(this.kind);
  }

  field<F extends keyof NodeFields[NodeKind]>(name: F): NodeFields[NodeKind][F] {
    const wanted = fieldNumber(name);
    const isRepeated = repeated[kindOfShape(this.shape) * fieldNames.length + wanted] === 1;
    // The grammar says, by kind, whether a field is a list; the generated types tell the compiler the same.
    return (isRepeated ? this.partsWhere((shape) => fieldOfShape(shape) === wanted) : this.firstInField(wanted)) as NodeFields[NodeKind][F];
  }

  hasToken(text: string): boolean {
    const { chunk, start } = this.placed;
    // The block of a large class has its tokens in other chunks.
    if (this.index === chunk.length - 1) return this.partsWhere(isToken).some((part) => part.text === text);
    const after = chunk.after(this.index);
    for (let index = this.index + 1; index < after; index = chunk.after(index)) {
      const isOfThatLength = isToken(chunk.shape(index)) && chunk.end(index) - chunk.start(index) === text.length;
      if (isOfThatLength && this.tree.source.startsWith(text, start + chunk.start(index))) return true;
    }
    return false;
  }

  /** The members of the large class that this node is, or is the block or the decorators of. */
  private get members(): Members | undefined {
    return this.shape & flag.open ? this.membersOfHeader() : undefined;
  }

  private membersOfHeader(): Members | undefined {
    if (this.placed.members !== undefined) this.tree.watch?.members(this.placed.chunk);
    return this.placed.members;
  }

  private firstInField(wanted: number): SyntaxNode | undefined {
    const { chunk } = this.placed;
    const after = chunk.after(this.index);
    for (let index = this.index + 1; index < after; index = chunk.after(index)) {
      if (fieldOfShape(chunk.shape(index)) === wanted) return new PackedNode(this.tree, this.placed, index);
    }
    return undefined;
  }

  private partsWhere(isWanted: (shape: number) => boolean): SyntaxNode[] {
    const { chunk, position } = this.placed;
    const members = this.index === chunk.length - 1 ? this.membersOfHeader() : undefined;
    // The block of a large class is the last node of the header, and all its parts are chunks.
    if (members !== undefined) {
      return this.tree.heads(position + 1, members.endPosition).filter((head) => isWanted(head.shape));
    }
    const found: SyntaxNode[] = [];
    const after = chunk.after(this.index);
    for (let index = this.index + 1; index < after; index = chunk.after(index)) {
      if (isWanted(chunk.shape(index))) found.push(new PackedNode(this.tree, this.placed, index));
    }
    return found;
  }
}

/** The module: no chunk holds it, its parts are chunks. It covers the whole text, blank lines at the ends included. */
class ModuleNode implements SyntaxNode<'module'> {
  readonly id = moduleId;
  readonly kind = 'module';
  readonly start = 0;
  readonly parent = undefined;
  readonly isMissing = false;

  constructor(readonly tree: PackedTree) {}

  get endId(): number {
    this.tree.watch?.whole();
    return this.tree.nodeCount;
  }

  get end(): number {
    return this.tree.text.length;
  }

  get text(): string {
    return this.tree.text;
  }

  get children(): readonly SyntaxNode[] {
    return this.heads().filter((head) => isOrdinary(head.shape));
  }

  get parts(): readonly SyntaxNode[] {
    return this.heads();
  }

  get hasError(): boolean {
    this.tree.watch?.whole();
    return this.tree.hasErrors;
  }

  is<const Kinds extends readonly NodeKind[]>(...kinds: Kinds): this is SyntaxNode<'module' & Kinds[number]> {
    return kinds.includes('module');
  }

  /** The grammar gives the module no fields. */
  field(): never {
    return undefined as never;
  }

  hasToken(text: string): boolean {
    return this.heads().some((head) => isToken(head.shape) && head.text === text);
  }

  private heads(): readonly PackedNode[] {
    this.tree.watch?.whole();
    return this.tree.heads(0, this.tree.placed.length);
  }
}

function isToken(shape: number): boolean {
  return kindOfShape(shape) === tokenKind;
}

function isAny(): boolean {
  return true;
}

/** Named, and neither a comment nor a line continuation. */
function isOrdinary(shape: number): boolean {
  return (shape & flag.named) !== 0 && (shape & flag.extra) === 0;
}

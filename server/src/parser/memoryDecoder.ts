/**
 * Reads a tree straight from the parser's memory.
 *
 * Invariants: what stands where is that of tree-sitter 0.27 (`subtree.h`, `tree.h`) compiled for 32 bits, and no promise
 * of the library: the check at the start decides whether this is used. Views of the memory are taken anew for each tree,
 * as they are dead after the memory has grown. Nothing is written.
 */
import { isBlockOfLargeClass } from '../syntax/chunks';
import type { EarlierChunks } from '../syntax/earlierChunks';
import { flag, inField, nodeSize, slot } from '../syntax/packed';
import type { NodeBuffer } from '../syntax/packed';
import type { Decode } from './decode';
import { languageTables } from './languageTables';
import type { LanguageTables } from './languageTables';
import { addressOf, memoryOf } from './runtime';
import type { Language, Memory, Runtime } from './runtime';
import type { GrammarTables } from './tables';

/** The decoder; undefined when the runtime shows no memory or the language cannot be read. */
export function memoryDecoder(runtime: Runtime, language: Language, tables: GrammarTables): Decode | undefined {
  const grammar = languageTables(runtime, language, tables);
  if (grammar === undefined) return undefined;
  const stack = new FrameStack();
  return (tree, into, earlier) => {
    const address = addressOf(tree);
    const memory = memoryOf(runtime);
    return address !== undefined && memory !== undefined && decode(address, { memory, grammar, into, stack, earlier });
  };
}

/** A child takes 8 bytes: a leaf that is small enough stands in there itself, otherwise the first 4 are its address. */
const childSize = 8;
const inlineMark = 1;
const inline = { symbol: 1, padding: 6, size: 7 } as const;
/** The children of a subtree stand before it. */
const subtree = {
  padding: 4,
  size: 16,
  childCount: 36,
  symbol: 40,
  flags: 44,
  moreFlags: 45,
  visibleChildCount: 48,
  production: 66,
} as const;
/** The bits of a node. In an inline leaf they stand one higher; in a subtree the one for missing stands in the next byte. */
const bit = { visible: 1, extra: 4, missing: 16 } as const;
const flagBits = 7;
const moreFlagsMissing = 2;
const moreFlagsShift = 3;

/** Where the walk is among the children of one node. */
const frame = {
  /** The address of the next child, and the one where the children end. */
  next: 0,
  stop: 1,
  /** The end of the child before, in bytes. */
  position: 2,
  /** How many children without extras there were: by these the grammar counts. */
  structural: 3,
  /** Where the node's production stands in the tables. Production 0, also that of errors, has an empty row. */
  row: 4,
  /** The index of the innermost node that is shown. */
  parent: 5,
  /** The field that a hidden node hands to its children. */
  field: 6,
} as const;
const frameSize = 7;

/** The frames of a walk in one array, as nesting has no limit. */
class FrameStack {
  values = new Int32Array(frameSize << 8);

  grown(): Int32Array {
    const larger = new Int32Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
    return larger;
  }
}

/** What a walk works with. */
interface Walk {
  readonly memory: Memory;
  readonly grammar: LanguageTables;
  readonly into: NodeBuffer;
  readonly stack: FrameStack;
  readonly earlier: EarlierChunks | undefined;
}

function decode(tree: number, parts: Walk): boolean {
  const { memory, grammar, into, stack } = parts;
  const { shorts, words } = memory;
  const root = words[tree >> 2] ?? 0;
  if (root === 0 || root & inlineMark) return false;
  const start = words[(root + subtree.padding) >> 2] ?? 0;
  const end = start + (words[(root + subtree.size) >> 2] ?? 0);
  into.reset();
  writeNode(into.data, 0, grammar.shapes[shorts[(root + subtree.symbol) >> 1] ?? 0] ?? 0, start, end, -1);
  into.count = 1;
  enter(stack.values, 0, root, start, 0, 0, memory, grammar.width);
  return walk(parts);
}

/** Writes all nodes below the root, whose frame is the first on the stack; of a known chunk, its first node alone. */
function walk({ memory, grammar, into, stack, earlier }: Walk): boolean {
  const { bytes, shorts, words } = memory;
  const { shapes, aliases, fields, width } = grammar;
  let data: Int32Array = into.data;
  let frames: Int32Array = stack.values;
  let count = into.count;
  let top = 0;
  // The block of the large class that the walk is in: like those of the module, its children are chunks.
  let openBlock = 0;
  // Each child has a place of its own in the memory, so a walk with more steps than there are places has lost its way.
  for (let steps = bytes.length / childSize; top >= 0; steps -= 1) {
    if (steps === 0) return false;
    const child = frames[top + frame.next] ?? 0;
    const parent = frames[top + frame.parent] ?? 0;
    if (child === frames[top + frame.stop]) {
      data[parent * nodeSize + slot.after] = count;
      top -= frameSize;
      continue;
    }
    frames[top + frame.next] = child + childSize;
    const at = words[child >> 2] ?? 0;
    const isInline = (at & inlineMark) !== 0;
    const bits = isInline ? (at & 0xff) >> 1 : bitsOf(bytes[at + subtree.flags] ?? 0, bytes[at + subtree.moreFlags] ?? 0);
    const start = (frames[top + frame.position] ?? 0) + paddingOf(child, memory);
    const end = start + ((isInline ? bytes[child + inline.size] : words[(at + subtree.size) >> 2]) ?? 0);
    frames[top + frame.position] = end;
    const symbol = (isInline ? bytes[child + inline.symbol] : shorts[(at + subtree.symbol) >> 1]) ?? 0;
    let shape = bits & bit.visible ? (shapes[symbol] ?? 0) : 0;
    let field = 0;
    if ((bits & bit.extra) === 0) {
      const structural = frames[top + frame.structural] ?? 0;
      const cell = structural < width ? (frames[top + frame.row] ?? 0) + structural : 0;
      frames[top + frame.structural] = structural + 1;
      field = firstSet(fields[cell], frames[top + frame.field]);
      shape = firstSet(aliases[cell], shape);
    }
    const index = count;
    const isLeaf = isInline || words[(at + subtree.childCount) >> 2] === 0;
    if (shape !== 0) {
      if ((index + 1) * nodeSize > data.length) data = into.grown();
      const whole = inField(shape, field) | (bits & bit.missing ? flag.missing | flag.error : 0);
      writeNode(data, index, whole, start, end, parent);
      count = index + 1;
      // A leaf may stand in its parent in one tree and have an address in an equal one, so it has none for us.
      if (!isLeaf && (parent === 0 || parent === openBlock)) {
        const position = earlier?.positionOf(at, whole, (end - start) >> 1) ?? -1;
        into.heads.add(index, at, position);
        if (position >= 0) continue;
      } else if (isBlockOfLargeClass(into, index)) openBlock = index;
    }
    if (isLeaf || (shape === 0 && words[(at + subtree.visibleChildCount) >> 2] === 0)) continue;
    top += frameSize;
    if (top + frameSize > frames.length) frames = stack.grown();
    enter(frames, top, at, start, shape !== 0 ? index : parent, shape !== 0 ? 0 : field, memory, width);
  }
  into.count = count;
  return true;
}

function writeNode(data: Int32Array, index: number, shape: number, start: number, end: number, parent: number): void {
  const at = index * nodeSize;
  data[at + slot.shape] = shape;
  // Tree-sitter counts bytes, and is handed two for each unit of text.
  data[at + slot.start] = start >> 1;
  data[at + slot.end] = end >> 1;
  data[at + slot.parent] = parent;
  data[at + slot.after] = index + 1;
  data[at + slot.name] = 0;
}

/** Begins the children of the subtree at an address, whose own text starts at a place. */
function enter(
  frames: Int32Array,
  top: number,
  at: number,
  start: number,
  parent: number,
  field: number,
  memory: Memory,
  width: number,
): void {
  const childCount = memory.words[(at + subtree.childCount) >> 2] ?? 0;
  const first = at - childCount * childSize;
  frames[top + frame.next] = first;
  frames[top + frame.stop] = at;
  // What stands before the first child stands before its parent too, and is already counted.
  frames[top + frame.position] = childCount === 0 ? start : start - paddingOf(first, memory);
  frames[top + frame.structural] = 0;
  frames[top + frame.row] = (memory.shorts[(at + subtree.production) >> 1] ?? 0) * width;
  frames[top + frame.parent] = parent;
  frames[top + frame.field] = field;
}

/** The bytes of space before a child. */
function paddingOf(child: number, { bytes, words }: Memory): number {
  const at = words[child >> 2] ?? 0;
  return (at & inlineMark ? bytes[child + inline.padding] : words[(at + subtree.padding) >> 2]) ?? 0;
}

/** The first number unless it is 0, which stands for none. */
function firstSet(one: number | undefined, other: number | undefined): number {
  return (one === 0 ? other : one) ?? 0;
}

function bitsOf(flags: number, moreFlags: number): number {
  return (flags & flagBits) | ((moreFlags & moreFlagsMissing) << moreFlagsShift);
}

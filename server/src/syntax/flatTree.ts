/**
 * A tree as numbers in one array and its names, so that it can stand in memory that threads share.
 *
 * Invariants: the tree that is read back equals the one that was written, node by node; its chunks are views of the array,
 * which must not change from then on. The text is not in here: whoever reads the tree brings the same text.
 */
import { PackedChunk } from './packed';
import type { Members, Placed } from './packed';
import { placedChunks, syntaxTree } from './tree';
import type { SyntaxTree } from './node';

/** A tree that is ready to be written. */
export interface FlatTree {
  /** How many numbers it takes. */
  readonly size: number;
  /** Its identifiers, each once. */
  readonly names: readonly string[];
  /** Writes it to the beginning of an array. */
  write(into: Int32Array): void;
}

const head = { chunks: 0, hasErrors: 1, isRepaired: 2 } as const;
const headSize = 3;
const place = { start: 0, length: 1, names: 2, parentId: 3, endPosition: 4, endId: 5, end: 6, hasError: 7 } as const;
const placeSize = 8;
const none = -1;

/** Makes a tree ready to be written. */
export function flatTree(tree: SyntaxTree): FlatTree {
  const chunks = placedChunks(tree);
  const numbers = new Map<string, number>();
  const size = chunks.reduce((sum, { chunk }) => sum + chunk.data.length + chunk.names.length, headSize + chunks.length * placeSize);
  // Names are used often: each use is looked up once.
  const uses: number[] = [];
  for (const { chunk } of chunks) {
    for (const name of chunk.names) {
      const known = numbers.get(name);
      if (known === undefined) numbers.set(name, numbers.size);
      uses.push(known ?? numbers.size - 1);
    }
  }
  return {
    size,
    names: [...numbers.keys()],
    write: (into) => {
      into[head.chunks] = chunks.length;
      into[head.hasErrors] = Number(tree.hasErrors);
      into[head.isRepaired] = Number(tree.isRepaired);
      chunks.forEach((placed, position) => writePlace(placed, into, headSize + position * placeSize));
      let at = headSize + chunks.length * placeSize;
      let use = 0;
      for (const { chunk } of chunks) {
        into.set(chunk.data, at);
        at += chunk.data.length;
        for (const after = at + chunk.names.length; at < after; at += 1) into[at] = uses[use++] ?? none;
      }
    },
  };
}

function writePlace({ start, chunk, parentId, members }: Placed, into: Int32Array, at: number): void {
  into[at + place.start] = start;
  into[at + place.length] = chunk.data.length;
  into[at + place.names] = chunk.names.length;
  into[at + place.parentId] = parentId;
  into[at + place.endPosition] = members?.endPosition ?? none;
  into[at + place.endId] = members?.endId ?? 0;
  into[at + place.end] = members?.end ?? 0;
  into[at + place.hasError] = Number(members?.hasError ?? false);
}

/** The tree of a text that was written to the beginning of an array. */
export function treeFrom(written: Int32Array, names: readonly string[], text: string): SyntaxTree {
  const count = written[head.chunks] ?? 0;
  const placed: Placed[] = [];
  let at = headSize + count * placeSize;
  let firstId = 1;
  for (let position = 0; position < count; position += 1) {
    const from = headSize + position * placeSize;
    const numberAt = (offset: number): number => written[from + offset] ?? 0;
    const length = numberAt(place.length);
    const end = at + length + numberAt(place.names);
    // One after another: what makes an array of an array of numbers is many times slower.
    const own: string[] = [];
    for (let index = at + length; index < end; index += 1) own.push(names[written[index] ?? none] ?? '');
    const chunk = new PackedChunk(written.subarray(at, at + length), own);
    const start = numberAt(place.start);
    placed.push({
      chunk,
      position,
      firstId,
      start,
      end: start + chunk.end(0),
      parentId: numberAt(place.parentId),
      members: membersAt(numberAt),
    });
    at = end;
    firstId += chunk.length;
  }
  return syntaxTree(text, placed, { hasErrors: written[head.hasErrors] === 1, isRepaired: written[head.isRepaired] === 1 });
}

function membersAt(numberAt: (offset: number) => number): Members | undefined {
  const endPosition = numberAt(place.endPosition);
  if (endPosition === none) return undefined;
  return { endPosition, endId: numberAt(place.endId), end: numberAt(place.end), hasError: numberAt(place.hasError) === 1 };
}

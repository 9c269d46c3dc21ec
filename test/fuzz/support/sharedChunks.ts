/** Gives chunks that are equal to ones of earlier trees the same objects, to the utmost that a parser may. */
import type { SyntaxTree } from '../../../server/src/syntax/node';
import type { PackedChunk, Placed } from '../../../server/src/syntax/packed';
import { syntaxTree } from '../../../server/src/syntax/tree';

export class ChunkSharing {
  readonly #known = new Map<string, PackedChunk[]>();

  /** The same tree, in which a chunk with the text and shape of an earlier one is that one. */
  shared(tree: SyntaxTree): SyntaxTree {
    return syntaxTree(
      tree.text,
      (tree.chunks as readonly Placed[]).map((placed) => ({
        ...placed,
        chunk: this.#same(tree.text.slice(placed.start, placed.end), placed),
      })),
      tree,
    );
  }

  #same(text: string, { chunk }: Placed): PackedChunk {
    const candidates = this.#known.get(text);
    const same = candidates?.find((candidate) => isEqual(candidate, chunk));
    if (same !== undefined) return same;
    if (candidates === undefined) this.#known.set(text, [chunk]);
    else candidates.push(chunk);
    return chunk;
  }
}

function isEqual(one: PackedChunk, other: PackedChunk): boolean {
  return (
    one.data.length === other.data.length &&
    one.data.every((number, index) => number === other.data[index]) &&
    one.names.every((name, index) => name === other.names[index])
  );
}

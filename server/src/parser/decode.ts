/** What each of the ways from tree-sitter's tree to packed nodes does; they stand together in `decoders.ts`. */
import type { EarlierChunks } from '../syntax/earlierChunks';
import type { NodeBuffer } from '../syntax/packed';
import type { Tree } from './runtime';

/**
 * Writes the nodes of a tree into the buffer; false when it cannot make sense of what it reads. It may leave out what is
 * below the first node of a chunk that it finds among the earlier ones, and then says so in the buffer's heads.
 */
export type Decode = (tree: Tree, into: NodeBuffer, earlier?: EarlierChunks) => boolean;

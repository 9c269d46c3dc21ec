/** The chunks of an earlier version of a text, so that those that did not change stay the same objects. */
import { flag } from './packed';
import type { NodeBuffer, PackedChunk, Placed } from './packed';

/** A version of a text, cut into chunks. */
export interface EarlierVersion {
  readonly text: string;
  readonly placed: readonly Placed[];
  /** By position, the parser's address of each chunk while the parser still holds that version; 0 for none. */
  readonly addresses?: Int32Array;
}

/**
 * Finds earlier chunks for the chunks of one later version, asked for in the order of the text. No chunk is given out
 * twice, so a tree never holds the same chunk in two places.
 */
export class EarlierChunks {
  private readonly text: string;
  private readonly placed: readonly Placed[];
  private readonly addresses: Int32Array;
  private readonly isTaken: Uint8Array;
  /** Those before these positions lie behind us. */
  private nextAddress = 0;
  private nextEqual = 0;
  private byText: Map<string, number[]> | undefined;

  constructor(version: EarlierVersion | undefined) {
    this.text = version?.text ?? '';
    this.placed = version?.placed ?? [];
    this.addresses = version?.addresses ?? new Int32Array(0);
    this.isTaken = new Uint8Array(this.placed.length);
  }

  /**
   * The position of the chunk that stands at an address of the parser's memory, -1 where there is none. What stands there
   * is not changed while the earlier version is held; shape and length are compared all the same.
   */
  positionOf(address: number, shape: number, length: number): number {
    // Mostly it is the next one, and then nothing has to be searched.
    const next = this.nextAddress;
    const position = this.addresses[next] === address ? next : this.addresses.indexOf(address, next);
    const chunk = this.placed[position]?.chunk;
    if (chunk?.end(0) !== length || ((chunk.shape(0) ^ shape) & ~flag.error) !== 0) return -1;
    this.nextAddress = position + 1;
    this.isTaken[position] = 1;
    return position;
  }

  /** The chunk at a position, which has been taken already. */
  chunkAt(position: number): PackedChunk | undefined {
    if (position < 0) return undefined;
    this.nextEqual = position + 1;
    return this.placed[position]?.chunk;
  }

  /** The earlier chunk with the same text and the same nodes as a chunk that was made anew. */
  equalTo(chunk: PackedChunk, start: number, text: string): PackedChunk | undefined {
    if (this.placed.length === 0) return undefined;
    const own = text.slice(start, start + chunk.end(0));
    return this.taken({ text: own, length: chunk.length, isEqual: ({ data }) => areEqual(data, chunk.data) });
  }

  /** The same for nodes that no chunk was made of yet. One that holds an error is not found. */
  equalToNodes(nodes: NodeBuffer, index: number, text: string): PackedChunk | undefined {
    if (this.placed.length === 0) return undefined;
    const own = text.slice(nodes.start(index), nodes.end(index));
    return this.taken({ text: own, length: nodes.after(index) - index, isEqual: (chunk) => nodes.holds(chunk, index) });
  }

  private taken(wanted: Wanted): PackedChunk | undefined {
    const position = this.nearby(wanted) ?? this.anywhere(wanted);
    if (position === undefined) return undefined;
    this.isTaken[position] = 1;
    this.nextEqual = position + 1;
    return this.placed[position]?.chunk;
  }

  /** Looks up to the next chunk that was found by its address, or as far as statements mostly move. */
  private nearby(wanted: Wanted): number | undefined {
    const end = this.hasAddresses ? this.placed.length : Math.min(this.nextEqual + window, this.placed.length);
    for (let position = this.nextEqual; position < end && this.isTaken[position] === 0; position += 1) {
      if (this.isEqual(position, wanted)) return position;
    }
    return undefined;
  }

  /** Looks at all chunks, which is worth it only where none is found by its address. */
  private anywhere(wanted: Wanted): number | undefined {
    if (this.hasAddresses) return undefined;
    this.byText ??= this.positionsByText();
    return this.byText.get(wanted.text)?.find((position) => this.isEqual(position, wanted));
  }

  private get hasAddresses(): boolean {
    return this.nextAddress > 0;
  }

  private positionsByText(): Map<string, number[]> {
    const byText = new Map<string, number[]>();
    for (const { chunk, start, position } of this.placed) {
      const own = this.text.slice(start, start + chunk.end(0));
      const known = byText.get(own);
      if (known === undefined) byText.set(own, [position]);
      else known.push(position);
    }
    return byText;
  }

  private isEqual(position: number, { text, length, isEqual }: Wanted): boolean {
    const placed = this.placed[position];
    if (placed === undefined || this.isTaken[position] !== 0 || placed.chunk.length !== length) return false;
    const end = placed.start + placed.chunk.end(0);
    return end - placed.start === text.length && this.text.slice(placed.start, end) === text && isEqual(placed.chunk);
  }
}

/** What an earlier chunk has to be like: its text, the number of its nodes, and what else is to be compared. */
interface Wanted {
  readonly text: string;
  readonly length: number;
  readonly isEqual: (chunk: PackedChunk) => boolean;
}

/** In a loop, since a call for each number would be felt at every keystroke. */
function areEqual(one: Int32Array, other: Int32Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** A statement that is put in or taken out moves the ones behind it. */
const window = 4;

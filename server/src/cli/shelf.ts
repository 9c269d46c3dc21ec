/**
 * Files as they were read and parsed, in memory that threads share: each is read once and parsed once, and whoever needs to
 * know more of it works that out for itself.
 *
 * Invariants: what was put here never changes; one thread writes a block and hands it over when it writes no more; where the
 * limit is reached, files are read and parsed again by whoever needs them.
 */
import { namesOfCoroutines, usedNames } from '../project/uses';
import { modulesImportedIn } from '../semantic/imports';
import { flatTree, treeFrom } from '../syntax/flatTree';
import { hashOfText } from '../syntax/hash';
import type { SyntaxTree } from '../syntax/node';

/** Where the record of a file begins, in numbers from the beginning of a block. */
type Place = readonly [file: string, block: number, at: number];

/** What one thread has put on its shelf, to be handed to others. */
export interface ShelfPart {
  readonly blocks: readonly SharedArrayBuffer[];
  readonly places: readonly Place[];
}

/**
 * A record: the sizes of what follows, then the tree, the names that it uses and those of its coroutine functions (as numbers),
 * its identifiers, the modules that it imports, and the file's own bytes.
 */
const size = { tree: 0, used: 1, coroutines: 2, names: 3, imports: 4, bytes: 5 } as const;
const headSize = 6;
const bytesOfNumber = Int32Array.BYTES_PER_ELEMENT;

/** In numbers: so much is asked of the system at once. */
const blockSize = 1 << 21;
/** In numbers, for each thread: 600 MB, as much as trees of 250 MB of Python take. */
const largestShelf = 150_000_000;

/** The files that are known to this thread, by their absolute paths. */
export class Shelf {
  readonly #blocks: SharedArrayBuffer[] = [];
  readonly #places: Place[] = [];
  readonly #records = new Map<string, Int32Array>();
  /** What of the last block is free, and how much all have. */
  #free: Int32Array = new Int32Array(0);
  #sum = 0;
  #coroutines: ReadonlySet<number> | 'any' | undefined;

  /** Takes a file with the tree of its text. */
  put(file: string, bytes: Uint8Array, tree: SyntaxTree): void {
    const flat = flatTree(tree);
    const used = hashes(usedNames(tree));
    const coroutines = hashes(namesOfCoroutines(tree));
    const names = encodedList(flat.names);
    const imports = encodedList(modulesImportedIn(tree));
    const numbers = headSize + flat.size + used.length + coroutines.length;
    const record = this.#room(file, numbers + Math.ceil((names.length + imports.length + bytes.length) / bytesOfNumber));
    if (record === undefined) return;
    record.set([flat.size, used.length, coroutines.length, names.length, imports.length, bytes.length]);
    flat.write(record.subarray(headSize));
    record.set(used, headSize + flat.size);
    record.set(coroutines, headSize + flat.size + used.length);
    const tail = bytesFrom(record, numbers);
    tail.set(names);
    tail.set(imports, names.length);
    tail.set(bytes, names.length + imports.length);
    this.#records.set(file, record);
  }

  has(file: string): boolean {
    return this.#records.has(file);
  }

  /** A copy of the file's bytes. */
  bytes(file: string): Uint8Array | undefined {
    const record = this.#records.get(file);
    if (record === undefined) return undefined;
    const [names = 0, imports = 0, bytes = 0] = record.subarray(size.names, headSize);
    return bytesFrom(record, tailOf(record)).slice(names + imports, names + imports + bytes);
  }

  /** The tree of a file, which has this text. */
  tree(file: string, text: string): SyntaxTree | undefined {
    const record = this.#records.get(file);
    if (record === undefined) return undefined;
    return treeFrom(record.subarray(headSize), listIn(record, 0, record[size.names] ?? 0), text);
  }

  /** The modules that a file imports. */
  importsOf(file: string): readonly string[] | undefined {
    const record = this.#records.get(file);
    if (record === undefined) return undefined;
    const [names = 0, imports = 0] = record.subarray(size.names, headSize);
    return imports === 0 ? [] : listIn(record, names, names + imports);
  }

  /** Of these files those that may use something with this last name; of a file that is not here nothing is known. */
  using(name: string, files: readonly string[]): readonly string[] {
    const hash = hashOf(name);
    return files.filter((file) => {
      const record = this.#records.get(file);
      return record === undefined || includes(record, headSize + (record[size.tree] ?? 0), record[size.used] ?? 0, hash);
    });
  }

  /** Whether one of these files may define a coroutine function with this name. */
  defineCoroutine(name: string, files: readonly string[]): boolean {
    this.#coroutines ??= files.some((file) => !this.#records.has(file)) ? 'any' : this.#allCoroutines(files);
    return this.#coroutines === 'any' || this.#coroutines.has(hashOf(name));
  }

  #allCoroutines(files: readonly string[]): ReadonlySet<number> {
    const all = new Set<number>();
    for (const file of files) {
      const record = this.#records.get(file);
      const from = record === undefined ? 0 : coroutinesOf(record);
      for (const hash of record?.subarray(from, from + (record[size.coroutines] ?? 0)) ?? []) all.add(hash);
    }
    return all;
  }

  /** What this thread has put here. It puts nothing into these blocks any more. */
  part(): ShelfPart {
    this.#free = new Int32Array(0);
    return { blocks: this.#blocks, places: this.#places };
  }

  /** Takes what other threads have put on theirs. */
  add({ blocks, places }: ShelfPart): void {
    for (const [file, block, at] of places) {
      const buffer = blocks[block];
      if (buffer !== undefined) this.#records.set(file, new Int32Array(buffer, at * bytesOfNumber));
    }
  }

  #room(file: string, length: number): Int32Array | undefined {
    if (this.#sum + length > largestShelf) return undefined;
    this.#sum += length;
    if (this.#free.length < length) {
      const block = new SharedArrayBuffer(Math.max(blockSize, length) * bytesOfNumber);
      this.#blocks.push(block);
      this.#free = new Int32Array(block);
    }
    const record = this.#free.subarray(0, length);
    this.#places.push([file, this.#blocks.length - 1, record.byteOffset / bytesOfNumber]);
    this.#free = this.#free.subarray(length);
    return record;
  }
}

function tailOf(record: Int32Array): number {
  return coroutinesOf(record) + (record[size.coroutines] ?? 0);
}

/** Where the coroutine functions of a record stand. */
function coroutinesOf(record: Int32Array): number {
  return headSize + (record[size.tree] ?? 0) + (record[size.used] ?? 0);
}

/** What follows the numbers of a record, as bytes. */
function bytesFrom({ buffer, byteOffset }: Int32Array, at: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset + at * bytesOfNumber);
}

/** Names have no line breaks in them. */
function encodedList(list: readonly string[]): Uint8Array {
  return new TextEncoder().encode(list.join('\n'));
}

function listIn(record: Int32Array, start: number, end: number): readonly string[] {
  return new TextDecoder().decode(bytesFrom(record, tailOf(record)).slice(start, end)).split('\n');
}

function hashes(names: ReadonlySet<string>): Int32Array {
  return Int32Array.from(new Set([...names].map(hashOf))).sort();
}

/** The hash of a name, as a record holds it. Two names with one hash cost a look that was not needed. */
function hashOf(name: string): number {
  return hashOfText(name) | 0;
}

function includes(numbers: Int32Array, from: number, length: number, wanted: number): boolean {
  let low = from;
  let high = from + length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/**
 * Which names lead to certain ones by calls: those of functions that call them, of functions that call these, and so on.
 *
 * Invariants: names alone are compared, so more are said to lead there than do, and none that does is left out; what chunks of
 * earlier versions called stays in it, so that a keystroke costs what it changed.
 */
import type { ChunkCalls } from './chunkCalls';

/** The names from which calls may lead to an end, through whatever functions of the file; it only ever grows. */
export class LeadingNames {
  readonly #isEnd: (name: string) => boolean;
  readonly #chunks = new Set<ChunkCalls>();
  /** By a name: the names of what calls it, or stands for it. */
  readonly #callers = new Map<string, string[]>();
  readonly #called = new Set<string>();
  readonly #leading = new Set<string>();

  constructor(isEnd: (name: string) => boolean) {
    this.#isEnd = isEnd;
  }

  /** Whether the name is an end that something in the file calls, or leads to one. */
  has(name: string): boolean {
    return this.#leading.has(name);
  }

  /** Whether there are more chunks of earlier versions in it than is worth while, beside those of this version. */
  isOutgrown(count: number): boolean {
    return this.#chunks.size > 2 * count + mostOutdated;
  }

  /** Takes what the chunks of a version call. */
  add(chunks: readonly ChunkCalls[]): void {
    const added = chunks.filter((chunk) => !this.#chunks.has(chunk));
    if (added.length === 0) return;
    const called = new Set<string>();
    for (const chunk of added) for (const name of chunk.called) if (!this.#called.has(name)) called.add(name);
    // What a name stands for matters from when it is called.
    for (const chunk of this.#chunks) this.#addValues(chunk, called);
    for (const name of called) this.#called.add(name);
    for (const chunk of added) {
      this.#chunks.add(chunk);
      for (const [caller, names] of chunk.byName) for (const name of names) this.#addCall(caller, name);
      this.#addValues(chunk, this.#called);
    }
  }

  #addValues(chunk: ChunkCalls, called: ReadonlySet<string>): void {
    if (called.size === 0) return;
    for (const [name, value] of chunk.values((one) => called.has(one))) if (name !== value) this.#addCall(name, value);
  }

  #addCall(caller: string, called: string): void {
    const callers = this.#callers.get(called);
    if (callers !== undefined) callers.push(caller);
    else {
      this.#callers.set(called, [caller]);
      if (this.#isEnd(called)) this.#lead(called);
    }
    if (this.#leading.has(called)) this.#lead(caller);
  }

  #lead(name: string): void {
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.#leading.has(next)) continue;
      this.#leading.add(next);
      pending.push(...(this.#callers.get(next) ?? []));
    }
  }
}

const mostOutdated = 64;

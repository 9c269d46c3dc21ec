/**
 * Who works on which file: a list of files that several threads go through together.
 *
 * Invariants: each file is claimed once; a thread goes through a stretch of its own first, as files that stand together ask
 * for the same others, and then through what is left of those of the others.
 */
export interface Claims {
  /** One byte for each file: 1 when somebody has claimed it. */
  readonly claimed: SharedArrayBuffer;
  /** Where this thread begins. */
  readonly first: number;
}

/** The claims of some threads on so many files. */
export function claimsFor(threads: number, files: number): readonly Claims[] {
  const claimed = new SharedArrayBuffer(files);
  return Array.from({ length: threads }, (_, thread) => ({ claimed, first: Math.floor((thread * files) / threads) }));
}

/** A function that claims the next file; undefined when there is none. */
export function claiming({ claimed, first }: Claims): () => number | undefined {
  const bytes = new Uint8Array(claimed);
  let passed = 0;
  return () => {
    while (passed < bytes.length) {
      const file = (first + passed) % bytes.length;
      passed += 1;
      if (Atomics.exchange(bytes, file, 1) === 0) return file;
    }
    return undefined;
  };
}

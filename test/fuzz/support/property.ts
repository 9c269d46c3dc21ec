/**
 * Properties that hold for inputs made at random.
 *
 * Invariants: without being told otherwise a run takes the same inputs each time, so that it fails for what was changed and
 * never for luck; `SERVICE_PATTERNS_TEST_EVERYTHING=1` takes new ones and far more of them. A failure says how to run its
 * input again, and shows the smallest input found that fails as well.
 */
import fc from 'fast-check';

/** Whether there is time to look at everything. */
export const everything = process.env['SERVICE_PATTERNS_TEST_EVERYTHING'] === '1';

export interface Limits<Value> {
  /** Inputs that failed once: they are tried first. */
  readonly known?: readonly Value[];
  /** How many inputs to try, however slow the machine is. */
  readonly fewest: number;
  /** How long to go on after those, in seconds; thirty times as long where everything is looked at. */
  readonly seconds: number;
}

/** Tries a check on inputs until the time is up. `SERVICE_PATTERNS_TEST_SEED` runs one input again. */
export async function holds<Value>(values: fc.Arbitrary<Value>, limits: Limits<Value>, check: (value: Value) => void | Promise<void>) {
  const property = fc.asyncProperty(values, (value) => inTime(check, value));
  const [, replayed, path] = /^(-?\d+):([\d:]+)$/.exec(process.env['SERVICE_PATTERNS_TEST_SEED'] ?? '') ?? [];
  if (replayed !== undefined && path !== undefined) {
    report(await fc.check(property, { seed: Number(replayed), path, endOnFailure: true }));
    return;
  }
  const examples = (limits.known ?? []).map((value): [Value] => [value]);
  const end = Date.now() + limits.seconds * (everything ? 30_000 : 1000);
  const first = everything ? Date.now() & 0x3fffffff : 1;
  for (let seed = first; seed === first || Date.now() < end; seed += 1)
    report(await fc.check(property, { seed, numRuns: limits.fewest, examples, interruptAfterTimeLimit: patience }));
}

/** How long to look for a smaller input that fails too, in milliseconds. */
const patience = 60_000;
/** What no input may take, in milliseconds, on the slowest machine. */
const longest = 15_000;

/** An answer that never comes is a failure like any other. */
async function inTime<Value>(check: (value: Value) => void | Promise<void>, value: Value): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`There was no end after ${String(longest)} ms.`)), longest);
  });
  try {
    await Promise.race([check(value), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Throws what an input made fail, with that input. */
function report<Value>(details: fc.RunDetails<Value>): void {
  if (!details.failed) return;
  const { seed, counterexamplePath, counterexample, errorInstance } = details;
  const again = `SERVICE_PATTERNS_TEST_SEED=${String(seed)}:${counterexamplePath ?? '0'}`;
  throw new Error(`An input fails. To run it again: ${again}\nThe input: ${JSON.stringify(counterexample)}`, { cause: errorInstance });
}

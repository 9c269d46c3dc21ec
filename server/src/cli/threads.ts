/**
 * The work on many files, spread over threads in two phases: first each file is read and parsed by one of them and put where
 * all can see it; then each file is checked by one of them, which works out for itself what other files say.
 *
 * Invariants: a thread is told the flags and makes everything else by itself; what comes out, and in which order, does not
 * depend on the number of threads.
 */
import { claiming, claimsFor } from './claims';
import type { Claims } from './claims';
import type { FileOutcome } from './checkFile';
import type { Source } from './discover';
import { fileChecks, jobOf } from './job';
import type { FileChecks, Job } from './job';
import type { CliHost } from './ports';
import type { ShelfPart } from './shelf';
import type { StoredFile } from '../project/summaryStore';
import { cacheOf, storedSummary } from './summaryCache';
import type { KnownSummaries, SummaryCache } from './summaryCache';

/** What a thread is asked, one thing after another. */
export type Question =
  | (Pick<Job, 'paths' | 'flags'> & { readonly kind: 'begin'; readonly sources: readonly Source[]; readonly claims: Phases<Claims> })
  | { readonly kind: 'prepare' }
  | { readonly kind: 'share' }
  | { readonly kind: 'learn'; readonly parts: readonly ShelfPart[] }
  | { readonly kind: 'check' };

/** What a thread says to that. */
export type Answer =
  | { readonly kind: 'done' }
  /** How many files were prepared; none where there is none left. */
  | { readonly kind: 'prepared'; readonly files: number }
  | { readonly kind: 'shelf'; readonly part: ShelfPart }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly NumberedOutcome[]; readonly summaries: readonly StoredFile[] };

/** The outcome of a file, with the file's place among all. */
export type NumberedOutcome = readonly [file: number, outcome: FileOutcome];

interface Phases<Value> {
  readonly prepare: Value;
  readonly check: Value;
}

/** A thread; `ask` waits for the answer, and fails when the thread does. */
export interface Thread {
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

/** Checks the files on some threads; the outcomes in the order of the files, or undefined when the user interrupted. */
export async function checkOnThreads(
  sources: readonly Source[],
  { paths, flags, host }: Job,
  threads: readonly Thread[],
  cache: SummaryCache | undefined,
): Promise<readonly FileOutcome[] | undefined> {
  const [toPrepare, toCheck] = [claimsFor(threads.length, sources.length), claimsFor(threads.length, sources.length)];
  const outcomes: FileOutcome[] = [];
  const isOver = (): boolean => host.isInterrupted();
  const prepare = async (thread: Thread, index: number): Promise<readonly ShelfPart[]> => {
    const [first, second] = [toPrepare[index], toCheck[index]];
    if (first === undefined || second === undefined) return [];
    await thread.ask({ kind: 'begin', paths, flags, sources, claims: { prepare: first, check: second } });
    while (!isOver()) {
      const answer = await thread.ask({ kind: 'prepare' });
      if (answer.kind !== 'prepared' || answer.files === 0) break;
    }
    const answer = await thread.ask({ kind: 'share' });
    return answer.kind === 'shelf' ? [answer.part] : [];
  };
  const check = async (thread: Thread, parts: readonly ShelfPart[]): Promise<void> => {
    await thread.ask({ kind: 'learn', parts });
    while (!isOver()) {
      const answer = await thread.ask({ kind: 'check' });
      if (answer.kind !== 'outcomes' || answer.outcomes.length === 0) return;
      for (const made of answer.summaries) cache?.take(made);
      for (const [file, outcome] of answer.outcomes) outcomes[file] = outcome;
    }
  };
  const parts = await Promise.all(threads.map(prepare));
  if (!isOver()) await Promise.all(threads.map((thread) => check(thread, parts.flat())));
  return isOver() ? undefined : outcomes;
}

/** Files that a thread works on before it answers: enough that asking costs nothing, few enough that an interrupt is soon seen. */
const shareSize = 12;

interface Work {
  readonly checks: FileChecks;
  readonly claim: Phases<() => number | undefined>;
}

/** What a thread does with what it is asked. */
export function createThreadWork(host: CliHost): (question: Question) => Promise<Answer> {
  let sources: readonly Source[] = [];
  let work: Work | undefined;
  const made: StoredFile[] = [];
  return async (question) => {
    if (question.kind === 'begin') {
      const { paths, flags, claims } = question;
      const job = await jobOf(paths, flags, host);
      sources = question.sources;
      // The flags were tried before any thread was started.
      if ('usage' in job) return { kind: 'done' };
      const checks = fileChecks(job, sources, notedIn(made, cacheOf(flags, host), host));
      work = { checks, claim: { prepare: claiming(claims.prepare), check: claiming(claims.check) } };
      return { kind: 'done' };
    }
    if (work === undefined) return { kind: 'done' };
    const { checks, claim } = work;
    if (question.kind === 'prepare') return { kind: 'prepared', files: each(claim.prepare, sources, (source) => checks.prepare(source)) };
    if (question.kind === 'share') return { kind: 'shelf', part: checks.shelf.part() };
    if (question.kind === 'learn') {
      for (const part of question.parts) checks.shelf.add(part);
      return { kind: 'done' };
    }
    const outcomes: NumberedOutcome[] = [];
    each(claim.check, sources, (source, file) => outcomes.push([file, checks.check(source)]));
    return { kind: 'outcomes', outcomes, summaries: made.splice(0) };
  };
}

/** Works on the next files; how many there were. */
function each(claim: () => number | undefined, sources: readonly Source[], work: (source: Source, file: number) => void): number {
  let done = 0;
  for (let file = claim(); file !== undefined; file = done < shareSize ? claim() : undefined) {
    const source = sources[file];
    if (source !== undefined) work(source, file);
    done += 1;
  }
  return done;
}

/** A cache that is read here, and written by whoever is told what was made. */
function notedIn(made: StoredFile[], cache: SummaryCache | undefined, { files }: CliHost): KnownSummaries | undefined {
  return (
    cache && {
      known: (absolute, settings) => cache.known(absolute, settings),
      note: (absolute, text, summary, settings) => {
        const stored = storedSummary(absolute, text, summary, settings, files);
        if (stored !== undefined) made.push(stored);
      },
    }
  );
}

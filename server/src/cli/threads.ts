/**
 * The work on many files, spread over threads in two phases: each thread reads a share of the files and tells what they say
 * to others; then each checks its share with the summaries of all.
 *
 * Invariants: a thread is told the flags and makes everything else by itself; what comes out, and in which order, does not
 * depend on the number of threads.
 */
import type { FileOutcome } from './checkFile';
import type { Source } from './discover';
import type { CheckFlags } from './flags';
import { fileChecks, jobOf } from './job';
import type { FileChecks, Job } from './job';
import type { CliHost } from './ports';
import type { StoredFile } from '../project/summaryStore';
import { storedSummary } from './summaryCache';
import type { KnownSummaries, SummaryCache } from './summaryCache';
import { summaryTable } from './summaryTable';
import type { SummaryTable, WrittenSummary } from './summaryTable';

/** What a thread is asked, one thing after another. */
export type Question =
  | { readonly kind: 'begin'; readonly flags: CheckFlags; readonly sources: readonly Source[] }
  | { readonly kind: 'summarise'; readonly sources: readonly Source[] }
  | { readonly kind: 'learn'; readonly table: SummaryTable }
  | { readonly kind: 'check'; readonly sources: readonly Source[] };

export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'summaries'; readonly summaries: readonly StoredFile[] }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly FileOutcome[] };

/** A thread; `ask` waits for the answer, and fails when the thread does. */
export interface Thread {
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

/** Files that a thread is handed at once: few enough that all threads end at about the same time. */
const shareSize = 12;

/** Checks the files on some threads; the outcomes in the order of the files, or undefined when the user interrupted. */
export async function checkOnThreads(
  sources: readonly Source[],
  { flags, host, configuration }: Job,
  threads: readonly Thread[],
  cache: SummaryCache | undefined,
): Promise<readonly FileOutcome[] | undefined> {
  const queue = shares(sources.map((source, index) => ({ source, index })));
  const owned = new Map<Thread, (readonly Numbered[])[]>(threads.map((thread) => [thread, []]));
  const summaries: WrittenSummary[] = [];
  const outcomes: FileOutcome[] = [];
  const isOver = (): boolean => host.isInterrupted();
  const summarise = async (thread: Thread): Promise<void> => {
    await thread.ask({ kind: 'begin', flags, sources });
    for (let share = queue.shift(); share !== undefined && !isOver(); share = queue.shift()) {
      owned.get(thread)?.push(share);
      const unknown = share.filter(({ source: { absolute } }) => {
        const known = cache?.known(absolute, configuration.of(absolute).settings);
        if (known !== undefined) summaries.push([absolute, known]);
        return known === undefined;
      });
      if (unknown.length === 0) continue;
      const answer = await thread.ask({ kind: 'summarise', sources: unknown.map(({ source }) => source) });
      if (answer.kind !== 'summaries') continue;
      for (const made of answer.summaries) {
        summaries.push([made.file, made.summary]);
        cache?.take(made);
      }
    }
  };
  const check = async (thread: Thread, table: SummaryTable): Promise<void> => {
    await thread.ask({ kind: 'learn', table });
    for (const share of owned.get(thread) ?? []) {
      if (isOver()) return;
      const answer = await thread.ask({ kind: 'check', sources: share.map(({ source }) => source) });
      if (answer.kind !== 'outcomes') continue;
      for (const [at, outcome] of answer.outcomes.entries()) outcomes[share[at]?.index ?? 0] = outcome;
    }
  };
  await Promise.all(threads.map(summarise));
  const table = summaryTable(summaries);
  await Promise.all(threads.map((thread) => check(thread, table)));
  return isOver() ? undefined : outcomes;
}

interface Numbered {
  readonly source: Source;
  readonly index: number;
}

function shares(sources: readonly Numbered[]): (readonly Numbered[])[] {
  return Array.from({ length: Math.ceil(sources.length / shareSize) }, (_, share) =>
    sources.slice(share * shareSize, (share + 1) * shareSize),
  );
}

/** What a thread does with what it is asked. */
export function createThreadWork(host: CliHost): (question: Question) => Promise<Answer> {
  let job: Job | undefined;
  let checks: FileChecks | undefined;
  const made: StoredFile[] = [];
  const noted: KnownSummaries = {
    known: () => undefined,
    note: (absolute, text, summary, settings) => {
      const stored = storedSummary(absolute, text, summary, settings, host.files);
      if (stored !== undefined) made.push(stored);
    },
  };
  return async (question) => {
    if (question.kind === 'begin') {
      const begun = await jobOf(question.flags, host);
      // The flags were tried before any thread was started.
      if (!('usage' in begun)) [job, checks] = [begun, fileChecks(begun, question.sources, noted)];
      return { kind: 'done' };
    }
    if (job === undefined || checks === undefined) return { kind: 'done' };
    if (question.kind === 'learn') {
      checks.workbench.learn(question.table);
      return { kind: 'done' };
    }
    const { workbench } = checks;
    if (question.kind === 'summarise') {
      for (const { kind, absolute } of question.sources) if (kind === 'python') workbench.summarise(absolute);
      return { kind: 'summaries', summaries: made.splice(0) };
    }
    const work = checks;
    return { kind: 'outcomes', outcomes: question.sources.map((source) => work.check(source, host.files.read(source.absolute))) };
  };
}

/**
 * Threads that read files for the index: the same bundle again, which answers questions in place of a client.
 *
 * Invariant: what they take of memory goes with them; nothing but the answers is left of them in the server.
 */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import type { Readers, SummaryAnswer, SummaryQuestion } from '../lsp/host';

export { isMainThread };

interface Asked {
  readonly id: number;
  readonly question: SummaryQuestion;
}

interface Answered {
  readonly id: number;
  readonly answer: SummaryAnswer | undefined;
}

interface Waiting {
  readonly take: (answer: SummaryAnswer | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** One core is left to the editor; more threads than this have files to wait for, and memory to take. */
const mostThreads = 4;

/** How much V8 lets a heap grow before it looks for garbage; 0 leaves that to V8. Reading makes much garbage and keeps little. */
const growth = { whileReading: 0, otherwise: 20 } as const;

/** Settings for what comes after; they hold for all threads. */
export function keepHeapSmall(percent: number = growth.otherwise): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** Starts the bundle in threads of their own. */
export function startReaders(bundle: string): Readers {
  keepHeapSmall(growth.whileReading);
  const count = Math.max(1, Math.min(mostThreads, availableParallelism() - 1));
  const threads = Array.from({ length: count }, () => startThread(bundle));
  return {
    // Each has its next question when it has answered one.
    width: 2 * count,
    ask: (question) => threads.reduce((one, other) => (other.load() < one.load() ? other : one)).ask(question),
    stop: () => {
      for (const thread of threads) thread.stop();
      keepHeapSmall();
    },
  };
}

interface Thread {
  readonly load: () => number;
  readonly ask: (question: SummaryQuestion) => Promise<SummaryAnswer | undefined>;
  readonly stop: () => void;
}

function startThread(bundle: string): Thread {
  const worker = new Worker(bundle, { resourceLimits: { maxYoungGenerationSizeMb: 96 } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure = error;
    for (const { fail: tell } of waiting.values()) tell(error);
    waiting.clear();
  };
  worker.on('message', ({ id, answer }: Answered) => {
    waiting.get(id)?.take(answer);
    waiting.delete(id);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('The thread has ended.')));
  return {
    load: () => waiting.size,
    ask: (question) =>
      new Promise((take, tell) => {
        lastId += 1;
        waiting.set(lastId, { take, fail: tell });
        if (failure === undefined) worker.postMessage({ id: lastId, question } satisfies Asked);
        else fail(failure);
      }),
    stop: () => void worker.terminate(),
  };
}

/** In a thread: answers questions, each as it comes. */
export function answerQuestions(reader: Promise<(question: SummaryQuestion) => Promise<SummaryAnswer | undefined>>): void {
  parentPort?.on('message', ({ id, question }: Asked) => {
    void reader
      .then((ask) => ask(question))
      .then((answer) =>
        parentPort?.postMessage({ id, answer: answer && { ...answer, summary: compact(answer.summary) } } satisfies Answered),
      );
  });
}

/**
 * The same text with one byte for each character. It is ASCII, but JavaScript takes two for a text in which a single name came
 * from a file that has other characters.
 */
function compact(summary: string | undefined): string | undefined {
  return summary === undefined ? undefined : Buffer.from(summary, 'latin1').toString('latin1');
}

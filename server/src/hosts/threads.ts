/** Threads of the command line: the same bundle again, which answers what it is asked. */
import { setFlagsFromString } from 'node:v8';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import type { Answer, Question, Thread } from '../cli/threads';

export { isMainThread };

/**
 * Each thread compiles the whole program for itself, on the processors that the threads share. With less of other functions
 * copied into each, that takes half of the time, and the code is hardly slower. In bytes of V8's bytecode; 920 and 460 otherwise.
 */
const lessInlining = ['--max-inlined-bytecode-size-cumulative=250', '--max-inlined-bytecode-size=150'];

/** Starts the bundle in a thread of its own. */
export function startThread(bundle: string): Thread {
  for (const flag of lessInlining) setFlagsFromString(flag);
  const worker = new Worker(bundle);
  let answered: { readonly take: (answer: Answer) => void; readonly fail: (reason: Error) => void } | undefined;
  let failure: Error | undefined;
  worker.on('message', (answer: Answer) => answered?.take(answer));
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    answered?.fail(failure);
  });
  return {
    ask: (question) =>
      new Promise((take, fail) => {
        if (failure !== undefined) fail(failure);
        answered = { take, fail };
        worker.postMessage(question);
      }),
    stop: () => void worker.terminate(),
  };
}

/** In a thread: answers one question after another. */
export function answerQuestions(work: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', (question: Question) => {
    void work(question).then((answer) => parentPort?.postMessage(answer));
  });
}

/** Threads of the command line: the same bundle again, which answers what it is asked. */
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import type { Answer, Question, Thread } from '../cli/threads';

export { isMainThread };

/** Starts the bundle in a thread of its own. */
export function startThread(bundle: string): Thread {
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

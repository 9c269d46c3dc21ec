/** Long work beside a conversation: in slices, with progress, and given up when nobody wants it any more. */
import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Host } from '../host';

/** In milliseconds: so long a request may have to wait, … */
const slice = 10;
/** … and so long a keystroke in the document that the work is about. */
export const shortSlice = 3;

/** A function to call between steps: waits for a moment when a slice is over, so that requests have their turn. */
export function breather({ now, schedule }: Pick<Host, 'now' | 'schedule'>, length = slice): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < length) return;
    await new Promise<void>((resume) => void schedule(resume, 0));
    begun = now();
  };
}

/** What a client sees of long work. */
export interface Progress {
  readonly isCancelled: () => boolean;
  report(done: number, total: number): void;
  done(): void;
}

/** Progress that the server begins by itself; nobody sees it where the client cannot show it. */
export async function beginProgress(
  title: string,
  { connection, client, host }: { readonly connection: Connection; readonly client: ClientCapabilities; readonly host: Host },
): Promise<Progress> {
  if (!client.window?.workDoneProgress) return unseen;
  const reporter = await connection.window.createWorkDoneProgress();
  reporter.begin(title, 0, undefined, true);
  return throttled(
    {
      isCancelled: () => reporter.token.isCancellationRequested,
      report: (done, total) => reporter.report((100 * done) / Math.max(1, total), `${done}/${total}`),
      done: () => reporter.done(),
    },
    host,
  );
}

const unseen: Progress = { isCancelled: () => false, report: () => undefined, done: () => undefined };

const pause = 100;

/** Not more often than anybody can read. */
function throttled(progress: Progress, { now }: Pick<Host, 'now'>): Progress {
  let last = -Infinity;
  return {
    ...progress,
    report: (done, total) => {
      if (now() - last < pause && done < total) return;
      last = now();
      progress.report(done, total);
    },
  };
}

/** The progress of a request, reported where the client wants it. */
export function requestProgress(
  title: string,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
  { connection, host }: { readonly connection: Connection; readonly host: Host },
): Progress {
  const isCancelled = (): boolean => token.isCancellationRequested;
  if (workDoneToken === undefined) return { ...unseen, isCancelled };
  const send = (value: object): void => void connection.sendNotification('$/progress', { token: workDoneToken, value });
  send({ kind: 'begin', title, percentage: 0, cancellable: true });
  return throttled(
    {
      isCancelled,
      report: (done, total) =>
        send({ kind: 'report', percentage: Math.round((100 * done) / Math.max(1, total)), message: `${done}/${total}` }),
      done: () => send({ kind: 'end' }),
    },
    host,
  );
}

/**
 * Sends findings unasked, to clients that do not ask.
 *
 * Invariant: what is sent carries the version that it is about, and is about the newest one.
 */
import { diagnosticsOf, pullsDiagnostics } from '../diagnostics';
import type { Feature } from '../feature';
import type { Cancel } from '../host';
import type { Session } from '../session';

export const pushDiagnostics: Feature = {
  capabilities: {},
  register: (session) => {
    if (pullsDiagnostics(session)) return;
    const { documents, guard, host } = session;
    const waiting = new Map<string, Cancel>();
    const sent = new Map<string, string>();
    const send = guard.notification('push diagnostics', (turn: Turn) => sendFindings(turn, sent, session));
    const schedule = (uri: string, isStale: boolean): void => {
      const pending = waiting.get(uri);
      // What is about to be sent for another reason is of now.
      if (pending && isStale) return;
      pending?.();
      const document = documents.get(uri);
      const pause = document?.occasion === 'change' && !isStale ? session.pauseBefore(uri) : 0;
      const run = (): void => {
        waiting.delete(uri);
        send({ uri, isStale });
      };
      waiting.set(uri, host.schedule(run, pause));
    };
    session.changed.event((uri) => schedule(uri, false));
    session.stale.event((uris) => {
      for (const uri of uris) schedule(uri, true);
    });
    session.outdated.event(() => {
      for (const { uri } of documents.all()) schedule(uri, false);
    });
  },
};

interface Turn {
  readonly uri: string;
  /** Whether it is only that other files have changed. */
  readonly isStale: boolean;
}

async function sendFindings({ uri, isStale }: Turn, sent: Map<string, string>, session: Session): Promise<void> {
  const checked = await session.checkIfDue(uri);
  const document = session.documents.get(uri);
  if (!document) {
    sent.delete(uri);
    // What is shown of it now is that of a file that is not open.
    if (session.closed.has(uri)) return undefined;
    return session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
  // A newer version has its own turn, which is under way.
  if (checked?.version !== document.version) return;
  const message = { uri, version: checked.version, diagnostics: [...diagnosticsOf(checked, session)] };
  const text = JSON.stringify(message);
  // Nobody asked, so nobody waits to hear that nothing is different.
  if (isStale && sent.get(uri) === text) return;
  sent.set(uri, text);
  await session.connection.sendDiagnostics(message);
}

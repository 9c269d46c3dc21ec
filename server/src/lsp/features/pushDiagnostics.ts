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
    const send = guard.notification('push diagnostics', (uri: string) => sendFindings(uri, session));
    const schedule = (uri: string): void => {
      waiting.get(uri)?.();
      const document = documents.get(uri);
      const pause = document?.occasion === 'change' ? session.pauseBefore(uri) : 0;
      const run = (): void => {
        waiting.delete(uri);
        send(uri);
      };
      waiting.set(uri, host.schedule(run, pause));
    };
    session.changed.event(schedule);
    session.outdated.event(() => {
      for (const { uri } of documents.all()) schedule(uri);
    });
  },
};

async function sendFindings(uri: string, session: Session): Promise<void> {
  const checked = await session.checkIfDue(uri);
  const document = session.documents.get(uri);
  if (!document) return session.connection.sendDiagnostics({ uri, diagnostics: [] });
  // A newer version has its own turn, which is under way.
  if (checked?.version !== document.version) return;
  await session.connection.sendDiagnostics({ uri, version: checked.version, diagnostics: [...diagnosticsOf(checked, session)] });
}

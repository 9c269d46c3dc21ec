/**
 * Checks all files of the workspace when it is asked to, and shows the findings of those that are not open as well.
 *
 * Invariants: it goes by what the index knows, and waits for it; requests are answered in between; it ends when nobody waits
 * any more, and what was found until then stays; what it shows is kept right until somebody clears it, and then it is gone.
 */
import type { CancellationToken } from 'vscode-languageserver';
import { methods, type CheckWorkspaceParams, type WorkspaceResult } from '../../protocol';
import { checkedClosedFile } from '../closedFiles';
import type { Feature } from '../feature';
import type { FoundFile } from '../index/finder';
import { breather, requestProgress, type Progress } from '../index/pace';
import type { Session } from '../session';
import { createUpkeep, type Upkeep } from '../upkeep';

export const checkWorkspace: Feature = {
  capabilities: {},
  register: (session) => {
    const { connection, guard } = session;
    const upkeep = createUpkeep(session);
    let timesCleared = 0;
    connection.onRequest(
      methods.checkWorkspace,
      guard.request(methods.checkWorkspace, nothing, ({ workDoneToken }: CheckWorkspaceParams, token) => {
        const before = timesCleared;
        const progress = requestProgress('Checking the workspace', workDoneToken, token, session);
        const isCancelled = (): boolean => progress.isCancelled() || timesCleared > before;
        return checked({ ...progress, isCancelled }, token, session, upkeep);
      }),
    );
    connection.onRequest(
      methods.clearResults,
      guard.request(methods.clearResults, null, async () => {
        timesCleared += 1;
        upkeep.clear();
        await session.closed.keepOnly(new Set());
        return null;
      }),
    );
  },
};

const nothing: WorkspaceResult = { findings: 0, filesWithFindings: 0, files: 0, skipped: 0 };

async function checked(progress: Progress, token: CancellationToken, session: Session, upkeep: Upkeep): Promise<WorkspaceResult> {
  try {
    const { index, closed, outdated } = session;
    await untilCancelled(index.ready(), token);
    const found = index.found() ?? [];
    const result = await checkedFiles(found, progress, session, upkeep);
    if (progress.isCancelled()) return result;
    upkeep.checkedAll();
    await closed.keepOnly(new Set(found.map(({ uri }) => uri)));
    // Clients that ask for findings do not know that there are some to ask for.
    outdated.fire();
    return result;
  } finally {
    progress.done();
  }
}

function untilCancelled(work: Promise<void>, token: CancellationToken): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()))]);
}

async function checkedFiles(found: readonly FoundFile[], progress: Progress, session: Session, upkeep: Upkeep): Promise<WorkspaceResult> {
  const breathe = breather(session.host);
  const counts = { findings: 0, filesWithFindings: 0, files: found.length, skipped: 0 };
  let done = 0;
  for (const file of found) {
    if (progress.isCancelled()) break;
    upkeep.checked(file);
    const findings = await findingsIn(file, session, upkeep);
    if (findings === undefined) counts.skipped += 1;
    else counts.findings += findings;
    if (findings) counts.filesWithFindings += 1;
    progress.report(++done, found.length);
    await breathe();
  }
  return counts;
}

/** How many findings a file has, after they were shown; undefined where it cannot be checked. */
async function findingsIn(file: FoundFile, session: Session, upkeep: Upkeep): Promise<number | undefined> {
  const { uri } = file;
  if (session.documents.get(uri)) {
    session.documents.note(uri, 'command');
    const open = await session.checkIfDue(uri);
    return open?.file && open.findings.length;
  }
  const diagnostics = await checkedClosedFile(file, session);
  // It can have been opened in the meantime, and then shows its own.
  if (diagnostics && upkeep.covers(uri) && !session.documents.get(uri)) await session.closed.show(uri, diagnostics);
  return diagnostics?.length;
}

/**
 * How far the server is with long work.
 *
 * Invariant: the status bar belongs to the check that a user has asked for; what the server does by itself shows in the
 * status item alone, so VS Code's own display of progress is not used.
 */
import * as vscode from 'vscode';
import { WorkDoneProgressCancelNotification, WorkDoneProgress } from 'vscode-languageclient';
import type { BaseLanguageClient, Middleware, ProgressToken } from 'vscode-languageclient';
import { methods, type WorkspaceResult } from '../../server/src/protocol';

/** What the server is doing by itself, or was until somebody cancelled it. */
export interface Indexing {
  readonly state: 'reading' | 'cancelled';
  /** How far it is, `30 %`, as soon as that is known. */
  readonly message: string;
}

/** Keeps which progress of the server is of what work. */
export interface ProgressBook {
  readonly middleware: Pick<Middleware, 'handleWorkDoneProgress'>;
  readonly onIndexing: vscode.Event<Indexing | undefined>;
  /** Forgets the work of a server that is gone. */
  clear(): void;
  cancelIndexing(client: BaseLanguageClient | undefined): Promise<void>;
  checkWorkspace(
    client: BaseLanguageClient,
    token: vscode.CancellationToken,
    onProgress: (message: string) => void,
  ): Promise<WorkspaceResult | undefined>;
  dispose(): void;
}

/** A book without entries. */
export function createProgressBook(): ProgressBook {
  const indexing = new vscode.EventEmitter<Indexing | undefined>();
  const checks = new Map<ProgressToken, (message: string) => void>();
  let current: { readonly token: ProgressToken; readonly message: string; readonly isCancelled: boolean } | undefined;
  let count = 0;
  const noteIndexing = (token: ProgressToken, message: string): void => {
    if (current?.token === token && current.message === message) return;
    current = { token, message, isCancelled: current?.token === token && current.isCancelled };
    indexing.fire({ state: 'reading', message });
  };
  const endIndexing = (): void => {
    indexing.fire(current?.isCancelled ? { state: 'cancelled', message: current.message } : undefined);
    current = undefined;
  };
  return {
    middleware: {
      handleWorkDoneProgress: (token, params, next) => {
        const onProgress = checks.get(token);
        if (onProgress) {
          if (params.kind === 'report') onProgress(params.message ?? '');
          return;
        }
        if (params.kind !== 'end') {
          noteIndexing(token, params.kind === 'report' ? inTens(params.percentage) : '');
          return;
        }
        endIndexing();
        // The end lets go of the token; nothing has been shown of it.
        next(token, params);
      },
    },
    onIndexing: indexing.event,
    clear: () => {
      checks.clear();
      current = undefined;
      indexing.fire(undefined);
    },
    cancelIndexing: async (client) => {
      if (current === undefined) return;
      current = { ...current, isCancelled: true };
      await client?.sendNotification(WorkDoneProgressCancelNotification.type, { token: current.token });
    },
    checkWorkspace: async (client, token, onProgress) => {
      const workDoneToken = `check-workspace-${++count}`;
      checks.set(workDoneToken, onProgress);
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, () => undefined);
      try {
        return await client.sendRequest<WorkspaceResult>(methods.checkWorkspace, { workDoneToken }, token);
      } catch {
        // It was cancelled, or the server has ended, which is told elsewhere.
        return undefined;
      } finally {
        listening.dispose();
        checks.delete(workDoneToken);
      }
    },
    dispose: () => indexing.dispose(),
  };
}

/** In steps: VS Code makes the link to cancel it anew with every change, and a click needs one that stays. */
function inTens(percentage: number | undefined): string {
  return percentage === undefined ? '' : `${10 * Math.floor(percentage / 10)} %`;
}

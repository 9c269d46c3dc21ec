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

/** What the server is doing by itself. */
export interface Indexing {
  /** `120/380`, as soon as it is known. */
  readonly message: string;
}

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

export function createProgressBook(): ProgressBook {
  const indexing = new vscode.EventEmitter<Indexing | undefined>();
  const checks = new Map<ProgressToken, (message: string) => void>();
  let current: ProgressToken | undefined;
  let count = 0;
  const noteIndexing = (token: ProgressToken, message: string | undefined): void => {
    current = message === undefined ? undefined : token;
    indexing.fire(message === undefined ? undefined : { message });
  };
  return {
    middleware: {
      handleWorkDoneProgress: (token, params, next) => {
        const onProgress = checks.get(token);
        if (onProgress) {
          if (params.kind === 'report') onProgress(params.message ?? '');
          return;
        }
        noteIndexing(token, params.kind === 'end' ? undefined : (params.message ?? ''));
        // The end lets go of the token; nothing has been shown of it.
        if (params.kind === 'end') next(token, params);
      },
    },
    onIndexing: indexing.event,
    clear: () => {
      checks.clear();
      if (current !== undefined) noteIndexing(current, undefined);
    },
    cancelIndexing: async (client) => {
      if (current !== undefined) await client?.sendNotification(WorkDoneProgressCancelNotification.type, { token: current });
    },
    checkWorkspace: async (client, token, onProgress) => {
      const workDoneToken = `check-workspace-${++count}`;
      checks.set(workDoneToken, onProgress);
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, () => undefined);
      try {
        return await client.sendRequest<WorkspaceResult>(methods.checkWorkspace, { workDoneToken }, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listening.dispose();
        checks.delete(workDoneToken);
      }
    },
    dispose: () => indexing.dispose(),
  };
}

/**
 * Checks all files of the workspace: how far it is stands in the status bar, where a click cancels it.
 *
 * Invariant: a server that ends takes what it has shown with it. The next one checks again what was checked as a whole, but
 * never begins a check anew in which a server has ended: that may be why it did.
 */
import * as vscode from 'vscode';
import { statusCommands, type WorkspaceResult } from '../../../server/src/protocol';
import type { Server } from '../server';
import { hasWorkspaceResults } from './index';

/** The check of all files, and what is shown of it. */
export interface WorkspaceCheck {
  run(): Promise<void>;
  cancel(): void;
  /** Takes back what was shown of files that are not open; a check that runs is cancelled. */
  clear(): Promise<void>;
  dispose(): void;
}

/** What is shown of files that are not open: of some when a check was cancelled, or has not ended yet. */
type Results = 'none' | 'of some files' | 'of all files';

/** `show` is given what came of a check in words, and nothing when its results are cleared. */
export function createWorkspaceCheck(server: Server, show: (outcome: string | undefined) => void): WorkspaceCheck {
  let running: { cancel(): void; readonly ended: Promise<void> } | undefined;
  let results: Results = 'none';
  let message: vscode.Disposable | undefined;
  const note = (now: Results): void => {
    results = now;
    void vscode.commands.executeCommand('setContext', hasWorkspaceResults, now !== 'none');
  };
  const check = async (cancellation: vscode.CancellationTokenSource): Promise<void> => {
    const item = statusBarItem();
    note('of some files');
    try {
      const result = await server.checkWorkspace(cancellation.token, writerTo(item));
      const isCancelled = cancellation.token.isCancellationRequested;
      const outcome = result ? outcomeOf(result) : isCancelled ? 'check cancelled' : 'check ended early';
      note(result ? 'of all files' : isCancelled ? 'of some files' : 'none');
      show(outcome);
      // The status item is there for Python files alone, and none needs to be open.
      message = vscode.window.setStatusBarMessage(`Service Patterns: ${outcome}`, shownFor);
    } finally {
      item.dispose();
      cancellation.dispose();
      running = undefined;
    }
  };
  const run = (): Promise<void> => {
    // One at a time: asking again while it runs is no reason to begin anew.
    if (running) return running.ended;
    const cancellation = new vscode.CancellationTokenSource();
    running = { cancel: () => cancellation.cancel(), ended: check(cancellation) };
    return running.ended;
  };
  const listening = server.onStateChange((state) => {
    if (results === 'of all files' && state === 'running') void run();
    if (results === 'of some files' && state !== 'running') note('none');
  });
  return {
    run,
    cancel: () => running?.cancel(),
    clear: async () => {
      running?.cancel();
      await running?.ended;
      if (server.state === 'running') await server.clearResults();
      note('none');
      message?.dispose();
      show(undefined);
    },
    dispose: () => void listening.dispose(),
  };
}

/** In milliseconds. */
const shownFor = 10_000;

/** Not too often: VS Code draws the icon anew each time, and a click on it counts only where it stays for as long as that takes. */
function writerTo(item: vscode.StatusBarItem): (message: string) => void {
  let written = -Infinity;
  return (message) => {
    const now = Date.now();
    if (now - written < pauseBetweenWrites) return;
    written = now;
    item.text = `$(sync~spin) Service Patterns ${message}`;
  };
}

/** In milliseconds. */
const pauseBetweenWrites = 1000;

function statusBarItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('servicePatterns.check', vscode.StatusBarAlignment.Left);
  item.name = 'Service Patterns: Check Workspace';
  item.text = '$(sync~spin) Service Patterns';
  item.tooltip = 'Cancel the check of the workspace';
  item.command = statusCommands.cancelCheck;
  item.show();
  return item;
}

/** `42 findings in 17 of 380 files · 1 skipped` */
export function outcomeOf({ findings, filesWithFindings, files, skipped }: WorkspaceResult): string {
  const counted = `${findings} ${findings === 1 ? 'finding' : 'findings'} in ${filesWithFindings} of ${files} ${files === 1 ? 'file' : 'files'}`;
  return skipped === 0 ? counted : `${counted} · ${skipped} skipped`;
}

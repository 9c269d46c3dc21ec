import * as vscode from 'vscode';
import { statusCommands, type WorkspaceResult } from '../../../server/src/protocol';
import type { Server } from '../server';

/** Checks all files of the workspace: how far it is stands in the status bar, where a click cancels it. */
export interface WorkspaceCheck {
  run(): Promise<void>;
  cancel(): void;
}

export function createWorkspaceCheck(server: Server, show: (outcome: string) => void): WorkspaceCheck {
  let running: vscode.CancellationTokenSource | undefined;
  return {
    run: async () => {
      // One at a time: asking again while it runs is no reason to begin anew.
      if (running) return;
      running = new vscode.CancellationTokenSource();
      const item = statusBarItem();
      try {
        const result = await server.checkWorkspace(running.token, writerTo(item));
        const outcome = result ? outcomeOf(result) : running.token.isCancellationRequested ? 'check cancelled' : 'check ended early';
        show(outcome);
        // The status item is there for Python files alone, and none needs to be open.
        vscode.window.setStatusBarMessage(`Service Patterns: ${outcome}`, shownFor);
      } finally {
        item.dispose();
        running.dispose();
        running = undefined;
      }
    },
    cancel: () => running?.cancel(),
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

/** The language status item: whether the active file is checked, and if not, why. */
import * as vscode from 'vscode';
import { statusCommands, type FileStatus } from '../../server/src/protocol';
import type { Indexing } from './progress';
import type { CommandId } from './commands/index';
import { checkedDocuments, type Server } from './server';

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly command: vscode.Command;
  readonly busy?: boolean;
}

export interface StatusItem {
  dispose(): void;
  /** Shows what came of a check of the workspace, until the next one. */
  showOutcome(outcome: string): void;
}

export function showStatus(server: Server): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('servicePatterns.status', checkedDocuments);
  item.name = 'Service Patterns';
  const statuses = new Map<string, FileStatus>();
  let indexing: Indexing | undefined;
  let outcome: string | undefined;
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const ofFile = shownFor(server, active === undefined ? undefined : statuses.get(active));
    const withOutcome = outcome === undefined ? ofFile : { ...ofFile, detail: [outcome, ofFile.detail].filter(Boolean).join(' · ') };
    const shown = server.state === 'running' && indexing ? whileIndexing(withOutcome, indexing) : withOutcome;
    item.text = shown.text;
    item.detail = shown.detail;
    item.severity = shown.severity;
    item.command = shown.command;
    item.busy = shown.busy ?? false;
  };
  update();
  const disposable = vscode.Disposable.from(
    item,
    server.onStateChange(update),
    server.onFileStatus((status) => {
      statuses.set(vscode.Uri.parse(status.uri).toString(), status);
      update();
    }),
    server.onIndexing((now) => {
      indexing = now;
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument((document) => statuses.delete(document.uri.toString())),
  );
  return {
    showOutcome: (text) => {
      outcome = text;
      update();
    },
    dispose: () => void disposable.dispose(),
  };
}

/** What is known of the file stays; more may be found when the other files have been read. */
function whileIndexing(shown: Shown, { message }: Indexing): Shown {
  const command = { command: statusCommands.cancelIndexing, title: 'Cancel' };
  return { ...shown, detail: `reading the workspace ${message}`.trim(), command, busy: true };
}

function shownFor(server: Server, status: FileStatus | undefined): Shown {
  const { Error: error, Information: information } = vscode.LanguageStatusSeverity;
  if (server.state === 'stopped')
    return {
      text: 'Service Patterns: stopped',
      detail: 'the server does not run',
      severity: error,
      command: own('servicePatterns.restart', 'Restart Server'),
    };
  const showLog = own('servicePatterns.showLog', 'Show Log');
  if (server.state === 'starting')
    return { text: 'Service Patterns', detail: 'starting…', severity: information, command: showLog, busy: true };
  if (status === undefined) return { text: 'Service Patterns', detail: '', severity: information, command: showLog };
  return shownForFile(status, showLog);
}

function shownForFile({ state, findings, detail }: FileStatus, showLog: vscode.Command): Shown {
  const { Error: error, Warning: warning, Information: information } = vscode.LanguageStatusSeverity;
  const count = findings === 1 ? '1 finding' : `${findings} findings`;
  switch (state) {
    case 'on':
      return { text: `Service Patterns: ${count}`, detail, severity: information, command: own('servicePatterns.openTopic', 'Guidance') };
    case 'off':
      return { text: 'Service Patterns: off', detail, severity: information, command: settings('Settings', 'servicePatterns') };
    case 'skipped':
      return {
        text: 'Service Patterns: skipped',
        detail,
        severity: warning,
        command: settings('Change Limit', 'servicePatterns.maxFileSizeKb'),
      };
    case 'configuration':
      return { text: 'Service Patterns: configuration', detail, severity: error, command: showLog };
    case 'rule-failed':
      return { text: 'Service Patterns: a rule failed', detail, severity: warning, command: showLog };
  }
}

function own(command: CommandId, title: string): vscode.Command {
  return { command, title };
}

function settings(title: string, query: string): vscode.Command {
  return { command: 'workbench.action.openSettings', title, arguments: [query] };
}

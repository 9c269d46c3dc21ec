/** The language status items: whether the active file is checked, and if not, why; and what is known of the workspace. */
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

/** What the status items are told from elsewhere. */
export interface StatusItem {
  dispose(): void;
  /** Shows what came of a check of the workspace, until the next one; nothing where its results were cleared. */
  showOutcome(outcome: string | undefined): void;
}

/** A line of its own for the workspace: VS Code cuts long lines off, and with them the links at their ends. */
export function showStatus(server: Server): StatusItem {
  const ofFile = itemOf('servicePatterns.status', 'Service Patterns');
  const ofWorkspace = itemOf('servicePatterns.workspace', 'Service Patterns: Workspace');
  const statuses = new Map<string, FileStatus>();
  let indexing: Indexing | undefined;
  let outcome: string | undefined;
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    ofFile.show(shownFor(server, active === undefined ? undefined : statuses.get(active)));
    ofWorkspace.show(server.state === 'running' ? shownForWorkspace(indexing, outcome) : undefined);
  };
  update();
  const disposable = vscode.Disposable.from(
    ofFile,
    ofWorkspace,
    server.onStateChange((state) => {
      // Another server has shown nothing of that.
      if (state !== 'running') outcome = undefined;
      update();
    }),
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

interface Item {
  /** Shows a line, or takes it away. */
  show(shown: Shown | undefined): void;
  dispose(): void;
}

function itemOf(id: string, name: string): Item {
  let item: vscode.LanguageStatusItem | undefined;
  const remove = (): void => {
    item?.dispose();
    item = undefined;
  };
  return {
    show: (shown) => {
      if (shown === undefined) {
        remove();
        return;
      }
      item ??= vscode.languages.createLanguageStatusItem(id, checkedDocuments);
      Object.assign(item, { name, ...shown, detail: shortened(shown), busy: shown.busy ?? false });
    },
    dispose: remove,
  };
}

/** VS Code cuts a long line off at its end, where the command stands. */
function shortened({ text, detail, severity }: Shown): string {
  const room = (severity === vscode.LanguageStatusSeverity.Information ? longestLine : longestMarkedLine) - text.length;
  return detail.length <= room ? detail : `${detail.slice(0, room - 1)}…`;
}

/** In characters, of about 85 for which there is room in a window that is 1280 pixels wide. */
const longestLine = 74;
const longestMarkedLine = 62;

/** What is known of files stays while others are read; more may be found when that is done. */
function shownForWorkspace(indexing: Indexing | undefined, outcome: string | undefined): Shown | undefined {
  const severity = vscode.LanguageStatusSeverity.Information;
  if (indexing?.state === 'reading') {
    const command = { command: statusCommands.cancelIndexing, title: 'Cancel' };
    return { text: 'Service Patterns: reading the workspace', detail: indexing.message, severity, command, busy: true };
  }
  if (indexing?.state === 'cancelled') {
    const command = { command: statusCommands.readWorkspace, title: 'Read Workspace' };
    return { text: 'Service Patterns: other files not all read', detail: '', severity, command };
  }
  if (outcome === undefined) return undefined;
  const command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  return { text: 'Service Patterns: workspace', detail: outcome, severity, command };
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

function shownForFile({ state, findings, detail, place }: FileStatus, showLog: vscode.Command): Shown {
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
      return {
        text: 'Service Patterns: configuration',
        detail,
        severity: error,
        command: place ? openAt(place) : settings('Settings', 'servicePatterns'),
      };
    case 'rule-failed':
      return { text: 'Service Patterns: a rule failed', detail, severity: warning, command: showLog };
  }
}

function own(command: CommandId, title: string): vscode.Command {
  return { command, title };
}

function openAt({ uri, line }: NonNullable<FileStatus['place']>): vscode.Command {
  const selection = new vscode.Range(line, 0, line, 0);
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(uri, true), { selection }] };
}

function settings(title: string, query: string): vscode.Command {
  return { command: 'workbench.action.openSettings', title, arguments: [query] };
}

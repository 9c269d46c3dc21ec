/**
 * Findings of files that are not open.
 *
 * Invariant: what is open has findings of its own, and nothing is ever shown twice.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { CheckedFile } from '../engine/check';
import { sourceName } from '../protocol';
import { treeOf } from '../syntax/parser';
import { budgetFrom, shownFindings } from './checks';
import { placesIn, toDiagnostic } from './convert';
import type { FoundFile, FoundProjectFile, FoundSource } from './index/finder';
import type { Session } from './session';

/** What the client is shown of files that are not open. */
export interface ClosedFindings {
  show(uri: string, diagnostics: readonly Diagnostic[]): Promise<void>;
  /** Takes back what is shown of a file, or of all files in a folder, if anything is. */
  clear(uri: string): Promise<void>;
  /** Whether anything is shown of a file. */
  has(uri: string): boolean;
  /** Takes back what is shown of all files but these. */
  keepOnly(uris: ReadonlySet<string>): Promise<void>;
}

/** Shows findings by publishing them, whether or not the client asks for those of open files. */
export function closedFindings({ connection }: Pick<Session, 'connection'>): ClosedFindings {
  const shown = new Set<string>();
  const clear = async (uri: string): Promise<void> => {
    if (shown.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  return {
    has: (uri) => shown.has(uri),
    clear: async (uri) => {
      await clear(uri);
      if (!sourceName.test(uri)) for (const below of [...shown]) if (below.startsWith(`${uri}/`)) await clear(below);
    },
    show: async (uri, diagnostics) => {
      if (diagnostics.length === 0) return clear(uri);
      shown.add(uri);
      await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    },
    keepOnly: async (uris) => {
      for (const uri of [...shown]) if (!uris.has(uri)) await clear(uri);
    },
  };
}

/** The findings in a file as it stands on the disk; undefined where it cannot be read or is too large. */
export async function checkedClosedFile(found: FoundFile, session: Session): Promise<readonly Diagnostic[] | undefined> {
  const { uri, configuration } = found;
  const file = await (found.kind === 'python' ? checkedSource(found, session) : checkedProjectFile(found, session));
  if (file === undefined) return undefined;
  const { client } = session;
  const places = placesIn(file.text);
  const placesOf = (other: string) => (other === uri ? places : session.editTarget(other)?.places);
  return shownFindings(file, configuration).map((finding) => toDiagnostic(finding, places, placesOf, client));
}

async function checkedSource(
  { uri, size, configuration }: FoundSource,
  { files, engine, parser, host }: Session,
): Promise<CheckedFile | undefined> {
  const { settings, target, path } = configuration;
  const text = size > settings.maxFileSizeKb * 1024 ? undefined : await files.readSource(uri);
  return text === undefined
    ? undefined
    : engine.checkPython({ file: uri, path, tree: treeOf(text, parser), target }, settings, budgetFrom(host));
}

async function checkedProjectFile(
  { uri, configuration }: FoundProjectFile,
  { files, engine, host }: Session,
): Promise<CheckedFile | undefined> {
  const text = await files.readFile(uri);
  return text === undefined ? undefined : engine.checkConfig({ file: uri, document: host.parseConfig(text) }, configuration.settings);
}

/**
 * The edits of code actions, worked out from what an action carries.
 *
 * Invariant: an action names the version that it was offered for; for any other version there are no edits.
 */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit, FixKind, Json, Reported } from '../engine/finding';
import { placesIn, toWorkspaceEdit, type EditTarget } from './convert';
import type { CheckedDocument } from './checks';
import type { Session } from './session';
import { turnOff } from './turnOff';

/** By what a finding is found again. */
export interface FindingKey {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What an action does, as plain data that travels to the client and back. */
export type Deed =
  | { readonly does: 'fix'; readonly finding: FindingKey; readonly fix: string; readonly args?: Json }
  | { readonly does: 'ignore'; readonly finding: FindingKey; readonly reach: 'line' | 'file' }
  | { readonly does: 'turn-off'; readonly rule: string }
  | { readonly does: 'fix-all'; readonly strongest: FixKind; readonly rule?: string };

/** What an action carries: the deed, and the version of the document that it is for. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly deed: Deed;
}

/** By what the finding is found again. */
export function keyOf({ rule, range, message }: Reported): FindingKey {
  return { rule, start: range.start, end: range.end, message };
}

/** The action with its edit; as it was where there is none. */
export async function resolved(action: CodeAction, session: Session): Promise<CodeAction> {
  const data: unknown = action.data;
  if (!isActionData(data)) return action;
  const checked = await session.check(data.uri);
  if (checked?.version !== data.version) return action;
  const edit = workspaceEditOf(data.deed, checked, session);
  return edit ? { ...action, edit } : action;
}

/** The deed's edit as the client understands it. */
export function workspaceEditOf(deed: Deed, checked: CheckedDocument, session: Session): WorkspaceEdit | undefined {
  const edits = editsOf(deed, checked, session);
  if (!edits || edits.length === 0) return undefined;
  const edit = toWorkspaceEdit(edits, (file) => targetIn(file, checked, session), session.client);
  return edit && needsReview(deed) ? reviewed(edit) : edit;
}

/** The deed's edits; undefined or empty where it cannot be done. */
export function editsOf(deed: Deed, checked: CheckedDocument, session: Session): readonly FileEdit[] | undefined {
  const { file } = checked;
  if (deed.does === 'turn-off') return turnOffEdits(deed.rule, checked, session);
  if (!file) return undefined;
  if (deed.does === 'fix-all') return file.fixAll(deed.strongest, deed.rule === undefined ? undefined : new Set([deed.rule]));
  const finding = file.findings.find((candidate) => isKeyOf(candidate, deed.finding));
  if (!finding) return undefined;
  if (deed.does === 'ignore') return file.ignore(finding, deed.reach);
  const offer = finding.fixes.find(({ id, args }) => id === deed.fix && JSON.stringify(args) === JSON.stringify(deed.args));
  return offer && file.fix(finding, offer);
}

/** In the text that the user sees: an open project file counts as it is in the editor. */
function turnOffEdits(
  rule: string,
  { configuration: { projectFile } }: CheckedDocument,
  { documents, host, engine }: Session,
): readonly FileEdit[] | undefined {
  if (!projectFile || !engine.codes.rules.has(rule)) return undefined;
  const text = documents.get(projectFile.uri)?.text ?? projectFile.text;
  const edit = turnOff(rule, host.parseConfig(text), projectFile.name);
  return edit && [{ file: projectFile.uri, edits: [edit] }];
}

function targetIn(file: string, { uri, version, places, configuration }: CheckedDocument, session: Session): EditTarget | undefined {
  if (file === uri) return { version, places };
  const open = session.editTarget(file);
  if (open) return open;
  const { projectFile } = configuration;
  return projectFile?.uri === file ? { version: null, places: placesIn(projectFile.text) } : undefined;
}

function isKeyOf({ rule, range, message }: Reported, key: FindingKey): boolean {
  return rule === key.rule && range.start === key.start && range.end === key.end && message === key.message;
}

/** Many changes of behaviour at once are looked at one by one before they happen. */
function needsReview(deed: Deed): boolean {
  return deed.does === 'fix-all' && deed.strongest === 'unsafe';
}

const reviewId = 'review';

function reviewed(edit: WorkspaceEdit): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) =>
    'edits' in change
      ? { ...change, edits: change.edits.map((one) => ({ ...one, annotationId: reviewId })) }
      : { ...change, annotationId: reviewId },
  );
  const changeAnnotations = {
    [reviewId]: { label: 'Service Patterns', description: 'Changes behaviour: look at each', needsConfirmation: true },
  };
  return documentChanges ? { documentChanges, changeAnnotations } : edit;
}

/** Whatever a client sends back is looked at, not believed. */
function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  return 'uri' in data && typeof data.uri === 'string' && 'version' in data && 'deed' in data && isDeed(data.deed);
}

function isDeed(deed: unknown): deed is Deed {
  if (typeof deed !== 'object' || deed === null || !('does' in deed)) return false;
  if (deed.does === 'fix-all') return 'strongest' in deed && (deed.strongest === 'safe' || deed.strongest === 'unsafe');
  if (deed.does === 'turn-off') return 'rule' in deed && typeof deed.rule === 'string';
  return (deed.does === 'fix' || deed.does === 'ignore') && 'finding' in deed && typeof deed.finding === 'object' && deed.finding !== null;
}

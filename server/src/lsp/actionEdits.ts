/**
 * The edits of code actions, worked out from what an action carries.
 *
 * Invariant: an action names the version that it was offered for; for any other version there are no edits.
 */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { CheckedFile } from '../engine/check';
import type { FileEdit, FixKind, Json, Reported } from '../engine/finding';
import { toWorkspaceEdit } from './convert';
import type { CheckedDocument, Session } from './session';

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
  | { readonly does: 'fix-all'; readonly strongest: FixKind; readonly rule?: string };

export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly deed: Deed;
}

export function keyOf({ rule, range, message }: Reported): FindingKey {
  return { rule, start: range.start, end: range.end, message };
}

/** The action with its edit; as it was where there is none. */
export async function resolved(action: CodeAction, session: Session): Promise<CodeAction> {
  const { data } = action;
  if (!isActionData(data)) return action;
  const checked = await session.check(data.uri);
  if (checked?.version !== data.version) return action;
  const edit = workspaceEditOf(data.deed, checked, session);
  return edit ? { ...action, edit } : action;
}

/** The deed's edit as the client understands it. */
export function workspaceEditOf(deed: Deed, { uri, file, version, places }: CheckedDocument, session: Session): WorkspaceEdit | undefined {
  const edits = file && editsOf(deed, file);
  if (!edits || edits.length === 0) return undefined;
  const edit = toWorkspaceEdit(edits, (name) => (name === uri ? { version, places } : session.editTarget(name)), session.client);
  return edit && needsReview(deed) ? reviewed(edit) : edit;
}

/** The deed's edits; undefined or empty where it cannot be done. */
export function editsOf(deed: Deed, file: CheckedFile): readonly FileEdit[] | undefined {
  if (deed.does === 'fix-all') return file.fixAll(deed.strongest, deed.rule === undefined ? undefined : new Set([deed.rule]));
  const finding = file.findings.find((candidate) => isKeyOf(candidate, deed.finding));
  if (!finding) return undefined;
  if (deed.does === 'ignore') return file.ignore(finding, deed.reach);
  const offer = finding.fixes.find(({ id, args }) => id === deed.fix && JSON.stringify(args) === JSON.stringify(deed.args));
  return offer && file.fix(finding, offer);
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
    'edits' in change ? { ...change, edits: change.edits.map((one) => ({ ...one, annotationId: reviewId })) } : { ...change, annotationId: reviewId },
  );
  const changeAnnotations = { [reviewId]: { label: 'Service Patterns', description: 'Changes behaviour: look at each', needsConfirmation: true } };
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
  return (deed.does === 'fix' || deed.does === 'ignore') && 'finding' in deed && typeof deed.finding === 'object' && deed.finding !== null;
}

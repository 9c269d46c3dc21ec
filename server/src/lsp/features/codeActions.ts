/**
 * The light bulb: fixes, an explanation, and ways to ignore a finding.
 *
 * Invariants: what is offered can be done, for each fix is tried before it is offered; edits are sent only when an action
 * is resolved, worked out anew and for the version that they are for; what runs without anybody looking (`only` given and
 * triggered automatically) is safe; ways to ignore come last and are never preferred.
 */
import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { Reported } from '../../engine/finding';
import { actionKinds, diagnosticSource, linkCommands } from '../../protocol';
import { editsOf, keyOf, resolved, workspaceEditOf, type Deed } from '../actionEdits';
import { toDiagnostic } from '../convert';
import type { Feature } from '../feature';
import type { CheckedDocument } from '../checks';
import { CodeActionTriggerKind } from '../library';
import type { Session } from '../session';

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [actionKinds.quickFix, actionKinds.ignore, actionKinds.fixAll], resolveProvider: true },
  },
  register: (session) => {
    const { connection, guard, client } = session;
    connection.onCodeAction(
      guard.request('textDocument/codeAction', [], async (params) => {
        // Clients that know commands only cannot be given an edit that waits.
        if (!client.textDocument?.codeAction?.codeActionLiteralSupport) return [];
        const checked = await checkFor(params, session);
        return checked ? actionsFor(checked, params, session) : [];
      }),
    );
    connection.onCodeActionResolve((action, token) =>
      guard.request('codeAction/resolve', action, () => resolved(action, session))(action, token),
    );
  },
};

/**
 * The findings that actions are about. Clients ask whenever the cursor moves, so where settings want no check now, one is
 * made only for findings that the client shows here, and for a file's fixes when they are asked for by name.
 */
async function checkFor({ textDocument: { uri }, context }: CodeActionParams, session: Session): Promise<CheckedDocument | undefined> {
  const isAskedFor = context.only?.some((kind) => isWithin(actionKinds.fixAll, kind) && kind !== '') === true;
  if (isAskedFor || context.diagnostics.some(({ source }) => source === diagnosticSource)) return session.check(uri);
  const shown = await session.checkIfDue(uri);
  return shown?.version === session.documents.get(uri)?.version ? shown : undefined;
}

/** Whether a kind of action is one, or below one, that was asked for. The empty kind holds all. */
function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

/** More findings than this are not tried one by one: somebody selected the whole file. */
const mostFindings = 25;

interface Offer {
  readonly title: string;
  readonly kind: string;
  /** What it is about; undefined for what concerns the whole file. */
  readonly finding?: Reported;
  /** What it does; undefined for the explanation, which is a command. */
  readonly deed?: Deed;
  readonly isPreferred?: boolean;
}

function actionsFor(checked: CheckedDocument, params: CodeActionParams, session: Session): CodeAction[] {
  const { only, triggerKind } = params.context;
  const wants = (kind: string): boolean => !only || only.some((asked) => isWithin(kind, asked));
  const isUnwatched = only !== undefined && triggerKind === CodeActionTriggerKind.Automatic;
  const findings = findingsAt(checked, params);
  const { settings } = checked.configuration;
  const fixes = wants(actionKinds.quickFix) ? findings.flatMap((finding) => fixOffers(finding)) : [];
  const offers = [
    ...fixes.filter(({ isPreferred }) => isPreferred),
    ...(isUnwatched || settings.unsafeFixes === 'hide' ? [] : fixes.filter(({ isPreferred }) => !isPreferred)),
    ...(wants(actionKinds.quickFix) && !isUnwatched
      ? [...ruleOffers(findings, checked, session), ...explainOffers(findings, session)]
      : []),
    ...(wants(actionKinds.ignore) && !isUnwatched && settings.suppressActions ? ignoreOffers(findings, checked) : []),
    // Asked for by name only: the light bulb is about one place, this is about the file.
    ...(only && wants(actionKinds.fixAll) ? [fixAllOffer] : []),
  ];
  return possible(offers, checked, session).map((offer) => actionFor(offer, checked, params, session));
}

function findingsAt({ findings, places }: CheckedDocument, { range }: CodeActionParams): readonly Reported[] {
  const asked = places.offsets(range);
  return findings.filter((finding) => finding.range.start <= asked.end && asked.start <= finding.range.end).slice(0, mostFindings);
}

function fixOffers(finding: Reported): readonly Offer[] {
  return finding.fixes.map(({ id, args, title, kind }) => ({
    title: `${title} (${finding.rule}${kind === 'safe' ? '' : ', review'})`,
    kind: actionKinds.quickFix,
    finding,
    deed: { does: 'fix', finding: keyOf(finding), fix: id, ...(args === undefined ? {} : { args }) },
    isPreferred: kind === 'safe',
  }));
}

/** All fixes of one rule at once, where the file has several of its findings. Those that change behaviour are reviewed one by one. */
function ruleOffers(findings: readonly Reported[], checked: CheckedDocument, { client }: Session): readonly Offer[] {
  const canReview = client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((rule): readonly Offer[] => {
    const fixable = checked.findings.filter((finding) => finding.rule === rule && finding.fixes.length > 0);
    const isSafe = fixable.every(({ fixes }) => fixes.every(({ kind }) => kind === 'safe'));
    if (fixable.length < 2 || (!isSafe && (!canReview || checked.configuration.settings.unsafeFixes === 'hide'))) return [];
    const title = `Fix all ${rule} in this file${isSafe ? '' : ' (review each)'}`;
    return [{ title, kind: actionKinds.quickFix, deed: { does: 'fix-all', strongest: isSafe ? 'safe' : 'unsafe', rule } }];
  });
}

function explainOffers(findings: readonly Reported[], { options, engine }: Session): readonly Offer[] {
  if (!options.commandLinks) return [];
  return findings.flatMap((finding) => {
    const rule = engine.rules.find(({ id }) => id === finding.rule);
    return rule
      ? [{ title: `Explain ${rule.id}: ${rule.title.charAt(0).toLowerCase()}${rule.title.slice(1)}`, kind: actionKinds.quickFix, finding }]
      : [];
  });
}

function ignoreOffers(findings: readonly Reported[], { configuration: { projectFile } }: CheckedDocument): readonly Offer[] {
  const offer = (finding: Reported, title: string, deed: Deed): Offer => ({ title, kind: actionKinds.ignore, finding, deed });
  return [
    ...findings.map((finding) =>
      offer(finding, `Ignore ${finding.rule} on this line`, { does: 'ignore', finding: keyOf(finding), reach: 'line' }),
    ),
    ...findings.map((finding) =>
      offer(finding, `Ignore ${finding.rule} in this file`, { does: 'ignore', finding: keyOf(finding), reach: 'file' }),
    ),
    ...findings.map((finding) =>
      offer(finding, `Turn off ${finding.rule} in ${projectFile?.name ?? ''}`, { does: 'turn-off', rule: finding.rule }),
    ),
  ];
}

const fixAllOffer: Offer = {
  title: 'Service Patterns: apply all safe fixes',
  kind: actionKinds.fixAll,
  deed: { does: 'fix-all', strongest: 'safe' },
};

/** Leaves out what cannot be done here, and what would do the same as an earlier offer. */
function possible(offers: readonly Offer[], checked: CheckedDocument, session: Session): readonly Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ title, deed }) => {
    const edits = deed && editsOf(deed, checked, session);
    if (deed && (!edits || edits.length === 0)) return false;
    const key = JSON.stringify([title, edits]);
    return seen.has(key) ? false : seen.add(key);
  });
}

function actionFor(
  { title, kind, finding, deed, isPreferred }: Offer,
  checked: CheckedDocument,
  params: CodeActionParams,
  session: Session,
): CodeAction {
  const { uri, version } = checked;
  const action: CodeAction = {
    title,
    kind,
    ...(finding ? { diagnostics: [diagnosticFor(finding, checked, params, session)] } : {}),
    ...(isPreferred ? { isPreferred } : {}),
  };
  if (!deed) return { ...action, ...(finding ? { command: { title, command: linkCommands.explainRule, arguments: [finding.rule] } } : {}) };
  const support = session.client.textDocument?.codeAction;
  if (support?.dataSupport && support.resolveSupport?.properties.includes('edit')) return { ...action, data: { uri, version, deed } };
  const edit = workspaceEditOf(deed, checked, session);
  return edit ? { ...action, edit } : action;
}

/** The client's own diagnostic, where it sent the one that the action is for. */
function diagnosticFor(
  finding: Reported,
  { uri, places }: CheckedDocument,
  { context }: CodeActionParams,
  { client, editTarget }: Session,
): Diagnostic {
  const made = toDiagnostic(finding, places, (file) => (file === uri ? places : editTarget(file)?.places), client);
  return context.diagnostics.find(({ code, range }) => code === made.code && JSON.stringify(range) === JSON.stringify(made.range)) ?? made;
}

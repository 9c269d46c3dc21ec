/**
 * Works out fixes, and joins several into one.
 *
 * Invariants: a fix whose edits overlap is refused; no result parses worse than the text before; fixes that touch the same
 * place are never merged, the first one wins; the one thing that fixes share is an import, which is added once.
 */
import type { Catalogue } from '../catalogue/schema';
import type { FileView } from '../project/view';
import type { RuleSettings } from '../settings/schema';
import type { Range, SyntaxTree } from '../syntax/node';
import { createFixSession } from './edits';
import type { FixOffer, Reported, TextEdit } from './finding';
import { importRank } from './importPlace';
import { appliedEdits, areInConflict, areOverlapping, isSameEdit, orderedEdits, sortedEdits } from './textEdits';
import type { Rule } from './rule';

/** Parses a text from scratch: the port by which results are proved. */
export type ParseText = (text: string) => SyntaxTree;

/** What fixes are worked out from. */
export interface FixSubject {
  readonly view: FileView;
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly parse: ParseText;
}

/** The edits of one fix, and those among them that bring in imports. */
export interface WorkedOut {
  readonly edits: readonly TextEdit[];
  readonly importEdits: ReadonlySet<TextEdit>;
}

/** Asks the rule for a fix's edits. Undefined where the rule declines, and where its edits contradict one another. */
export function workOut(rule: Rule, finding: Reported, offer: FixOffer, subject: FixSubject): WorkedOut | undefined {
  const { view, catalogue, settings } = subject;
  const { anchor } = finding;
  const node = anchor === undefined ? view.tree.root : view.tree.nodeWith(anchor.kind, anchor);
  if (node === undefined) return undefined;
  const { edit, importEdits } = createFixSession(view);
  const made = rule.fixes?.[offer.id]?.edits(node, offer.args, { view, catalogue, settings, edit });
  const edits = made === undefined ? undefined : orderedEdits(made, view.tree.text);
  return edits === undefined ? undefined : { edits, importEdits };
}

/** Whether the text after the edits parses at least as well as it does now. */
export function parsesAsWell(edits: readonly TextEdit[], { view, parse }: FixSubject): boolean {
  const { tree } = view;
  const after = parse(appliedEdits(tree.text, edits));
  if (!after.hasErrors) return true;
  // A tree of repaired text does not show what is broken in the real one.
  const before = tree.isRepaired ? parse(tree.text) : tree;
  // A missing line break has no node.
  return before.hasErrors && errorCount(after) <= errorCount(before);
}

/** All fixes that can be applied together, in the order given: of those that touch the same place the first. */
export function joinedFixes(fixes: readonly WorkedOut[], subject: FixSubject): readonly TextEdit[] {
  const imports = new Set(fixes.flatMap(({ importEdits }) => [...importEdits]));
  const quick = joined(fixes, imports, () => true);
  if (quick.length === 0 || parsesAsWell(quick, subject)) return closedUp(quick, imports);
  // Together they spoil the text, so each has to prove that it may join the ones before.
  return closedUp(
    joined(fixes, imports, (edits) => parsesAsWell(edits, subject)),
    imports,
  );
}

/** The edits without the empty lines between new imports that belong to one group: each was thought of as the only one. */
export function closedUp(edits: readonly TextEdit[], imports: ReadonlySet<TextEdit>): readonly TextEdit[] {
  const areTogether = (one: TextEdit | undefined, other: TextEdit | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    imports.has(one) &&
    imports.has(other) &&
    one.start === other.start &&
    importRank(one.newText) !== undefined &&
    importRank(one.newText) === importRank(other.newText);
  return edits.map((edit, index) => {
    const top = areTogether(edits[index - 1], edit) ? edit.newText.replace(/^(?:\r?\n)+/, '') : edit.newText;
    const newText = areTogether(edit, edits[index + 1]) ? top.replace(/(\r?\n)(?:\r?\n)+$/, '$1') : top;
    return newText === edit.newText ? edit : { ...edit, newText };
  });
}

function joined(
  fixes: readonly WorkedOut[],
  imports: ReadonlySet<TextEdit>,
  isFine: (edits: readonly TextEdit[]) => boolean,
): readonly TextEdit[] {
  let accepted: readonly TextEdit[] = [];
  const spans: Range[] = [];
  for (const { edits } of fixes) {
    const span = spanOf(edits.filter((edit) => !imports.has(edit)));
    const added = edits.filter((edit) => !(imports.has(edit) && accepted.some((other) => imports.has(other) && isSameEdit(edit, other))));
    if (
      spans.some((other) => areOverlapping(span, other)) ||
      added.some((edit) => accepted.some((other) => isRefused(edit, other, imports)))
    )
      continue;
    const next = sortedEdits([...accepted, ...added]);
    if (!isFine(next)) continue;
    accepted = next;
    spans.push(span);
  }
  return accepted;
}

/** From a fix's first change to its last: what it does there was thought of without the changes of others in between. */
function spanOf(edits: readonly TextEdit[]): Range {
  return { start: Math.min(...edits.map(({ start }) => start)), end: Math.max(...edits.map(({ end }) => end)) };
}

/** Imports may stand beside anything, if only nothing takes away the text around them. */
function isRefused(edit: TextEdit, other: TextEdit, imports: ReadonlySet<TextEdit>): boolean {
  return imports.has(edit) || imports.has(other) ? areOverlapping(edit, other) : areInConflict(edit, other);
}

function errorCount(tree: SyntaxTree): number {
  if (!tree.hasErrors) return 0;
  let count = 0;
  for (let id = 0; id < tree.nodeCount; id += 1) {
    const node = tree.node(id);
    if (node.kind === 'ERROR' || node.isMissing) count += 1;
  }
  return count;
}

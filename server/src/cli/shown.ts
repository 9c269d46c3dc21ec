/** Findings as reports show them: file names as the user wrote them, lines and columns in place of offsets. */
import type { CheckedFile } from '../engine/check';
import type { FileEdit, FixOffer, Related, Reported } from '../engine/finding';
import type { FileId } from '../project/view';
import { ruleUrl } from '../protocol';
import type { Lines } from './places';
import type { ShownEdit, ShownFinding, ShownFix, ShownRelated } from './report/report';

/** A checked file, and how it is to be shown. */
export interface Showing {
  readonly checked: CheckedFile;
  /** The file's name as the user wrote it. */
  readonly shown: string;
  readonly lines: Lines;
  /** The name to show for another file. */
  readonly nameOf: (file: FileId) => string;
  /** Whether the edits of each fix are worked out. Fixes that turn out to be wrong here are then left out. */
  readonly wantsEdits: boolean;
}

/** The findings of a file as the report prints them. */
export function shownFindings(showing: Showing): readonly ShownFinding[] {
  return showing.checked.findings.map((finding) => shownFinding(finding, showing));
}

function shownFinding(finding: Reported, showing: Showing): ShownFinding {
  const { lines, shown } = showing;
  const { rule, category, severity, message, related, fixes } = finding;
  const range = lines.range(finding.range);
  return {
    rule,
    category,
    severity,
    message,
    file: shown,
    range,
    related: related.flatMap((other) => shownRelated(other, showing)),
    fixes: fixes.flatMap((offer) => shownFix(finding, offer, showing)),
    url: ruleUrl(rule),
    excerpt: lines.line(range.start.line),
  };
}

/** A place in this file or in another, whose name is as seen from the working folder. */
function shownRelated({ file, range, start, message }: Related, { checked, shown, lines, nameOf }: Showing): readonly ShownRelated[] {
  if (file === checked.file) return [{ message, file: shown, range: lines.range(range) }];
  if (start === undefined) return [];
  const place = { line: start.line + 1, column: start.character + 1 };
  return [{ message, file: nameOf(file), range: { start: place, end: { ...place, column: place.column + range.end - range.start } } }];
}

function shownFix(finding: Reported, offer: FixOffer, { checked, shown, lines, wantsEdits }: Showing): readonly ShownFix[] {
  const { title, kind } = offer;
  if (!wantsEdits) return [{ title, kind, edits: [] }];
  const edits = checked.fix(finding, offer);
  return edits === undefined ? [] : [{ title, kind, edits: edits.flatMap((edit) => shownEdits(edit, checked.file, shown, lines)) }];
}

function shownEdits(edit: FileEdit, file: FileId, shown: string, lines: Lines): readonly ShownEdit[] {
  if ('create' in edit) return [edit];
  if (edit.file !== file) return [];
  return edit.edits.map(({ start, end, newText }) => ({ file: shown, range: lines.range({ start, end }), newText }));
}

/** Findings as reports show them: file names as the user wrote them, lines and columns in place of offsets. */
import type { CheckedFile } from '../engine/check';
import type { FileEdit, FixOffer, Reported } from '../engine/finding';
import type { FileId } from '../project/view';
import { ruleUrl } from '../protocol';
import type { Lines } from './places';
import type { ShownEdit, ShownFinding, ShownFix } from './report/report';

export interface Showing {
  readonly checked: CheckedFile;
  /** The file's name as the user wrote it. */
  readonly shown: string;
  readonly lines: Lines;
  /** Whether the edits of each fix are worked out. Fixes that turn out to be wrong here are then left out. */
  readonly wantsEdits: boolean;
}

export function shownFindings(showing: Showing): readonly ShownFinding[] {
  return showing.checked.findings.map((finding) => shownFinding(finding, showing));
}

function shownFinding(finding: Reported, showing: Showing): ShownFinding {
  const { lines, shown, checked } = showing;
  const { rule, category, severity, message, related, fixes } = finding;
  const range = lines.range(finding.range);
  const inThisFile = related.filter((other) => other.file === checked.file);
  return {
    rule,
    category,
    severity,
    message,
    file: shown,
    range,
    related: inThisFile.map((other) => ({ message: other.message, file: shown, range: lines.range(other.range) })),
    fixes: fixes.flatMap((offer) => shownFix(finding, offer, showing)),
    url: ruleUrl(rule),
    excerpt: lines.line(range.start.line),
  };
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

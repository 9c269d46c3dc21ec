/** Reports for people: a line for each finding (`concise`), or the finding with its source line (`full`). */
import { severities } from '../../settings/levels';
import { visible } from '../escape';
import type { Paint } from './paint';
import type { CheckReport, ShownFinding } from './report';
import { counted, tally } from './report';

/** One line for each finding. */
export function conciseReport(report: CheckReport, paint: Paint): string {
  return report.findings.map((finding) => `${heading(finding, paint)}${fixMark(finding)}\n`).join('');
}

/** Each finding with its code and what belongs to it. */
export function fullReport(report: CheckReport, paint: Paint): string {
  return report.findings.map((finding) => `${fullFinding(finding, paint)}\n`).join('');
}

/** How often each rule was found, the most frequent first. */
export function statisticsReport(report: CheckReport, paint: Paint): string {
  const rows = [...tally(report.findings.map((finding) => finding.rule))].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1] ?? 0).length;
  return rows.map(([rule, count]) => `${String(count).padStart(width)}  ${paint.strong(rule)}\n`).join('');
}

/** The closing line: how many findings, of what weight, in how many files. */
export function summaryLine(report: CheckReport): string {
  const { findings, checked, fixed, skipped } = report;
  const notes = [
    ...(fixed.findings > 0 ? [`fixed ${counted(fixed.findings, 'finding')} in ${counted(fixed.files, 'file')}`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ];
  const ending = notes.length === 0 ? '' : `; ${notes.join('; ')}`;
  if (findings.length === 0) return `No findings in ${counted(checked, 'file')}${ending}.\n`;
  const files = new Set(findings.map((finding) => finding.file)).size;
  return `Found ${counted(findings.length, 'finding')} (${weights(findings)}) in ${files} of ${counted(checked, 'file')}${ending}.\n`;
}

function weights(findings: readonly ShownFinding[]): string {
  const counts = tally(findings.map((finding) => finding.severity));
  return severities
    .flatMap((severity) => {
      const count = counts.get(severity);
      return count === undefined ? [] : [severity === 'information' ? `${count} information` : counted(count, severity)];
    })
    .join(', ');
}

function heading(finding: ShownFinding, paint: Paint): string {
  const { line, column } = finding.range.start;
  const place = `${paint.strong(visible(finding.file))}:${line}:${column}:`;
  return `${place} ${paint.severity(finding.severity, finding.severity)} ${paint.strong(finding.rule)} ${visible(finding.message)}`;
}

function fixMark(finding: ShownFinding): string {
  if (finding.fixes.length === 0) return '';
  return finding.fixes.some((fix) => fix.kind === 'safe') ? ' [fix]' : ' [review fix]';
}

function fullFinding(finding: ShownFinding, paint: Paint): string {
  const number = String(finding.range.start.line);
  const margin = ' '.repeat(number.length);
  const quoted = quotedLine(finding);
  return [
    heading(finding, paint),
    paint.faint(`${margin} |`),
    `${paint.faint(`${number} |`)} ${quoted.text}`,
    `${paint.faint(`${margin} |`)} ${quoted.before}${paint.severity(finding.severity, quoted.marks)}`,
    ...finding.related.map(
      ({ message, file, range }) =>
        `${margin} ${paint.faint('=')} ${visible(message)}: ${visible(file)}:${range.start.line}:${range.start.column}`,
    ),
    ...finding.fixes.map((fix) => `${margin} ${paint.faint('=')} fix: ${visible(fix.title)}${fix.kind === 'safe' ? '' : ' (review)'}`),
    '',
  ].join('\n');
}

interface QuotedLine {
  readonly text: string;
  readonly before: string;
  readonly marks: string;
}

const longestQuote = 160;

/** The source line with marks below the finding's part of it. Long lines are cut, so that one line stays one line. */
function quotedLine({ excerpt, range }: ShownFinding): QuotedLine {
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? range.end.column - 1 : excerpt.length;
  const from = start < longestQuote / 2 ? 0 : start - 20;
  const to = from + longestQuote;
  const shown = (a: number, b: number): string => visible(excerpt.slice(Math.max(a, from), Math.min(b, to)));
  const ellipsis = (isCut: boolean): string => (isCut ? '…' : '');
  return {
    text: `${ellipsis(from > 0)}${shown(from, to)}${ellipsis(to < excerpt.length)}`,
    before: ellipsis(from > 0).replace('…', ' ') + shown(from, start).replace(/[^\t]/g, ' '),
    marks: '^'.repeat(Math.max(1, shown(start, end).length)),
  };
}

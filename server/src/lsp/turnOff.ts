/** Turns a rule off in a project file: the one edit of ours that is about settings. */
import type { TextEdit } from '../engine/finding';
import { lineEnd, newlineOf } from '../engine/lines';
import { settingsTable, standaloneFileName } from '../settings/parse';
import type { ConfigDocument, ConfigTable } from '../syntax/config';

/** The edit; undefined where the file is written in a way that it could break. */
export function turnOff(rule: string, document: ConfigDocument, fileName: string): TextEdit | undefined {
  if (document.error) return undefined;
  const table = settingsTable(document, fileName);
  const severity = table?.entries.get('severity')?.value;
  if (severity === undefined) return table && isInline(table, document) ? undefined : newTable(rule, document, fileName);
  return severity.kind === 'table' ? addedTo(severity, rule, document) : undefined;
}

/** A table of its own at the end of the file, which is allowed there whatever stands above. */
function newTable(rule: string, { text }: ConfigDocument, fileName: string): TextEdit {
  const newline = newlineOf(text);
  const header = fileName === standaloneFileName ? '[severity]' : '[tool.service-patterns.severity]';
  const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { start: text.length, end: text.length, newText: `${gap}${header}${newline}${rule} = "off"${newline}` };
}

function addedTo(severity: ConfigTable, rule: string, document: ConfigDocument): TextEdit | undefined {
  const present = severity.entries.get(rule)?.value;
  if (present) return present.kind === 'string' ? { start: present.start, end: present.end, newText: '"off"' } : undefined;
  const last = [...severity.entries.values()].at(-1);
  if (isInline(severity, document)) return last && insertion(last.range.end, `, ${rule} = "off"`);
  // A table that only dotted keys imply has no place of its own.
  return severity.header && insertion(last?.range.end ?? severity.header.end, `${newlineOf(document.text)}${rule} = "off"`, document);
}

/** After a line's own text a comment may follow, which stays on its line. */
function insertion(after: number, newText: string, document?: ConfigDocument): TextEdit {
  const at = document ? lineEnd(document.text, after) : after;
  return { start: at, end: at, newText };
}

function isInline({ start }: ConfigTable, { text }: ConfigDocument): boolean {
  return text.charAt(start) === '{';
}

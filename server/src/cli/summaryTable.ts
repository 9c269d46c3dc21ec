/** Summaries of many files in one piece of memory that threads share; each is read when it is first asked for. */
import type { ModuleSummary } from '../project/index';
import { lazySummary } from '../project/summaryStore';

/** Where the summary of a file stands in the bytes. */
export type SummaryPlace = readonly [file: string, start: number, end: number];

export interface SummaryTable {
  readonly bytes: SharedArrayBuffer;
  readonly places: readonly SummaryPlace[];
}

/** A file with its packed summary. */
export type WrittenSummary = readonly [file: string, packed: string];

export function summaryTable(summaries: readonly WrittenSummary[]): SummaryTable {
  const encoder = new TextEncoder();
  const encoded = summaries.map(([file, json]) => [file, encoder.encode(json)] as const);
  const bytes = new SharedArrayBuffer(encoded.reduce((sum, [, content]) => sum + content.length, 0));
  const whole = new Uint8Array(bytes);
  let at = 0;
  const places = encoded.map(([file, content]): SummaryPlace => {
    whole.set(content, at);
    at += content.length;
    return [file, at - content.length, at];
  });
  return { bytes, places };
}

/** The summaries of a table by file. */
export function summariesIn({ bytes, places }: SummaryTable): (file: string) => ModuleSummary | undefined {
  const byFile = new Map(places.map(([file, start, end]) => [file, [start, end] as const]));
  const decoder = new TextDecoder();
  return (file) => {
    const place = byFile.get(file);
    // A copy, since shared memory is not decoded everywhere.
    return place && lazySummary(decoder.decode(new Uint8Array(bytes).slice(...place)));
  };
}

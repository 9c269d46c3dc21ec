/** `cases.md`: sections of code whose trailing comments say what is found there. */
import { fencesIn, parsePage } from '../../server/src/docs/parse';
import type { ExampleLanguage } from './examples';

export type Verdict = 'expect' | 'missed' | 'false-alarm';

export interface Expectation {
  readonly verdict: Verdict;
  readonly rule: string;
  /** The line that the comment stands on, counted from 1. */
  readonly line: number;
  /** A part of the message. */
  readonly text: string | undefined;
}

/** One block of code, without the comments that assert. */
export interface CaseFile {
  readonly language: ExampleLanguage;
  readonly file: string | undefined;
  readonly python: string | undefined;
  /** The functions that the project declares as blocking, with commas between them. */
  readonly blocking: string | undefined;
  readonly min: string | undefined;
  readonly code: string;
  readonly expectations: readonly Expectation[];
}

export interface Case {
  readonly title: string;
  readonly files: readonly CaseFile[];
}

const assertion = /\s*# (expect|missed|false-alarm): ([\w-]+)(?: "(.*?)"(?=\s*(?:#|$)))?/g;

/** Reads the cases of a rule: all blocks of a section belong together where they name their files. */
export function casesOf(text: string): readonly Case[] {
  const { sections } = parsePage(text, { headings: [], optional: [], labels: [] });
  return sections.flatMap((section) => {
    const files = fencesIn(section).flatMap(({ language, code, attributes }) => {
      if (language !== 'python' && language !== 'toml') return [];
      const { file, python, min, blocking } = attributes;
      return [{ language, file, python, min, blocking, ...withoutAssertions(code) } satisfies CaseFile];
    });
    const areOne = files.length > 1 && files.every(({ file }) => file !== undefined);
    return areOne ? [{ title: section.heading, files }] : files.map((file) => ({ title: section.heading, files: [file] }));
  });
}

function withoutAssertions(code: string): { code: string; expectations: Expectation[] } {
  const lines = code.split('\n');
  const expectations = lines.flatMap((line, index) =>
    [...line.matchAll(assertion)].map(([, verdict, rule = '', text]) => ({ verdict: verdict as Verdict, rule, line: index + 1, text })),
  );
  return { code: lines.map((line) => line.replaceAll(assertion, '')).join('\n'), expectations };
}

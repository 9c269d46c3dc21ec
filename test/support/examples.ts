/** The examples of a rule's page, as tests and pages need them. */
import type { Fence, Page } from '../../server/src/docs/parse';
import { fencesIn, fencesOf, sectionOf } from '../../server/src/docs/parse';

export type ExampleLanguage = 'python' | 'toml';

/** One piece of code of a page. */
export interface Example {
  readonly language: ExampleLanguage;
  readonly code: string;
  readonly line: number;
  /** The file that it pretends to be; undefined for any. */
  readonly file: string | undefined;
  /** Other rules that may report here. */
  readonly also: readonly string[];
  /** The oldest Python that can compile it, where the text says so: `3.12`. */
  readonly min: string | undefined;
  /** The Python that the project of the example is written for, where the text says so: `3.9`. */
  readonly python: string | undefined;
  /** The functions that the project of the example declares as blocking, with commas between them. */
  readonly blocking: string | undefined;
}

/** Code that the rule flags, with what each of its fixes makes of it. */
export interface BadExample extends Example {
  /** How often the rule flags it. */
  readonly count: number;
  readonly fixed: readonly FixedExample[];
}

export interface FixedExample extends Example {
  /** The fix that gives this text; undefined for the first that the finding offers. */
  readonly fix: string | undefined;
}

export interface RuleExamples {
  readonly bad: readonly BadExample[];
  readonly good: readonly Example[];
  /** What is wrong with the examples, in words. */
  readonly problems: readonly string[];
}

/** Reads the examples of a rule; those outside of the section "Examples" count as well. */
export function ruleExamples(page: Page): RuleExamples {
  const bad: (Example & { count: number; fix: string | undefined; fixed: FixedExample[] })[] = [];
  const good: Example[] = [];
  const problems: string[] = [];
  for (const fence of fencesOf(page)) {
    const example = exampleOf(fence);
    if (example === undefined) continue;
    if (fence.role === 'bad')
      bad.push({ ...example, count: Number(fence.attributes['count'] ?? 1), fix: fence.attributes['fix'], fixed: [] });
    if (fence.role === 'good') good.push(example);
    if (fence.role !== 'fixed') continue;
    const before = bad.at(-1);
    if (before === undefined) problems.push(`line ${String(fence.line)}: no "bad" example stands before this "fixed" one`);
    before?.fixed.push({ ...inherited(example, before), fix: fence.attributes['fix'] ?? before.fix });
  }
  return { bad, good, problems: [...problems, ...shapeProblems(page, bad, good)] };
}

function shapeProblems(page: Page, bad: readonly BadExample[], good: readonly Example[]): string[] {
  const problems: string[] = [];
  if (bad.length === 0) problems.push('there is no "bad" example');
  if (good.length === 0 && bad.every((example) => example.fixed.length === 0)) problems.push('there is no "good" or "fixed" example');
  const section = sectionOf(page, 'Examples');
  if (section !== undefined && fencesIn(section).length === 0) problems.push('the section "Examples" has no example');
  const wrong = bad.filter((example) => !Number.isInteger(example.count) || example.count < 1);
  return [...problems, ...wrong.map((example) => `line ${String(example.line)}: count= is not a number from 1`)];
}

/** A fixed example stands in the file of the bad one, and in its project. */
function inherited(fixed: Example, bad: Example): Example {
  return { ...fixed, file: bad.file, python: bad.python, blocking: bad.blocking, min: fixed.min ?? bad.min };
}

function exampleOf(fence: Fence): Example | undefined {
  const { language, code, line, attributes } = fence;
  if (language !== 'python' && language !== 'toml') return undefined;
  const also = (attributes['also'] ?? '').split(',').filter((id) => id !== '');
  const { file, min, python, blocking } = attributes;
  return { language, code, line, also, file, min, python, blocking };
}

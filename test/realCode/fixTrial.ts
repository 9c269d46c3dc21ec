/**
 * Applies fixes to a real file, one at a time and then all together, and says what each promised and did not keep.
 *
 * Files are checked by themselves here: what other files say does not matter to what an edit does to its own.
 */
import type { CheckedFile } from '../../server/src/engine/check';
import type { Reported } from '../../server/src/engine/finding';
import { check } from '../support/check';
import { applied } from '../support/fixing';

export interface Trial {
  readonly rule: string;
  readonly title: string;
  /** The line of the finding, from 1; 0 for all fixes together. */
  readonly line: number;
  /** The text after the fix; undefined where the fix declines. */
  readonly text: string | undefined;
  /** What is wrong, apart from what only CPython can tell. */
  readonly problem: string | undefined;
}

/** As often as an editor or the command line goes on with fixes until nothing changes. */
const mostRounds = 10;

/** The fixes of a file; of each rule at most so many findings. */
export function fixTrials(source: string, file: string, most: number): readonly Trial[] {
  const before = check(source, { profile: 'all', file });
  const counts = new Map<string, number>();
  const tried = before.findings.filter(({ rule }) => {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return (counts.get(rule) ?? 0) <= most;
  });
  const single = tried.flatMap((finding) => finding.fixes.map((offer) => singleTrial(before, finding, offer)));
  return [...single, ...(['safe', 'unsafe'] as const).map((kind) => together(before, kind))];
}

function singleTrial(before: CheckedFile, finding: Reported, offer: Reported['fixes'][number]): Trial {
  const edits = before.fix(finding, offer);
  const line = before.text.slice(0, finding.range.start).split('\n').length;
  const trial = { rule: finding.rule, title: offer.title, line };
  if (edits === undefined) return { ...trial, text: undefined, problem: undefined };
  const text = applied(before, edits);
  const left = countOf(finding, checkedAgain(before, text));
  return { ...trial, text, problem: left < countOf(finding, before) ? undefined : 'the finding is still there' };
}

/** Findings of the same rule that weigh as much: what a fix leaves may be reported as something smaller. */
function countOf({ rule, severity }: Reported, { findings }: CheckedFile): number {
  return findings.filter((finding) => finding.rule === rule && finding.severity === severity).length;
}

function together(before: CheckedFile, kind: 'safe' | 'unsafe'): Trial {
  let current = before;
  const trial = { rule: `all ${kind} fixes`, title: '', line: 0 };
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = current.fixAll(kind);
    if (edits.length === 0) return { ...trial, text: current.text, problem: undefined };
    current = checkedAgain(before, applied(current, edits));
  }
  return { ...trial, text: current.text, problem: 'there is no end to them' };
}

function checkedAgain({ file }: CheckedFile, text: string): CheckedFile {
  return check(text, { profile: 'all', file });
}

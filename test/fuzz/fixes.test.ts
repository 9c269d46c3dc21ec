/** What fixes promise, held against every example and every case of every rule, and against files made of several. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CheckedFile } from '../../server/src/engine/check';
import type { Reported } from '../../server/src/engine/finding';
import { isProjectFile } from '../../server/src/settings/parse';
import { severities } from '../../server/src/settings/levels';
import { commentsOf } from '../support/fixing';
import { checkAs, edited, errorsIn } from './support/checking';
import { holds } from './support/property';
import { pythonSamples, samples } from './support/samples';
import type { Sample } from './support/samples';

const kinds = ['safe', 'unsafe'] as const;

describe('a fix', () => {
  it('takes its finding away, brings no other, and loses no comment', () => {
    let count = 0;
    for (const sample of samples) {
      const before = checkAs(sample, sample.code);
      for (const { finding, offer, text } of fixedTexts(before)) {
        count += 1;
        assert.equal(problemOf(before, checkAs(sample, text), finding), undefined, `${sample.name}: ${offer.title}\n${text}`);
      }
    }
    assert.ok(count > 100);
  });

  it('that is safe leaves nothing for a second time, and the order does not matter', () => {
    for (const sample of samples) {
      const once = edited(checkAs(sample, sample.code), checkAs(sample, sample.code).fixAll('safe'));
      const twice = checkAs(sample, once);
      assert.equal(edited(twice, twice.fixAll('safe')), once, sample.name);
      const forwards = untilNothingChanges(sample, sample.code, (checked) => firstFixed(checked, checked.findings));
      const backwards = untilNothingChanges(sample, sample.code, (checked) => firstFixed(checked, [...checked.findings].reverse()));
      assert.deepEqual([forwards, backwards], [once, once], sample.name);
    }
  });

  it('keeps its promises in files made of several examples', async () => {
    const several = fc.array(fc.constantFrom(...pythonSamples.filter(({ python }) => python === undefined)), {
      minLength: 2,
      maxLength: 5,
    });
    await holds(several, { fewest: 30, seconds: 3 }, (parts) => {
      const sample = { name: 'several', file: 'app/module.py', code: parts.map(({ code }) => code).join('\n'), python: undefined };
      for (const kind of kinds) {
        const before = checkAs(sample, sample.code);
        const after = checkAs(
          sample,
          untilNothingChanges(sample, sample.code, (checked) => edited(checked, checked.fixAll(kind))),
        );
        assert.ok(errorsIn(after.text) <= errorsIn(before.text), `it parses no more:\n${after.text}`);
        assert.ok(after.findings.length <= before.findings.length, `there is more to find:\n${after.text}`);
        assert.deepEqual(lostComments(before, after), [], `comments are lost:\n${after.text}`);
      }
    });
  });
});

/** Every fix of every finding, and the text that it leads to. */
function fixedTexts(checked: CheckedFile): readonly { finding: Reported; offer: Reported['fixes'][number]; text: string }[] {
  return checked.findings.flatMap((finding) =>
    finding.fixes.flatMap((offer) => {
      const edits = checked.fix(finding, offer);
      return edits === undefined ? [] : [{ finding, offer, text: edited(checked, edits) }];
    }),
  );
}

function problemOf(before: CheckedFile, after: CheckedFile, finding: Reported): string | undefined {
  // Where a call was awaited elsewhere, something smaller of the same rule may be left of it.
  const alike = (one: Reported): boolean =>
    one.rule === finding.rule && severities.indexOf(one.severity) <= severities.indexOf(finding.severity);
  if (after.findings.filter(alike).length >= before.findings.filter(alike).length) return 'the finding is still there';
  const counts = tally(before.findings.map(({ rule }) => rule));
  const more = [...tally(after.findings.map(({ rule }) => rule))].find(
    ([rule, count]) => count > (counts.get(rule) ?? 0) && uncovered[finding.rule]?.includes(rule) !== true,
  );
  if (more !== undefined) return `${more[0]} is new`;
  if (!isProjectFile(before.file) && errorsIn(after.text) > errorsIn(before.text)) return 'it parses no more';
  const lost = lostComments(before, after);
  return lost.length > 0 ? `comments are lost: ${lost.join(' | ')}` : undefined;
}

/** What else a policy lacks is told once it has an end: until then one finding is enough. */
const uncovered: Readonly<Record<string, readonly string[]>> = {
  'retry-unbounded': ['retry-no-backoff', 'retry-no-deadline'],
  // Where the pauses block the event loop, the decorators have to change places once there are pauses.
  'retry-no-backoff': ['decorator-order'],
  // What raises for an error status may be tried again.
  'missing-raise-for-status': ['retry-client-errors'],
  // Of what nobody waited for, nobody had an answer.
  'unawaited-coroutine': ['missing-raise-for-status'],
};

/** The comments that are gone, without those that were reported. */
function lostComments(before: CheckedFile, after: CheckedFile): readonly string[] {
  const kept = commentsOf(after, []);
  return commentsOf(before, before.findings).filter((comment) => !kept.some((each) => each.includes(comment)));
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What becomes of a text when a step is taken again and again. The command line takes ten at most. */
function untilNothingChanges(sample: Sample, code: string, step: (checked: CheckedFile) => string): string {
  let current = code;
  for (let round = 0; round < 40; round += 1) {
    const next = step(checkAs(sample, current));
    if (next === current) return current;
    current = next;
  }
  assert.fail(`there is no end to the fixes:\n${current}`);
}

/** The text with the first safe fix that works. */
function firstFixed(checked: CheckedFile, findings: readonly Reported[]): string {
  for (const finding of findings) {
    const offer = finding.fixes.find(({ kind }) => kind === 'safe');
    const edits = offer === undefined ? undefined : checked.fix(finding, offer);
    if (edits !== undefined) return edited(checked, edits);
  }
  return checked.text;
}

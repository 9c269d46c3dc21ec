/** The whole engine on text that is not as it should be: half typed, cut off, pasted together. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isProjectFile } from '../../server/src/settings/parse';
import type { CheckedFile } from '../../server/src/engine/check';
import { parseConfig } from '../../server/src/hosts/toml';
import { assertSound, checkAs, edited, errorsIn } from './support/checking';
import { mutants, mutated } from './support/mutations';
import { everything, holds } from './support/property';
import { configSamples, pythonSamples, samples, serviceFiles } from './support/samples';

/** In milliseconds: what no text of this size may take, on the slowest machine. */
const longest = 5000;

/** A name that is cut into two lines by a character that ends a line in JavaScript only. */
const brokenName = {
  sample: { name: 'broken', file: 'app/module.py', code: 'x = 1  # patterns: ignore[b\u2028locking-sleep]\n', python: undefined },
  mutations: [],
};

describe('the engine', () => {
  it('has samples to work on', () => {
    assert.ok(pythonSamples.length > 100 && configSamples.length > 5 && serviceFiles.length > 10);
  });

  it('checks mutated Python, and every fix that it offers fits', async () => {
    await holds(mutants(pythonSamples), { known: [brokenName], fewest: 300, seconds: 5 }, (mutant) => {
      assertHarmless(checkedInTime(mutant.sample, mutated(mutant, pythonSamples)));
    });
  });

  it('checks mutated project files, and every fix that it offers fits', async () => {
    await holds(mutants(configSamples), { fewest: 100, seconds: 1 }, (mutant) => {
      assertHarmless(checkedInTime(mutant.sample, mutated(mutant, samples)));
    });
  });

  it('checks every file as it is typed from its beginning', async () => {
    const prefix = fc.record({ sample: fc.constantFrom(...samples), length: fc.nat(3000) });
    await holds(prefix, { fewest: 300, seconds: 2 }, ({ sample, length }) => {
      assertHarmless(checkedInTime(sample, sample.code.slice(0, length % (sample.code.length + 1))));
    });
  });

  it('checks every prefix of a file', () => {
    const byLength = [...samples].sort((a, b) => b.code.length - a.code.length);
    const chosen = everything ? byLength.slice(0, 50) : byLength.filter(({ code }) => code.length < 300).slice(0, 1);
    for (const sample of chosen)
      for (let end = 0; end <= sample.code.length; end += 1) assertHarmless(checkedInTime(sample, sample.code.slice(0, end)));
  });
});

function checkedInTime(sample: { readonly file: string; readonly python: string | undefined }, code: string): CheckedFile {
  const begun = performance.now();
  const checked = checkAs(sample, code);
  const took = performance.now() - begun;
  assert.ok(took < longest, `it took ${took.toFixed()} ms`);
  return checked;
}

/** Sound findings, and edits that fit the text and leave it no worse. */
function assertHarmless(checked: CheckedFile): void {
  assertSound(checked);
  for (const finding of checked.findings) {
    for (const offer of finding.fixes) {
      const edits = checked.fix(finding, offer);
      if (edits !== undefined) assertNoWorse(checked, edited(checked, edits), `${finding.rule}: ${offer.title}`);
    }
    for (const reach of ['line', 'file'] as const) {
      const edits = checked.ignore(finding, reach);
      const text = edits === undefined ? checked.text : edited(checked, edits);
      // What the parser makes of broken code can depend on any comment.
      if (text !== checked.text && errorsIn(checked.text) === 0) assertNoWorse(checked, text, `an ignore comment for ${finding.rule}`);
    }
  }
  for (const strongest of ['safe', 'unsafe'] as const)
    assertNoWorse(checked, edited(checked, checked.fixAll(strongest)), `all ${strongest} fixes at once`);
  assert.deepEqual(checked.failures, [], 'a fix failed');
}

function assertNoWorse({ file, text }: CheckedFile, result: string, what: string): void {
  if (result === text) return;
  if (isProjectFile(file))
    assert.ok(parseConfig(text).error !== undefined || parseConfig(result).error === undefined, `${what} breaks:\n${result}`);
  else assert.ok(errorsIn(result) <= errorsIn(text), `${what} breaks:\n${result}`);
}

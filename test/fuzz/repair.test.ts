/** Repairs of any text, while any line of it is edited: they are found, the same each time, and touch nothing out of place. */
import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import { repairsOf } from '../../server/src/syntax/repair';
import { everything, standardLibrary, traps } from '../engine/parserSupport';
import { typedStates } from '../support/typedStates';

const samples = [...traps, ...standardLibrary(12).flatMap((text) => text.match(/(?:.*\n){1,60}/g)?.slice(0, 12) ?? [])];
const pieces = [
  ...['\n', '\n', '\n', '\n\n', '    ', '\t', ' ', '\\\n', '\r\n', '\r', '#', ';', ':', ',', '.', '=', ':=', '!', '*', '@', '$', '\0'],
  ...['(', ')', '[', ']', '{', '}', '"', '"""', "'", 'f"', '{x', '}', '\\', 'x', '1', '1.', '\uD800', '\uFEFF'],
  ...[
    'def f',
    'class ',
    'async ',
    'await ',
    'if ',
    'else',
    'elif',
    'try:',
    'except',
    'lambda ',
    'for ',
    ' in ',
    'import ',
    'not ',
    'match ',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.constantFrom(...pieces))
    .map(([sample, at, piece]) => sample.slice(0, at % (sample.length + 1)) + piece + sample.slice(at % (sample.length + 1))),
);
const limits = { numRuns: 1_000_000, interruptAfterTimeLimit: everything ? 60_000 : 2_500, markInterruptAsFailure: false } as const;

test('any line of any text has its repairs, the same each time', () => {
  let runs = 0;
  fc.assert(
    fc.property(text, fc.nat(40), (source, line) => {
      runs += 1;
      assertRepairs(source, line);
    }),
    limits,
  );
  assert.ok(runs > 20);
});

test('text that begins with line breaks has repairs', () => {
  for (const source of ['\n', '\n\n', '\n\n    x = 1\n', '\nx = (\n', '\n    x', '\n\n\ndef f(:\n', '\\\n\\\n\\\n', '\r\n    x\r\n']) {
    for (let line = 0; line < 6; line += 1) assertRepairs(source, line);
  }
});

test('what lies further away than a statement reaches changes no repair', () => {
  const body = Array.from({ length: 40 }, (_, at) => `    x${at} = f(${at})\n`).join('');
  const near = `def f():\n${body}\n\ndef g():\n${body}`;
  const far = 'VALUES = [1, 2]\n'.repeat(3000);
  for (const { text: typed, line } of typedStates(near, 20, 'raw')) {
    const alone = repairsOf(typed, line);
    const within = repairsOf(far + typed + far, line + 3000);
    assert.equal(within.isSurelyBroken, alone.isSurelyBroken, typed);
    const shifted = within.candidates().map((changes) => changes.map((one) => moved(one, -far.length)));
    assert.deepEqual(shifted, alone.candidates());
  }
});

function moved({ start, oldEnd, newText }: { start: number; oldEnd: number; newText: string }, by: number) {
  return { start: start + by, oldEnd: oldEnd + by, newText };
}

/** Changes stand in order, inside of the text, and what is left out is replaced by as much. */
function assertRepairs(source: string, line: number): void {
  const { isSurelyBroken, candidates } = repairsOf(source, line);
  const found = candidates();
  const again = repairsOf(source, line);
  assert.equal(again.isSurelyBroken, isSurelyBroken);
  assert.deepEqual(again.candidates(), found);
  for (const changes of found) {
    let last = 0;
    for (const { start, oldEnd, newText } of changes) {
      assert.ok(start >= last && oldEnd >= start && oldEnd <= source.length, JSON.stringify({ source, line, changes }));
      assert.ok(newText.length >= oldEnd - start, JSON.stringify({ source, line, changes }));
      last = oldEnd;
    }
  }
}

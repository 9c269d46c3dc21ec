import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextChange } from '../../server/src/syntax/parser';
import { assertConsistent } from '../engine/parserConsistency';
import { everything, parse, shape, standardLibrary, traps, treeOf } from '../engine/parserSupport';

/** About ten seconds in all; longer where everything is to be looked at. */
const limits = { numRuns: 1_000_000, interruptAfterTimeLimit: everything ? 60_000 : 2_500, markInterruptAsFailure: false } as const;
const fewestRuns = 20;
/** Real code in pieces that are small enough to parse often. */
const samples = [...traps, ...standardLibrary(12).flatMap((text) => text.match(/(?:.*\n){1,40}/g)?.slice(0, 12) ?? [])];
const sample = fc.constantFrom(...samples);
const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '.',
    '=',
    ':=',
    '*',
    '**',
    '"',
    '"""',
    "'",
    'f"',
    '{x}',
    '@',
    '\\',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '    ',
    '#',
    ';',
  ],
  ...[
    'def ',
    'class ',
    'async ',
    'await ',
    'type',
    'match ',
    'case ',
    'if ',
    'else',
    'try:',
    'except',
    'with ',
    'lambda ',
    'import ',
    'x',
    '1',
    '\0',
    '😀',
    '\uFEFF',
    '\uD800',
  ],
);
/** Insertions after which code often still makes sense. */
const harmless = fc.constantFrom(
  ...[
    'x',
    '_',
    '1',
    ' ',
    '\n',
    '\n\n',
    '    ',
    '# c\n',
    'x = 1\n',
    'pass\n',
    '    pass\n',
    'def f():\n    pass\n',
    'class A:\n    x = 1\n\n',
    '',
    '',
  ],
  ...['type(x).a = 1\n', 'f"{x:=10}"\n', 'def f[T = int](): pass\n', '"""a"""', ', x', '\r\n', '\r', '; y', 'type X = int\n'],
);

test('noise gives a consistent tree', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join('')),
  );
  assertHolds(noise, (text) => {
    assertConsistent(treeOf(text));
  });
});

test('code that is cut off or changed anywhere gives a consistent tree', () => {
  const cut = fc.tuple(sample, fc.nat(), fc.nat(60), fc.array(pieces, { maxLength: 4 }), fc.boolean());
  assertHolds(cut, ([text, seed, length, inserted, isCut]) => {
    const at = seed % (text.length + 1);
    assertConsistent(treeOf(text.slice(0, at) + inserted.join('') + (isCut ? '' : text.slice(at + length))));
  });
});

test('a tree that is parsed on from an earlier one is the tree of the text', () => {
  const wild = fc.tuple(fc.nat(), fc.nat(40), fc.array(pieces, { maxLength: 3 }));
  const gentle = fc.tuple(fc.nat(), fc.nat(1), fc.array(harmless, { maxLength: 2 }));
  assertHolds(fc.tuple(sample, fc.array(fc.oneof(wild, gentle, gentle), { minLength: 1, maxLength: 6 })), ([text, edits]) => {
    let parsed = parse(text);
    for (const [seed, length, inserted] of edits) {
      const change = changeOf(parsed.tree.text, seed, length, inserted.join(''));
      const next = parse(applied(parsed.tree.text, change), { parsed, changes: [change] });
      parsed.dispose();
      parsed = next;
      assert.equal(shape(next.tree), shape(treeOf(next.tree.text)));
    }
    parsed.dispose();
  });
});

test('several changes at once lead to the tree of the text too', () => {
  const gentle = fc.tuple(fc.nat(), fc.nat(8), fc.array(harmless, { maxLength: 2 }));
  assertHolds(fc.tuple(sample, fc.array(gentle, { minLength: 2, maxLength: 5 })), ([text, edits]) => {
    const parsed = parse(text);
    const changes: TextChange[] = [];
    let last = text;
    for (const [seed, length, inserted] of edits) {
      const change = changeOf(last, seed, length, inserted.join(''));
      changes.push(change);
      last = applied(last, change);
    }
    const next = parse(last, { parsed, changes });
    assert.equal(shape(next.tree), shape(treeOf(last)));
    next.dispose();
    parsed.dispose();
  });
});

function assertHolds<Value>(values: fc.Arbitrary<Value>, check: (value: Value) => void): void {
  let runs = 0;
  const counted = (value: Value) => {
    runs += 1;
    check(value);
  };
  fc.assert(fc.property(values, counted), limits);
  assert.ok(runs >= fewestRuns, `only ${runs} runs`);
}

function changeOf(text: string, seed: number, length: number, newText: string): TextChange {
  const start = seed % (text.length + 1);
  return { start, oldEnd: Math.min(text.length, start + length), newText };
}

function applied(text: string, change: TextChange): string {
  return text.slice(0, change.start) + change.newText + text.slice(change.oldEnd);
}

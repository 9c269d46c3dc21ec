/**
 * Chunks that are kept between versions of a text equal new ones in every number, and those that did not change are kept.
 * `SERVICE_PATTERNS_TEST_EDITS` says how many edits to make, `SERVICE_PATTERNS_TEST_SEED` with which random numbers.
 */
import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { createParser } from '../../server/src/parser/treeSitter';
import type { SyntaxTree } from '../../server/src/syntax/node';
import { PackedChunk } from '../../server/src/syntax/packed';
import { treeOf } from '../../server/src/syntax/parser';
import type { ParsedText, Parser, TextChange } from '../../server/src/syntax/parser';
import { everything, files, standardLibrary, traps } from '../engine/parserSupport';

const edits = Number(process.env['SERVICE_PATTERNS_TEST_EDITS'] ?? (everything ? 20_000 : 400));
const seed = Number(process.env['SERVICE_PATTERNS_TEST_SEED'] ?? (everything ? Date.now() % 1_000_000 : 1));
const largeClass = `class Large(Base):\n${Array.from({ length: 90 }, (_, at) => `    # ${at}\n    def m${at}(self, a):\n        return self.m${at}(a + ${at})\n\n`).join('')}`;
const texts = [
  ...standardLibrary(12).map((text) => text.slice(0, 40_000)),
  `import x\n\n\n@d\n${largeClass}\n\nx = Large()\n`,
  ...traps.slice(0, 20),
];

for (const decoder of ['memory', 'raw cursor', 'cursor'] as const) {
  test(`kept chunks equal new ones, ${decoder}, seed ${seed}`, async () => {
    const parser = await createParser(files, { decoder });
    const random = randomNumbers(seed);
    let kept = 0;
    let untouched = 0;
    for (let done = 0; done < edits;) {
      let before = parsed(parser, texts[random(texts.length)] ?? '');
      for (let round = 0; round < 8; round += 1, done += 1) {
        const change = randomChange(before.tree.text, random);
        const after = parsed(parser, applied(before.tree.text, change), { parsed: before, changes: [change] });
        assertSame(after.tree, treeOf(after.tree.text, parser), `seed ${seed}, edit ${done}: ${JSON.stringify(change)}`);
        const counted = countKept(before.tree, after.tree, change);
        kept += counted.kept;
        untouched += counted.untouched;
        before.dispose();
        before = after;
      }
      before.dispose();
    }
    assert.ok(kept > 0.99 * untouched, `${kept} of ${untouched} chunks that no edit touched are the same object`);
  });
}

function parsed(parser: Parser, text: string, previous?: { parsed: ParsedText; changes: readonly TextChange[] }): ParsedText {
  const result = parser.parse(text, previous);
  assert.ok(result !== 'cancelled');
  return result;
}

/** Compares every number of two trees. */
function assertSame(found: SyntaxTree, expected: SyntaxTree, message: string): void {
  assert.equal(found.hasErrors, expected.hasErrors, message);
  assert.deepEqual(found.chunks.map(placeOf), expected.chunks.map(placeOf), message);
  assert.equal(new Set(found.chunks.map(({ chunk }) => chunk)).size, found.chunks.length, `a chunk stands in two places, ${message}`);
  for (const [position, { chunk }] of found.chunks.entries()) {
    const other = expected.chunks[position]?.chunk;
    assert.ok(chunk instanceof PackedChunk && other instanceof PackedChunk);
    if (chunk.data.some((value, at) => value !== other.data[at])) assert.deepEqual(chunk.data, other.data, message);
    if (chunk.names.some((value, at) => value !== other.names[at])) assert.deepEqual(chunk.names, other.names, message);
    assert.equal(chunk.names.length, other.names.length, message);
  }
}

function placeOf({ chunk, ...place }: SyntaxTree['chunks'][number]): unknown {
  return { ...place, length: chunk.length };
}

/** Between two texts without errors: the chunks clear of a change that have an equal one before, and how many are that one. */
function countKept(before: SyntaxTree, after: SyntaxTree, change: TextChange): { kept: number; untouched: number } {
  if (before.hasErrors || after.hasErrors) return { kept: 0, untouched: 0 };
  const shift = change.newText.length - (change.oldEnd - change.start);
  const old = new Map(before.chunks.map((placed) => [placed.start < change.start ? placed.start : placed.start + shift, placed]));
  const pairs = after.chunks.flatMap((placed) => {
    const same = old.get(placed.start);
    const isClear = placed.end < change.start || placed.start > change.start + change.newText.length;
    return isClear && same !== undefined && isEqual(placed, after.text, same, before.text) ? [same.chunk === placed.chunk] : [];
  });
  return { kept: pairs.filter((isSame) => isSame).length, untouched: pairs.length };
}

type PlacedChunk = SyntaxTree['chunks'][number];

function isEqual(one: PlacedChunk, text: string, other: PlacedChunk, otherText: string): boolean {
  assert.ok(one.chunk instanceof PackedChunk && other.chunk instanceof PackedChunk);
  const hasSameText =
    text.slice(one.start, one.start + one.chunk.end(0)) === otherText.slice(other.start, other.start + other.chunk.end(0));
  return (
    hasSameText &&
    one.chunk.data.length === other.chunk.data.length &&
    Buffer.compare(Buffer.from(one.chunk.data.buffer), Buffer.from(other.chunk.data.buffer)) === 0
  );
}

/** Numbers from 0 up to a limit, the same for the same seed. */
function randomNumbers(first: number): (limit: number) => number {
  let state = first;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function randomChange(text: string, random: (limit: number) => number): TextChange {
  const marks = [...text.matchAll(random(2) === 0 ? /^|$/gm : /\b/g)].map((match) => match.index);
  const start = random(4) === 0 ? random(text.length + 1) : (marks[random(marks.length)] ?? 0);
  const newText = pieces[random(pieces.length)] ?? '';
  const length = newText === '' || random(3) === 0 ? 1 + random(random(4) === 0 ? 200 : 6) : 0;
  return { start, oldEnd: Math.min(text.length, start + length), newText };
}

const pieces = [
  ...[
    '',
    '',
    'x',
    'x',
    '_1',
    ' ',
    '\n',
    '\n\n',
    '    ',
    '#',
    '# c\n',
    'pass\n',
    '    pass\n',
    'x = 1\n',
    '; y',
    ', x',
    '.a',
    '()',
    '(',
    '"',
    '"""',
  ],
  ...[
    'def f():\n    pass\n',
    'class A:\n    x = 1\n\n',
    '@d\n',
    'if x:\n    ',
    'else:\n',
    'type(x).a = 1\n',
    'f"{x:=10}"\n',
    'async ',
    'type X = int\n',
  ],
  ...['def f[T = int](): pass\n', '\r\n', '\\\n', ':', '=', 'x: int pass\n', "'''a\n'''\n", '\t', '\u{1F600}', 'ä', largeClass],
];

function applied(text: string, { start, oldEnd, newText }: TextChange): string {
  return text.slice(0, start) + newText + text.slice(oldEnd);
}

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../server/src/syntax/text';

test('all three line ends end a line, and each counts once', () => {
  const lines = linesOf('a\nbc\r\nd\re');
  assert.equal(lines.count, 4);
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => lines.textOf(line)),
    ['a', 'bc', 'd', 'e'],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => lines.startOf(line)),
    [0, 2, 6, 8],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => lines.endOf(line)),
    [1, 4, 7, 9],
  );
});

test('an offset inside a line end belongs to the line that it ends', () => {
  const lines = linesOf('ab\r\nc');
  assert.deepEqual(lines.positionAt(2), { line: 0, character: 2 });
  assert.deepEqual(lines.positionAt(3), { line: 0, character: 3 });
  assert.deepEqual(lines.positionAt(4), { line: 1, character: 0 });
});

test('places outside are answered with the nearest inside', () => {
  const lines = linesOf('ab\r\ncd\n');
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(lines.offsetAt({ line: 9, character: 9 }), 7);
  assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
  assert.deepEqual(lines.positionAt(99), { line: 2, character: 0 });
  assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
});

test('columns count UTF-16 units', () => {
  assert.deepEqual(linesOf('"😀" x').positionAt(5), { line: 0, character: 5 });
});

test('an empty text is one empty line', () => {
  assert.deepEqual({ count: linesOf('').count, text: linesOf('').textOf(0) }, { count: 1, text: '' });
});

test('offsets survive the way to a position and back, except inside a line end', () => {
  const text = fc.array(fc.constantFrom('a', '😀', '\n', '\r', '\r\n', ' ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(), (source, seed) => {
      const lines = linesOf(source);
      const offset = seed % (source.length + 1);
      const expected = source[offset - 1] === '\r' && source[offset] === '\n' ? offset - 1 : offset;
      assert.equal(lines.offsetAt(lines.positionAt(offset)), expected);
      assert.equal(lines.count, source.split(/\r\n|\r|\n/).length);
    }),
  );
});

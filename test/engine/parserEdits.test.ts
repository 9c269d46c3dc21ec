import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowsAfter, rowsOf, treeEdit } from '../../server/src/parser/edits';
import { startTreeSitter } from '../../server/src/parser/treeSitter';
import { files, parse } from './parserSupport';

const source = fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', ' ')).map((parts) => parts.join(''));

test('rows after a change are those of the changed text, and points are counted from them', () => {
  fc.assert(
    fc.property(source, fc.nat(), fc.nat(8), source, (text, seed, length, newText) => {
      const start = seed % (text.length + 1);
      const change = { start, oldEnd: Math.min(text.length, start + length), newText };
      const changed = text.slice(0, start) + newText + text.slice(change.oldEnd);
      const before = rowsOf(text);
      const after = rowsAfter(before, change);
      assert.deepEqual(after, rowsOf(changed));
      const edit = treeEdit(change, before, after);
      assert.deepEqual(edit.startPosition, pointIn(text, start));
      assert.deepEqual(edit.oldEndPosition, pointIn(text, change.oldEnd));
      assert.deepEqual(edit.newEndPosition, pointIn(changed, start + newText.length));
    }),
  );
});

test('parses that are disposed of, or forgotten, do not fill the memory', async () => {
  const { runtime } = await startTreeSitter(files);
  const text = 'value = call(first, key=[1, "text"])\n'.repeat(300);
  const usedAfter = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const parsed = parse(`${text}# ${index}\n`);
      const next = parse(`x${parsed.tree.text}`, { parsed, changes: [{ start: 0, oldEnd: 0, newText: 'x' }] });
      if (index % 2 === 0) next.dispose();
      if (index % 3 === 0) parsed.dispose();
    }
    return runtime.HEAPU8?.length;
  };
  const used = usedAfter(20);
  assert.ok(used !== undefined);
  assert.equal(usedAfter(120), used);
});

function pointIn(text: string, offset: number): { row: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { row: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

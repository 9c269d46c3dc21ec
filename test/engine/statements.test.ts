import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { enclosingStatement } from '../../server/src/syntax/query';
import { editing } from '../support/editing';

interface Case {
  readonly title: string;
  readonly code: string;
  readonly after: string;
}

const removals: readonly Case[] = [
  { title: 'alone on its line', code: 'a()\nHERE()\nb()\n', after: 'a()\nb()\n' },
  { title: 'the first line', code: 'HERE()\nb()\n', after: 'b()\n' },
  { title: 'the last line without a line end', code: 'a()\nHERE()', after: 'a()' },
  { title: 'the last line without a line end, Windows', code: 'a()\r\nHERE()', after: 'a()' },
  { title: 'all there is', code: 'HERE()', after: '' },
  { title: 'Windows line ends', code: 'a()\r\nHERE()\r\nb()\r\n', after: 'a()\r\nb()\r\n' },
  { title: 'over several lines', code: 'a()\nHERE(\n    1,\n)\nb()\n', after: 'a()\nb()\n' },
  { title: 'indented', code: 'if x:\n    a()\n    HERE()\nb()\n', after: 'if x:\n    a()\nb()\n' },
  { title: 'the only one of a block', code: 'if x:\n    HERE()\nb()\n', after: 'if x:\n    pass\nb()\n' },
  { title: 'the only one beside its header', code: 'if x: HERE()\n', after: 'if x: pass\n' },
  { title: 'before another on its line', code: 'HERE(); b()\n', after: 'b()\n' },
  { title: 'after another on its line', code: 'a(); HERE()\nc()\n', after: 'a()\nc()\n' },
  { title: 'between others on its line', code: 'a(); HERE(); b()\n', after: 'a(); b()\n' },
  { title: 'with a semicolon at the end', code: 'a()\nHERE();\nb()\n', after: 'a()\nb()\n' },
  { title: 'the comment beside it stays', code: 'a()\nHERE()  # why\nb()\n', after: 'a()\n# why\nb()\n' },
  { title: 'the comment beside the only one stays', code: 'if x:\n    HERE()  # why\n', after: 'if x:\n    pass  # why\n' },
  { title: 'the comment above stays', code: '# why\nHERE()\nb()\n', after: '# why\nb()\n' },
  { title: 'the comment of the other statement stays', code: 'a(); HERE()  # why\n', after: 'a()  # why\n' },
  { title: 'a definition with its decorators', code: 'a()\n@decorated\ndef HERE():\n    pass\nb()\n', after: 'a()\nb()\n' },
  { title: 'blank lines stay', code: 'a()\n\nHERE()\n\nb()\n', after: 'a()\n\n\nb()\n' },
];

describe('the editor of fixes', () => {
  for (const { title, code, after } of removals) {
    test(`removes a statement: ${title}`, () => {
      const { edit, here, after: edited } = editing(code);
      const statement = enclosingStatement(here);
      assert.ok(statement !== undefined);
      assert.equal(edited([edit.removeStatement(statement)]), after);
    });
  }

  test('knows the indentation of a line', () => {
    const { edit, here } = editing('if x:\n\tif y:\n\t\ta = HERE()\n');
    assert.equal(edit.indentOf(here), '\t\t');
  });

  test('knows the unit of indentation', () => {
    assert.equal(editing('HERE()\n').edit.indentUnit, '    ');
    assert.equal(editing('if x:\n  if y:\n    HERE()\n').edit.indentUnit, '  ');
    assert.equal(editing('if x: y()\nif x:\n\tHERE()\n').edit.indentUnit, '\t');
  });

  test('knows the line end', () => {
    assert.equal(editing('HERE()\nx\r\n').edit.newline, '\n');
    assert.equal(editing('HERE()\r\nx\n').edit.newline, '\r\n');
    assert.equal(editing('HERE()').edit.newline, '\n');
  });
});

import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { CheckedFile } from '../../server/src/engine/check';
import { check } from '../support/check';
import { applied } from '../support/fixing';
import { callRule } from '../support/rules';

const rules = [callRule('bang', 'noise'), callRule('boom', 'noise')];
const mark = '# patterns: ignore[bang]';
const long = 'x'.repeat(110);

interface Case {
  readonly title: string;
  /** The first finding of `bang` is the one to ignore. */
  readonly code: string;
  readonly after: string;
}

const lines: readonly Case[] = [
  { title: 'a plain line', code: 'bang()\n', after: `bang()  ${mark}\n` },
  { title: 'no line end', code: 'bang()', after: `bang()  ${mark}` },
  { title: 'no line end, below others', code: 'x\nbang()', after: `x\nbang()  ${mark}` },
  { title: 'Windows line ends', code: 'bang()\r\nx\r\n', after: `bang()  ${mark}\r\nx\r\n` },
  { title: 'blanks at the end go', code: 'bang()   \n', after: `bang()  ${mark}\n` },
  { title: 'a tab at the end goes', code: 'bang()\t\nx\n', after: `bang()  ${mark}\nx\n` },
  { title: 'indented', code: 'if x:\n    bang()\n', after: `if x:\n    bang()  ${mark}\n` },
  { title: 'indented with tabs', code: 'if x:\n\tbang()\n', after: `if x:\n\tbang()  ${mark}\n` },
  { title: 'a comment', code: 'bang()  # why\n', after: `bang()  # why  ${mark}\n` },
  { title: 'a comment with blanks at its end', code: 'bang()  # why  \n', after: `bang()  # why  ${mark}\n` },
  { title: 'a noqa', code: 'bang()  # noqa: E501\n', after: `bang()  # noqa: E501  ${mark}\n` },
  { title: 'a type comment', code: 'bang()  # type: ignore[call]\n', after: `bang()  # type: ignore[call]  ${mark}\n` },
  {
    title: 'several marks',
    code: 'bang()  # noqa: E501  # type: ignore[call]\n',
    after: `bang()  # noqa: E501  # type: ignore[call]  ${mark}\n`,
  },
  { title: 'a formatter mark', code: 'bang()  # fmt: skip\n', after: `bang()  # fmt: skip  ${mark}\n` },
  { title: 'a comment without a space', code: 'bang()#why\n', after: `bang()#why  ${mark}\n` },
  { title: 'merged', code: 'bang()  # patterns: ignore[boom]\n', after: 'bang()  # patterns: ignore[boom, bang]\n' },
  {
    title: 'merged before a reason',
    code: 'bang()  # patterns: ignore[boom] why\n',
    after: 'bang()  # patterns: ignore[boom, bang] why\n',
  },
  {
    title: 'merged between others',
    code: 'bang()  # noqa: E501  # patterns: ignore[boom] why  # type: ignore\n',
    after: 'bang()  # noqa: E501  # patterns: ignore[boom, bang] why  # type: ignore\n',
  },
  {
    title: 'merged beside a list with blanks',
    code: 'bang()  # patterns: ignore[ boom ]\n',
    after: 'bang()  # patterns: ignore[ boom, bang ]\n',
  },
  { title: 'merged into the comment above', code: '# patterns: ignore[boom]\nbang()\n', after: '# patterns: ignore[boom, bang]\nbang()\n' },
  {
    title: 'merged into the comment above a long statement',
    code: '# patterns: ignore[boom]\nx = [\n    bang(),\n]\n',
    after: '# patterns: ignore[boom, bang]\nx = [\n    bang(),\n]\n',
  },
  {
    title: 'merged into the comment at the end of a long statement',
    code: 'x = [\n    bang(),\n]  # patterns: ignore[boom]\n',
    after: 'x = [\n    bang(),\n]  # patterns: ignore[boom, bang]\n',
  },
  {
    title: 'merged into a list with an unknown rule',
    code: 'bang()  # patterns: ignore[nothing]\n',
    after: 'bang()  # patterns: ignore[nothing, bang]\n',
  },
  { title: 'not merged into an empty list', code: 'bang()  # patterns: ignore[]\n', after: `bang()  # patterns: ignore[]  ${mark}\n` },
  {
    title: 'not merged into a list for another line',
    code: 'x  # patterns: ignore[boom]\nbang()\n',
    after: `x  # patterns: ignore[boom]\nbang()  ${mark}\n`,
  },
  {
    title: 'not merged into a list for the file',
    code: '# patterns: file-ignore[boom]\nbang()\n',
    after: `# patterns: file-ignore[boom]\nbang()  ${mark}\n`,
  },
  { title: 'not merged into a block', code: '# patterns: disable[boom]\nbang()\n', after: `# patterns: disable[boom]\nbang()  ${mark}\n` },
  { title: 'the line of a long statement', code: 'x = [\n    1,\n    bang(),\n]\n', after: `x = [\n    1,\n    bang(),  ${mark}\n]\n` },
  { title: 'the first line of a long call', code: 'bang(\n    1,\n)\n', after: `bang(  ${mark}\n    1,\n)\n` },
  { title: 'the last line of a long statement', code: 'x = [\n    1,\n    bang()]\n', after: `x = [\n    1,\n    bang()]  ${mark}\n` },
  { title: 'a string that goes on', code: 'bang("""\ntext\n""")\n', after: `bang("""\ntext\n""")  ${mark}\n` },
  { title: 'a string that ends before', code: 'x = """\ntext\n""" + bang()\n', after: `x = """\ntext\n""" + bang()  ${mark}\n` },
  { title: 'within a string with expressions', code: 'x = f"""\n{bang()}\n"""\n', after: `x = f"""\n{bang()}\n"""  ${mark}\n` },
  { title: 'a string that goes on, with a comment after', code: 'bang("""\n""")  # why\n', after: `bang("""\n""")  # why  ${mark}\n` },
  { title: 'a string in an argument', code: 'bang(\n    """\n    """,\n)\n', after: `bang(  ${mark}\n    """\n    """,\n)\n` },
  { title: 'two strings that go on', code: 'bang("""\n"""); x = """\n"""\n', after: `${mark}\nbang("""\n"""); x = """\n"""\n` },
  {
    title: 'two strings that go on, indented',
    code: 'if x:\n    bang("""\n"""); x = """\n"""\n',
    after: `if x:\n    ${mark}\n    bang("""\n"""); x = """\n"""\n`,
  },
  { title: 'a backslash', code: 'x = bang() + \\\n    1\n', after: `x = bang() + \\\n    1  ${mark}\n` },
  { title: 'a backslash before', code: 'x = 1 + \\\n    bang()\n', after: `x = 1 + \\\n    bang()  ${mark}\n` },
  { title: 'several backslashes', code: 'x = bang() \\\n    + 1 \\\n    + 2\n', after: `x = bang() \\\n    + 1 \\\n    + 2  ${mark}\n` },
  { title: 'a backslash in brackets', code: 'x = (bang() + \\\n    1,\n)\n', after: `x = (bang() + \\\n    1,\n)  ${mark}\n` },
  { title: 'a backslash with Windows line ends', code: 'x = bang() + \\\r\n    1\r\n', after: `x = bang() + \\\r\n    1  ${mark}\r\n` },
  { title: 'a comment that ends with a backslash', code: 'bang()  # a\\\n', after: `bang()  # a\\  ${mark}\n` },
  { title: 'a decorator', code: '@bang()\ndef f():\n    pass\n', after: `@bang()  ${mark}\ndef f():\n    pass\n` },
  {
    title: 'a decorator over several lines',
    code: '@bang(\n    1,\n)\ndef f():\n    pass\n',
    after: `@bang(  ${mark}\n    1,\n)\ndef f():\n    pass\n`,
  },
  { title: 'the second decorator', code: '@x\n@bang()\ndef f():\n    pass\n', after: `@x\n@bang()  ${mark}\ndef f():\n    pass\n` },
  {
    title: 'the header of a decorated function',
    code: '@x\ndef f(a=bang()):\n    pass\n',
    after: `@x\ndef f(a=bang()):  ${mark}\n    pass\n`,
  },
  { title: 'a header', code: 'with bang() as x:\n    pass\n', after: `with bang() as x:  ${mark}\n    pass\n` },
  {
    title: 'a header over several lines',
    code: 'with (\n    bang() as x,\n):\n    pass\n',
    after: `with (\n    bang() as x,  ${mark}\n):\n    pass\n`,
  },
  {
    title: 'a header with a backslash',
    code: 'with x, \\\n    bang():\n    pass\n',
    after: `with x, \\\n    bang():  ${mark}\n    pass\n`,
  },
  {
    title: 'the first line of a header with a backslash',
    code: 'with bang(), \\\n    x:\n    pass\n',
    after: `with bang(), \\\n    x:  ${mark}\n    pass\n`,
  },
  { title: 'a clause', code: 'if x:\n    pass\nelif bang():\n    pass\n', after: `if x:\n    pass\nelif bang():  ${mark}\n    pass\n` },
  { title: 'a block beside its header', code: 'if x: bang()\n', after: `if x: bang()  ${mark}\n` },
  { title: 'two statements on a line', code: 'bang(); x\n', after: `bang(); x  ${mark}\n` },
  { title: 'a line too long for a comment', code: `bang(${long})\n`, after: `${mark}\nbang(${long})\n` },
  { title: 'a line too long, indented', code: `if x:\n    bang(${long})\n`, after: `if x:\n    ${mark}\n    bang(${long})\n` },
  { title: 'a line too long, with a mark', code: `bang(${long})  # noqa: E501\n`, after: `${mark}\nbang(${long})  # noqa: E501\n` },
  { title: 'a line too long, with Windows line ends', code: `x\r\nbang(${long})\r\n`, after: `x\r\n${mark}\r\nbang(${long})\r\n` },
  { title: 'a header too long', code: `if bang(${long}):\n    pass\n`, after: `${mark}\nif bang(${long}):\n    pass\n` },
  {
    title: 'a line too long, with a mark to merge',
    code: `bang(${long})  # patterns: ignore[boom]\n`,
    after: `bang(${long})  # patterns: ignore[boom, bang]\n`,
  },
  { title: 'a line too long after another statement', code: `y; bang(${long})\n`, after: `y; bang(${long})  ${mark}\n` },
  {
    title: 'interpreter and encoding',
    code: '#!/usr/bin/env python\n# coding: utf-8\nbang()\n',
    after: `#!/usr/bin/env python\n# coding: utf-8\nbang()  ${mark}\n`,
  },
  { title: 'beside a docstring', code: '"""About."""\nbang()\n', after: `"""About."""\nbang()  ${mark}\n` },
  { title: 'characters of two units', code: 'x = "😀"; bang()\n', after: `x = "😀"; bang()  ${mark}\n` },
];

const fileMark = '# patterns: file-ignore[bang]';

const files: readonly Case[] = [
  { title: 'at the top', code: 'bang()\n', after: `${fileMark}\nbang()\n` },
  { title: 'no line end', code: 'bang()', after: `${fileMark}\nbang()` },
  { title: 'below the interpreter', code: '#!/usr/bin/env python\nbang()\n', after: `#!/usr/bin/env python\n${fileMark}\nbang()\n` },
  { title: 'below the encoding', code: '# coding: utf-8\nbang()\n', after: `# coding: utf-8\n${fileMark}\nbang()\n` },
  {
    title: 'below the encoding on the second line',
    code: '# About.\n# coding: utf-8\nbang()\n',
    after: `# About.\n# coding: utf-8\n${fileMark}\nbang()\n`,
  },
  { title: 'above the docstring', code: '"""About."""\nbang()\n', after: `${fileMark}\n"""About."""\nbang()\n` },
  { title: 'Windows line ends', code: 'bang()\r\n', after: `${fileMark}\r\nbang()\r\n` },
  {
    title: 'merged',
    code: 'x\n# patterns: file-ignore[boom] why\nbang()\n',
    after: 'x\n# patterns: file-ignore[boom, bang] why\nbang()\n',
  },
];

describe('ignoring a finding on its line', () => {
  for (const each of lines) test(each.title, () => holds(each, 'line'));

  test('leaves the findings of other lines and rules alone', () => {
    const checked = check('bang()\nbang(), boom()\nboom()\n', { rules });
    const [, second] = checked.findings.filter(({ rule }) => rule === 'bang');
    assert.ok(second !== undefined);
    const text = applied(checked, checked.ignore(second, 'line') ?? []);
    assert.deepEqual(namesOf(check(text, { rules })), ['bang', 'boom', 'boom']);
  });

  test('twice on one line merges', () => {
    let checked = check('bang(), boom()\n', { rules });
    for (let finding = checked.findings[0]; finding !== undefined; finding = checked.findings[0]) {
      checked = check(applied(checked, checked.ignore(finding, 'line') ?? []), { rules });
    }
    assert.equal(checked.text, 'bang(), boom()  # patterns: ignore[bang, boom]\n');
  });
});

describe('ignoring a rule in its file', () => {
  for (const each of files) test(each.title, () => holds(each, 'file'));
});

function holds({ code, after }: Case, reach: 'line' | 'file'): void {
  const checked = check(code, { rules });
  const finding = checked.findings.find(({ rule }) => rule === 'bang');
  assert.ok(finding !== undefined, 'nothing is found');
  const text = applied(checked, checked.ignore(finding, reach) ?? []);
  assert.equal(text, after);
  const again = check(text, { rules });
  assert.deepEqual(
    namesOf(again),
    namesOf(checked).filter((name) => name !== 'bang'),
  );
  assert.equal(again.view?.tree.hasErrors, false);
}

function namesOf(checked: CheckedFile): string[] {
  return checked.findings.map(({ rule }) => rule);
}

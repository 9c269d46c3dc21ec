import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { CheckedFile } from '../../server/src/engine/check';
import { defineRule } from '../../server/src/engine/rule';
import type { Settings } from '../../server/src/settings/schema';
import { check } from '../support/check';
import { asRule, callRule } from '../support/rules';

const rules = [
  callRule('bang', 'noise', { peers: { ruff: ['ASYNC251'], pylint: ['W0135'] } }),
  callRule('boom', 'noise'),
  callRule('hush', 'quiet', { profile: 'strict' }),
  callRule('tick', 'clock'),
];

interface Case {
  readonly title: string;
  readonly code: string;
  /** The lines, from 1, on which calls are still reported. */
  readonly left: readonly number[];
  readonly settings?: Partial<Settings>;
}

const cases: readonly Case[] = [
  { title: 'nothing', code: 'bang()\n', left: [1] },
  { title: 'the line', code: 'bang()  # patterns: ignore[bang]\nbang()\n', left: [2] },
  { title: 'the line, by category', code: 'bang()  # patterns: ignore[noise]\n', left: [] },
  { title: 'another rule', code: 'bang()  # patterns: ignore[boom]\n', left: [1] },
  { title: 'several rules', code: 'bang(), boom()  # patterns: ignore[bang, boom]\n', left: [] },
  { title: 'one of two', code: 'bang(), boom()  # patterns: ignore[boom]\n', left: [1] },
  { title: 'with a reason', code: 'bang()  # patterns: ignore[bang] start-up only\n', left: [] },
  { title: 'without spaces', code: 'bang()#patterns:ignore[bang]\n', left: [] },
  { title: 'after other marks', code: 'bang()  # noqa: S113  # type: ignore[x]  # patterns: ignore[bang] why\n', left: [] },
  { title: 'before other marks', code: 'bang()  # patterns: ignore[bang] why  # noqa: S113\n', left: [] },
  { title: 'an unknown rule beside a known one', code: 'bang()  # patterns: ignore[no-such-rule, bang]\n', left: [] },
  { title: 'no blanket ignore', code: 'bang()  # patterns: ignore\n', left: [1] },
  { title: 'text in a string', code: 'bang("# patterns: ignore[bang]")\n', left: [1] },
  { title: 'only the line within a long statement', code: 'x = [\n    bang(),  # patterns: ignore[bang]\n    bang(),\n]\n', left: [3] },
  { title: 'the first line of a long statement', code: 'x = [  # patterns: ignore[bang]\n    bang(),\n    bang(),\n]\n', left: [] },
  { title: 'the last line of a long statement', code: 'x = [\n    bang(),\n    bang(),\n]  # patterns: ignore[bang]\nbang()\n', left: [5] },
  { title: 'the end of a long string', code: 'bang("""\n\n""")  # patterns: ignore[bang]\n', left: [] },
  { title: 'after a backslash', code: 'x = bang() + \\\n    bang()  # patterns: ignore[bang]\n', left: [] },
  { title: 'the last line of a header', code: 'if bang(\n    1,\n):  # patterns: ignore[bang]\n    bang()\n', left: [4] },
  { title: 'a block beside its header', code: 'if x: bang()  # patterns: ignore[bang]\n', left: [] },
  { title: 'a line with two statements', code: 'bang(); bang()  # patterns: ignore[bang]\n', left: [] },
  { title: 'the line below', code: '# patterns: ignore[bang]\nbang()\nbang()\n', left: [3] },
  { title: 'the line below comments and blank lines', code: '# patterns: ignore[bang]\n# because\n\nbang()\nbang()\n', left: [5] },
  { title: 'the long statement below', code: '# patterns: ignore[bang]\nx = [\n    bang(),\n    bang(),\n]\nbang()\n', left: [6] },
  { title: 'the header below', code: '# patterns: ignore[bang]\nwith bang(\n    1,\n) as x, bang():\n    bang()\n', left: [5] },
  {
    title: 'the function below: only its header',
    code: '# patterns: ignore[bang]\ndef f(\n    x=bang(),\n) -> bang():\n    bang()\n',
    left: [5],
  },
  { title: 'the decorated function below', code: '# patterns: ignore[bang]\n@bang()\n@bang()\ndef f(x=bang()):\n    bang()\n', left: [5] },
  { title: 'above a clause', code: 'if x:\n    pass\n# patterns: ignore[bang]\nelif bang():\n    bang()\n', left: [5] },
  { title: 'above a line within brackets', code: 'x = [\n    # patterns: ignore[bang]\n    bang(),\n    bang(),\n]\n', left: [4] },
  {
    title: 'at the end of a block: the next line anywhere',
    code: 'if x:\n    pass\n    # patterns: ignore[bang]\nbang()\nbang()\n',
    left: [5],
  },
  { title: 'at the end of the file', code: 'bang()\n# patterns: ignore[bang]', left: [1] },
  { title: 'two comments above one line', code: '# patterns: ignore[bang]\n# patterns: ignore[boom]\nbang(), boom()\n', left: [] },
  { title: 'a file', code: 'bang()\n\n# patterns: file-ignore[bang] generated\nbang(), boom()\n', left: [4] },
  { title: 'a file, by category', code: '# patterns: file-ignore[noise]\nbang(), boom(), tick()\n', left: [2] },
  { title: 'from here on', code: 'bang()\n# patterns: disable[bang]\nbang()\nif x:\n    bang()\n', left: [1] },
  { title: 'from here to there', code: '# patterns: disable[bang]\nbang()\n# patterns: enable[bang]\nbang()\n', left: [4] },
  { title: 'to the end of the block', code: 'if x:\n    # patterns: disable[bang]\n    bang()\n\n    bang()\nbang()\n', left: [6] },
  {
    title: 'an inner enable ends nothing outside',
    code: '# patterns: disable[bang]\nif x:\n    # patterns: enable[bang]\n    bang()\nbang()\n',
    left: [],
  },
  { title: 'enabling another rule', code: '# patterns: disable[bang]\n# patterns: enable[boom]\nbang()\n', left: [] },
  {
    title: 'a string at the margin ends no block',
    code: 'if x:\n    # patterns: disable[bang]\n    y = """\nz\n"""\n    bang()\nbang()\n',
    left: [7],
  },
  {
    title: 'a method',
    code: 'class A:\n    # patterns: disable[bang]\n    def f(self):\n        bang()\n\n    def g(self):\n        bang()\n\n\nbang()\n',
    left: [10],
  },
  { title: 'tabs', code: 'if x:\n\t# patterns: disable[bang]\n\tbang()\nbang()\n', left: [4] },
  { title: 'Windows line ends', code: '# patterns: ignore[bang]\r\nbang()\r\nbang()  # patterns: ignore[bang]\r\nbang()\r\n', left: [4] },
  { title: 'a bare noqa', code: 'bang(), boom()  # noqa\n', left: [] },
  { title: 'a bare noqa above says nothing', code: '# noqa\nbang()\n', left: [2] },
  { title: 'the code of a twin', code: 'bang(), boom()  # noqa: ASYNC251\n', left: [1] },
  { title: 'the code of a twin among others', code: 'bang()  # NOQA:E501,async251 because\n', left: [] },
  { title: 'another code', code: 'bang()  # noqa: ASYNC210\n', left: [1] },
  { title: 'a part of a code is another code', code: 'bang()  # noqa: ASYNC25\n', left: [1] },
  { title: 'a later code of several', code: 'bang()  # noqa: ASYNC100, W0135\n', left: [] },
  { title: 'noqa without codes is not meant', code: 'bang()  # noqa: whatever\n', left: [1] },
  { title: 'noqa of a whole file is not meant', code: 'bang()  # ruff: noqa\n', left: [1] },
  { title: 'marks of other tools', code: 'bang()  # nosec\nbang()  # NOSONAR\nbang()  # type: ignore\n', left: [1, 2, 3] },
  { title: 'noqa at the end of a long statement', code: 'x = bang(\n    1,\n)  # noqa: ASYNC251\n', left: [] },
  { title: 'noqa for codes only', code: 'bang()  # noqa\nbang()  # noqa: ASYNC251\n', left: [1], settings: { noqa: 'codes' } },
  { title: 'noqa not at all', code: 'bang()  # noqa\nbang()  # noqa: ASYNC251\n', left: [1, 2], settings: { noqa: 'off' } },
];

describe('ignore comments silence', () => {
  for (const { title, code, left, settings = {} } of cases) {
    test(title, () => assert.deepEqual([...new Set(linesOf(check(code, { rules, settings })))], left));
  }
});

describe('ignore comments are counted', () => {
  test('by code', () => {
    const { directives } = check('bang(), bang()  # patterns: ignore[bang, boom]\n', { rules });
    assert.deepEqual(counts(directives), [
      ['bang', 2],
      ['boom', 0],
    ]);
  });

  test('also where a noqa would have done', () => {
    assert.deepEqual(counts(check('bang()  # noqa  # patterns: ignore[bang]\n', { rules }).directives), [['bang', 1]]);
  });

  test('unknown for rules that did not run', () => {
    const code = 'hush()  # patterns: ignore[hush, quiet, noise]\n';
    assert.deepEqual(counts(check(code, { rules }).directives), [
      ['hush', undefined],
      ['quiet', undefined],
      ['noise', 0],
    ]);
    assert.deepEqual(counts(check(code, { rules, profile: 'strict' }).directives), [
      ['hush', 1],
      ['quiet', 1],
      ['noise', 0],
    ]);
  });

  test('unknown for rules that are turned off, and for what is no rule', () => {
    const { directives } = check('x()  # patterns: ignore[bang, nonsense]\n', { rules, settings: { severity: { bang: 'off' } } });
    assert.deepEqual(counts(directives), [
      ['bang', undefined],
      ['nonsense', undefined],
    ]);
  });

  test('unknown when the check did not come to its end', () => {
    const { directives, complete } = check('x()  # patterns: ignore[bang]\n', { rules, budget: { spent: () => true } });
    assert.equal(complete, false);
    assert.deepEqual(counts(directives), [['bang', undefined]]);
  });

  test('for an enable never', () => {
    const { directives } = check('# patterns: disable[bang]\nbang()\n# patterns: enable[bang]\n', { rules });
    assert.deepEqual(counts(directives), [
      ['bang', 1],
      ['bang', undefined],
    ]);
  });
});

describe('ignore comments are checked', () => {
  const problems: Readonly<Record<string, string | undefined>> = {
    '# patterns: ignore[bang]': undefined,
    '# patterns: ignore': 'The list of rules is missing: write `ignore[rule-id]`',
    '# patterns: ignore bang': 'The list of rules is missing: write `ignore[rule-id]`',
    '# patterns: ignore[bang': 'The closing bracket is missing',
    '# patterns: ignore[]': 'The list of rules is empty',
    '# patterns: ignore[bang,]': 'A rule is missing between the commas',
    '# patterns: ignore[bamg]': 'Unknown rule `bamg`; did you mean `bang`?',
    '# patterns: ignore[something-else]': 'Unknown rule `something-else`',
    '# patterns: ignroe[bang]': 'Unknown word `ignroe`; did you mean `ignore`?',
    '# patterns: enable[bang]': 'No `disable[bang]` is open in this block',
  };
  for (const [comment, problem] of Object.entries(problems)) {
    test(comment, () =>
      assert.deepEqual(
        check(`${comment}\n`, { rules }).directives.map((directive) => directive.problem),
        [problem],
      ),
    );
  }

  test('prose is no mark', () => {
    for (const prose of ['# patterns: a list of patterns', '# patterns: ignore the rest', '# patterns', '# the patterns: ignore[bang]']) {
      assert.deepEqual(check(`x = 1  ${prose}\n`, { rules }).directives, [], prose);
    }
  });

  test('the reason is asked for by a setting', () => {
    const code = 'bang()  # patterns: ignore[bang]\nbang()  # patterns: ignore[bang] because of #12\n';
    const { directives, findings } = check(code, { rules, settings: { requireIgnoreReason: true } });
    assert.deepEqual(
      directives.map(({ problem, reason }) => [problem, reason]),
      [
        ['The reason is missing', ''],
        [undefined, 'because of #12'],
      ],
    );
    assert.deepEqual(findings, []);
  });

  test('ranges are those of the text', () => {
    const code = 'bang()  # noqa # patterns: ignore[bang ,  boom] why # type: ignore\n';
    const [directive] = check(code, { rules }).directives;
    assert.ok(directive !== undefined);
    assert.equal(code.slice(directive.start, directive.end), '# patterns: ignore[bang ,  boom] why');
    assert.equal(directive.reason, 'why');
    assert.deepEqual(
      directive.codes.map(({ start, end }) => code.slice(start, end)),
      ['bang', 'boom'],
    );
    assert.equal(code.slice(directive.comment.start, directive.comment.end), code.slice(8, -1));
  });

  test('rules see them last, and may be silenced themselves', () => {
    const watcher = asRule(
      'watcher',
      'tooling',
      defineRule({
        severity: 'warning',
        profile: 'recommended',
        since: '0.1.0',
        topics: ['event-loop'],
        fix: 'none',
        messages: { unused: '`{code}` is unused' },
        directives: (directives, { finding }) =>
          directives.flatMap(({ codes }) =>
            codes.filter(({ silenced }) => silenced === 0).map((code) => finding(code, 'unused', { code: code.code })),
          ),
      }),
    );
    const code = 'x()  # patterns: ignore[bang]\nx()  # patterns: ignore[bang, watcher]\n';
    assert.deepEqual(linesOf(check(code, { rules: [...rules, watcher] })), [1]);
  });
});

function linesOf({ findings, text }: CheckedFile): number[] {
  return findings.map(({ range }) => text.slice(0, range.start).split('\n').length);
}

function counts(directives: CheckedFile['directives']): (readonly [string, number | undefined])[] {
  return directives.flatMap(({ codes }) => codes.map(({ code, silenced }) => [code, silenced] as const));
}

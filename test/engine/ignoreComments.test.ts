/** What the fixes of the rules on ignore comments leave of a file. */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { check } from '../support/check';
import { applied } from '../support/fixing';

interface Case {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const sleeper = 'import time\nasync def nap():\n    time.sleep(1)\n';

const unused: readonly Case[] = [
  { title: 'a comment beside code', before: 'x = 1  # patterns: ignore[blocking-sleep] why\n', after: 'x = 1\n' },
  { title: 'a line of its own', before: 'a = 1\n# patterns: ignore[blocking-sleep]\nb = 1\n', after: 'a = 1\nb = 1\n' },
  { title: 'an indented line', before: 'if x:\n    # patterns: ignore[blocking-sleep]\n    b = 1\n', after: 'if x:\n    b = 1\n' },
  { title: 'the last line', before: 'a = 1\n# patterns: ignore[blocking-sleep]', after: 'a = 1' },
  { title: 'the only line', before: '# patterns: ignore[blocking-sleep]', after: '' },
  { title: 'under a byte order mark', before: '\uFEFF# patterns: file-ignore[blocking-sleep]\na = 1\n', after: '\uFEFFa = 1\n' },
  { title: 'Windows lines', before: 'a = 1  # patterns: ignore[blocking-sleep]\r\nb = 1\r\n', after: 'a = 1\r\nb = 1\r\n' },
  { title: 'a Windows line of its own', before: '# patterns: ignore[blocking-sleep]\r\nb = 1\r\n', after: 'b = 1\r\n' },
  {
    title: 'after another mark',
    before: 'x = 1  # noqa: S113  # patterns: ignore[blocking-sleep] why\n',
    after: 'x = 1  # noqa: S113\n',
  },
  {
    title: 'before another mark',
    before: 'x = 1  # patterns: ignore[blocking-sleep] why  # noqa: S113\n',
    after: 'x = 1  # noqa: S113\n',
  },
  {
    title: 'between marks',
    before: 'x = 1  # type: ignore  # patterns: ignore[blocking-sleep]  # noqa: S113\n',
    after: 'x = 1  # type: ignore  # noqa: S113\n',
  },
  { title: 'after prose', before: 'x = 1  # slow on purpose # patterns: ignore[blocking-sleep]\n', after: 'x = 1  # slow on purpose\n' },
  {
    title: 'two marks in one comment',
    before: 'x = 1  # patterns: ignore[blocking-sleep]  # patterns: ignore[blocking-http-call]\n',
    after: 'x = 1\n',
  },
  { title: 'several codes', before: 'x = 1  # patterns: ignore[blocking-sleep, blocking-http-call] why\n', after: 'x = 1\n' },
  {
    title: 'the first code',
    before: 'x = 1  # patterns: ignore[blocking-sleep, unused-ignore-x] why\n',
    after: 'x = 1  # patterns: ignore[unused-ignore-x] why\n',
  },
  {
    title: 'all but the one in the middle',
    before: 'x = 1  # patterns: ignore[blocking-sleep, retry-unbounded,no-such , blocking-http-call]\n',
    after: 'x = 1  # patterns: ignore[no-such]\n',
  },
  {
    title: 'a block with its end',
    before: 'a = 1\n# patterns: disable[blocking-sleep]\nb = 1\n# patterns: enable[blocking-sleep]\nc = 1\n',
    after: 'a = 1\nb = 1\nc = 1\n',
  },
  {
    title: 'one code of a block',
    before: `# patterns: disable[retry-unbounded, blocking-sleep]\n${sleeper}# patterns: enable[retry-unbounded, blocking-sleep]\n`,
    after: `# patterns: disable[blocking-sleep]\n${sleeper}# patterns: enable[blocking-sleep]\n`,
  },
];

const malformed: readonly Case[] = [
  { title: 'underscores', before: 'x = 1  # patterns: ignore[blocking_sleep]\n', after: 'x = 1  # patterns: ignore[blocking-sleep]\n' },
  {
    title: 'capitals',
    before: 'x = 1  # patterns: ignore[Blocking-Sleep] why\n',
    after: 'x = 1  # patterns: ignore[blocking-sleep] why\n',
  },
  {
    title: 'the category before',
    before: 'x = 1  # patterns: ignore[asyncio/blocking-sleep]\n',
    after: 'x = 1  # patterns: ignore[blocking-sleep]\n',
  },
  { title: 'a letter too few', before: 'x = 1  # patterns: ignore[blocking-slep]\n', after: 'x = 1  # patterns: ignore[blocking-sleep]\n' },
  { title: 'a bracket missing', before: 'x = 1  # patterns: ignore[asyncio why\n', after: 'x = 1  # patterns: ignore[asyncio] why\n' },
  {
    title: 'both brackets missing',
    before: 'x = 1  # patterns: ignore blocking-sleep, blocking-http-call why\n',
    after: 'x = 1  # patterns: ignore[blocking-sleep, blocking-http-call] why\n',
  },
  { title: 'the word', before: 'x = 1  # patterns: ingore[asyncio]\n', after: 'x = 1  # patterns: ignore[asyncio]\n' },
  { title: 'a comma too many', before: 'x = 1  # patterns: ignore[asyncio,]\n', after: 'x = 1  # patterns: ignore[asyncio]\n' },
  {
    title: 'before another mark',
    before: 'x = 1  # patterns: ignore[asyncio  # noqa: S113\n',
    after: 'x = 1  # patterns: ignore[asyncio]  # noqa: S113\n',
  },
];

const doubtful = [
  'x = 1  # patterns: ignore[no-such-thing]\n',
  'x = 1  # patterns: ignore[blocking]\n',
  'x = 1  # patterns: ignore\n',
  'x = 1  # patterns: ignore[]\n',
  'x = 1  # patterns: ignore asyncio code here\n',
  'x = 1  # patterns: ignore[blocking-sleep, because\n',
  'x = 1  # patterns: allow[blocking-sleep]\n',
  '# patterns: enable[blocking-sleep]\n',
];

describe('the fix of unused-ignore', () => {
  for (const { title, before, after } of unused) test(title, () => assert.equal(fixed(before, 'unused-ignore'), after));

  test('is not offered for rules that did not run', () => {
    const source = 'x = 1  # patterns: ignore[blocking-sleep]\n';
    assert.deepEqual(check(source, { settings: { ignore: ['blocking-sleep'] } }).findings, []);
    assert.deepEqual(check(source, { settings: { select: ['unused-ignore'] } }).findings, []);
  });

  test('is not offered when the budget ran out', () => {
    const source = 'import time\nx = 1  # patterns: ignore[blocking-sleep]\n';
    const { findings, complete } = check(source, { budget: { spent: () => true } });
    assert.equal(complete, false);
    assert.deepEqual(findings, []);
  });
});

describe('the fix of malformed-ignore', () => {
  for (const { title, before, after } of malformed) test(title, () => assert.equal(fixed(before, 'malformed-ignore'), after));

  for (const source of doubtful) {
    test(`is not offered for ${source.trim()}`, () => {
      const checked = check(source);
      assert.equal(checked.findings.filter(({ rule }) => rule === 'malformed-ignore').length, 1);
      assert.equal(fixed(source, 'malformed-ignore'), source);
    });
  }

  test('is not offered for a missing reason', () => {
    const source = 'x = 1  # patterns: ignore[unused-ignore]\n';
    const { findings } = check(source, { settings: { requireIgnoreReason: true } });
    assert.deepEqual(
      findings.map(({ message, fixes }) => [message, fixes.length]),
      [['The reason is missing', 0]],
    );
  });
});

function fixed(source: string, rule: string): string {
  const checked = check(source);
  const after = applied(checked, checked.fixAll('safe', new Set([rule])));
  assert.deepEqual(checked.failures, []);
  // Two marks that stand beside each other go one after the other.
  return after === source ? after : fixed(after, rule);
}

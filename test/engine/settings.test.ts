import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/hosts/toml';
import { matchesPattern, nearestName } from '../../server/src/settings/codes';
import type { KnownCodes } from '../../server/src/settings/codes';
import { isProjectFile, mergedSettings, readEditorSettings, readProjectSettings, settingsTable } from '../../server/src/settings/parse';
import { defaultSettings, settingEntries } from '../../server/src/settings/schema';

const codes: KnownCodes = {
  rules: new Set(['blocking-sleep', 'blocking-io', 'missing-timeout']),
  categories: new Set(['asyncio', 'resilience']),
};

const full = `
[tool.service-patterns]
profile = "strict"
target-version = "py311"
noqa = "codes"
require-ignore-reason = true
exclude = ["migrations/**"]
max-file-size-kb = 2048

[tool.service-patterns.severity]
blocking-sleep = "error"
asyncio = "off"
"missing-*" = "hint"

[tool.service-patterns.per-file-ignores]
"tests/**" = ["resilience", "blocking-io"]

[tool.service-patterns.blocking]
extra = ["legacy_sdk.fetch"]
safe-wrappers = ["app.concurrency.run_sync"]
ignore = ["pathlib.Path.exists"]
depth = 4

[tool.service-patterns.timeouts]
suggest-seconds = 2.5

[tool.service-patterns.retry]
max-attempts = 4
`;

describe('settings of a project file', () => {
  test('are read, all of them', () => {
    assert.deepEqual(read(full), {
      values: {
        profile: 'strict',
        targetVersion: 'py311',
        noqa: 'codes',
        requireIgnoreReason: true,
        exclude: ['migrations/**'],
        severity: { 'blocking-sleep': 'error', asyncio: 'off', 'missing-*': 'hint' },
        perFileIgnores: { 'tests/**': ['resilience', 'blocking-io'] },
        blockingExtra: ['legacy_sdk.fetch'],
        blockingSafeWrappers: ['app.concurrency.run_sync'],
        blockingIgnore: ['pathlib.Path.exists'],
        blockingDepth: 4,
        suggestSeconds: 2.5,
        maxAttempts: 4,
        maxFileSizeKb: 2048,
      },
      problems: [],
    });
    const names = settingEntries().filter(([, row]) => row.project !== undefined);
    assert.equal(Object.keys(read(full).values).length, names.length, 'a row is missing in this test');
  });

  test('stand at the top of a file of their own', () => {
    const text = full.replaceAll('[tool.service-patterns]', '').replaceAll('tool.service-patterns.', '');
    assert.deepEqual(readProjectSettings(parseConfig(text), 'a/service-patterns.toml', codes), read(full));
  });

  test('may be written inline and dotted', () => {
    const text = '[tool]\nservice-patterns = { profile = "all", severity = { asyncio = "hint" }, blocking.extra = ["a.b"] }\n';
    assert.deepEqual(read(text).values, { profile: 'all', severity: { asyncio: 'hint' }, blockingExtra: ['a.b'] });
  });

  test('are none in a file without the table', () => {
    assert.deepEqual(read('[tool.other]\nx = 1\n'), { values: {}, problems: [] });
    assert.equal(settingsTable(parseConfig('[project]\n'), 'pyproject.toml'), undefined);
    assert.ok(
      isProjectFile('/a/pyproject.toml') && isProjectFile('file:///a/service-patterns.toml') && !isProjectFile('/a/my-pyproject.toml'),
    );
  });

  const wrong: readonly { readonly text: string; readonly message: string; readonly at: string; readonly key: string }[] = [
    { text: 'profil = "strict"', message: 'Unknown setting `profil`; did you mean `profile`?', at: 'profil', key: 'profil' },
    { text: 'select = ["asyncio"]', message: 'Unknown setting `select`', at: 'select', key: 'select' },
    { text: 'blocking = 1', message: 'Unknown setting `blocking`', at: 'blocking', key: 'blocking' },
    {
      text: '[tool.service-patterns.blocking]\nextras = []',
      message: 'Unknown setting `blocking.extras`; did you mean `blocking.extra`?',
      at: 'extras',
      key: 'blocking.extras',
    },
    {
      text: 'profile = "strct"',
      message: 'Expected one of `minimal`, `recommended`, `strict`, `all`; did you mean `strict`?',
      at: '"strct"',
      key: 'profile',
    },
    { text: 'profile = 1', message: 'Expected one of `minimal`, `recommended`, `strict`, `all`', at: '1', key: 'profile' },
    { text: 'require-ignore-reason = "yes"', message: 'Expected true or false', at: '"yes"', key: 'require-ignore-reason' },
    { text: 'exclude = "a"', message: 'Expected a list of strings', at: '"a"', key: 'exclude' },
    { text: 'exclude = ["a", 1]', message: 'Expected a string', at: '1', key: 'exclude' },
    { text: 'exclude = [""]', message: 'Expected a glob', at: '""', key: 'exclude' },
    {
      text: 'blocking.extra = ["a b"]',
      message: 'Expected a dotted name such as `package.module.function`',
      at: '"a b"',
      key: 'blocking.extra',
    },
    { text: 'retry.max-attempts = 0', message: 'Expected a whole number from 1 to 1000', at: '0', key: 'retry.max-attempts' },
    { text: 'retry.max-attempts = 1.5', message: 'Expected a whole number from 1 to 1000', at: '1.5', key: 'retry.max-attempts' },
    {
      text: 'timeouts.suggest-seconds = inf',
      message: 'Expected a number from 0.001 to 86400',
      at: 'inf',
      key: 'timeouts.suggest-seconds',
    },
    { text: 'severity = "error"', message: 'Expected a table of severities', at: '"error"', key: 'severity' },
    {
      text: 'severity.asyncio = "fatal"',
      message: 'Expected one of `error`, `warning`, `information`, `hint`, `off`',
      at: '"fatal"',
      key: 'severity',
    },
    {
      text: 'severity.blocking-slep = "error"',
      message: 'Unknown rule `blocking-slep`; did you mean `blocking-sleep`?',
      at: 'blocking-slep',
      key: 'severity',
    },
    { text: 'severity."nothing-*" = "error"', message: 'No rule matches `nothing-*`', at: '"nothing-*"', key: 'severity' },
    { text: 'severity.__proto__ = "error"', message: 'Unknown rule `__proto__`', at: '__proto__', key: 'severity' },
    {
      text: 'per-file-ignores."a/*" = ["asyncoi"]',
      message: 'Unknown rule `asyncoi`; did you mean `asyncio`?',
      at: '"asyncoi"',
      key: 'per-file-ignores',
    },
  ];
  for (const { text, message, at, key } of wrong) {
    test(`are told where they are wrong: ${text.replace('\n', ' ')}`, () => {
      const whole = `[tool.service-patterns]\nnoqa = "off"\n${text}\n`;
      const { values, problems } = read(whole);
      assert.deepEqual(
        problems.map((problem) => [problem.key, problem.message, problem.range && whole.slice(problem.range.start, problem.range.end)]),
        [[key, message, at]],
      );
      assert.equal(values.noqa, 'off', 'the other settings hold');
      assert.deepEqual(mergedSettings(values), { ...mergedSettings({ noqa: 'off' }), ...values }, 'defaults hold for the rest');
    });
  }

  test('keep what is right of a list or table', () => {
    assert.deepEqual(read('[tool.service-patterns]\nexclude = ["a", 1, "b"]\nseverity = { asyncio = "hint", nothing = "hint" }\n').values, {
      exclude: ['a', 'b'],
      severity: { asyncio: 'hint' },
    });
  });

  test('are told when the file is no TOML', () => {
    const { values, problems } = read('[tool.service-patterns]\nprofile = "all"\nnoqa = \n');
    assert.equal(values.profile, 'all');
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^Not valid TOML: /);
  });

  test('change no prototypes', () => {
    read('[tool.service-patterns.per-file-ignores]\n__proto__ = ["asyncio"]\n[tool.service-patterns.__proto__]\nx = 1\n');
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
    assert.equal(Array.isArray(Object.getPrototypeOf({})), false);
  });
});

describe('settings of an editor', () => {
  test('are read from nested and from dotted keys', () => {
    const expected = { run: 'onSave', trace: 'verbose', severity: { asyncio: 'off' }, exclude: ['a'] };
    assert.deepEqual(
      readEditorSettings({ run: 'onSave', trace: { server: 'verbose' }, severityOverrides: { asyncio: 'off' }, exclude: ['a'] }, codes),
      { values: expected, problems: [] },
    );
    assert.deepEqual(
      readEditorSettings({ run: 'onSave', 'trace.server': 'verbose', severityOverrides: { asyncio: 'off' }, exclude: ['a'] }, codes).values,
      expected,
    );
  });

  test('may be missing or anything at all', () => {
    for (const json of [undefined, null, 1, 'x', [], {}]) assert.deepEqual(readEditorSettings(json, codes), { values: {}, problems: [] });
    assert.deepEqual(readEditorSettings({ run: null }, codes).values, {});
  });

  test('are told where they are wrong, without a place', () => {
    assert.deepEqual(readEditorSettings({ run: 'now', maxFileSizeKb: 1, colour: 'red' }, codes).problems, [
      { key: 'run', message: 'Expected one of `onType`, `onSave`, `manual`', range: undefined },
      { key: 'maxFileSizeKb', message: 'Expected a whole number from 16 to 10240', range: undefined },
      { key: 'colour', message: 'Unknown setting `colour`', range: undefined },
    ]);
  });
});

describe('settings are merged', () => {
  test('over the defaults', () => assert.deepEqual(mergedSettings(), defaultSettings));

  test('with the project file first', () => {
    const merged = mergedSettings(
      { profile: 'strict', exclude: ['a'], severity: { asyncio: 'off' } },
      { profile: 'all', run: 'manual', exclude: ['b', 'a'], severity: { asyncio: 'hint', 'blocking-io': 'error' } },
    );
    assert.equal(merged.profile, 'strict');
    assert.equal(merged.run, 'manual');
    assert.deepEqual(merged.exclude, ['a', 'b']);
    assert.deepEqual(merged.severity, { asyncio: 'off', 'blocking-io': 'error' });
  });
});

describe('the table of settings', () => {
  test('has defaults that its own types allow', () => {
    for (const [name, row] of settingEntries()) {
      assert.match(row.description, /^[A-Z].*\.$/, name);
      if (row.type.kind === 'choice') {
        assert.ok(typeof row.default === 'string' && row.type.options.includes(row.default), name);
        assert.equal(row.type.options.length, row.type.optionDescriptions.length, name);
      }
    }
  });

  test('has keys of which none is the beginning of another', () => {
    for (const source of ['editor', 'project'] as const) {
      const keys = settingEntries().flatMap(([, row]) => row[source] ?? []);
      assert.equal(new Set(keys).size, keys.length);
      for (const key of keys) assert.ok(!keys.some((other) => other.startsWith(`${key}.`)), key);
    }
  });
});

describe('names', () => {
  test('match patterns', () => {
    for (const [pattern, text, isMatch] of [
      ['*', 'anything', true],
      ['blocking-*', 'blocking-sleep', true],
      ['*-sleep', 'blocking-sleep', true],
      ['b*-*p', 'blocking-sleep', true],
      ['blocking-*', 'non-blocking', false],
      ['a*a', 'a', false],
      ['a*b*a', 'aba', true],
      ['a*bb*a', 'aba', false],
      ['same', 'same', true],
      ['same', 'other', false],
    ] as const) {
      assert.equal(matchesPattern(pattern, text), isMatch, `${pattern} ${text}`);
    }
  });

  test('match patterns in little time', () => {
    const begun = performance.now();
    assert.equal(matchesPattern(`${'*a'.repeat(5000)}*b`, 'a'.repeat(20_000)), false);
    assert.ok(performance.now() - begun < 1000);
  });

  test('are guessed when they are near', () => {
    assert.equal(nearestName('blocking-slep', codes.rules), 'blocking-sleep');
    assert.equal(nearestName('asyncoi', codes.categories), 'asyncio');
    assert.equal(nearestName('xyz', codes.rules), undefined);
    assert.equal(nearestName('', codes.rules), undefined);
  });
});

function read(text: string): ReturnType<typeof readProjectSettings> {
  return readProjectSettings(parseConfig(text), 'pyproject.toml', codes);
}

import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { activeRules, findingSeverity } from '../../server/src/engine/profile';
import { hasProfile, isAtLeastAsSevere, weakerSeverity } from '../../server/src/settings/levels';
import { mergedSettings } from '../../server/src/settings/parse';
import type { Settings } from '../../server/src/settings/schema';
import { check } from '../support/check';
import { callRule } from '../support/rules';

const rules = [
  callRule('blocking-sleep', 'asyncio', { profile: 'minimal', severity: 'error' }),
  callRule('blocking-io', 'asyncio', { profile: 'recommended' }),
  callRule('missing-timeout', 'resilience', { profile: 'strict', severity: 'information' }),
  callRule('noisy', 'testing', { profile: 'all', severity: 'hint' }),
];

const cases: readonly {
  readonly title: string;
  readonly settings: Partial<Settings>;
  readonly active: readonly string[];
}[] = [
  { title: 'the recommended profile', settings: {}, active: ['blocking-sleep error', 'blocking-io warning'] },
  { title: 'the minimal profile', settings: { profile: 'minimal' }, active: ['blocking-sleep error'] },
  {
    title: 'the strict profile',
    settings: { profile: 'strict' },
    active: ['blocking-sleep error', 'blocking-io warning', 'missing-timeout information'],
  },
  {
    title: 'all',
    settings: { profile: 'all' },
    active: ['blocking-sleep error', 'blocking-io warning', 'missing-timeout information', 'noisy hint'],
  },
  { title: 'a rule is off', settings: { severity: { 'blocking-io': 'off' } }, active: ['blocking-sleep error'] },
  {
    title: 'a rule weighs more',
    settings: { severity: { 'blocking-io': 'error' } },
    active: ['blocking-sleep error', 'blocking-io error'],
  },
  {
    title: 'a rule that is named runs in any profile',
    settings: { severity: { noisy: 'warning' } },
    active: ['blocking-sleep error', 'blocking-io warning', 'noisy warning'],
  },
  { title: 'a category is off', settings: { severity: { asyncio: 'off' } }, active: [] },
  {
    title: 'a category does not widen the profile',
    settings: { severity: { testing: 'error', asyncio: 'hint' } },
    active: ['blocking-sleep hint', 'blocking-io hint'],
  },
  {
    title: 'a rule wins over its category',
    settings: { severity: { asyncio: 'off', 'blocking-io': 'hint' } },
    active: ['blocking-io hint'],
  },
  {
    title: 'a pattern',
    settings: { severity: { 'blocking-*': 'information' } },
    active: ['blocking-sleep information', 'blocking-io information'],
  },
  { title: 'the longer pattern wins', settings: { severity: { '*': 'off', 'blocking-s*': 'hint' } }, active: ['blocking-sleep hint'] },
  {
    title: 'a category wins over a pattern',
    settings: { severity: { '*': 'off', asyncio: 'hint' } },
    active: ['blocking-sleep hint', 'blocking-io hint'],
  },
  { title: 'a selected rule only, whatever the profile', settings: { select: ['noisy'] }, active: ['noisy hint'] },
  {
    title: 'a selected rule although it is off',
    settings: { select: ['blocking-io'], severity: { 'blocking-io': 'off' } },
    active: ['blocking-io warning'],
  },
  {
    title: 'a selected rule with its severity',
    settings: { select: ['blocking-io'], severity: { asyncio: 'hint' } },
    active: ['blocking-io hint'],
  },
  {
    title: 'a selected category, as far as the profile has it',
    settings: { select: ['asyncio', 'testing'] },
    active: ['blocking-sleep error', 'blocking-io warning'],
  },
  {
    title: 'ignored rules and categories',
    settings: { profile: 'all', ignore: ['asyncio', 'noisy'] },
    active: ['missing-timeout information'],
  },
  { title: 'ignored and selected', settings: { select: ['noisy', 'blocking-io'], ignore: ['noisy'] }, active: ['blocking-io warning'] },
];

describe('the rules that run', () => {
  for (const { title, settings, active } of cases) {
    test(title, () => {
      const found = activeRules(rules, mergedSettings(settings));
      assert.deepEqual(
        found.map(({ rule, severity }) => `${rule.id} ${severity}`),
        active,
      );
    });
  }

  test('are those of the file that is checked', () => {
    const code = 'noisy()\n';
    assert.equal(check(code, { rules, profile: 'all' }).findings.length, 1);
    assert.equal(
      check(code, { rules, profile: 'all', file: 'tests/a.py', settings: { perFileIgnores: { 'tests/*': ['noisy'] } } }).findings.length,
      0,
    );
  });
});

describe('severities', () => {
  test('go down by one step for weaker findings', () => {
    assert.deepEqual((['error', 'warning', 'information', 'hint'] as const).map(weakerSeverity), [
      'warning',
      'information',
      'hint',
      'hint',
    ]);
    assert.equal(findingSeverity('error', 'normal'), 'error');
    assert.equal(findingSeverity('error', 'weaker'), 'warning');
  });

  test('are compared', () => {
    assert.ok(isAtLeastAsSevere('error', 'warning'));
    assert.ok(isAtLeastAsSevere('warning', 'warning'));
    assert.ok(!isAtLeastAsSevere('hint', 'information'));
    assert.ok(hasProfile('strict', 'recommended'));
    assert.ok(!hasProfile('recommended', 'strict'));
  });
});

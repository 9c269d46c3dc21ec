import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/rules/index.generated';
import { topics } from '../../server/src/topics/index.generated';
import { runOn } from './memory';

const nothing = { files: {} };

describe('explain', () => {
  it('prints the page of every rule and topic', async () => {
    for (const { id, title } of [...rules, ...topics]) {
      const { exitCode, out } = await runOn(nothing, 'explain', id);
      assert.equal(exitCode, 0);
      assert.ok(out.startsWith(`# ${title}\n`), id);
    }
  });

  it('lists what a category holds', async () => {
    assert.match((await runOn(nothing, 'explain', 'asyncio')).out, /^# asyncio\n\n[^]*^- `blocking-sleep`: /m);
  });

  it('has an answer for what is reported of settings', async () => {
    const { exitCode, out } = await runOn(nothing, 'explain', 'bad-configuration');
    assert.equal(exitCode, 0);
    assert.match(out, /^# Wrong settings\n[^]*docs\/settings\.md\n$/);
  });

  it('says what was probably meant', async () => {
    const { exitCode, out, err } = await runOn(nothing, 'explain', 'blocking-slep');
    assert.deepEqual(
      { exitCode, out, err },
      { exitCode: 2, out: '', err: 'There is no rule, category or topic blocking-slep. Did you mean blocking-sleep?\n' },
    );
  });
});

describe('rules', () => {
  it('lists every rule as a table', async () => {
    const { exitCode, out } = await runOn(nothing, 'rules');
    const [heading, ...lines] = out.trimEnd().split('\n');
    assert.equal(exitCode, 0);
    assert.match(heading ?? '', /^rule +category +severity +profile +fix +title$/);
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      rules.map(({ id }) => id),
    );
  });

  it('lists every rule as JSON', async () => {
    const { out } = await runOn(nothing, 'rules', '--format', 'json');
    const listed = JSON.parse(out) as { version: number; rules: { id: string; severity: string; summary: string }[] };
    assert.equal(listed.version, 1);
    assert.deepEqual(
      listed.rules.map(({ id, severity, summary }) => ({ id, severity, summary })),
      rules.map(({ id, severity, summary }) => ({ id, severity, summary })),
    );
  });
});

describe('the program', () => {
  it('tells its version and how it is used', async () => {
    assert.deepEqual(await runOn(nothing, '--version'), { exitCode: 0, out: '9.9.9\n', err: '', files: {} });
    const help = await runOn(nothing, '--help');
    assert.equal(help.exitCode, 0);
    for (const command of ['check', 'explain', 'rules', 'server']) assert.match(help.out, new RegExp(`^  ${command} `, 'm'));
    assert.match((await runOn(nothing, 'check', '--help')).out, /--fail-on <level>[^]*Exit codes: 0/);
  });

  it('is 2 without a command and with an unknown one', async () => {
    for (const words of [[], ['chek']]) {
      const { exitCode, out, err } = await runOn(nothing, ...words);
      assert.equal(exitCode, 2);
      assert.equal(out, '');
      assert.notEqual(err, '');
    }
  });

  it('serves over standard input and output only when told to', async () => {
    assert.equal((await runOn(nothing, 'server')).exitCode, 2);
    assert.equal((await runOn(nothing, 'server', '--stdio')).out, 'serving\n');
  });
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runOn } from './memory';

const folder = 'test/fixtures/sample-service';
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(py|toml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [`/work/${path.slice(folder.length + 1)}`, readFileSync(path)]),
);

/** One mistake for each rule; the two `on_event` handlers are two places of one. */
const mistakes = [
  'app/clients.py:47 blocking-http-call',
  'app/db.py:21 expire-on-commit',
  'app/jobs.py:27 missing-timeout',
  'app/jobs.py:38 swallowed-cancellation',
  'app/jobs.py:53 blocking-sleep',
  'app/labels.py:21 blocking-subprocess',
  'app/labels.py:32 blocking-file-io',
  'app/main.py:17 deprecated-on-event',
  'app/main.py:21 dangling-task',
  'app/main.py:24 deprecated-on-event',
  'app/retry.py:16 retry-unbounded',
  'app/routes/health.py:19 unused-ignore',
  'app/routes/labels.py:22 raise-without-from',
  'app/routes/labels.py:33 unawaited-session-call',
  'app/routes/parcels.py:60 client-per-request',
  'pyproject.toml:18 dev-extra',
];

describe('the sample service', () => {
  it('has the mistakes that were put into it, and no others', async () => {
    assert.deepEqual(await found(), mistakes);
  });

  it('has more for those who are strict', async () => {
    const more = (await found('--profile', 'strict')).filter((finding) => !mistakes.includes(finding));
    assert.deepEqual(more, [
      'app/retry.py:8 retry-unlogged',
      'app/retry.py:10 retry-no-deadline',
      'app/retry.py:16 retry-unlogged',
      'app/routes/parcels.py:50 prefer-taskgroup',
    ]);
  });
});

async function found(...flags: string[]): Promise<readonly string[]> {
  const { out, err } = await runOn({ files }, 'check', '--output-format', 'json', ...flags);
  assert.equal(err, '');
  const { findings } = JSON.parse(out) as { findings: { file: string; rule: string; range: { start: { line: number } } }[] };
  return findings.map(({ file, rule, range }) => `${file}:${range.start.line} ${rule}`);
}

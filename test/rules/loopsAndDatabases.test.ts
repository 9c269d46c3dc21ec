import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../support/check';
import { applied } from '../support/fixing';

describe('awaiting instead of driving a loop', () => {
  const rules = new Set(['nested-event-loop']);
  const fixed = (statement: string, header = 'import asyncio, anyio\nfrom asgiref.sync import async_to_sync\n'): string => {
    const start = `${header}\n\nasync def f(x, loop: asyncio.AbstractEventLoop):\n    `;
    const checked = check(`${start}${statement}\n`);
    assert.ok(
      checked.findings.some(({ rule }) => rules.has(rule)),
      statement,
    );
    return applied(checked, checked.fixAll('unsafe', rules)).slice(start.length).trimEnd();
  };

  it('takes what was to be run', () => {
    assert.equal(fixed('return asyncio.run(load(x))'), 'return await load(x)');
    assert.equal(fixed('return loop.run_until_complete(x)'), 'return await x');
    assert.equal(fixed('return await asyncio.run(load(x))'), 'return await load(x)');
    assert.equal(fixed('return asyncio.run(load(x)).name'), 'return (await load(x)).name');
    assert.equal(fixed('return anyio.run(load, x, 1)'), 'return await load(x, 1)');
    assert.equal(fixed('return async_to_sync(load)(x, y=1)'), 'return await load(x, y=1)');
    assert.equal(fixed('return asyncio.run(\n        load(x),\n    )'), 'return await load(x)');
  });

  it('declines where more was said, or nothing is awaited in the end', () => {
    for (const statement of [
      'return asyncio.run(load(x), debug=True)',
      'return asyncio.run(*x)',
      'loop.run_forever()',
      'return asyncio.run(  # once\n        load(x)\n    )',
      'return async_to_sync(load, force_new_loop=True)(x)',
    ])
      assert.equal(fixed(statement), statement);
  });
});

describe('moving all calls on a connection', () => {
  const rules = new Set(['blocking-db-call']);

  it('wraps them together', () => {
    const checked = check(
      'import asyncio\nimport redis\n\n\nasync def f(r: redis.Redis):\n    r.set("a", 1)\n    if r.get("a"):\n        r.delete("a")\n',
    );
    const [finding, ...others] = checked.findings.filter(({ rule }) => rules.has(rule));
    assert.equal(others.length, 0);
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Wrap all 3 calls in asyncio.to_thread'],
    );
    assert.equal(
      applied(checked, checked.fixAll('unsafe', rules)),
      'import asyncio\nimport redis\n\n\nasync def f(r: redis.Redis):\n    await asyncio.to_thread(r.set, "a", 1)\n    if await asyncio.to_thread(r.get, "a"):\n        await asyncio.to_thread(r.delete, "a")\n',
    );
  });

  it('leaves connections in the thread that made them', () => {
    const { findings } = check('import sqlite3\n\n\nasync def f(c: sqlite3.Connection):\n    c.commit()\n');
    assert.deepEqual(
      findings.filter(({ rule }) => rules.has(rule)).map(({ fixes }) => fixes.length),
      [0],
    );
  });

  it('leaves calls alone of which one stands in another', () => {
    const { findings } = check('import redis\n\n\nasync def f(r: redis.Redis):\n    r.set("a", r.get("b"))\n');
    assert.deepEqual(
      findings.filter(({ rule }) => rules.has(rule)).map(({ fixes }) => fixes.length),
      [0],
    );
  });
});

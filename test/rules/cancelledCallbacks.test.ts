/** Which profiles say that the last thing which a callback does swallows cancellation. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../support/check';

describe('the end of a callback', () => {
  const swallows = 'try:\n        await render(data)\n    except asyncio.CancelledError:\n        pass';

  it('is told from strict on where the callback is registered, or named as one', () => {
    assert.deepEqual(levels(`@sio.on("message")\nasync def show(data):\n    ${swallows}\n`), [[], ['warning']]);
    assert.deepEqual(levels(`@bot.event\nasync def show(data):\n    ${swallows}\n`), [[], ['warning']]);
    assert.deepEqual(levels(`async def on_timeout(data):\n    ${swallows}\n`), [[], ['warning']]);
  });

  it('is told from strict on where everything is caught, and a library calls', () => {
    const careless = swallows.replace('except asyncio.CancelledError', 'except');
    const command = `@commands.command()\nasync def show(data):\n    ${careless}\n`;
    assert.deepEqual(levels(`from discord.ext import commands\n\n\n${command}`), [[], ['warning']]);
    assert.deepEqual(levels(`async def on_timeout(data):\n    ${careless}\n`), [[], ['warning']]);
    assert.deepEqual(levels(`from shop.plugins import commands\n\n\n${command}`, 'shop/bot.py'), [['error'], ['error']]);
    const gives = command.replace('await render(data)', 'yield await render(data)');
    assert.deepEqual(levels(`from discord.ext import commands\n\n\n${gives}`), [['error'], ['error']]);
  });

  it('is told in every profile where somebody of ours goes on after it', () => {
    const both = [['error'], ['error']];
    assert.deepEqual(levels(`async def show(data):\n    ${swallows}\n`), both);
    assert.deepEqual(levels(`@retry.on_exception(OSError)\nasync def show(data):\n    ${swallows}\n`), both);
    assert.deepEqual(
      levels(`async def on_done(data):\n    ${swallows}\n\n\nasync def all():\n    await on_done(1)\n    await store()\n`),
      both,
    );
  });

  it('is told in every profile where the callback goes on, or its handler does', () => {
    const both = [['error'], ['error']];
    assert.deepEqual(levels(`@bot.event\nasync def show(data):\n    ${swallows}\n    await store(data)\n`), both);
    assert.deepEqual(levels(`@bot.event\nasync def show(data):\n    ${swallows.replace('pass', 'await store(data)')}\n`), both);
  });
});

describe('a test', () => {
  const played =
    'async def show(data):\n    try:\n        await render(data)\n    except asyncio.CancelledError:\n        pass\n    await store(data)\n';

  it('is told from strict on where it names the error', () => {
    assert.deepEqual(levels(played, 'tests/test_shop.py'), [[], ['warning']]);
    assert.deepEqual(levels(played, 'shop/store.py'), [['error'], ['error']]);
    const suppressed =
      'async def show(data):\n    with contextlib.suppress(asyncio.CancelledError):\n        await render(data)\n    await store(data)\n';
    assert.deepEqual(levels(`import contextlib\n\n\n${suppressed}`, 'tests/test_shop.py'), [[], ['warning']]);
    assert.deepEqual(levels(`import contextlib\n\n\n${suppressed}`, 'shop/store.py'), [['error'], ['error']]);
  });

  it('is told in every profile where it catches everything', () => {
    assert.deepEqual(levels(played.replace(' asyncio.CancelledError', ''), 'tests/test_shop.py'), [['error'], ['error']]);
  });
});

function levels(code: string, file?: string): string[][] {
  return (['recommended', 'strict'] as const).map((profile) => {
    const { findings } = check(`import asyncio\n\n\n${code}`, { profile, file });
    return findings.filter(({ rule }) => rule === 'swallowed-cancellation').map(({ severity }) => severity);
  });
}

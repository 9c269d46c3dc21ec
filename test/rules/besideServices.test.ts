/** Which profiles say what blocks or is dropped beside a service: by the file that it stands in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../support/check';

describe('a prompt at the terminal', () => {
  const prompts =
    'def confirm():\n    return input("Sure? ") == "y"\n\n\nasync def set_up():\n    token = input("Token: ")\n    return token if confirm() else ""\n';
  const both = ['blocking-input', 'blocking-call-via-helper'];

  it('is told from strict on where the file is the side to the terminal of a program', () => {
    for (const file of ['app/__main__.py', 'app/_cli.py', 'app/cli/client.py']) {
      assert.deepEqual(rulesIn(prompts, file, 'recommended'), []);
      assert.deepEqual(rulesIn(prompts, file, 'strict'), both);
    }
  });

  it('is told in every other file', () => {
    assert.deepEqual(rulesIn(prompts, 'app/bot.py', 'recommended'), both);
  });
});

describe('reading a file', () => {
  const reads = (name: string): string => `async def ${name}():\n    with open("config.yml") as file:\n        return file.read()\n`;

  it('is told from strict on in main, in scripts and at the terminal', () => {
    for (const [name, file] of [
      ['main', 'app/bot.py'],
      ['load', 'scripts/move.py'],
      ['load', 'examples/load.py'],
      ['load', 'app/cli.py'],
    ] as const) {
      assert.deepEqual(rulesIn(reads(name), file, 'recommended'), []);
      assert.deepEqual(rulesIn(reads(name), file, 'strict'), ['blocking-file-io']);
    }
  });

  it('is told in every other function and file', () => {
    assert.deepEqual(rulesIn(reads('load'), 'app/bot.py', 'recommended'), ['blocking-file-io']);
  });
});

describe('a task that nothing keeps', () => {
  const drops = 'import asyncio\n\n\nasync def begin(work):\n    asyncio.create_task(work())\n';

  it('is told from strict on in tests, and in every other file', () => {
    assert.deepEqual(rulesIn(drops, 'tests/test_bot.py', 'recommended'), []);
    assert.deepEqual(rulesIn(drops, 'tests/test_bot.py', 'strict'), ['dangling-task']);
    assert.deepEqual(rulesIn(drops, 'app/bot.py', 'recommended'), ['dangling-task']);
  });
});

describe('work for the processor', () => {
  const computes = 'import bcrypt\n\n\nasync def hashed(word):\n    return bcrypt.hashpw(word, bcrypt.gensalt())\n';

  it('is told from strict on in demonstrations, and in every other file', () => {
    assert.deepEqual(rulesIn(computes, 'examples/login.py', 'recommended'), []);
    assert.deepEqual(rulesIn(computes, 'examples/login.py', 'strict'), ['cpu-bound-in-async']);
    assert.deepEqual(rulesIn(computes, 'app/login.py', 'recommended'), ['cpu-bound-in-async']);
  });
});

function rulesIn(code: string, file: string, profile: 'recommended' | 'strict'): string[] {
  return check(code, { file, profile }).findings.map(({ rule }) => rule);
}

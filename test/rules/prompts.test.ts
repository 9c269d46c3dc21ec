/** Which profiles say that a prompt at the terminal blocks, by the file that it stands in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../support/check';

describe('a prompt at the terminal', () => {
  const prompts =
    'def confirm():\n    return input("Sure? ") == "y"\n\n\nasync def set_up():\n    token = input("Token: ")\n    return token if confirm() else ""\n';

  it('is told from strict on where the file is the side to the terminal of a program', () => {
    for (const file of ['app/__main__.py', 'app/_cli.py', 'app/cli/client.py']) {
      assert.deepEqual(rulesIn(file, 'recommended'), []);
      assert.deepEqual(rulesIn(file, 'strict'), ['blocking-input', 'blocking-call-via-helper']);
    }
  });

  it('is told in every other file', () => {
    assert.deepEqual(rulesIn('app/bot.py', 'recommended'), ['blocking-input', 'blocking-call-via-helper']);
  });

  function rulesIn(file: string, profile: 'recommended' | 'strict'): string[] {
    return check(prompts, { file, profile }).findings.map(({ rule }) => rule);
  }
});

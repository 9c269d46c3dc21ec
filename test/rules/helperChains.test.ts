/** What of the chains through helpers is for everybody, and what for those who asked for more. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Profile } from '../../server/src/settings/levels';
import { check } from '../support/check';

test('a chain that ends with a file is for those who asked for more, and one that ends with a wait for all', () => {
  const code = (end: string): string => `import time\n\n\ndef load():\n    ${end}\n\n\nasync def main():\n    load()\n`;
  assert.deepEqual(reported(code('return open("x").read()'), 'recommended'), []);
  assert.deepEqual(reported(code('return open("x").read()'), 'strict'), ['information']);
  assert.deepEqual(reported(code('time.sleep(1)'), 'recommended'), ['warning']);
});

test('a chain that only values of one type open is likely, unless the type is known', () => {
  const code = (argument: string): string =>
    `import time\n\n\ndef load(what):\n    if isinstance(what, str):\n        time.sleep(1)\n\n\nasync def main(given):\n    load(${argument})\n`;
  assert.deepEqual(reported(code('given'), 'recommended'), []);
  assert.deepEqual(reported(code('given'), 'strict'), ['warning']);
  assert.deepEqual(reported(code('"x"'), 'recommended'), ['warning']);
  assert.deepEqual(reported(code('b"x"'), 'strict'), []);
});

function reported(code: string, profile: Profile): readonly string[] {
  const { findings } = check(code, { profile });
  return findings.filter(({ rule }) => rule === 'blocking-call-via-helper').map(({ severity }) => severity);
}

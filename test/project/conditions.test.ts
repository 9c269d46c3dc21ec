/** A call that only an optional argument asks for is no certain end of a chain. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../support/check';

function isCertain(parameter: string, body: string): boolean {
  const code = `import time\n\n\ndef helper(other, ${parameter}):\n    ${body}\n\n\nasync def main():\n    helper(1)\n`;
  return check(code, { profile: 'recommended' }).findings.some(({ rule }) => rule === 'blocking-call-via-helper');
}

describe('a call in a branch', () => {
  for (const [parameter, body, expected] of [
    ['flag=False', 'if flag:\n        time.sleep(1)', false],
    ['flag=True', 'if flag:\n        time.sleep(1)', true],
    ['flag=None', 'if flag is not None:\n        time.sleep(1)', false],
    ['flag=None', 'if flag is None:\n        time.sleep(1)', true],
    ['flag=None', 'if not flag:\n        time.sleep(1)', true],
    ['flag=False', 'if flag:\n        pass\n    else:\n        time.sleep(1)', true],
    ['flag=True', 'if flag:\n        pass\n    else:\n        time.sleep(1)', false],
    ['flag=False', 'if other:\n        pass\n    elif flag:\n        time.sleep(1)', false],
    ['flag=False', 'if flag and other:\n        time.sleep(1)', false],
    ['flag=False', 'if flag or other:\n        time.sleep(1)', true],
    ['flag=False', 'return time.sleep(1) if flag else None', false],
    ['flag=False', 'return None if flag else time.sleep(1)', true],
    ['flag=False', 'if other:\n        time.sleep(1)', true],
    ['flag=False', 'while flag is other:\n        time.sleep(1)', true],
    ['flag', 'if flag:\n        time.sleep(1)', true],
    ['flag=3', 'if flag:\n        time.sleep(1)', true],
  ] as const)
    it(`${expected ? 'counts' : 'does not count'}: ${parameter}, ${body.replaceAll(/\s+/g, ' ')}`, () =>
      assert.equal(isCertain(parameter, body), expected));
});

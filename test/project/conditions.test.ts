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
    ['flag=3', 'try:\n        other()\n    except OSError:\n        time.sleep(1)', false],
    ['flag=3', 'try:\n        other()\n    except OSError:\n        if flag:\n            time.sleep(1)', false],
    ['flag=3', 'try:\n        other()\n    except:\n        time.sleep(1)', false],
    ['flag=3', 'try:\n        other()\n    except (TimeoutError, OSError) as error:\n        time.sleep(1)', false],
    ['flag=3', 'try:\n        other()\n    except (KeyError, OSError):\n        time.sleep(1)', true],
    ['flag=3', 'try:\n        other()\n    except KeyError:\n        time.sleep(1)', true],
    ['flag=3', 'try:\n        time.sleep(1)\n    except OSError:\n        time.sleep(2)', true],
    ['flag=3', 'try:\n        other()\n    finally:\n        time.sleep(1)', true],
    ['flag=3', 'try:\n        other()\n    except OSError:\n        pass\n    else:\n        time.sleep(1)', true],
  ] as const)
    it(`${expected ? 'counts' : 'does not count'}: ${parameter}, ${body.replaceAll(/\s+/g, ' ')}`, () =>
      assert.equal(isCertain(parameter, body), expected));
});

describe('a call behind a setting of the environment', () => {
  const isTold = (code: string, profile: 'recommended' | 'strict'): boolean =>
    check(`import os\nimport time\n\nfrom decouple import config\n\n${code}\n\nasync def main(value):\n    helper(value)\n`, {
      profile,
    }).findings.some(({ rule }) => rule === 'blocking-call-via-helper');
  const inBranch = (setting: string, condition = 'ON'): string =>
    `ON = ${setting}\n\n\ndef helper(value):\n    if ${condition}:\n        time.sleep(1)\n`;
  const inClass = (...settings: readonly string[]): string => {
    const given = settings.map((setting) => `        self.on = ${setting}\n`).join('');
    return `class Index:\n    def __init__(self):\n${given}\n    def add(self):\n        if not self.on:\n            return\n        time.sleep(1)\n\n\ndef helper(value):\n    Index().add()\n`;
  };
  for (const [code, expected] of [
    [inBranch('os.environ.get("ON", "false").lower() == "true"'), false],
    [inBranch('os.environ.get("ON", "true").lower() == "true"'), true],
    [inBranch('os.environ.get("ON", "FALSE").lower() == "false"'), true],
    [inBranch('os.getenv("ON") == "1"'), false],
    [inBranch('os.getenv("ON", default="yes") in ("1", "yes")'), true],
    [inBranch('(os.getenv("ON", "no").strip().upper() in ["1", "YES"])'), false],
    [inBranch('os.getenv("ON", "no") in known'), true],
    [inBranch('os.getenv("ON", known) == "1"'), true],
    [inBranch('os.getenv("ON")'), true],
    [inBranch('os.getenv("ON") != "1"'), true],
    [inBranch('known("ON") == "1"'), true],
    [inBranch('config("ON", default=False, cast=bool)'), false],
    [inBranch('config("ON", default="off", cast=bool)'), false],
    [inBranch('config("ON", default=True, cast=bool)'), true],
    [inBranch('config("ON", cast=bool)'), true],
    [inBranch('config("ON", default="false")'), true],
    [inBranch('os.getenv("ON") == "1"', 'not ON'), true],
    [inBranch('os.getenv("ON") == "1"', 'ON and value'), false],
    [inBranch('os.getenv("ON") == "1"', 'ON or value'), true],
    [inBranch('os.getenv("ON") == "1"', 'not (not ON or value)'), false],
    [inBranch('os.getenv("ON") == "1"', 'os.getenv("OTHER") == "1"'), false],
    [inBranch('os.getenv("ON") == "1"\nON = True'), true],
    [inBranch('one\none = two\ntwo = three\nthree = os.getenv("ON") == "1"'), true],
    [inClass('os.getenv("ON") == "1"'), false],
    [inClass('os.getenv("ON") == "1"', 'False', 'True'), false],
    [inClass('os.getenv("ON") == "1"', 'load()'), true],
    [inClass('False', 'True'), true],
  ] as const)
    it(`is ${expected ? 'told' : 'left to strict'}: ${code.replaceAll(/\s+/g, ' ')}`, () => {
      assert.equal(isTold(code, 'recommended'), expected);
      assert.equal(isTold(code, 'strict'), true);
    });
});

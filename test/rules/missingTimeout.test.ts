/** The parts of missing-timeout that its examples cannot show: versions of libraries, settings, layouts, levels. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reported } from '../../server/src/engine/finding';
import type { Version } from '../../server/src/settings/pythonVersion';
import type { CheckOptions } from '../support/check';
import { check } from '../support/check';
import { applied } from '../support/fixing';

describe('defaults that changed between versions', () => {
  const source = 'import redis\n\nclient = redis.Redis("cache.example.com")\n';
  const declared = (version: Version | undefined): CheckOptions => ({
    target: { library: (name) => (name === 'redis' ? version : undefined) },
  });

  it('reports what waited for ever before', () => {
    assert.deepEqual(messages(source, declared([5, 0])), ['`redis.Redis` has no `socket_timeout` and can wait for ever']);
    assert.deepEqual(messages(source, declared([7, 12, 1])).length, 1);
    assert.equal(fixed(source, declared([5])), 'import redis\n\nclient = redis.Redis("cache.example.com", socket_timeout=10)\n');
  });

  it('takes the newest library where none is declared', () => {
    assert.deepEqual(messages(source, declared([8, 0, 1])), []);
    assert.deepEqual(messages(source, declared([8])), []);
    assert.deepEqual(messages(source, declared(undefined)), []);
  });

  it('leaves the limit to the pool that is given', () => {
    assert.deepEqual(messages('import redis\n\ndef f(pool):\n    return redis.Redis(connection_pool=pool)\n', declared([5])), []);
  });
});

describe('the fix', () => {
  it('writes what the settings say', () => {
    const settings = { suggestSeconds: 2.5 };
    assert.equal(fixed('import requests\nrequests.get("u")\n', { settings }), 'import requests\nrequests.get("u", timeout=2.5)\n');
    assert.equal(offers('import requests\nrequests.get("u")\n', { settings }).join(), 'Set timeout=2.5');
  });

  it('takes the limit of the object, or of the settings that it keeps, where there is one', () => {
    const method = '    def load(self, url):\n        requests.get(url)\n';
    const made = (lines: string): string => `import requests\n\nclass A:\n    def __init__(self, timeout: float = 5):\n${lines}${method}`;
    assert.deepEqual(offers(made('        self._timeout = timeout\n')), ['Set timeout=self._timeout', 'Set timeout=10']);
    assert.deepEqual(offers(made('        self._timeout = timeout\n        self.http_timeout = 3\n')), ['Set timeout=10']);
    assert.deepEqual(offers(made('        self.session_timeout = 3600\n')), ['Set timeout=10']);
    const config = 'class Config:\n    request_timeout: float = 4\n\n';
    const kept = made('        self.config = Config()\n').replace('class A', `${config}class A`);
    assert.deepEqual(offers(kept), ['Set timeout=self.config.request_timeout', 'Set timeout=10']);
    const early = made('        self._timeout = timeout\n        requests.get("u")\n').replace(method, '');
    assert.deepEqual(offers(early), ['Set timeout=10']);
  });

  it('adds to calls as they are laid out', () => {
    assert.equal(
      fixed('import requests\nrequests.post(\n    "u",\n    json={\n        "a": 1,\n    },\n)\n'),
      'import requests\nrequests.post(\n    "u",\n    json={\n        "a": 1,\n    },\n    timeout=10,\n)\n',
    );
    assert.equal(
      fixed('import requests\nrequests.post("u", json={\n    "a": 1,\n})\n'),
      'import requests\nrequests.post("u", json={\n    "a": 1,\n}, timeout=10)\n',
    );
    assert.equal(
      fixed('import requests\nrequests.post(\n    "u",\n    json=1  # one\n)\n'),
      'import requests\nrequests.post(\n    "u",\n    json=1,  # one\n    timeout=10\n)\n',
    );
    assert.equal(fixed('from smtplib import SMTP\nSMTP("h",)\n'), 'from smtplib import SMTP\nSMTP("h", timeout=10)\n');
  });

  it('changes a default where calls leave it, and nothing where they say `None`', () => {
    const code = (call: string): string =>
      `import requests\n\n\ndef load(url, timeout=None):\n    return requests.get(url, timeout=timeout)\n\n\n${call}\n`;
    assert.equal(fixed(code('load("u")')), code('load("u")').replace('=None', '=10'));
    assert.deepEqual(messages(code('load("u", None)'), {}), ['`timeout=timeout` lets `requests.get` wait for ever']);
    assert.deepEqual(offers(code('load("u", None)')), []);
    assert.deepEqual(offers(code('load("u")\nload("u", timeout=None)')), []);
  });

  it('replaces the part that lifts the limit', () => {
    assert.equal(fixed('import requests\nrequests.get("u", timeout=(3, None))\n'), 'import requests\nrequests.get("u", timeout=(3, 10))\n');
    assert.equal(
      fixed('from urllib.request import urlopen\nurlopen("u", None, None)\n'),
      'from urllib.request import urlopen\nurlopen("u", None, 10)\n',
    );
  });

  it('writes the name by which the file knows the class', () => {
    const source = 'import aiohttp as http\n\nasync def f(s: http.ClientSession):\n    await s.get("u", timeout=None)\n';
    assert.equal(fixed(source), source.replace('None', 'http.ClientTimeout(total=10)'));
  });

  it('is not offered where a keyword would not arrive', () => {
    assert.deepEqual(offers('import requests\n\nasync def f(loop):\n    await loop.run_in_executor(None, requests.get, "u")\n'), []);
    assert.equal(offers('import asyncio, requests\n\nasync def f():\n    await asyncio.to_thread(requests.get, "u")\n').length, 1);
  });
});

describe('the level', () => {
  it('is one lower where somebody wrote None', () => {
    const found = findings('import requests\nrequests.get("u")\nrequests.get("u", timeout=None)\n');
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['warning', 'information'],
    );
  });
});

function findings(source: string, options: CheckOptions = {}): readonly Reported[] {
  return check(source, options).findings.filter(({ rule }) => rule === 'missing-timeout');
}

function messages(source: string, options: CheckOptions): readonly string[] {
  return findings(source, options).map(({ message }) => message);
}

function offers(source: string, options: CheckOptions = {}): readonly string[] {
  return findings(source, options).flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

function fixed(source: string, options: CheckOptions = {}): string {
  const checked = check(source, options);
  return applied(checked, checked.fixAll('unsafe', new Set(['missing-timeout'])));
}

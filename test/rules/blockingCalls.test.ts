/** Where the fixes of the rules on blocking calls decline, and what they write where code is laid out unusually. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckOptions } from '../support/check';
import { check } from '../support/check';
import { applied } from '../support/fixing';

describe('wrapping in a thread', () => {
  it('writes the call as it was laid out', () => {
    assert.equal(
      fixed(
        'import asyncio, requests\n\nasync def f(u):\n    return requests.get(  # slow\n        u,\n        # no redirects\n        allow_redirects=False\n    )\n',
      ),
      'import asyncio, requests\n\nasync def f(u):\n    return await asyncio.to_thread(  # slow\n        requests.get,\n        u,\n        # no redirects\n        allow_redirects=False\n    )\n',
    );
    assert.equal(
      fixed('import asyncio as aio, shutil\n\nasync def f(p):\n    shutil.rmtree(\n        p)\n'),
      'import asyncio as aio, shutil\n\nasync def f(p):\n    await aio.to_thread(\n        shutil.rmtree,\n        p)\n',
    );
  });

  it('wraps calls without arguments, and in expressions', () => {
    const source =
      'import asyncio\nfrom pathlib import Path\n\nasync def f(p: Path):\n    return [len(p.read_text()), f"{p.read_bytes()[:2]}", -len(p.read_text()[1])]\n';
    assert.equal(
      fixed(source),
      'import asyncio\nfrom pathlib import Path\n\nasync def f(p: Path):\n    return [len(await asyncio.to_thread(p.read_text)), f"{(await asyncio.to_thread(p.read_bytes))[:2]}", -len((await asyncio.to_thread(p.read_text))[1])]\n',
    );
  });

  it('declines where await is not allowed, or would run elsewhere', () => {
    declines('import asyncio, requests\n\nasync def f(u):\n    return (requests.get(u) for _ in u)\n');
    declines('import asyncio, requests\n\nasync def f(u):\n    def inner(a=requests.get(u)):\n        return a\n    return inner\n');
    declines('import asyncio, requests\n\nasync def f(u):\n    class Inner:\n        value = requests.get(u)\n    return Inner\n');
  });

  it('declines where asyncio is something else, missing a function, or not the event loop', () => {
    declines('import requests\n\nasync def f(u, asyncio):\n    requests.get(u)\n');
    declines('import asyncio, requests\n\nasync def f(u):\n    requests.get(u)\n', { python: '3.8' });
    declines('import trio, requests\n\nasync def f(u):\n    requests.get(u)\n');
    declines('import anyio, requests\n\nasync def f(u):\n    requests.get(u)\n');
  });

  it('declines where reading goes on to block', () => {
    declines('import requests\n\nasync def f(u):\n    return requests.get(u, stream=True)\n');
    declines('import requests\n\nasync def f(u, s: requests.Session):\n    with s.get(u) as r:\n        return r.text\n');
    declines('from urllib.request import urlopen\n\nasync def f(u):\n    return urlopen(u).read()\n');
    declines('import os\n\nasync def f():\n    return os.popen("date").read()\n');
    declines('import subprocess\n\nasync def f(c):\n    with subprocess.Popen(c):\n        pass\n');
    declines('import zipfile\n\nasync def f(p):\n    return zipfile.ZipFile(p).namelist()\n');
    declines('import requests\n\nasync def f(*a):\n    return requests.get(x for x in a)\n');
  });
});

describe('opening with aiofiles', () => {
  const target = { dependsOn: (name: string) => name === 'aiofiles' };

  it('awaits every use, and iterates', () => {
    const source =
      'async def f(p):\n    with open(p, "r+") as file:\n        for line in file:\n            print(line)\n        file.write(file.readline().strip())\n';
    assert.equal(
      fixed(source, { target }),
      'import aiofiles\n\n\nasync def f(p):\n    async with aiofiles.open(p, "r+") as file:\n        async for line in file:\n            print(line)\n        await file.write((await file.readline()).strip())\n',
    );
  });

  it('keeps to its own block where a name is used again', () => {
    const source =
      'async def f(p):\n    with open(p) as file:\n        a = file.read()\n    with open(p) as file:\n        json.load(file)\n';
    assert.equal(
      fixed(source, { target }),
      'import aiofiles\n\n\nasync def f(p):\n    async with aiofiles.open(p) as file:\n        a = await file.read()\n    with open(p) as file:\n        json.load(file)\n',
    );
  });

  it('declines without the library, and where a use cannot be awaited', () => {
    const reading = 'async def f(p):\n    with open(p) as file:\n        return file.read()\n';
    declines(reading);
    declines(reading, { target: { dependsOn: () => false } });
    declines('async def f(p):\n    with open(p) as file:\n        return json.load(file)\n', { target });
    declines('async def f(p):\n    with open(p) as file:\n        return file.name, file.read()\n', { target });
    declines('async def f(p):\n    with open(p) as file:\n        return [line for line in file]\n', { target });
    declines('async def f(p):\n    with open(p) as file:\n        return lambda: file.read()\n', { target });
    declines('async def f(p):\n    with open(p) as file, open(p) as other:\n        return file.read() + other.read()\n', { target });
    declines('async def f(p):\n    with open(p) as file:\n        pass\n    return file.closed\n', { target });
    declines('async def f(p, aiofiles):\n    with open(p) as file:\n        return file.read()\n', { target });
    declines('async def f(p):\n    return open(p).read()\n', { target });
  });
});

describe('facts that are debatable', () => {
  const legacy = {
    module: 'legacy',
    checkedAgainst: '1.0',
    docs: 'https://legacy.example',
    apis: { wait: { blocks: 'sleep' }, glance: { blocks: 'sleep', confidence: 'low' } },
  } as const;
  const source = 'import legacy\n\nasync def f():\n    legacy.wait()\n    legacy.glance()\n';
  const named = (options: CheckOptions): readonly string[] =>
    check(source, { ...options, moreLibraries: [legacy] }).findings.map(({ message }) => message.split('`')[1] ?? '');

  it('count in profile all only', () => {
    for (const profile of ['recommended', 'strict'] as const) assert.deepEqual(named({ profile }), ['legacy.wait']);
    assert.deepEqual(named({ profile: 'all' }), ['legacy.wait', 'legacy.glance']);
  });

  it('count where the project says so itself', () => {
    assert.deepEqual(named({ settings: { blockingExtra: ['legacy.glance'] } }), ['legacy.wait', 'legacy.glance']);
  });
});

/** The text after all fixes that can be applied together; asserts that there are some. */
describe('awaiting a client that is at hand', () => {
  const clients = (source: string): readonly string[] =>
    check(source)
      .findings.flatMap(({ fixes }) => fixes)
      .flatMap(({ id, title }) => (id === 'awaitClient' ? [title] : []));
  const shared = 'import httpx\n\nclient = httpx.AsyncClient()\n';

  it('finds it as a parameter, an attribute, or a name of the module', () => {
    assert.deepEqual(clients('import httpx\n\nasync def f(c: httpx.AsyncClient):\n    httpx.get("u")\n'), ['Await c.get instead']);
    assert.deepEqual(clients(`${shared}\nasync def f(u):\n    httpx.post(u, json=1)\n`), ['Await client.post instead']);
    assert.deepEqual(
      clients(
        'import httpx\n\nclass A:\n    def __init__(self):\n        self._c = httpx.AsyncClient()\n\n    async def f(self):\n        httpx.get("u")\n',
      ),
      ['Await self._c.get instead'],
    );
  });

  it('offers nothing where it cannot be seen, is one of two, or cannot be told what the call says', () => {
    assert.deepEqual(clients(`${shared}\nasync def f(u):\n    httpx.get(u, verify=False)\n`), []);
    assert.deepEqual(clients(`${shared}\nasync def f(u, **options):\n    httpx.get(u, **options)\n`), []);
    assert.deepEqual(clients(`${shared}\nasync def f(client):\n    httpx.get(client)\n`), []);
    assert.deepEqual(clients(`${shared}other = httpx.AsyncClient()\n\nasync def f(u):\n    httpx.get(u)\n`), []);
    assert.deepEqual(clients('import httpx\n\nasync def f(u):\n    httpx.get(u)\n\nclient = httpx.AsyncClient()\n'), []);
    assert.deepEqual(clients(`import requests\n${shared}\nasync def f(u):\n    requests.get(u)\n`), []);
  });
});

function fixed(source: string, options: CheckOptions = {}): string {
  const checked = check(source, options);
  const text = applied(checked, checked.fixAll('unsafe', blocking));
  assert.notEqual(text, source);
  return text;
}

/** Asserts that the finding is there and that nothing is done about it. */
function declines(source: string, options: CheckOptions = {}): void {
  const checked = check(source, options);
  const found = checked.findings.filter(({ rule }) => blocking.has(rule));
  assert.ok(found.length > 0, source);
  for (const finding of found) for (const offer of finding.fixes) assert.equal(checked.fix(finding, offer), undefined, source);
}

const blocking: ReadonlySet<string> = new Set(['blocking-http-call', 'blocking-subprocess', 'blocking-file-io']);

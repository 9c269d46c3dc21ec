/** What the command line knows of files around those that it checks, and on how many threads it does so. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runOn, type Machine } from './memory';

const chain = {
  '/work/app/__init__.py': '',
  '/work/app/main.py': 'from app.service import load\n\n\nasync def main():\n    return load()\n',
  '/work/app/service.py': 'from .db import fetch\n\n\ndef load():\n    return fetch()\n',
  '/work/app/db.py': 'import requests\n\n\ndef fetch():\n    return requests.get("https://example.com", timeout=5)\n',
};

describe('a file that is named alone', () => {
  it('is checked with what it imports, and nothing else is', async () => {
    const { out, exitCode } = await runOn({ files: chain }, 'check', 'app/main.py', '--output-format', 'full');
    assert.equal(exitCode, 1);
    assert.match(out, /`load` comes to `requests\.get`, which blocks the event loop in async function `main`/);
    assert.match(out, /`load` calls `fetch` here: app\/service\.py:5:12/);
    assert.match(out, /`fetch` blocks in `requests\.get` here: app\/db\.py:5:21/);
    assert.match(out, /Found 1 finding \(1 warning\) in 1 of 1 file/);
  });

  it('finds modules where the project file says that they are', async () => {
    const files = {
      '/work/pyproject.toml': '[tool.setuptools.packages.find]\nwhere = ["code"]\n',
      '/work/code/shop/db.py': chain['/work/app/db.py'],
      '/work/scripts/main.py': 'from shop.db import fetch\n\n\nasync def main():\n    return fetch()\n',
    };
    const { out } = await runOn({ files }, 'check', 'scripts/main.py');
    assert.match(out, /`fetch` comes to `requests\.get`/);
  });

  it('is checked alone where what it imports cannot be read', async () => {
    const files = { ...chain, '/work/app/service.py': new Uint8Array([0xff, 0xfe, 0]) };
    const { out, exitCode } = await runOn({ files }, 'check', 'app/main.py');
    assert.equal(exitCode, 0, out);
  });
});

describe('any number of threads', () => {
  const many = Object.fromEntries(
    Array.from({ length: 260 }, (_, index) => [
      `/work/app/part${index}.py`,
      `import time\nfrom app.main import main\nfrom app.part${(index + 1) % 260} import wait as other\n\n\n` +
        `def wait():\n    ${index % 7 === 0 ? 'time.sleep(1)' : 'pass'}\n\n\nasync def work():\n    other()\n    wait()\n`,
    ]),
  );
  const files = { ...chain, ...many, '/work/pyproject.toml': '[tool.service-patterns]\nprofile = "strict"\nnoqa = "sometimes"\n' };

  it('gives the same report', async () => {
    const [one, three] = await Promise.all(['1', '3'].map((threads) => runOn({ files }, 'check', '--threads', threads)));
    assert.match(one?.out ?? '', /blocking-call-via-helper/);
    assert.match(`${one?.out ?? ''}${one?.err ?? ''}`, /pyproject\.toml:3/);
    assert.deepEqual(three, one);
  });

  it('knows who calls a function in files that another thread checks', async () => {
    const asking = {
      '/work/app/clients.py':
        'import httpx\n\n\nasync def fetch():\n    async with httpx.AsyncClient(timeout=5) as client:\n        return await client.get("/")\n',
      '/work/app/steps.py': 'from .clients import fetch as load\n\n\nasync def step():\n    return await load()\n',
      '/work/web/routes.py':
        'from fastapi import APIRouter\n\nfrom app import steps\n\nrouter = APIRouter()\n\n\n' +
        '@router.get("/")\nasync def listed():\n    return await steps.step()\n',
      '/work/web/other.py': 'async def fetch(): ...\n\n\nasync def run(items):\n    for _ in items:\n        await fetch()\n',
    };
    const flags = ['--select', 'client-per-request', '--output-format', 'full'];
    const checked = (threads: string) => runOn({ files: { ...files, ...asking } }, 'check', '--threads', threads, ...flags);
    const [one, three] = await Promise.all(['1', '3'].map(checked));
    assert.match(one?.out ?? '', /app\/clients\.py:5:\d+.*client-per-request/);
    assert.match(one?.out ?? '', /web\/routes\.py:10/);
    assert.doesNotMatch(one?.out ?? '', /web\/other\.py/);
    assert.deepEqual(three, one);
  });

  it('writes the same fixes', async () => {
    const [one, three] = await Promise.all(
      ['1', '3'].map((threads) => runOn({ files }, 'check', '--fix', '--unsafe-fixes', '--threads', threads)),
    );
    assert.match(one?.files['/work/app/part0.py'] ?? '', /to_thread/);
    assert.deepEqual(three?.files, one?.files);
  });

  it('is no number at all', async () => {
    const { err, exitCode } = await runOn({ files: chain }, 'check', '--threads', 'many');
    assert.equal(exitCode, 2);
    assert.match(err, /number from 1 to 64/);
  });
});

describe('a dependency beside the project', () => {
  it('is read where one file is checked by itself', async () => {
    const files = {
      '/work/api/pyproject.toml': '[tool.uv.sources]\nacme-common = { path = "../libs/common" }\n',
      '/work/api/src/api/main.py': 'from acme_common import call\n\n\nasync def main():\n    call()\n',
      '/work/libs/common/src/acme_common/__init__.py': 'import time\n\n\ndef call():\n    time.sleep(1)\n',
    };
    const { out } = await runOn({ files }, 'check', 'api/src/api/main.py');
    assert.match(out, /main\.py:5:5: .*blocking-call-via-helper `call` comes to `time\.sleep`/);
  });
});

describe('a cache', () => {
  const files = { ...chain, '/work/.gitignore': '' };
  const check = (machine: Machine, ...more: string[]) => runOn(machine, 'check', 'app/main.py', '--cache', ...more);
  const readable = (reads: readonly string[]): string[] => reads.filter((path) => path.endsWith('.py'));

  it('is a folder that other tools leave alone', async () => {
    const first = await check({ files });
    assert.match(first.files['/work/.service-patterns-cache/CACHEDIR.TAG'] ?? '', /^Signature: 8a477f597d28d172789f06886806bc55/);
    assert.equal(first.files['/work/.service-patterns-cache/.gitignore'], '*\n');
    const named = await check({ files }, '.elsewhere');
    assert.ok(named.files['/work/.elsewhere/summaries']);
  });

  it('is no file and no folder that holds other things, which are what is to be checked', async () => {
    const file = await runOn({ files }, 'check', '--cache', 'app/main.py');
    assert.ok(file.files['/work/.service-patterns-cache/summaries']);
    assert.equal(file.out, (await check({ files })).out);
    const folder = await runOn({ files }, 'check', '--cache', 'app');
    assert.equal(folder.out, (await runOn({ files }, 'check', 'app')).out);
    assert.equal(folder.files['/work/app/.gitignore'], undefined);
    const again = await runOn({ files: file.files }, 'check', 'app/main.py', '--cache', '.service-patterns-cache');
    assert.equal(again.out, file.out);
  });

  it('saves reading what was read before, and finds the same', async () => {
    const first = await check({ files });
    const reads: string[] = [];
    const second = await check({ files: first.files, reads });
    assert.equal(second.out, first.out);
    assert.deepEqual(readable(reads), ['/work/app/main.py']);
  });

  it('does so on several threads', async () => {
    const many = Object.fromEntries(Array.from({ length: 220 }, (_, index) => [`/work/more/m${index}.py`, 'import time\n']));
    const all = { ...files, ...many };
    const first = await runOn({ files: all }, 'check', '--cache', '--threads', '2');
    const reads: string[] = [];
    const second = await runOn({ files: first.files, reads }, 'check', '--cache', '--threads', '2');
    assert.equal(second.out, first.out);
    assert.equal(new Set(readable(reads)).size, readable(reads).length, 'each file is read once, to be checked');
  });

  it('sees that a file is another', async () => {
    const first = await check({ files });
    const changed = { ...first.files, '/work/app/db.py': 'def fetch():\n    return 1\n' };
    const second = await check({ files: changed, modified: { '/work/app/db.py': 2 } });
    assert.equal(second.exitCode, 0, second.out);
  });

  it('does not count where it is damaged, or of another time', async () => {
    const first = await check({ files });
    const stored = first.files['/work/.service-patterns-cache/summaries'] ?? '';
    for (const broken of [stored.replaceAll('requests', 'nothings'), stored.slice(0, stored.length / 2), '\0', 'nonsense\n\n']) {
      const second = await check({ files: { ...first.files, '/work/.service-patterns-cache/summaries': broken } });
      assert.equal(second.out, first.out);
    }
  });

  it('is said to be missing where it cannot be written', async () => {
    const { out, err, exitCode } = await check({ files, refused: ['/work/.service-patterns-cache'] });
    assert.equal(exitCode, 1);
    assert.match(out, /blocking-call-via-helper/);
    assert.match(err, /The cache cannot be written: permission denied\./);
  });
});

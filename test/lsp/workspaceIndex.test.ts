/** What an open file learns from the files around it, and when. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Readers, SummaryQuestion } from '../../server/src/lsp/host';
import { createReader } from '../../server/src/lsp/index/reader';
import { fullCapabilities, plainCapabilities, rulesIn, starter, testHost, workspace, type ClientOptions } from './support/client';
import { Disk, startInWorkspace, type WorkspaceClient } from './support/workspace';

const main = `${workspace}/app/main.py`;
const service = `${workspace}/app/service.py`;
const other = `${workspace}/app/other.py`;
const mainText = 'from .service import load\n\n\nasync def handle() -> None:\n    load()\n';
const serviceText = 'import time\n\n\ndef load() -> None:\n    time.sleep(1)\n';
const harmlessText = serviceText.replace('time.sleep(1)', 'print(1)');
const chain = { [main]: mainText, [service]: serviceText, [other]: 'x = 1\n' };
const viaHelper = 'blocking-call-via-helper';

const { start, stop } = starter(startInWorkspace);
after(stop);

/** What was published for a file, as the rules of each message. */
function messages({ published }: WorkspaceClient, uri: string): readonly (readonly string[])[] {
  return published.filter((params) => params.uri === uri).map(({ diagnostics }) => rulesIn(diagnostics));
}

const hasChain = ({ diagnostics }: PublishDiagnosticsParams): boolean => rulesIn(diagnostics).includes(viaHelper);

describe('the workspace index', () => {
  it('completes a chain through a file that is not open, with its places', async () => {
    const capabilities = { ...plainCapabilities, textDocument: { publishDiagnostics: { relatedInformation: true } } };
    const client = await start(new Disk(chain), { capabilities });
    await client.open(main, mainText);
    const { diagnostics, version } = await client.untilPublished(main, hasChain);
    assert.equal(version, 1);
    const places = diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []);
    assert.ok(places.some(({ location }) => location.uri === service && location.range.start.line === 4));
    await client.idle();
    assert.deepEqual(messages(client, main).at(-1), [viaHelper]);
  });

  it('says at once what a file says by itself', async () => {
    const disk = new Disk(chain);
    const never = new Promise<undefined>(() => undefined);
    const client = await start(disk, { host: { files: { list: () => never, readSource: () => never } } });
    await client.open(main, `${mainText}    import time\n    time.sleep(1)\n`);
    const { diagnostics } = await client.untilPublished(main, ({ diagnostics: some }) => some.length > 0);
    assert.deepEqual(rulesIn(diagnostics), ['blocking-sleep']);
  });

  it("says nothing new while a change in another file is nobody's business", async () => {
    const client = await start(new Disk(chain));
    await client.open(main, mainText);
    await client.open(service, serviceText);
    await client.untilPublished(main, hasChain);
    await client.idle();
    const before = messages(client, main).length;
    await client.change(service, 2, { text: serviceText.replace('time.sleep(1)', 'total = 1\n    time.sleep(total)') });
    await client.untilPublished(service, ({ version }) => version === 2);
    await client.idle();
    assert.equal(messages(client, main).length, before);
    await client.change(service, 3, { text: harmlessText });
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    await client.idle();
    assert.deepEqual(messages(client, main).slice(before), [[]]);
  });

  it('goes by the text that is open, and by the disk again when it is closed', async () => {
    const client = await start(new Disk(chain));
    await client.open(main, mainText);
    await client.untilPublished(main, hasChain);
    await client.open(service, harmlessText);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: service } });
    await client.untilPublished(main, hasChain);
  });

  it('follows the disk: files that change, go and come', async () => {
    const disk = new Disk(chain);
    const client = await start(disk);
    await client.open(main, mainText);
    await client.untilPublished(main, hasChain);
    disk.write(service, harmlessText);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    disk.write(service, serviceText);
    await client.touch(service);
    await client.untilPublished(main, hasChain);
    disk.delete(service);
    await client.touch(service);
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
    disk.write(`${workspace}/app/service/__init__.py`, serviceText);
    await client.touch(`${workspace}/app/service/__init__.py`);
    await client.untilPublished(main, hasChain);
    disk.delete(`${workspace}/app/service/__init__.py`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${workspace}/app/service`, type: 3 }],
    });
    await client.untilPublished(main, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('follows those that make use of an open file', async () => {
    const helper = `${workspace}/app/helper.py`;
    const helperText =
      'import httpx\n\n\ndef fetched():\n    with httpx.Client() as client:\n        return client.get("https://x.example")\n';
    const using = 'from fastapi import Depends\n\nfrom .helper import fetched\n\n\nasync def listed(thing=Depends(fetched)): ...\n';
    const disk = new Disk({ [helper]: helperText, [main]: using, [other]: 'x = 1\n' });
    const client = await start(disk);
    await client.open(helper, helperText);
    const isPerRequest = ({ diagnostics }: PublishDiagnosticsParams): boolean => rulesIn(diagnostics).includes('client-per-request');
    await client.untilPublished(helper, isPerRequest);
    await client.idle();
    const before = messages(client, helper).length;
    disk.write(main, 'from .helper import fetched\n\n\nasync def listed(thing=fetched): ...\n');
    await client.touch(main);
    await client.untilPublished(helper, (params) => !isPerRequest(params));
    disk.write(main, using);
    await client.touch(main);
    await client.untilPublished(helper, isPerRequest);
    disk.write(main, 'x = 1\n');
    await client.touch(main);
    await client.untilPublished(helper, (params) => !isPerRequest(params));
    disk.write(main, using);
    await client.touch(main);
    await client.untilPublished(helper, isPerRequest);
    disk.write(other, 'x = 2\n\n\ndef nobody(): ...\n');
    await client.touch(other);
    await client.idle();
    assert.equal(messages(client, helper).length, before + 4);
  });

  it('follows what a file does that holds in all others', async () => {
    const text = 'from urllib.request import urlopen\n\n\ndef load(url):\n    return urlopen(url).read()\n';
    const limiting = 'import socket\n\nsocket.setdefaulttimeout(5)\n';
    const tests = `${workspace}/tests/conftest.py`;
    const all = `${workspace}/app/all.py`;
    const disk = new Disk({ [service]: text, [other]: limiting, [tests]: limiting, [all]: 'from . import other, service\n' });
    const client = await start(disk);
    await client.open(service, text);
    await client.idle();
    assert.deepEqual(messages(client, service).at(-1), []);
    const hasNoLimit = ({ diagnostics }: PublishDiagnosticsParams): boolean => rulesIn(diagnostics).includes('missing-timeout');
    disk.write(other, 'import socket\n');
    await client.touch(other);
    await client.untilPublished(service, hasNoLimit);
    disk.write(other, limiting);
    await client.touch(other);
    await client.untilPublished(service, (params) => !hasNoLimit(params));
    disk.delete(other);
    await client.touch(other);
    await client.untilPublished(service, hasNoLimit);
  });

  it('leaves out what settings and ignore files leave out', async () => {
    const disk = new Disk({
      [main]: mainText,
      [`${workspace}/pyproject.toml`]: '[tool.service-patterns]\nexclude = ["legacy"]\n',
      [`${workspace}/.gitignore`]: 'generated/\nscratch_*.py\n',
      [`${workspace}/legacy/a.py`]: '',
      [`${workspace}/generated/a.py`]: '',
      [`${workspace}/app/generated/a.py`]: '',
      [`${workspace}/app/scratch_a.py`]: '',
      [`${workspace}/app/scratch_b.py`]: '',
      [`${workspace}/.venv/lib/a.py`]: '',
      [`${workspace}/env/pyvenv.cfg`]: '',
      [`${workspace}/env/a.py`]: '',
      [`${workspace}/app/.gitignore`]: '!scratch_a.py\nlocal_*.py\n',
      [`${workspace}/app/local_a.py`]: '',
      [`${workspace}/large.py`]: 'x'.repeat(1024 * 1024 + 1),
    });
    const client = await start(disk);
    await client.idle();
    assert.deepEqual([...disk.read].sort(), [main, `${workspace}/app/scratch_a.py`]);
    disk.read.length = 0;
    disk.write(`${workspace}/legacy/b.py`, '');
    disk.write(`${workspace}/app/local_b.py`, '');
    disk.write(`${workspace}/app/new/b.py`, '');
    await client.touch(`${workspace}/legacy/b.py`, `${workspace}/app/local_b.py`, `${workspace}/app/new/b.py`);
    await client.idle();
    assert.deepEqual(disk.read, [`${workspace}/app/new/b.py`]);
    disk.write(`${workspace}/.gitignore`, '');
    await client.touch(`${workspace}/.gitignore`);
    await client.idle();
    assert.ok(disk.read.includes(`${workspace}/generated/a.py`));
  });

  it('finds modules in the folders that project files name', async () => {
    const disk = new Disk({
      [`${workspace}/pyproject.toml`]: '[tool.pytest.ini_options]\npythonpath = ["code"]\n',
      [`${workspace}/code/shared/service.py`]: serviceText,
      [`${workspace}/elsewhere/shared/service.py`]: harmlessText,
    });
    const client = await start(disk);
    await client.open(`${workspace}/bin/run.py`, mainText.replace('.service', 'shared.service'));
    await client.untilPublished(`${workspace}/bin/run.py`, hasChain);
  });

  it('watches source files, project files and ignore files where the client lets it', async () => {
    const capabilities = { ...plainCapabilities, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await start(new Disk(chain), { capabilities });
    await client.idle();
    const options = client.registered.get('workspace/didChangeWatchedFiles') as {
      readonly watchers: readonly { readonly globPattern: string }[];
    };
    const globs = options.watchers.map(({ globPattern }) => globPattern);
    for (const glob of ['**/*.{py,pyi}', '**/pyproject.toml', '**/.gitignore']) assert.ok(globs.includes(glob), glob);
  });

  it('has a client that asks for findings ask again', async () => {
    const client = await start(new Disk(chain), { capabilities: fullCapabilities });
    let refreshes = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshes += 1;
      return null;
    });
    await client.open(main, mainText);
    await client.idle();
    assert.ok(refreshes > 0);
    const report = await client.connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: main },
    });
    assert.deepEqual(
      report.items.map(({ code }) => code),
      [viaHelper],
    );
  });

  it('knows open files of one another where there is no workspace', async () => {
    const client = await start(new Disk({}));
    await client.open('untitled:main.py', mainText.replace('from .service import load', serviceText));
    await client.untilPublished('untitled:main.py', hasChain);
    await client.open(service, serviceText);
    await client.open(main, mainText);
    await client.untilPublished(main, hasChain);
  });
});

describe('threads that read a workspace', () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`${workspace}/app/many${index}.py`, `x = ${index}\n`]));

  /** Readers in this thread, and what they were asked for. */
  function readersOf(disk: Disk, isDead: () => boolean = () => false) {
    const { files } = disk.host;
    assert.ok(files);
    const reader = createReader({ ...testHost, files });
    const asked: SummaryQuestion[] = [];
    let stops = 0;
    const startReaders = (): Readers => ({
      width: 3,
      ask: async (question) => {
        asked.push(question);
        if (isDead()) throw new Error('The thread has ended.');
        return (await reader)(question);
      },
      stop: () => {
        stops += 1;
      },
    });
    return { startReaders, asked, stops: () => stops };
  }

  async function chainIn(disk: Disk, host: NonNullable<ClientOptions['host']>): Promise<void> {
    const client = await start(disk, { host });
    await client.open(main, mainText);
    await client.untilPublished(main, hasChain);
    await client.idle();
    assert.deepEqual(messages(client, main).at(-1), [viaHelper]);
  }

  it('read all of it, each file once, and end with that', async () => {
    const disk = new Disk({ ...many, ...chain });
    const { startReaders, asked, stops } = readersOf(disk);
    await chainIn(disk, { startReaders });
    assert.equal(asked.length, 83);
    assert.equal(new Set(disk.read).size, 83);
    assert.equal(disk.read.length, 83);
    assert.equal(stops(), 1);
  });

  it('keep what is kept without them', async () => {
    const disks = [new Disk({ ...many, ...chain }), new Disk({ ...many, ...chain })] as const;
    await chainIn(disks[0], { startReaders: readersOf(disks[0]).startReaders });
    await chainIn(disks[1], {});
    const [one, other] = disks.map((disk) => [...disk.stored.values()].flat().sort());
    assert.equal(one?.length, 83);
    assert.deepEqual(one, other);
  });

  it('leave their work to the server where they die', async () => {
    const disk = new Disk({ ...many, ...chain });
    const { startReaders, asked, stops } = readersOf(disk, () => asked.length > 40);
    await chainIn(disk, { startReaders });
    assert.equal(disk.read.length, 83);
    assert.equal(stops(), 1);
  });

  it('make no summary of a text that one is known of, under the same settings', async () => {
    const disk = new Disk({ ...many, ...chain });
    await chainIn(disk, {});
    for (const [uri, text] of Object.entries(many)) disk.write(uri, text);
    const { startReaders, asked } = readersOf(disk);
    await chainIn(disk, { startReaders });
    assert.equal(asked.length, 80);
    assert.ok(asked.every(({ known }) => known !== undefined));
  });

  it('are not started for a few files', async () => {
    const disk = new Disk(chain);
    const { startReaders, asked } = readersOf(disk);
    await chainIn(disk, { startReaders });
    assert.deepEqual(asked, []);
  });
});

describe('what is kept between starts', () => {
  const firstStart = async (): Promise<Disk> => {
    const disk = new Disk(chain);
    const client = await startInWorkspace(disk);
    await client.idle();
    await client.stop();
    assert.equal(disk.read.length, 3);
    disk.read.length = 0;
    return disk;
  };
  const secondStart = async (disk: Disk, options?: ClientOptions): Promise<readonly string[]> => {
    const client = await start(disk, options);
    await client.open(main, mainText);
    await client.untilPublished(main, hasChain);
    await client.idle();
    return [...disk.read].sort();
  };

  it('spares the second start all reading', async () => {
    assert.deepEqual(await secondStart(await firstStart()), []);
  });

  it('leaves only what has changed to be read', async () => {
    const disk = await firstStart();
    disk.write(other, 'x = 2\n');
    assert.deepEqual(await secondStart(disk), [other]);
  });

  it('is of no use to another version', async () => {
    assert.deepEqual(await secondStart(await firstStart(), { host: { version: '9.9.9' } }), [main, other, service]);
  });

  it('is of no use for files whose settings mean something else', async () => {
    const disk = await firstStart();
    disk.write(`${workspace}/pyproject.toml`, '[tool.service-patterns.blocking]\nextra = ["app.other.wait"]\n');
    assert.deepEqual(await secondStart(disk), [main, other, service]);
  });

  for (const [what, change] of [
    ['cut off', (lines: readonly string[]) => [...lines.slice(0, -1), lines.at(-1)?.slice(0, -20) ?? '']],
    ['of another kind', () => ['{"version": 1}', '', '\t\t', '[]\t{}', 'x\t["a"]\t{}']],
    ['changed in one letter', (lines: readonly string[]) => lines.map((line) => line.replace(/load|handle|"x"/, 'xxxx'))],
  ] as const) {
    it(`is left alone line by line where it is ${what}`, async () => {
      const disk = await firstStart();
      for (const [uri, lines] of disk.stored) disk.stored.set(uri, change(lines));
      const read = await secondStart(disk);
      assert.ok(read.length > 0);
      assert.equal(read.length, what === 'cut off' ? 1 : 3);
    });
  }
});

/** The catalogue: that its rows hold together by themselves, and that every name of an object finds its row. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { libraries } from '../../server/src/catalogue/index.generated';
import { userRows } from '../../server/src/catalogue/userRows';
import type { Api, Library } from '../../server/src/catalogue/schema';

const catalogue = createCatalogue(libraries);
const rowNames = new Set(catalogue.names());
const calls = { blockingExtra: [] as string[], blockingSafeWrappers: [] as string[], blockingIgnore: [] as string[] };
const folder = join('server', 'src', 'catalogue', 'libraries');

describe('built-in libraries', () => {
  it('has every file of the folder', () => {
    const index = readFileSync(join(folder, '..', 'index.generated.ts'), 'utf8');
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    assert.equal(files.length, libraries.length);
    for (const file of files) assert.ok(index.includes(`'./libraries/${file}'`), file);
  });

  it('holds data and no functions', () => {
    for (const library of libraries) assert.deepEqual(JSON.parse(JSON.stringify(library)), library, library.module);
    for (const file of readdirSync(folder)) {
      assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /=>|\bfunction\b[^s]*\(|\bnew [A-Z]/, file);
    }
  });

  it('states each name once', () => {
    const names = libraries.flatMap((library) =>
      [...modulesOf(library)].flatMap((module) => Object.entries(library.apis).flatMap(([name, api]) => namesOf(`${module}.${name}`, api))),
    );
    const seen = new Set<string>();
    for (const name of names) {
      assert.ok(!seen.has(name), `${name} has two rows`);
      seen.add(name);
    }
    assert.deepEqual([...catalogue.names()].sort(), [...seen].sort());
  });

  it('resolves aliases to rows, and hides no row behind one', () => {
    for (const { module, aliases = {}, reexports = {} } of libraries) {
      const targets = [
        ...Object.entries(aliases).map(([alias, name]) => [alias, `${module}.${name}`] as const),
        ...Object.entries(reexports),
      ];
      for (const [alias, target] of targets) {
        assert.equal(catalogue.lookup(`${module}.${alias}`)?.name, target);
        assert.ok(!rowNames.has(`${module}.${alias}`), `${module}.${alias} is a row and an alias`);
      }
    }
  });

  it('names only classes that exist as bases, types and twins', () => {
    const built = new Set(libraries.map(({ module }) => module));
    for (const name of rowNames) {
      const row = catalogue.lookup(name);
      assert.ok(row !== undefined, name);
      for (const base of row.bases ?? []) assert.ok(catalogue.lookup(base)?.methods !== undefined, `${name}: base ${base}`);
      for (const type of [row.returns, row.enters]) {
        if (type === undefined || type.startsWith('builtins.') || !isInside(type, built)) continue;
        assert.ok(catalogue.lookup(type)?.methods !== undefined, `${name}: ${type} is no class with a row`);
      }
      if (row.asyncTwin !== undefined) assert.ok(catalogue.lookup(row.asyncTwin) !== undefined, `${name}: twin ${row.asyncTwin}`);
    }
  });

  it('calls only waits debatable', () => {
    for (const name of rowNames) {
      const row = catalogue.lookup(name);
      if (row?.confidence !== undefined) assert.ok(row.blocks !== undefined, name);
    }
  });

  it('says of no coroutine function that it blocks, and of no twin either', () => {
    for (const name of rowNames) {
      const row = catalogue.lookup(name);
      if (row?.isAsync === true) assert.equal(row.blocks, undefined, name);
      if (row?.asyncTwin !== undefined) assert.equal(catalogue.lookup(row.asyncTwin)?.blocks, undefined, name);
    }
  });
});

describe('lookup', () => {
  it('finds functions, classes and methods', () => {
    assert.equal(catalogue.lookup('time.sleep')?.blocks, 'sleep');
    assert.equal(catalogue.lookup('requests.Session')?.returns, 'requests.Session');
    assert.equal(catalogue.lookup('requests.Session.get')?.timeout?.whenAbsent, 'forever');
    assert.equal(catalogue.lookup('urllib.request.urlopen')?.timeout?.position, 2);
    assert.equal(catalogue.lookup('multiprocessing.pool.Pool.apply_async')?.returns, 'multiprocessing.pool.AsyncResult');
    assert.equal(catalogue.lookup('os.path.exists')?.confidence, 'low');
  });

  it('finds what an attribute of a known kind can do', () => {
    assert.equal(catalogue.lookup('subprocess.Popen.stdout')?.returns, 'subprocess.Popen.stdout');
    assert.equal(catalogue.lookup('subprocess.Popen.stdout.readline')?.blocks, 'subprocess');
    assert.equal(catalogue.lookup('sys.stdin.buffer.read')?.blocks, 'input');
    assert.equal(catalogue.lookup('sys.stdout.write'), undefined);
  });

  it("finds a row by an alias of its class, and says the row's own name", () => {
    assert.equal(catalogue.lookup('requests.sessions.Session.post')?.name, 'requests.Session.post');
    assert.equal(catalogue.lookup('redis.client.StrictRedis.get')?.name, 'redis.Redis.get');
    assert.equal(catalogue.lookup('io.open')?.name, 'builtins.open');
    assert.equal(catalogue.lookup('fastapi.concurrency.run_in_threadpool')?.offloads?.[0], 0);
  });

  it('finds what a class inherits', () => {
    assert.equal(catalogue.lookup('ssl.SSLSocket.recv')?.name, 'socket.socket.recv');
    assert.equal(catalogue.lookup('pathlib.PosixPath.read_text')?.blocks, 'file');
    assert.equal(catalogue.lookup('concurrent.futures.InterpreterPoolExecutor.submit')?.returns, 'concurrent.futures.Future');
    assert.equal(catalogue.lookup('ssl.SSLSocket.nothing'), undefined);
  });

  it('finds methods that have no row of their own, but none that Python calls', () => {
    const s3: Library = {
      module: 'store',
      checkedAgainst: '1.0',
      docs: '',
      apis: { Client: { methods: { '*': { blocks: 'http' }, presign: {} } }, Special: { bases: ['store.Client'] } },
    };
    const own = createCatalogue([s3]);
    assert.equal(own.lookup('store.Client.put_object')?.blocks, 'http');
    assert.equal(own.lookup('store.Client.put_object')?.name, 'store.Client.put_object');
    assert.equal(own.lookup('store.Special.put_object')?.blocks, 'http');
    assert.equal(own.lookup('store.Client.presign')?.blocks, undefined);
    for (const name of ['store.Client.__enter__', 'store.Client._endpoint', 'store.Client.presign.get', 'store.get'])
      assert.equal(own.lookup(name), undefined, name);
  });

  it('knows forks under their own names', () => {
    assert.equal(catalogue.lookup('httpx2.AsyncClient.get')?.returns, 'httpx2.Response');
    assert.equal(catalogue.lookup('httpx2.AsyncClient')?.library, 'httpx2');
    assert.equal(catalogue.lookup('httpx2.Client.get')?.asyncTwin, 'httpx2.AsyncClient.get');
  });

  it('gives a method the twin of its class', () => {
    assert.equal(catalogue.lookup('httpx.Client.get')?.asyncTwin, 'httpx.AsyncClient.get');
    assert.equal(catalogue.lookup('redis.Redis.hgetall')?.asyncTwin, 'redis.asyncio.Redis.hgetall');
    assert.equal(catalogue.lookup('httpx.get')?.asyncTwin, undefined);
    assert.equal(catalogue.lookup('httpx.Client.close')?.asyncTwin, undefined);
  });

  it('names the library as the package index does', () => {
    assert.equal(catalogue.lookup('grpc.Future.result')?.library, 'grpcio');
    assert.equal(catalogue.lookup('redis.Redis')?.library, 'redis');
  });

  it('knows nothing of other names', () => {
    for (const name of [undefined, '', '.', 'requests', 'requests.', 'frobnicate.requests.get', '<this>.Session.get', 'open'])
      assert.equal(catalogue.lookup(name), undefined);
  });
});

describe('indexing', () => {
  const clientOf = (module: string, api: Api, seen: string[]): Library => ({
    module,
    checkedAgainst: '1.0',
    docs: '',
    get apis() {
      seen.push(module);
      return { Client: api };
    },
  });

  it('reads a library when a name that begins like it is asked for, and once', () => {
    const seen: string[] = [];
    const own = createCatalogue(
      [clientOf('first.sync', {}, seen), clientOf('second', {}, seen)],
      userRows({ ...calls, blockingExtra: ['third.call'] }),
    );
    assert.equal(own.lookup('third.call')?.blocks, 'declared');
    assert.deepEqual(seen, []);
    assert.equal(own.lookup('first.Client'), undefined);
    assert.equal(own.lookup('first.sync.Client')?.name, 'first.sync.Client');
    assert.deepEqual(seen, ['first.sync']);
  });

  it('finds twins in libraries that have their twins in the first', () => {
    const methods = (asyncTwin: string): Api => ({ asyncTwin, methods: { get: { blocks: 'http' }, go: { isAsync: true } } });
    const twinLibraries = [clientOf('first', methods('second.Client'), []), clientOf('second', methods('first.Client'), [])];
    for (const [one, other] of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const) {
      const own = createCatalogue(twinLibraries);
      assert.equal(own.lookup(`${one}.Client.get`)?.asyncTwin, `${other}.Client.get`);
      assert.equal(own.lookup(`${other}.Client.get`)?.asyncTwin, `${one}.Client.get`);
    }
  });

  it('answers the same whatever was asked before', () => {
    const aliases = libraries.flatMap(({ module, ...rows }) =>
      Object.keys({ ...rows.aliases, ...rows.reexports }).map((alias) => `${module}.${alias}`),
    );
    const backwards = createCatalogue(libraries);
    for (const name of [...rowNames, ...aliases].reverse()) {
      assert.deepEqual(backwards.lookup(name), catalogue.lookup(name), name);
      assert.deepEqual(backwards.lookup(`${name}.get`), catalogue.lookup(`${name}.get`), name);
    }
    for (const { module } of libraries) {
      const name = [...rowNames].find((row) => row.startsWith(`${module}.`));
      assert.deepEqual(createCatalogue(libraries).lookup(name), catalogue.lookup(name), name);
    }
  });
});

describe('rows of the project', () => {
  it('adds blocking calls, and leaves the kind of known ones', () => {
    const own = createCatalogue(libraries, userRows({ ...calls, blockingExtra: ['legacy_sdk.Client.fetch', 'requests.get', 'print'] }));
    assert.equal(own.lookup('legacy_sdk.Client.fetch')?.blocks, 'declared');
    assert.equal(own.lookup('requests.get')?.blocks, 'http');
    assert.equal(own.lookup('requests.get')?.timeout?.whenAbsent, 'forever');
    assert.equal(own.lookup('builtins.print')?.blocks, 'declared');
  });

  it('adds wrappers that run their argument in a thread', () => {
    const own = createCatalogue(libraries, userRows({ ...calls, blockingSafeWrappers: ['app.concurrency.run_sync'] }));
    assert.deepEqual(own.lookup('app.concurrency.run_sync')?.offloads, [0, 'func']);
  });

  it('accepts ignored calls by any of their names, and nothing besides', () => {
    const own = createCatalogue(
      libraries,
      userRows({ ...calls, blockingIgnore: ['io.open', 'ssl.SSLSocket.recv', 'pathlib.Path.exists'] }),
    );
    assert.equal(own.lookup('builtins.open')?.blocks, undefined);
    assert.equal(own.lookup('builtins.open')?.returns, 'io.TextIOWrapper');
    assert.equal(own.lookup('ssl.SSLSocket.recv')?.blocks, undefined);
    assert.equal(own.lookup('socket.socket.recv')?.blocks, 'socket');
    assert.equal(own.lookup('pathlib.Path.exists')?.blocks, undefined);
    assert.equal(catalogue.lookup('builtins.open')?.blocks, 'file');
  });

  it('lets the ignored win over the added', () => {
    const own = createCatalogue(libraries, userRows({ ...calls, blockingExtra: ['app.slow'], blockingIgnore: ['app.slow'] }));
    assert.equal(own.lookup('app.slow')?.blocks, undefined);
  });
});

function modulesOf(library: Library): readonly string[] {
  return [library.module, ...(library.forks ?? [])];
}

function namesOf(name: string, { methods = {} }: Api): readonly string[] {
  return [name, ...Object.entries(methods).flatMap(([method, api]) => namesOf(`${name}.${method}`, api))];
}

/** Whether the catalogue claims to know the module that the name is in. */
function isInside(name: string, modules: ReadonlySet<string>): boolean {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) if (modules.has(name.slice(0, dot))) return true;
  return false;
}

describe('exception classes', () => {
  it('know their bases, and calls raise known ones', () => {
    for (const { module, errors = {} } of libraries) {
      for (const [name, { also = [] }] of Object.entries(errors)) {
        const error = catalogue.error(`${module}.${name}`);
        for (const base of error?.bases ?? ['nothing'])
          assert.ok(catalogue.error(base) !== undefined, `${module}.${name} derives from ${base}`);
        for (const alias of also) assert.equal(catalogue.error(`${module}.${alias}`)?.name, `${module}.${name}`);
      }
    }
    for (const name of rowNames) {
      for (const error of catalogue.lookup(name)?.raises ?? []) assert.ok(catalogue.error(error) !== undefined, `${name} raises ${error}`);
    }
  });

  it('are found by any of their names, and under those of a fork', () => {
    assert.equal(catalogue.error('requests.exceptions.Timeout')?.name, 'requests.Timeout');
    assert.deepEqual(catalogue.error('builtins.IOError')?.bases, ['builtins.Exception']);
    assert.deepEqual(catalogue.error('httpx2.ConnectError')?.bases, ['httpx2.NetworkError']);
    assert.ok(catalogue.lookup('httpx2.get')?.raises?.includes('httpx2.TransportError'));
    assert.equal(catalogue.error('httpx.get'), undefined);
    assert.equal(catalogue.error('app.errors.NotFound'), undefined);
  });

  it('are what waits for other machines, and not what only makes an object', () => {
    assert.ok(catalogue.lookup('requests.Session.get')?.raises?.includes('requests.ConnectionError'));
    assert.deepEqual(catalogue.lookup('httpx.Response.raise_for_status')?.raises, ['httpx.HTTPStatusError']);
    assert.equal(catalogue.lookup('httpx.Client')?.raises, undefined);
  });
});

/** What the fix of deprecated-on-event leaves of a module, and where it declines. */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { check } from '../support/check';
import { applied } from '../support/fixing';

const imports = 'from collections.abc import AsyncIterator\nfrom contextlib import asynccontextmanager\n\n';
const head = 'from fastapi import FastAPI\n\n\n';

const cases: readonly { readonly title: string; readonly before: string; readonly after: string }[] = [
  {
    title: 'start-up alone, with comments and its own indentation',
    before: `${head}# The service.\napp = FastAPI(\n  title="Shop",  # shown\n)\n\n\n# Tables.\n@app.on_event("startup")  # first\nasync def tables():  # second\n  # third\n  await create()  # fourth\n`,
    after: `${imports}${head}@asynccontextmanager\nasync def lifespan(app: FastAPI) -> AsyncIterator[None]:\n  await tables()\n  yield\n\n\n# The service.\napp = FastAPI(\n  title="Shop",  # shown\n  lifespan=lifespan,\n)\n\n\n# Tables.\n# first\nasync def tables():  # second\n  # third\n  await create()  # fourth\n`,
  },
  {
    title: 'several handlers in the order of their registration, one of them for both events',
    before: `${head}app = FastAPI()\n@app.on_event("shutdown")\ndef one(): ...\n@app.on_event("startup")\n@app.on_event("shutdown")\nasync def two(): ...\n@app.on_event("startup")\ndef three(): return None\n`,
    after: `${imports}${head}@asynccontextmanager\nasync def lifespan(app: FastAPI) -> AsyncIterator[None]:\n    await two()\n    three()\n    try:\n        yield\n    finally:\n        one()\n        await two()\n\n\napp = FastAPI(lifespan=lifespan)\ndef one(): ...\nasync def two(): ...\ndef three(): return None\n`,
  },
  {
    title: 'handlers that are added by a call',
    before: `import fastapi\ndef start(): ...\napp: fastapi.FastAPI = fastapi.FastAPI(debug=True)\napp.add_event_handler("startup", start)  # why\n@app.on_event("shutdown")\nasync def stop(): ...\n`,
    after: `${imports}import fastapi\ndef start(): ...\n\n\n@asynccontextmanager\nasync def lifespan(app: fastapi.FastAPI) -> AsyncIterator[None]:\n    start()\n    try:\n        yield\n    finally:\n        await stop()\n\n\napp: fastapi.FastAPI = fastapi.FastAPI(debug=True, lifespan=lifespan)\n# why\nasync def stop(): ...\n`,
  },
  {
    title: 'beside the handlers of a router',
    before: `from fastapi import APIRouter, FastAPI\n\nrouter = APIRouter()\n\n\napp = FastAPI()\n@app.on_event("startup")\nasync def start(): ...\n`,
    after: `${imports}from fastapi import APIRouter, FastAPI\n\nrouter = APIRouter()\n\n\n@asynccontextmanager\nasync def lifespan(app: FastAPI) -> AsyncIterator[None]:\n    await start()\n    yield\n\n\napp = FastAPI(lifespan=lifespan)\nasync def start(): ...\n`,
  },
];

const start = '@app.on_event("startup")\nasync def start(): ...\n';
const declined: readonly (readonly [string, string])[] = [
  ['there is a lifespan', `${head}app = FastAPI(lifespan=None)\n${start}`],
  ['handlers are given as arguments', `${head}app = FastAPI(on_shutdown=[print])\n${start}`],
  ['anything may be among the arguments', `${head}app = FastAPI(**options)\n${start}`],
  ['the application is made in a function', `${head}def make():\n    app = FastAPI()\n    @app.on_event("startup")\n    def f(): ...\n`],
  ['the application is made in a condition', `${head}if x:\n    app = FastAPI()\n${start}`],
  ['the application is bound twice', `${head}app = FastAPI()\napp = FastAPI()\n${start}`],
  ['the application comes from elsewhere', `${head}from .main import app\n${start}`],
  ['a handler is registered in a condition', `${head}app = FastAPI()\nif x:\n    @app.on_event("startup")\n    def f(): ...\n`],
  [
    'another handler is registered in a function',
    `${head}app = FastAPI()\n${start}def more(a: FastAPI):\n    a.add_event_handler("shutdown", print)\n`,
  ],
  ['a handler is decorated', `${head}app = FastAPI()\n@app.on_event("startup")\n@repeat_every(seconds=5)\nasync def tick(): ...\n`],
  ['a handler comes from elsewhere', `${head}from .db import connect\napp = FastAPI()\napp.add_event_handler("startup", connect)\n`],
  ['a handler takes arguments', `${head}app = FastAPI()\n@app.on_event("startup")\nasync def start(x=1): ...\n`],
  ['a handler is a generator', `${head}app = FastAPI()\n@app.on_event("startup")\ndef start():\n    yield\n`],
  ['two handlers have one name', `${head}app = FastAPI()\n${start}@app.on_event("shutdown")\nasync def start(): ...\n`],
  ['the name is taken', `${head}from .life import lifespan\napp = FastAPI()\n${start}`],
  ['the router is reached into', `${head}app = FastAPI()\n${start}app.router.on_startup.append(print)\n`],
  ['modules are imported that may register more', `${head}app = FastAPI()\n${start}from . import jobs\n`],
  ['a comment stands in the decorator', `${head}app = FastAPI()\n@app.on_event(\n    "startup",  # why\n)\nasync def start(): ...\n`],
];

describe('the fix of deprecated-on-event', () => {
  for (const { title, before, after } of cases) {
    test(title, () => {
      assert.equal(fixed(before), after);
      assert.equal(fixed(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
    });
  }

  for (const [title, source] of declined) {
    test(`is not offered where ${title}`, () => {
      const found = check(source).findings.filter(({ rule }) => rule === 'deprecated-on-event');
      assert.ok(found.length > 0);
      assert.ok(found.every(({ fixes }) => fixes.length === 0));
    });
  }

  test('leaves the handlers of another application', () => {
    const text = fixed(`${head}app = FastAPI()\nsub = FastAPI()\n${start}@sub.on_event("startup")\nasync def begin(): ...\n`);
    assert.match(text, /@sub\.on_event\("startup"\)\nasync def begin/);
    assert.doesNotMatch(text, /@app\.on_event/);
  });
});

function fixed(source: string): string {
  const checked = check(source);
  const [finding] = checked.findings.filter(({ rule }) => rule === 'deprecated-on-event');
  const offer = finding?.fixes[0];
  const edits = finding === undefined || offer === undefined ? undefined : checked.fix(finding, offer);
  assert.ok(edits !== undefined, 'no fix');
  assert.deepEqual(checked.failures, []);
  return applied(checked, edits);
}

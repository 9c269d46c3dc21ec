/** What one check leaves to the next: for each kind of need, an edit elsewhere that changes what is found in a chunk. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unlimited } from '../../server/src/engine/budget';
import type { CheckedFile } from '../../server/src/engine/check';
import { defineRule, type Rule } from '../../server/src/engine/rule';
import { rules } from '../../server/src/rules/index.generated';
import { ReadLog } from '../../server/src/semantic/reads';
import { mergedSettings } from '../../server/src/settings/parse';
import { projectTarget } from '../../server/src/settings/target';
import type { SyntaxTree } from '../../server/src/syntax/node';
import { ChunkSharing } from '../fuzz/support/sharedChunks';
import { enclosing } from '../../server/src/syntax/query';
import { engineFor } from '../support/check';
import { parseText } from '../support/parser';
import { asRule, namedCallRule } from '../support/rules';

const settings = mergedSettings({ profile: 'all' });
const target = projectTarget(undefined, settings);

/** An edit, and the part of the log without which its effect goes unnoticed. */
interface Case {
  readonly what: string;
  /** The one rule that is to run, where others would look at more than the need that is tried. */
  readonly only?: string;
  readonly noted:
    'declarations' | 'references' | 'mentions' | 'coroutine' | 'importOf' | 'members' | 'attribute' | 'star' | 'whole' | 'again';
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

const large = Array.from({ length: 60 }, (_, line) => `        # ${line}: ${'what is written here says nothing at all '.repeat(2)}`).join(
  '\n',
);

const cases: readonly Case[] = [
  {
    what: 'what a name stands for',
    noted: 'declarations',
    code: 'import time as clock\nimport time\n\nasync def work():\n    time.sleep(1)\n',
    from: 'import time\n',
    to: 'time = None\n',
  },
  {
    what: 'who uses a variable',
    noted: 'references',
    code: 'import socket\n\nsock = socket.socket()\n\nasync def work():\n    sock.recv(1)\n\nprint(1)\n',
    from: 'print(1)',
    to: 'sock.setblocking(False)',
  },
  {
    what: 'what is done with a function',
    noted: 'mentions',
    code: 'import requests\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nclass Pages:\n    def home(self):\n        with requests.Session() as session:\n            session.get("https://x.example", timeout=5)\n\napp.add_api_route("/", Pages().away)\n',
    from: 'away',
    to: 'home',
  },
  {
    what: 'whether a method is written with `async`',
    only: 'unawaited-coroutine',
    noted: 'coroutine',
    code: 'class Repo:\n    def load(self): pass\n\nrepo = Repo()\n\ndef work():\n    repo.load()\n',
    from: 'def load',
    to: 'async def load',
  },
  {
    what: 'whether a module is imported',
    noted: 'importOf',
    only: 'timeout-parameter',
    code: 'import elsewhere\n\nasync def upgrade(job, timeout=5):\n    await job.run()\n',
    from: 'import elsewhere',
    to: 'import alembic',
  },
  {
    what: 'how many members a large class has, which no rule of ours asks',
    noted: 'members',
    code: `class Large:\n    first = 1\n\n    def work(self):\n${large}\n        members()\n`,
    from: '    first = 1',
    to: '    first = 1\n    second = 2',
  },
  {
    what: 'what the members of a large class assign to an attribute',
    noted: 'attribute',
    only: 'blocking-db-call',
    code: `import sqlite3\n\nclass Large:\n    def prepare(self):\n${large}\n        self.client = sqlite3.connect("x")\n\n    async def work(self):\n        self.client.execute("SELECT 1")\n`,
    from: 'self.client = sqlite3.connect("x")',
    to: 'self.client = None',
  },
  {
    what: 'a star import',
    noted: 'star',
    code: 'import os\n\nasync def work():\n    open("x").read()\n',
    from: 'import os',
    to: 'from os import *',
  },
  {
    what: 'what holds wherever in the file it is set',
    noted: 'mentions',
    code: 'import socket\nimport urllib.request\n\ndef load():\n    urllib.request.urlopen("https://x.example")\n\nsocket.setdefaulttimeout(3)\n',
    from: 'socket.setdefaulttimeout(3)',
    to: 'print(1)',
  },
  {
    what: 'what a rule looks for in the whole file',
    noted: 'whole',
    code: 'import aiohttp\nfrom aiohttp import web\n\nasync def start(app):\n    app["http"] = aiohttp.ClientSession()\n\ndef end():\n    print(1)\n\napp = web.Application()\napp.on_startup.append(start)\n',
    from: 'print(1)',
    to: 'print("http")',
  },
  {
    what: 'an answer that was kept for somebody else',
    noted: 'again',
    code: 'import requests as http\nimport requests\n\nclient = requests.Session()\n\nasync def one():\n    client.get("https://x.example", timeout=3)\n\nasync def other():\n    client.get("https://x.example", timeout=3)\n',
    from: 'import requests\n',
    to: 'requests = None\n',
  },
];

/** Says of each call of `members` how many there are in the class round it. */
const memberCount = asRule(
  'member-count',
  'noise',
  defineRule({
    ...{ severity: 'warning', profile: 'recommended', since: '0.1.0', topics: ['event-loop'], fix: 'none' },
    messages: { members: '{count} members' },
    visit: {
      call(node, { finding }) {
        if (node.field('function').text !== 'members') return undefined;
        const count = enclosing(node, 'class_definition')?.field('body').children.length ?? 0;
        return finding(node, 'members', { count: String(count) });
      },
    },
  }),
);

const allRules = [...rules, memberCount];

describe('the memory of a check', () => {
  for (const one of cases) {
    const { what, code, from, to, noted, only } = one;
    it(`knows of ${what}`, () => {
      const among = only === undefined ? allRules : rules.filter(({ id }) => id === only);
      const after = code.replace(from, to);
      const scratch = found(checked(parseText(after), undefined, among));
      assert.notDeepEqual(scratch, found(checked(parseText(code), undefined, among)), 'the edit changes nothing');
      assert.deepEqual(withMemory(code, after, among), scratch);
      assert.notDeepEqual(
        without(noted, () => withMemory(code, after, among)),
        scratch,
        `the edit is noticed without ${noted}`,
      );
    });
  }

  it('knows of other names for what is called', () => {
    const rule = namedCallRule('bang', 'noise');
    const code = 'from x import other as first\nsecond = first\n\ndef f():\n    second()\n';
    for (const after of [code.replace('other', 'bang'), code.replace('= first', '= x.bang')]) {
      const scratch = found(checked(parseText(after), undefined, [rule]));
      assert.equal(scratch.length, 1);
      assert.deepEqual(withMemory(code, after, [rule]), scratch);
      assert.deepEqual(withMemory(after, code, [rule]), []);
    }
  });

  it('keeps what an edit has nothing to do with, and moves it', () => {
    const code = 'import time\n\ndef first():\n    pass\n\nasync def work():\n    time.sleep(1)\n';
    const sharing = new ChunkSharing();
    const before = checked(sharing.shared(parseText(code)));
    const after = checked(sharing.shared(parseText(code.replace('pass', 'return None'))), before);
    assert.equal(after.memory?.kept.at(-1), before.memory?.kept.at(-1));
    assert.deepEqual(
      found(after).map(({ range }) => range.start),
      found(before).map(({ range }) => range.start + 'return None'.length - 'pass'.length),
    );
  });
});

function withMemory(before: string, after: string, among: readonly Rule[] = allRules): CheckedFile['findings'] {
  const sharing = new ChunkSharing();
  return found(checked(sharing.shared(parseText(after)), checked(sharing.shared(parseText(before)), undefined, among), among));
}

function checked(tree: SyntaxTree, previous?: CheckedFile, among: readonly Rule[] = allRules): CheckedFile {
  return engineFor(among).checkPython({ file: 'app/module.py', tree, target, previous }, settings, unlimited);
}

function found({ findings }: CheckedFile): CheckedFile['findings'] {
  return findings;
}

/** What work gives when nothing of one kind is noted. */
function without<Result>(noted: Case['noted'], work: () => Result): Result {
  const original = Object.getOwnPropertyDescriptor(ReadLog.prototype, noted);
  assert.ok(original);
  Object.defineProperty(ReadLog.prototype, noted, { ...original, value: () => undefined });
  try {
    return work();
  } finally {
    Object.defineProperty(ReadLog.prototype, noted, original);
  }
}

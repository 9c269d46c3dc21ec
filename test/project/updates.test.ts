/** What changes when a file does: nothing for an edit that others cannot see, and then only for those that rest on it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { libraries } from '../../server/src/catalogue/index.generated';
import { createProject, type ModuleSummary, type Project } from '../../server/src/project/index';
import { localKnowledge, moduleSummary } from '../../server/src/project/localKnowledge';
import { knowledgeOf, type UseFact } from '../../server/src/project/summary';
import { buildModel } from '../../server/src/semantic/model';
import { parseText } from '../support/parser';

const catalogue = createCatalogue(libraries);

function summary(code: string): ModuleSummary {
  return moduleSummary(buildModel(parseText(code), catalogue));
}

function projectOf(files: Readonly<Record<string, string>>): Project {
  const project = createProject();
  for (const [file, code] of Object.entries(files)) project.update(file, summary(code));
  return project;
}

const chain = {
  'app/main.py': 'from .service import load\n\n\nasync def main():\n    load()\n',
  'app/service.py': 'from .db import fetch\n\n\ndef load():\n    return fetch()\n',
  'app/db.py': 'import requests\n\n\ndef fetch():\n    return requests.get("https://example.com", timeout=5)\n',
  'app/other.py': 'import json\n',
};

describe('a summary', () => {
  it('stays the same while a body changes in what nobody else sees', () => {
    const project = projectOf(chain);
    const before = project.generationOf('app/main.py');
    const edited = `# moved\n\n${chain['app/db.py'].replace('return requests', 'total = 1 + 1\n    print(total)\n    return requests')}`;
    assert.equal(project.update('app/db.py', summary(edited)), false);
    assert.equal(project.generationOf('app/main.py'), before);
  });

  it('knows the new places all the same', () => {
    const project = projectOf(chain);
    project.update('app/db.py', summary(`\n\n${chain['app/db.py']}`));
    assert.equal(project.summaryOf('app/db.py')?.functions['fetch']?.at[2], 5);
  });

  for (const [what, from, to] of [
    ['a call that blocks goes', 'requests.get("https://example.com", timeout=5)', '1'],
    ['a function becomes async', 'def fetch', 'async def fetch'],
    ['a function is renamed', 'def fetch', 'def fetched'],
    ['a decorator comes', 'def fetch', '@unknown\ndef fetch'],
  ] as const) {
    it(`changes when ${what}`, () => {
      const project = projectOf(chain);
      const before = project.generationOf('app/main.py');
      assert.equal(project.update('app/db.py', summary(chain['app/db.py'].replace(from, to))), true);
      assert.notEqual(project.generationOf('app/main.py'), before);
    });
  }

  for (const name of ['at', 'role', 'isRepeated', 'runs', 'awaitsMore'])
    it(`changes with an attribute that is called ${name}`, () => {
      const project = projectOf({ 'app/a.py': `class A:\n    ${name}: int\n` });
      assert.equal(project.update('app/a.py', summary(`class A:\n    ${name}: str\n`)), true);
    });

  it('is plain data', () => {
    const made = summary('import a\n\n\nclass B(a.C):\n    x: int = 1\n\n    def f(self):\n        a.g()\n\n\nvalue = a.make()\n');
    assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  });
});

describe('the generation of a file', () => {
  const renamed = chain['app/db.py'].replace('def fetch', 'def fetched');

  it('does not count what the file itself says', () => {
    const project = projectOf(chain);
    const [own, other] = ['app/db.py', 'app/main.py'].map((file) => project.generationOf(file));
    project.update('app/db.py', summary(renamed));
    assert.equal(project.generationOf('app/db.py'), own);
    assert.notEqual(project.generationOf('app/main.py'), other);
  });

  it('does count it where another file brings it back', () => {
    const project = projectOf({ ...chain, 'app/db.py': `from . import main\n${chain['app/db.py']}` });
    const before = project.generationOf('app/db.py');
    project.update('app/db.py', summary(`from . import main\n${renamed}`));
    assert.notEqual(project.generationOf('app/db.py'), before);
  });
});

describe('a change of what a coroutine calls', () => {
  const files = { 'app/a.py': 'def one(): ...\n', 'app/b.py': 'from .a import one\n\n\nasync def two(): ...\n' };
  const calling = 'from .a import one\n\n\nasync def two():\n    one()\n';
  const ask = (project: Project): void => {
    const model = buildModel(parseText(files['app/a.py']), catalogue);
    project.outlook('app/a.py', localKnowledge(model), catalogue).callers.roleOf({ kind: 'function', file: 'app/a.py', path: 'one' });
  };

  it('is something new to those that are asked who calls their functions', () => {
    const project = projectOf(files);
    ask(project);
    const before = project.generationOf('app/a.py');
    assert.equal(project.update('app/b.py', summary(calling)), true);
    assert.notEqual(project.generationOf('app/a.py'), before);
  });

  it('is something new where a call gives something else', () => {
    const project = projectOf({ ...files, 'app/b.py': calling });
    ask(project);
    const before = project.generationOf('app/a.py');
    assert.equal(project.update('app/b.py', summary(calling.replace('one()', 'one(5)'))), true);
    assert.notEqual(project.generationOf('app/a.py'), before);
  });

  it('is nothing to all others', () => {
    const project = projectOf(files);
    const before = project.generationOf('app/a.py');
    assert.equal(project.update('app/b.py', summary(calling)), true);
    assert.equal(project.generationOf('app/a.py'), before);
    ask(project);
    assert.equal(project.generationOf('app/a.py'), before);
  });

  it('is nothing new to the file itself', () => {
    const project = projectOf(files);
    ask(project);
    const before = project.generationOf('app/a.py');
    project.update('app/a.py', summary('def one(): ...\n\n\none()\n'));
    assert.equal(project.generationOf('app/a.py'), before);
  });
});

describe('a limit that a file gives all sockets', () => {
  const files = {
    'app/work.py': 'from urllib.request import urlopen\n',
    'app/main.py': 'import socket\n\n\ndef main(): ...\n',
    'app/all.py': 'from . import main, work\n',
  };
  const setting = (limit: string): ModuleSummary => summary(`import socket\n\n\ndef main():\n    socket.setdefaulttimeout(${limit})\n`);
  const setters = (project: Project): readonly string[] => {
    const model = buildModel(parseText(files['app/work.py']), catalogue);
    return project
      .outlook('app/work.py', localKnowledge(model), catalogue)
      .filesSetting('socket-default')
      .map(({ file }) => file);
  };

  it('is known in files that have nothing else to do with it, as soon as it is set and until it is not', () => {
    const project = projectOf(files);
    assert.deepEqual(setters(project), []);
    for (const [limit, expected] of [
      ['5', ['app/main.py']],
      ['None', []],
      ['read()', ['app/main.py']],
    ] as const) {
      const before = project.generationOf('app/work.py');
      assert.equal(project.update('app/main.py', setting(limit)), true);
      assert.notEqual(project.generationOf('app/work.py'), before);
      assert.equal(project.restsOn('app/work.py', 'app/main.py'), true);
      assert.deepEqual(setters(project), expected);
    }
    project.update('app/main.py', summary(files['app/main.py']));
    assert.deepEqual(setters(project), []);
    project.update('app/main.py', setting('5'));
    assert.equal(project.remove('app/main.py'), true);
    assert.deepEqual(setters(project), []);
  });

  it('is nothing to files of another program', () => {
    const project = projectOf({
      ...files,
      'app/all.py': 'from . import main\n',
      'app/main.py': 'import socket\n\nsocket.setdefaulttimeout(5)\n',
    });
    assert.deepEqual(setters(project), []);
    const before = project.generationOf('app/work.py');
    project.update('app/all.py', summary(files['app/all.py']));
    assert.notEqual(project.generationOf('app/work.py'), before);
    assert.equal(project.restsOn('app/work.py', 'app/all.py'), true);
    assert.deepEqual(setters(project), ['app/main.py']);
  });

  it('is nothing to them either once a file has asked that nobody has told of', () => {
    const project = projectOf({ ...files, 'app/all.py': 'x = 1\n', 'app/main.py': 'import socket\n\nsocket.setdefaulttimeout(5)\n' });
    const model = buildModel(parseText('def one(): ...\n'), catalogue);
    const { callers } = project.outlook('app/new.py', localKnowledge(model), catalogue);
    callers.roleOf({ kind: 'function', file: 'app/new.py', path: 'one' });
    assert.deepEqual(setters(project), []);
  });

  it('is nothing to anybody before it is asked for', () => {
    const project = projectOf({ ...files, 'app/main.py': 'import socket\n\n\nasync def main(): ...\n' });
    const before = project.generationOf('app/work.py');
    project.update('app/main.py', summary('import socket\n\n\nasync def main():\n    socket.setdefaulttimeout(5)\n'));
    assert.equal(project.generationOf('app/work.py'), before);
    assert.equal(project.restsOn('app/work.py', 'app/main.py'), false);
  });
});

describe('a package of another folder', () => {
  it('is taken for the only one of its name once all files have been told', () => {
    const project = createProject({ isTold: true });
    project.update('one/tools/__init__.py', summary('def load(): ...\n'));
    project.update('two/main.py', summary('import tools\n'));
    assert.equal(project.restsOn('two/main.py', 'one/tools/__init__.py'), false);
    project.settle();
    assert.equal(project.restsOn('two/main.py', 'one/tools/__init__.py'), true);
    project.update('three/tools/__init__.py', summary('def load(): ...\n'));
    assert.equal(project.restsOn('two/main.py', 'one/tools/__init__.py'), false);
  });
});

describe('what a file does with functions', () => {
  const code = [
    'import asyncio',
    'from fastapi import Depends, FastAPI',
    'from .deps import get_db, make, Service, stop',
    'app = FastAPI(on_shutdown=[stop])',
    'service = make()',
    'class Repo(Service):',
    '    def load(self, items):',
    '        self.one()',
    '        return [self.one() for item in items]',
    '    def one(self): ...',
    '@app.get("/")',
    'async def listed(db=Depends(get_db)):',
    '    Service().start(5, at=None, db=db)',
    '    await asyncio.to_thread(make)',
    '    return (lambda: make())',
  ].join('\n');
  const model = buildModel(parseText(code), catalogue);
  const told = knowledgeOf(moduleSummary(model));
  const asked = localKnowledge(model);

  for (const [name, ...expected] of [
    ['get_db', '.deps.get_db as dependency given ["*"]'],
    ['stop', '.deps.stop as event-handler given ["*"]'],
    ['make', '.deps.make', '.deps.make in listed given ["*"]'],
    ['one', '<this>.Repo.one in Repo.load', '<this>.Repo.one in Repo.load repeated'],
    ['Service', '.deps.Service in listed'],
    ['start', '.deps.Service().start in listed given [[0,"int"],["at","None"],"db"]'],
    ['load'],
  ] as const)
    it(`says the same of ${name} by its summary and by its model`, () => {
      const shown = ({ name: used, role, by, isRepeated, given = [] }: UseFact): string => {
        const how = [...(role ? ['as', role] : []), ...(by ? ['in', by] : []), ...(isRepeated ? ['repeated'] : [])];
        return [used, ...how, ...(given.length === 0 ? [] : ['given', JSON.stringify(given)])].join(' ');
      };
      assert.deepEqual(asked.usesOf(name).map(shown).sort(), [...expected].sort());
      assert.deepEqual(told.usesOf(name).map(shown).sort(), [...expected].sort());
    });
});

describe('a file rests on another', () => {
  const project = projectOf(chain);
  for (const [file, other, expected] of [
    ['app/main.py', 'app/service.py', true],
    ['app/main.py', 'app/db.py', true],
    ['app/db.py', 'app/main.py', false],
    ['app/main.py', 'app/other.py', false],
    ['app/other.py', 'app/db.py', false],
  ] as const)
    it(`${file} ${expected ? 'rests' : 'does not rest'} on ${other}`, () => assert.equal(project.restsOn(file, other), expected));

  it('rests on those that import it once it is asked who calls its functions', () => {
    const asking = projectOf(chain);
    assert.equal(asking.restsOn('app/db.py', 'app/main.py'), false);
    const model = buildModel(parseText(chain['app/db.py']), catalogue);
    const { callers } = asking.outlook('app/db.py', localKnowledge(model), catalogue);
    assert.equal(callers.occasionOf({ kind: 'function', file: 'app/db.py', path: 'fetch' })?.per, 'program');
    assert.equal(asking.restsOn('app/db.py', 'app/main.py'), true);
    assert.equal(asking.restsOn('app/db.py', 'app/other.py'), false);
  });

  it('sees files that come and go', () => {
    const changing = projectOf({ 'app/main.py': chain['app/main.py'] });
    assert.equal(changing.restsOn('app/main.py', 'app/service.py'), false);
    changing.update('app/service.py', summary(chain['app/service.py']));
    assert.equal(changing.restsOn('app/main.py', 'app/service.py'), true);
    assert.equal(changing.remove('app/service.py'), true);
    assert.equal(changing.restsOn('app/main.py', 'app/service.py'), false);
    assert.equal(changing.remove('app/service.py'), false);
  });

  it('comes to an end where imports go in a circle', () => {
    const circle = projectOf({ 'a.py': 'import b\n', 'b.py': 'import a\n', 'c.py': '' });
    assert.equal(circle.restsOn('a.py', 'c.py'), false);
    assert.equal(circle.restsOn('a.py', 'a.py'), true);
  });
});

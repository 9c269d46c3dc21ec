import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/hosts/toml';
import {
  comparePython,
  compareVersions,
  hasPython,
  newestPython,
  oldestPython,
  oldestVersion,
} from '../../server/src/settings/pythonVersion';
import { projectTarget } from '../../server/src/settings/target';
import type { Target } from '../../server/src/settings/target';

describe('the oldest Python that a constraint allows', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    '>=3.11': '3.11',
    '>=3.11,<4': '3.11',
    '>= 3.11 , < 4.0': '3.11',
    '>=3.9,!=3.9.7': '3.9',
    '>=3.8,>=3.10': '3.10',
    '<4,>=3.12': '3.12',
    '>3.10': '3.10',
    '~=3.11': '3.11',
    '~=3.11.2': '3.11',
    '==3.12.*': '3.12',
    '===3.12.1': '3.12',
    '^3.11': '3.11',
    '~3.11': '3.11',
    '3.11': '3.11',
    '3.11.*': '3.11',
    '^3.9 || ^3.11': '3.9',
    '>=3.9 <4': '3.9',
    '>=3': '3.0',
    '<3.14': undefined,
    '*': undefined,
    '': undefined,
    '!=3.9': undefined,
    nonsense: undefined,
    '<4 || ^3.11': undefined,
  };
  for (const [constraint, expected] of Object.entries(cases)) {
    test(`of "${constraint}"`, () => {
      const version = oldestPython(constraint);
      assert.equal(version && `${String(version.major)}.${String(version.minor)}`, expected);
    });
  }

  test('keeps all numbers of a library', () => {
    assert.deepEqual(oldestVersion('>=2.0.31,<3'), [2, 0, 31]);
    assert.deepEqual(oldestVersion('==1.4.0rc1'), [1, 4, 0]);
  });
});

describe('versions', () => {
  test('are compared by numbers', () => {
    assert.ok(comparePython({ major: 3, minor: 9 }, { major: 3, minor: 11 }) < 0);
    assert.ok(hasPython({ major: 3, minor: 11 }, '3.11') && !hasPython({ major: 3, minor: 10 }, '3.11'));
    assert.ok(compareVersions([2, 10], [2, 9, 5]) > 0);
    assert.equal(compareVersions([2], [2, 0, 0]), 0);
  });
});

describe('what a project is written for', () => {
  test('is the newest Python and unknown libraries without a project', () => {
    const target = projectTarget(undefined, { targetVersion: 'auto' });
    assert.deepEqual(target.python, newestPython);
    assert.equal(target.dependsOn('httpx'), undefined);
    assert.equal(target.library('httpx'), undefined);
  });

  test('is what [project] says', () => {
    const target = targetOf(
      [
        '[project]',
        'requires-python = ">=3.11,<4"',
        'dependencies = ["httpx[http2]>=0.27 ; python_version > \'3.8\'", "SQLAlchemy~=2.0.30", "redis", "x @ https://example.org/x.whl", "Typing_Extensions (>=4.1)"]',
        '[project.optional-dependencies]',
        'cache = ["diskcache>=5"]',
        '[dependency-groups]',
        'dev = ["pytest>=8", { include-group = "lint" }]',
        'lint = ["ruff==0.9.1"]',
        '[tool.uv]',
        'dev-dependencies = ["mypy>=1.11"]',
      ].join('\n'),
    );
    assert.deepEqual(target.python, { major: 3, minor: 11 });
    assert.deepEqual(target.library('httpx'), [0, 27]);
    assert.deepEqual(target.library('sqlalchemy'), [2, 0, 30]);
    assert.deepEqual(target.library('typing-extensions'), [4, 1]);
    assert.equal(target.library('redis'), undefined);
    for (const name of ['redis', 'Redis', 'x', 'diskcache', 'pytest', 'ruff', 'mypy', 'typing.extensions'])
      assert.equal(target.dependsOn(name), true, name);
    assert.equal(target.dependsOn('requests'), false);
  });

  test('is what Poetry says', () => {
    const target = targetOf(
      [
        '[tool.poetry.dependencies]',
        'python = "^3.10"',
        'fastapi = "^0.115"',
        'celery = { version = "^5.4", extras = ["redis"] }',
        'local = { path = "../local" }',
        '[tool.poetry.group.dev.dependencies]',
        'pytest = "*"',
      ].join('\n'),
    );
    assert.deepEqual(target.python, { major: 3, minor: 10 });
    assert.deepEqual(target.library('fastapi'), [0, 115]);
    assert.deepEqual(target.library('celery'), [5, 4]);
    assert.deepEqual(
      ['local', 'pytest', 'python', 'requests'].map((name) => target.dependsOn(name)),
      [true, true, false, false],
    );
  });

  test('is unknown where it is dynamic or not said', () => {
    assert.equal(targetOf('[project]\ndynamic = ["dependencies"]\n[dependency-groups]\ndev = ["pytest"]\n').dependsOn('httpx'), undefined);
    assert.equal(targetOf('[tool.ruff]\n').dependsOn('httpx'), undefined);
    assert.deepEqual(targetOf('[project]\nrequires-python = 3\ndependencies = "x"\n').python, newestPython);
  });

  test('is what the settings say first', () => {
    const document = parseConfig('[project]\nrequires-python = ">=3.11"\n');
    assert.deepEqual(projectTarget(document, { targetVersion: 'py39' }).python, { major: 3, minor: 9 });
    assert.deepEqual(projectTarget(document, { targetVersion: 'auto' }).python, { major: 3, minor: 11 });
  });
});

function targetOf(text: string): Target {
  return projectTarget(parseConfig(text), { targetVersion: 'auto' });
}

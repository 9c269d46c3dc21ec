/** Holds the repository to what its own documents promise: budgets, names, completeness. */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { createCatalogue } from '../server/src/catalogue/catalogue';
import { libraries } from '../server/src/catalogue/index.generated';
import type { Api } from '../server/src/catalogue/schema';
import { commands } from '../client/src/commands/index';
import { ruleExamples } from './support/examples';
import { parsePage, ruleShape, topicShape } from '../server/src/docs/parse';
import type { Page } from '../server/src/docs/parse';
import { snippetsOf } from '../server/src/docs/snippets';
import type { Rule } from '../server/src/engine/rule';
import { rules, ruleTexts } from '../server/src/rules/index.generated';
import { topics } from '../server/src/topics/index.generated';

const rulesRoot = 'server/src/rules';
const categories =
  'asyncio fastapi sqlalchemy pooling resilience jobs observability errors testing migrations api cli structure tooling'.split(' ');
/** Rules whose page says nothing that CPython could show, each with the reason. */
const withoutEvidence = new Map([
  ['prefer-timeout-context', 'both forms end the waits at the same moment; the rule is about how the limit reads'],
  ['dev-extra', 'it reads the project file only'],
  ['malformed-ignore', 'it reads comments only'],
  ['unused-ignore', 'it reads comments only'],
]);
const pages = new Map<string, Page>([
  ...rules.map(({ id, category }): [string, Page] => [`${category}/${id}`, parsePage(ruleTexts.get(id) ?? '', ruleShape)]),
  ...topics.map(({ id, text }): [string, Page] => [`topics/${id}`, parsePage(text, topicShape)]),
]);

describe('budgets', () => {
  const sources = sourceFiles();

  test('a rule has at most 150 lines, any other source 400', () => {
    const tooLong = sources.flatMap((path) => {
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
      const budget = path.startsWith('server/src/rules/') && basename(path) === 'rule.ts' ? 150 : 400;
      return lines > budget ? [`${path} has ${String(lines)} lines, ${String(budget)} are allowed`] : [];
    });
    assert.deepEqual(tooLong, []);
  });

  test('a function has at most 60 lines', () => {
    // The callbacks of `describe` are lists of tests, not functions that anybody has to follow.
    const functions = sources.filter((path) => !path.startsWith('test/')).flatMap((path) => functionsOf(path));
    assert.ok(functions.length > 100);
    assert.deepEqual(
      functions.filter(({ lines }) => lines > 60).map(({ place, lines }) => `${place} has ${String(lines)} lines`),
      [],
    );
  });

  test('no file is a heap of helpers by name', () => {
    assert.deepEqual(
      sources.filter((path) => /^(utils?|helpers?|misc|common)\.\w+$/.test(basename(path))),
      [],
    );
  });
});

describe('rules', () => {
  const folders = folderNames(rulesRoot).flatMap((category) => folderNames(join(rulesRoot, category)).map((id) => ({ category, id })));

  test('every folder is a rule with its three files, and in the index', () => {
    assert.ok(folders.length > 0);
    for (const { category, id } of folders) {
      const files = readdirSync(join(rulesRoot, category, id)).sort();
      assert.deepEqual(files, ['cases.md', 'rule.md', 'rule.ts'], `${category}/${id}`);
    }
    assert.deepEqual(
      rules.map(({ category, id }) => `${category}/${id}`).sort(),
      folders.map(({ category, id }) => `${category}/${id}`).sort(),
    );
  });

  test('ids are words joined by hyphens, unique, and no category', () => {
    const ids = folders.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index || categories.includes(id) || !/^[a-z]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
    assert.deepEqual(
      folderNames(rulesRoot).filter((category) => !categories.includes(category)),
      [],
    );
  });

  test('every rule names a topic, and only topics that there are', () => {
    const known = new Set(topics.map((topic) => topic.id));
    assert.deepEqual(
      rules
        .filter((rule) => rule.topics.length === 0 || rule.topics.some((id) => !known.has(id)))
        .map(({ id, topics: named }) => `${id}: ${named.join()}`),
      [],
    );
  });

  test('the declared fix is the strongest that the rule has', () => {
    assert.deepEqual(
      rules.filter((rule) => rule.fix !== strongestFix(rule)).map((rule) => `${rule.id} says ${rule.fix} and has ${strongestFix(rule)}`),
      [],
    );
  });

  test('messages and titles of fixes are written as the style says', () => {
    const messages = rules.flatMap((rule) => Object.values(rule.messages).map((text) => `${rule.id}: ${text}`));
    const titles = rules.flatMap((rule) =>
      fixesOf(rule).flatMap(({ title }) => (typeof title === 'string' ? [`${rule.id}: ${title}`] : [])),
    );
    assert.deepEqual(
      [...messages, ...titles].filter((text) => text.endsWith('.') || text.includes('\n')),
      [],
    );
    assert.deepEqual(
      titles.filter((text) => !/: [A-Z]/.test(text)),
      [],
    );
  });

  test('what a rule says of run time has a script in test/evidence', () => {
    const scripts = readdirSync('test/evidence')
      .filter((name) => name.endsWith('.py'))
      .map((name) => basename(name, '.py'));
    const shown = [...scripts, ...withoutEvidence.keys()];
    assert.deepEqual(
      rules.filter(({ id }) => !shown.includes(id)).map(({ id }) => `${id} needs test/evidence/${id}.py, or a reason in this file`),
      [],
    );
    assert.deepEqual(
      shown.filter((id, index) => shown.indexOf(id) !== index || !rules.some((rule) => rule.id === id)),
      [],
      'a script or a reason too much',
    );
  });

  test('every rule has a hook', () => {
    const hooks = ['visit', 'knownCalls', 'knownDecorators', 'blockingCall', 'coroutineCall', 'namedCalls', 'file', 'toml', 'directives'];
    assert.deepEqual(
      rules.filter((rule) => !hooks.some((hook) => hook in rule)).map((rule) => rule.id),
      [],
    );
  });
});

describe('pages', () => {
  test('every page has the shape of its kind', () => {
    assert.deepEqual(
      [...pages].flatMap(([name, page]) => page.problems.map((problem) => `${name}: ${problem}`)),
      [],
    );
  });

  test('every rule has examples that make sense', () => {
    const problems = rules.flatMap(({ id }) =>
      ruleExamples(parsePage(ruleTexts.get(id) ?? '', ruleShape)).problems.map((problem) => `${id}: ${problem}`),
    );
    assert.deepEqual(problems, []);
  });

  test('titles are unique, summaries are one sentence', () => {
    const titles = [...pages.values()].map((page) => page.title);
    assert.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
    assert.deepEqual(
      [...pages]
        .filter(([, page]) => !page.summary.endsWith('.') || page.summary.length > 160)
        .map(([name, { summary }]) => `${name}: ${summary}`),
      [],
    );
  });

  test('snippets have prefixes and titles of their own', () => {
    const snippets = [...pages.values()].flatMap((page) => snippetsOf(page));
    assert.ok(snippets.length > 0);
    assert.deepEqual(
      snippets.filter(({ prefix }) => !/^sp_[a-z_]+$/.test(prefix)).map(({ prefix }) => prefix),
      [],
    );
    for (const name of ['prefix', 'title'] as const) {
      const values = snippets.map((snippet) => snippet[name]);
      assert.deepEqual(
        values.filter((value, index) => values.indexOf(value) !== index),
        [],
        name,
      );
    }
  });

  test('what pages point to inside of the repository is there', () => {
    const links = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs')].flatMap((path) => localLinks(path));
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter(({ target }) => !existsSync(target)).map(({ from, target }) => `${from} → ${target}`),
      [],
    );
  });
});

describe('catalogue', () => {
  const catalogue = createCatalogue(libraries);

  test('every file of facts is in the list, each module once', () => {
    const files = readdirSync('server/src/catalogue/libraries');
    assert.equal(libraries.length, files.length, files.join());
    const modules = libraries.map((library) => library.module);
    assert.deepEqual(
      modules.filter((name, index) => modules.indexOf(name) !== index),
      [],
    );
  });

  test('every name that a fact refers to has facts of its own', () => {
    const referring = libraries.flatMap((library) =>
      Object.entries(library.apis).flatMap(([name, api]) => references(`${library.module}.${name}`, api)),
    );
    assert.ok(referring.length > 0);
    assert.deepEqual(
      referring.filter(({ target }) => catalogue.lookup(target) === undefined).map(({ from, target }) => `${from} → ${target}`),
      [],
    );
  });
});

describe('surface', () => {
  test('every layer of the server has its row in the layer table', async () => {
    const { layers } = (await import(pathToFileURL('.dependency-cruiser.mjs').href)) as { layers: Record<string, unknown> };
    const names = folderNames('server/src');
    assert.deepEqual(Object.keys(layers).sort(), names.sort());
  });

  test('commands are unique and have our prefix', () => {
    const ids = commands.map((command) => command.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.filter((id) => !/^servicePatterns\.[a-z][A-Za-z]+$/.test(id)),
      [],
    );
  });
});

function sourceFiles(): string[] {
  const files = ['server/src', 'client/src', 'scripts', 'test'].flatMap((root) => filesIn(root));
  const isExempt = (path: string): boolean =>
    /\.generated\.ts$|\.d\.ts$|^server\/src\/catalogue\/(libraries\/|index\.ts$)|^test\/(fixtures|corpus|e2e\/workspace)\//.test(path);
  return files.filter((path) => /\.(ts|mjs)$/.test(path) && !isExempt(path));
}

function filesIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${root}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function folderNames(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function functionsOf(path: string): { place: string; lines: number }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { place: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const [start, end] = [node.getStart(source), node.end].map((offset) => source.getLineAndCharacterOfPosition(offset).line) as [
        number,
        number,
      ];
      found.push({ place: `${path}:${String(start + 1)}`, lines: end - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function fixesOf(rule: Rule): { kind: string; title: unknown }[] {
  return [...Object.values(rule.fixes ?? {}), ...Object.values(rule.configFixes ?? {})];
}

function strongestFix(rule: Rule): string {
  const kinds = fixesOf(rule).map((fix) => fix.kind);
  if (kinds.length === 0) return 'none';
  return kinds.includes('unsafe') ? 'unsafe' : 'safe';
}

function markdownIn(root: string): string[] {
  return filesIn(root).filter((path) => path.endsWith('.md'));
}

/** The links of a page that are no addresses, without code in which brackets mean something else. */
function localLinks(path: string): { from: string; target: string }[] {
  const text = readFileSync(path, 'utf8')
    .replace(/^(`{3,}).*\n[^]*?^\1$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:|^#/.test(target)) return [];
    return [{ from: path, target: join(path, '..', target.split('#', 1).join('')) }];
  });
}

/** The callables and base classes that a row and its methods name. Results may be of types without facts. */
function references(from: string, { asyncTwin, bases = [], methods = {} }: Api): { from: string; target: string }[] {
  const own = [...(asyncTwin === undefined ? [] : [asyncTwin]), ...bases].map((target) => ({ from, target }));
  return [...own, ...Object.entries(methods).flatMap(([name, api]) => references(`${from}.${name}`, api))];
}

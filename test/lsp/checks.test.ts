/** An edit in one function of a long document looks at that function again, and at nothing else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEngine } from '../../server/src/engine/check';
import { defineRule } from '../../server/src/engine/rule';
import { matchesGlob } from '../../server/src/hosts/glob';
import { createChecks, type CheckedDocument } from '../../server/src/lsp/checks';
import type { FileConfiguration } from '../../server/src/lsp/configuration';
import { createDocuments } from '../../server/src/lsp/documents';
import { createProject } from '../../server/src/project/index';
import { mergedSettings } from '../../server/src/settings/parse';
import { settingsOfFile } from '../../server/src/settings/projectFiles';
import { projectTarget } from '../../server/src/settings/target';
import { parseText } from '../support/check';
import { parser } from '../engine/parserSupport';
import { asRule } from '../support/rules';
import { typedStates } from '../support/typedStates';
import { testHost } from './support/client';

const uri = 'file:///work/app/long.py';
const functions = 300;
const text = Array.from({ length: functions }, (_, index) => `def f${index}(a):\n    x = g${index}(a)\n    return x\n\n\n`).join('');
const edited = 150;
/** The line above `return` in the function in the middle. */
const line = 5 * edited + 2;

const settings = settingsOfFile(mergedSettings({ profile: 'all' }), 'app/long.py', matchesGlob);
const configuration: FileConfiguration = {
  path: 'app/long.py',
  settings,
  target: projectTarget(undefined, settings),
  exclusion: undefined,
  origin: 'defaults',
  projectFile: undefined,
  problems: [],
};

describe('the check of a long document', () => {
  for (const typing of ['raw', 'auto-closed'] as const) {
    it(`looks at the function that is typed in alone, ${typing}`, () => {
      const { type, found, visits } = started();
      assert.equal(found().file?.findings.length, functions);
      assert.equal(visits.splice(0).length, functions);
      const before = chunksOf(found());
      let last = '';
      for (const { typed } of typedStates(withLine('    if x := h(a, "b", [1]):'), line, typing)) {
        type(last, typed);
        last = typed;
        const checked = found();
        const others = chunksOf(checked).filter((chunk) => before.includes(chunk));
        assert.equal(others.length, functions - 1, typed);
        assert.ok(
          visits.splice(0).every((name) => name === `g${edited}` || name === 'h'),
          typed,
        );
        const names = checked.file?.findings.map(({ range }) => checked.file?.text.slice(range.start, range.end).split('(')[0]);
        assert.deepEqual(
          names?.filter((name) => name !== 'h'),
          Array.from({ length: functions }, (_, index) => `g${index}`),
          typed,
        );
      }
    });
  }
});

function withLine(inserted: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, line), inserted, ...lines.slice(line)].join('\n');
}

function chunksOf({ file }: CheckedDocument): readonly unknown[] {
  return file?.view?.tree.chunks.map(({ chunk }) => chunk) ?? [];
}

/** Checks of one open document with a rule that tells which calls it has looked at. */
function started() {
  const visits: string[] = [];
  const rule = asRule(
    'seen',
    'noise',
    defineRule({
      ...{ severity: 'warning', profile: 'recommended', since: '0.1.0', topics: ['event-loop'], fix: 'none' },
      messages: { call: 'call' },
      visit: {
        call: (node, { finding }) => {
          visits.push(node.field('function').text);
          return finding(node, 'call', {});
        },
      },
    }),
  );
  const engine = createEngine({
    rules: [rule],
    libraries: [],
    project: createProject(),
    parse: (source) => parseText(source),
    parseConfig: testHost.parseConfig,
  });
  const documents = createDocuments(() => 0);
  const checks = createChecks(documents, {
    host: { ...testHost, now: () => 0 },
    engine,
    parser,
    log: { error: (message) => assert.fail(message) },
  });
  documents.open({ uri, languageId: 'python', version: 1, text: withLine('') });
  let version = 1;
  return {
    visits,
    found: () => {
      const document = documents.get(uri);
      assert.ok(document);
      return checks.of(document, configuration);
    },
    type: (from: string, to: string) => {
      version += 1;
      // As editors tell it: what stays is not sent again.
      const kept = Array.from(from).findIndex((character, index) => to[index] !== character);
      const start = kept < 0 ? from.length : kept;
      const range = { start: { line, character: start }, end: { line, character: from.length } };
      documents.change({ textDocument: { uri, version }, contentChanges: [{ range, text: to.slice(start) }] });
    },
  };
}

/**
 * Typing a line leaves the rest of the file alone: no function but the edited one is lost, and what is found elsewhere is
 * what was found before the line or what will be after it. Every line of our own modules is typed, character by character.
 */
import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { libraries } from '../../server/src/catalogue/index.generated';
import { unlimited } from '../../server/src/engine/budget';
import { createEngine } from '../../server/src/engine/check';
import { matchesGlob } from '../../server/src/hosts/glob';
import { parseConfig } from '../../server/src/hosts/toml';
import { createProject } from '../../server/src/project/index';
import { rules } from '../../server/src/rules/index.generated';
import { mergedSettings } from '../../server/src/settings/parse';
import { settingsOfFile } from '../../server/src/settings/projectFiles';
import { projectTarget } from '../../server/src/settings/target';
import type { Range, SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import type { ParsedText } from '../../server/src/syntax/parser';
import { repairsOf } from '../../server/src/syntax/repair';
import { typedStates } from '../support/typedStates';
import type { TypedState, Typing } from '../support/typedStates';
import { assertConsistent } from './parserConsistency';
import { allNodes, everything, parser, shape, standardLibrary, treeOf } from './parserSupport';

const folder = process.env['SERVICE_PATTERNS_TEST_TYPING'] ?? 'test/fixtures/sample-service/app';
const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => ({ name, text: name.endsWith('.py') ? readFileSync(`${folder}/${name}`, 'utf8') : '' }))
  .filter(({ text }) => text.split('\n').length > 40 && text.split('\n').length < 120);
/** Of so many lines, one is typed. */
const step = everything ? 1 : 6;
const file = 'app/module.py';
const engine = createEngine({ rules, libraries, project: createProject(), parse: treeOf, parseConfig });
const settings = settingsOfFile(mergedSettings({ profile: 'strict' }), file, matchesGlob);
const target = projectTarget(undefined, settings);

for (const typing of ['raw', 'auto-closed'] as const) {
  test(`typing leaves the rest of a file alone, ${typing}`, (context) => {
    const total: Count = { states: 0, broken: 0, lost: 0, moved: 0, changed: 0 };
    const examples: string[] = [];
    for (const { name, text } of modules) {
      assert.equal(treeOf(text).hasErrors, false, name);
      text.split('\n').forEach((line, index) => {
        if (line.trim() !== '' && (index + name.length) % step === 0)
          countLine(text, index, typing, total, (what, state) =>
            examples.push(`${what} ${name}:${index + 1} ${JSON.stringify(state.typed)}`),
          );
      });
    }
    const { states, broken, lost, moved, changed } = total;
    const share = (count: number) => `${((100 * count) / states).toFixed(2)} %`;
    context.diagnostic(
      `${states} states, ${share(broken)} broken; another function lost ${share(lost)}, its end moved ${share(moved)}, findings elsewhere changed ${share(changed)}`,
    );
    if (everything) for (const example of examples) context.diagnostic(example);
    assert.ok(broken > 0.2 * states);
    assert.ok(lost <= 0.005 * states, share(lost));
    assert.ok(changed <= 0.01 * states, share(changed));
  });
}

interface Count {
  states: number;
  broken: number;
  lost: number;
  moved: number;
  changed: number;
}

function countLine(text: string, line: number, typing: Typing, total: Count, tell: (what: string, state: TypedState) => void): void {
  const lines = text.split('\n');
  const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
  const whole = lines[line] ?? '';
  const blank = [...lines.slice(0, line), '', ...lines.slice(line + 1)].join('\n');
  const complete = treeOf(text);
  const edited = statementAt(complete, start + whole.length - whole.trimStart().length);
  const place = (length: number): Place => ({ start, end: start + length, edited, shift: length - whole.length });
  const before = elsewhere(blank, line, place(0));
  const after = elsewhere(text, line, place(whole.length));
  const functions = functionsOf(complete, place(whole.length));
  let previous: ParsedText | undefined;
  let last = '';
  for (const state of typedStates(text, line, typing)) {
    const parsed = parser.parse(state.text, previous && { parsed: previous, changes: [changeOf(last, state.typed, start)] }, {
      editedLine: line,
    });
    assert.ok(parsed !== 'cancelled');
    previous?.dispose();
    previous = parsed;
    last = state.typed;
    const { tree } = parsed;
    assert.equal(tree.text, state.text);
    assertConsistent(tree);
    total.states += 1;
    if (tree.hasErrors) total.broken += 1;
    const where = place(state.typed.length);
    const found = functionsOf(tree, where);
    const isLost = [...functions.keys()].some((key) => !found.has(key));
    if (isLost) tell('lost', state);
    if (isLost) total.lost += 1;
    else if ([...functions].some(([key, end]) => found.get(key) !== end)) total.moved += 1;
    const findings = findingsOf(tree, where);
    const isChanged =
      [...findings].some((key) => !before.has(key) && !after.has(key)) || [...before].some((key) => after.has(key) && !findings.has(key));
    if (isChanged) tell('changed', state);
    if (isChanged) total.changed += 1;
  }
  previous?.dispose();
}

/** The line that is typed, and the statement that it is of in the finished text. */
interface Place extends Range {
  readonly edited: Range;
  /** How much longer the line is than when it is finished. */
  readonly shift: number;
}

function changeOf(from: string, to: string, start: number) {
  return { start, oldEnd: start + from.length, newText: to };
}

/** The innermost statement or clause that begins on the line or goes over it. */
function statementAt(tree: SyntaxTree, offset: number): Range {
  let node: SyntaxNode | undefined = tree.nodeAt(offset);
  while (
    node.parent !== undefined &&
    !node.parent.is('block', 'module') &&
    !node.is('else_clause', 'elif_clause', 'except_clause', 'finally_clause', 'case_clause')
  )
    node = node.parent;
  return { start: node.start, end: node.end };
}

/** An offset as it will be when the line is finished. */
function finished(offset: number, { end, shift }: Place): number {
  return offset > end ? offset - shift : offset;
}

/** Functions by name, place and the word async, with where they end; without one whose header is being typed. */
function functionsOf(tree: SyntaxTree, place: Place): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const node of allNodes(tree)) {
    if (!node.is('function_definition') || node.isMissing) continue;
    const start = finished(node.start, place);
    if (start === place.edited.start || (node.start >= place.start && node.start <= place.end)) continue;
    found.set(`${start} ${node.hasToken('async') ? 'async ' : ''}${node.field('name').text}`, finished(node.end, place));
  }
  return found;
}

function elsewhere(text: string, editedLine: number, place: Place): ReadonlySet<string> {
  const parsed = parser.parse(text, undefined, { editedLine });
  assert.ok(parsed !== 'cancelled');
  parsed.dispose();
  return findingsOf(parsed.tree, place);
}

function findingsOf(tree: SyntaxTree, place: Place): ReadonlySet<string> {
  const { findings } = engine.checkPython({ file, tree, target }, settings, unlimited);
  const keys = findings.flatMap(({ rule, range, message }) => {
    const start = finished(range.start, place);
    return start >= place.edited.start && start <= place.edited.end ? [] : [`${rule} ${start} ${message}`];
  });
  return new Set(keys);
}

test('the same text and line have the same tree, whatever was before', () => {
  for (const { text } of modules) {
    const lines = text.split('\n');
    for (let line = 0; line < lines.length; line += 2 * step) {
      let previous: ParsedText | undefined;
      let last: string | undefined;
      const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      for (const state of typedStates(text, line, 'raw')) {
        const changes = last === undefined ? [] : [changeOf(last, state.typed, start)];
        const parsed = parser.parse(state.text, previous && { parsed: previous, changes }, { editedLine: line });
        const fresh = parser.parse(state.text, undefined, { editedLine: line });
        assert.ok(parsed !== 'cancelled' && fresh !== 'cancelled');
        assert.equal(shape(parsed.tree), shape(fresh.tree), JSON.stringify(state.typed));
        previous?.dispose();
        fresh.dispose();
        previous = parsed;
        last = state.typed;
      }
      previous?.dispose();
    }
  }
});

test('no line of a whole text is taken for a broken one', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const text of standardLibrary(12)) {
    const lines = text.split('\n');
    if (lines.length > 600 || treeOf(text).hasErrors) continue;
    for (let line = 0; line < lines.length; line += 2 * step) {
      count += 1;
      if (repairsOf(text, line).isSurelyBroken) wrong.push(lines.slice(line, line + 2).join('\n'));
    }
  }
  // Prose in strings can look like a definition, after which it reads like code.
  assert.ok(wrong.length <= 0.0005 * count, wrong.join('\n---\n'));
});

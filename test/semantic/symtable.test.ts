/**
 * Scopes and bindings compared with those of CPython's own compiler: for a sample of the standard library (all of it with
 * `SERVICE_PATTERNS_TEST_EVERYTHING=1`) and for code written to be hard. `symtable` is the judge; the names that a scope
 * only reads are compared where the file binds them, because a name that nothing binds has no binding to compare. Files
 * that speak of `__class__` are left out: the compiler gives that name a meaning of its own in methods.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildScopes } from '../../server/src/semantic/scopes';
import type { Binding, Scope, Scopes } from '../../server/src/semantic/scopes';
import type { SyntaxTree } from '../../server/src/syntax/node';
import { standardLibrary } from '../engine/parserSupport';
import { parseText } from '../support/parser';
import { symbolTables } from '../support/symtable';
import type { SymbolScope } from '../support/symtable';
import { hardScopes } from './hardScopes';

describe('scopes are those of the compiler', () => {
  it('in the standard library', () => {
    const texts = standardLibrary(100);
    const { compared, misread, differences } = compare(texts);
    assert.deepEqual(differences, []);
    assert.ok(compared > 0.8 * texts.length && misread < 0.02 * compared, `${compared} of ${texts.length} files were compared`);
  });

  for (const [title, text] of Object.entries(hardScopes)) {
    it(title, () => {
      const { version, compared, differences } = compare([text]);
      assert.deepEqual(differences, []);
      const oldest = Number(/# since (\d+)/.exec(text)?.[1] ?? 0);
      assert.equal(compared, version < oldest ? 0 : 1, 'CPython or the parser does not read this');
    });
  }
});

interface Comparison {
  readonly version: number;
  readonly compared: number;
  /** The number of texts that CPython compiles and the parser does not read without errors. */
  readonly misread: number;
  readonly differences: readonly string[];
}

function compare(given: readonly string[]): Comparison {
  const texts = given.map(withEvaluatedAnnotations).filter((text) => !text.includes('__class__'));
  const { version, areComprehensionsInlined, tables } = symbolTables(texts);
  const differences: string[] = [];
  let misread = 0;
  let compared = 0;
  for (const [index, text] of texts.entries()) {
    const expected = tables[index];
    if (expected === undefined) continue;
    const tree = parseText(text);
    if (tree.hasErrors) {
      // Where the parser misreads a text its scopes are those of another one.
      misread += 1;
      continue;
    }
    compared += 1;
    const { lines, hidden } = ours(tree, areComprehensionsInlined);
    const told = theirs(expected).filter((line) => !hidden.has(placeOf(line)));
    differences.push(...differencesBetween(told, lines).map((line) => `${firstLine(text)} … ${line}`));
  }
  return { version, compared, misread, differences };
}

/** With this import the compiler does not look at annotations any more. */
function withEvaluatedAnnotations(text: string): string {
  return text.replace(/^from __future__ import annotations$/m, 'pass');
}

function firstLine(text: string): string {
  return (/\S.*/.exec(text)?.[0] ?? '').slice(0, 60);
}

/** One line for each name of each scope: `12 function work: client local A`. */
function theirs(scopes: readonly SymbolScope[]): readonly string[] {
  const bound = new Set<string>();
  for (const { key, names } of scopes) {
    for (const [name, word] of Object.entries(names)) {
      if (word.includes(' ') && (key === 'module' || word.startsWith('global'))) bound.add(name);
    }
  }
  return scopes.flatMap(({ key, names }) => {
    const lines = Object.entries(names).filter(([name, word]) => bound.has(name) || !(key === 'module' || word.startsWith('global')));
    return lines.map(([name, word]) => `${key}: ${name} ${word}`);
  });
}

/** The scope and name of a line. */
function placeOf(line: string): string {
  return /^(.*?: \S+)/.exec(line)?.[1] ?? line;
}

interface OurScopes {
  readonly lines: readonly string[];
  /** Names that comprehensions bind where they count as part of what is around: there the compiler's answer is a mixture. */
  readonly hidden: ReadonlySet<string>;
}

function ours(tree: SyntaxTree, areComprehensionsInlined: boolean): OurScopes {
  const scopes = buildScopes(tree);
  const entries = new Map<string, Entry>();
  const hidden = new Set<string>();
  const note = (where: Scope, owner: Scope, name: string, letter = ''): void => {
    // The compiler's scopes of type parameters are counted as part of what is around them.
    if (where.kind === 'type-parameters' && owner === where) return;
    const around = where.kind === 'type-parameters' ? (where.parent ?? where) : where;
    const at = areComprehensionsInlined ? outsideOfComprehensions(around) : around;
    const place = `${keyOf(at)}: ${mangled(name, at)}`;
    const entry = entries.get(`${at.node.id} ${name}`) ?? { at, owner, place, letters: new Set() };
    if (entry.owner !== owner || (areComprehensionsInlined && owner.kind === 'comprehension' && at !== around)) hidden.add(place);
    assert.ok(entry.owner === owner || areComprehensionsInlined, `${name} has two owners`);
    entries.set(`${at.node.id} ${name}`, { ...entry, letters: entry.letters.add(letter) });
  };
  for (const scope of allScopes(scopes)) for (const binding of scope.bindings.values()) noteBinding(binding, scopes, note);
  const shown = [...entries.values()].filter(({ place }) => !hidden.has(place));
  return { lines: shown.map((entry) => lineOf(entry, scopes)), hidden };
}

function noteBinding(binding: Binding, scopes: Scopes, note: (at: Scope, owner: Scope, name: string, letter?: string) => void): void {
  const { scope, name: bound } = binding;
  for (const { name, kind, node } of binding.declarations) {
    assert.equal(scopes.bindingOf(name), binding, `${node.text} does not bind ${bound}`);
    const at = scopes.scopeAt(name);
    const letter = kind === 'parameter' ? 'P' : kind === 'import' ? 'I' : 'A';
    note(at, scope, bound, letter);
    // CPython notes a walrus in a comprehension in the function around as well.
    const outer = outsideOfComprehensions(at);
    if (node.is('named_expression') && outer !== scopes.module) note(outer, scope, bound, letter);
  }
  for (const reference of binding.references) {
    const at = scopes.scopeAt(reference);
    assert.equal(scopes.lookup(bound, at), binding, `${bound} at ${reference.start} is looked up elsewhere`);
    assert.equal(scopes.bindingOf(reference), binding);
    note(at, scope, bound);
  }
}

interface Entry {
  readonly at: Scope;
  readonly owner: Scope;
  readonly place: string;
  readonly letters: Set<string>;
}

function lineOf({ at, owner, place, letters }: Entry, scopes: Scopes): string {
  const where = at === owner ? 'local' : owner === scopes.module ? 'global' : 'free';
  return `${place} ${where} ${['P', 'I', 'A'].filter((letter) => letters.has(letter)).join('')}`.trimEnd();
}

function outsideOfComprehensions(scope: Scope): Scope {
  let outer = scope;
  while (outer.kind === 'comprehension' && outer.parent !== undefined) outer = outer.parent;
  return outer;
}

function* allScopes(scopes: Scopes): Iterable<Scope> {
  const { tree } = scopes.module.node;
  for (let id = 0; id < tree.nodeCount; id += 1) {
    const scope = scopes.scopeOf(tree.node(id));
    if (scope !== undefined) yield scope;
  }
}

function keyOf({ kind, node }: Scope): string {
  if (kind === 'module') return 'module';
  const line = node.tree.text.slice(0, node.start).split(/\r\n?|\n/).length;
  const name = node.is('function_definition', 'class_definition') ? ` ${node.field('name').text}` : '';
  return `${line} ${kind}${name}`;
}

/** In a class, `__name` stands for `_Class__name`. */
function mangled(name: string, at: Scope): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  for (let scope: Scope | undefined = at; scope !== undefined; scope = scope.parent) {
    const { node } = scope;
    const owner = node.is('class_definition') ? node.field('name').text.replace(/^_+/, '') : '';
    if (owner !== '') return `_${owner}${name}`;
  }
  return name;
}

function differencesBetween(expected: readonly string[], actual: readonly string[]): readonly string[] {
  return [...without(expected, actual).map((line) => `missing: ${line}`), ...without(actual, expected).map((line) => `too much: ${line}`)];
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

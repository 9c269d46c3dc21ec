import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { largeClass } from '../../server/src/syntax/chunks';
import type { SyntaxNode } from '../../server/src/syntax/node';
import { descendants, sameNode } from '../../server/src/syntax/query';
import { createParser } from '../../server/src/parser/treeSitter';
import { assertConsistent } from './parserConsistency';
import { allNodes, files, find, kinds, parse, parser, shape, standardLibrary, traps, treeOf } from './parserSupport';

const member = (index: number) => `    @property
    def member_${index}(self, first: int = ${index}) -> str:
        """Long enough to matter ${'.'.repeat(60)}"""
        return self.other.value(first, key=[${index}, "text"])  # member ${index}

`;
const members = Array.from({ length: 40 }, (_, index) => member(index)).join('');
const large = `import os\n\n@register("name")\nclass Large(Base, metaclass=Meta):  # header\n    # first\n    x = 1; y = 2\n\n${members}\nafter = 1\n`;

test('the code that leads parsers astray gives consistent trees', () => {
  for (const text of traps) assertConsistent(treeOf(text));
});

test('real files give consistent trees', () => {
  for (const text of standardLibrary(20)) assertConsistent(treeOf(text));
});

test('children leave out tokens and comments, parts leave out nothing', () => {
  const call = find(treeOf('f(a, # why\n  b)\n'), 'argument_list');
  assert.deepEqual(
    call.children.map((node) => node.text),
    ['a', 'b'],
  );
  assert.deepEqual(
    call.parts.map((node) => node.text),
    ['(', 'a', ',', '# why', 'b', ')'],
  );
  assert.ok(call.hasToken('(') && !call.hasToken('()') && !call.hasToken('a'));
});

test('fields answer with a node, nothing or a list', () => {
  const definition = find(treeOf('async def f(a) -> int:\n    if a: pass\n    elif b: pass\n    else: pass\n'), 'function_definition');
  assert.ok(definition.is('function_definition'));
  assert.equal(definition.field('name').text, 'f');
  assert.equal(definition.field('return_type')?.text, 'int');
  assert.equal(definition.field('type_parameters'), undefined);
  const [condition] = definition.field('body').children;
  assert.ok(condition?.is('if_statement'));
  assert.deepEqual(
    condition.field('alternative').map((node) => node.kind),
    ['elif_clause', 'else_clause'],
  );
  const bare = find(treeOf('if a: pass\n'), 'if_statement');
  assert.ok(bare.is('if_statement'));
  assert.deepEqual(bare.field('alternative'), []);
});

test('top-level statements and comments are chunks, and so are the members of a large class', () => {
  const small = treeOf('import a  # b\n\n# c\nclass D:\n    x = 1\ne; f\n');
  assert.deepEqual(
    small.chunks.map(({ start, end }) => small.text.slice(start, end)),
    ['import a', '# b', '# c', 'class D:\n    x = 1', 'e', ';', 'f'],
  );
  const tree = treeOf(large);
  const kindsOfChunks = tree.chunks.map(({ firstId }) => tree.node(firstId).kind);
  assert.deepEqual(kindsOfChunks.slice(0, 6), [
    'import_statement',
    'decorated_definition',
    'expression_statement',
    'token',
    'expression_statement',
    'decorated_definition',
  ]);
  assert.equal(kindsOfChunks.filter((kind) => kind === 'decorated_definition').length, 41);
  assert.equal(kindsOfChunks.at(-1), 'expression_statement');
});

test('a class that is cut into chunks reads like one that is not', () => {
  assert.ok(large.length > largeClass);
  const tree = treeOf(large);
  assertConsistent(tree);
  const decorated = tree.root.children[1];
  assert.ok(decorated?.is('decorated_definition'));
  const definition = decorated.field('definition');
  assert.ok(definition.is('class_definition'));
  assert.equal(definition.text, large.slice(large.indexOf('class'), large.lastIndexOf('\n\n\nafter')));
  const body = definition.field('body');
  assert.equal(body.children.length, 42);
  assert.ok(
    body.parts.every((part) => sameNode(part.parent, body)) && sameNode(body.parent, definition) && sameNode(decorated.parent, tree.root),
  );
  assert.equal(body.hasToken(';'), true);
  assert.equal(definition.hasToken(';'), false);
  assert.equal([...descendants(body)].filter((node) => node.is('function_definition')).length, 40);
  const name = find(tree, 'identifier', 'member_7');
  assert.ok(sameNode(tree.nodeAt(name.start), name));
  assert.ok(sameNode(tree.nodeWith('class_definition', definition), definition));
  assert.ok(sameNode(tree.nodeWith('identifier', name), name));
  assert.equal(tree.nodeWith('class_definition', name), undefined);
});

test('an error in a member shows in the whole large class, and nowhere beside it', () => {
  const tree = treeOf(large.replace('first, key=[7,', 'first key=[7,'));
  assertConsistent(tree);
  assert.ok(tree.hasErrors && tree.root.hasError);
  assert.deepEqual(
    tree.root.children.map((node) => node.hasError),
    [false, true, false],
  );
  assert.equal(find(tree, 'block').hasError, true);
});

test('moving a large class leaves its chunks as they are', () => {
  const chunks = (text: string) => treeOf(text).chunks.map(({ chunk }) => chunk);
  assert.deepEqual(chunks(`"""Docstring."""\nx = [\n]\n${large}`).slice(2), chunks(large));
});

test('a change in a member leaves all other chunks as they are', () => {
  const before = treeOf(large).chunks.map(({ chunk }) => chunk);
  const after = treeOf(large.replace('first, key=[7,', 'first, other, key=[(7),')).chunks.map(({ chunk }) => chunk);
  assert.equal(before.filter((chunk, index) => !equal(chunk, after[index])).length, 1);
});

test('a text in which nothing fits keeps its whole statements at the top', () => {
  const tree = treeOf('import os\n# why\ndef f(a:\n x = (1\nimport b\n');
  assertConsistent(tree);
  assert.equal(
    kinds(tree.root),
    '(module (import_statement (dotted_name (identifier))) (ERROR (identifier) (identifier) (type (identifier)) (integer) (identifier) (identifier)))',
  );
  assert.equal(tree.root.kind, 'module');
  assertConsistent(treeOf('x = """abc\nmore\n'));
});

test('the smallest node at a place', () => {
  const tree = treeOf('x = f(a)  # c\n\n');
  const at = (offset: number) => tree.nodeAt(offset).text;
  assert.deepEqual([at(0), at(4), at(5), at(6), at(10)], ['x', 'f', '(', 'a', '# c']);
  assert.deepEqual([tree.nodeAt(1).kind, tree.nodeAt(14).kind, tree.nodeAt(99).kind], ['assignment', 'module', 'module']);
});

test('a part that the parser made up is missing, and makes its parents erroneous', () => {
  const tree = treeOf('for x in :\n    pass\ny = 1\n');
  const missing = allNodes(tree).filter((node) => node.isMissing);
  assert.deepEqual(
    missing.map((node) => [node.kind, node.text, node.hasError]),
    [['identifier', '', true]],
  );
  assert.deepEqual(
    tree.root.children.map((node) => node.hasError),
    [true, false],
  );
  assert.ok(tree.hasErrors);
  assert.equal(treeOf('x = 1\n').hasErrors, false);
});

test('equal names are one string', () => {
  const names = allNodes(treeOf('alpha = alpha.alpha\ndef alpha(): pass\n')).filter((node) => node.is('identifier'));
  assert.deepEqual(new Set(names.map((node) => node.text)), new Set(['alpha']));
  assert.equal(names.length, 4);
});

test('a hundred thousand nested brackets overflow nothing', () => {
  const depth = 100_000;
  for (const text of [`x = ${'('.repeat(depth)}1${')'.repeat(depth)}\n`, '('.repeat(depth), `${'not '.repeat(depth)}x\n`]) {
    const tree = treeOf(text);
    const inner = tree.nodeAt(Math.floor(text.length / 2));
    assert.ok(inner.id > 0);
    assert.ok([...descendants(tree.root)].length >= 1);
    assert.equal(tree.nodeWith('call', { start: 3, end: 4 }), undefined);
    let last = tree.node(tree.nodeCount - 1);
    for (let outer: SyntaxNode | undefined = last; outer !== undefined; outer = outer.parent) last = outer;
    assert.equal(last.kind, 'module');
  }
});

test('a parse can be cut short, and the next one does not go on with it', () => {
  const long = 'x = [1, 2, 3]\n'.repeat(5000);
  let asked = 0;
  const stop = () => {
    asked += 1;
    return asked > 2;
  };
  assert.equal(parser.parse(long, undefined, { interrupt: stop }), 'cancelled');
  assert.equal(
    shape(treeOf('y = 1\n')),
    'module 0-6 in -\nexpression_statement 0-5 in 0\nassignment 0-5 in 1\nidentifier 0-1 in 2\ntoken 2-3 in 2\ninteger 4-5 in 2',
  );
  const whole = parser.parse(long, undefined, { interrupt: () => false });
  assert.ok(whole !== 'cancelled' && whole.tree.root.children.length === 5000);
  whole.dispose();
});

test('a parse that goes on from another can be cut short, and the other is still good', () => {
  const first = parse('x = [1, 2, 3]\n'.repeat(3000));
  const text = `y = 1\n${first.tree.text}`;
  const changes = [{ start: 0, oldEnd: 0, newText: 'y = 1\n' }];
  assert.equal(
    parser.parse(`(${text}`, { parsed: first, changes: [{ start: 0, oldEnd: 0, newText: '(y = 1\n' }] }, { interrupt: () => true }),
    'cancelled',
  );
  const next = parse(text, { parsed: first, changes });
  assert.equal(shape(next.tree), shape(treeOf(text)));
  next.dispose();
  first.dispose();
});

test('a tree outlives its text, and one that was given up is parsed on from all the same', () => {
  const parses = Array.from({ length: 20 }, (_, index) => parse(`x = ${index}\n`));
  for (const [index, parsed] of parses.entries()) {
    const changes = [{ start: 0, oldEnd: 1, newText: 'name' }];
    const next = parse(`name = ${index}\n`, { parsed, changes });
    assert.equal(find(next.tree, 'identifier').text, 'name');
    parsed.dispose();
    parsed.dispose();
    assert.equal(find(parsed.tree, 'integer').text, String(index));
    next.dispose();
  }
});

test('changes that do not lead to the text are not trusted', () => {
  const parsed = parse('x = 1\n');
  assert.equal(find(parse('longer = 1\n', { parsed, changes: [] }).tree, 'identifier').text, 'longer');
  parsed.dispose();
});

test('the parser gives the same trees whichever way it reads them', async () => {
  const slow = await createParser(files, { decoder: 'cursor' });
  const raw = await createParser(files, { decoder: 'raw cursor' });
  for (const text of [...traps, large]) {
    for (const other of [slow, raw]) {
      const parsed = other.parse(text);
      assert.ok(parsed !== 'cancelled');
      assert.equal(shape(parsed.tree), shape(treeOf(text)));
      parsed.dispose();
    }
  }
});

function equal(one: unknown, other: unknown): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

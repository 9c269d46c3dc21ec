import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { SyntaxNode } from '../../server/src/syntax/node';
import {
  ancestors,
  bodyStatements,
  callArguments,
  decoratorsOf,
  descendants,
  enclosingClass,
  enclosingFunction,
  enclosingStatement,
  isAsync,
  isStatement,
  isWithin,
  keywordArgument,
  parametersOf,
  sameNode,
  stringValue,
  unparenthesised,
} from '../../server/src/syntax/query';
import { find, treeOf } from './parserSupport';

const service = `import os

class Service:
    @retry(times=3)
    # between
    @cached
    async def load(self, key=default()):
        """Loads."""
        if key:  # why
            return await fetch(lambda: inner(key))

x = (((value)))
`;
const tree = treeOf(service);
const load = functionNamed('load');

test('functions, classes and statements around a node', () => {
  const inner = find(tree, 'identifier', 'inner');
  assert.equal(enclosingFunction(inner)?.field('name').text, 'load');
  assert.equal(enclosingClass(inner)?.field('name').text, 'Service');
  assert.equal(enclosingStatement(inner)?.kind, 'return_statement');
  assert.equal(enclosingFunction(find(tree, 'identifier', 'default'))?.field('name').text, 'load');
  assert.equal(enclosingFunction(find(tree, 'identifier', 'retry')), undefined);
  assert.equal(enclosingFunction(load), undefined);
  assert.ok(sameNode(enclosingStatement(load), load));
  assert.equal(enclosingStatement(tree.root), undefined);
});

test('ancestors go up to the module', () => {
  assert.deepEqual(
    [...ancestors(find(tree, 'identifier', 'fetch'))].map((node) => node.kind),
    [
      ...['call', 'await', 'return_statement', 'block', 'if_statement', 'block', 'function_definition'],
      ...['decorated_definition', 'block', 'class_definition', 'module'],
    ],
  );
});

test('descendants are named, in order, and can be kept out of a subtree', () => {
  const condition = find(tree, 'if_statement');
  assert.deepEqual(
    [...descendants(condition, { into: (node) => !node.is('lambda') })].map((node) => node.kind),
    ['identifier', 'block', 'return_statement', 'await', 'call', 'identifier', 'argument_list', 'lambda'],
  );
  assert.equal([...descendants(tree.root)].filter((node) => node.is('comment', 'token')).length, 0);
});

test('statements, bodies, decorators and async', () => {
  assert.deepEqual(
    bodyStatements(load.field('body')).map((node) => node.kind),
    ['expression_statement', 'if_statement'],
  );
  assert.deepEqual(bodyStatements(undefined), []);
  assert.deepEqual(
    decoratorsOf(load).map((node) => node.text),
    ['@retry(times=3)', '@cached'],
  );
  assert.equal(isAsync(load), true);
  assert.equal(isAsync(functionIn('def f(): pass')), false);
  assert.equal(isStatement(find(tree, 'block')), false);
  assert.equal(isStatement(find(tree, 'decorated_definition')), true);
});

test('one node has many views', () => {
  assert.notEqual(tree.root.children[0], tree.root.children[0]);
  assert.ok(sameNode(tree.root.children[0], tree.root.children[0]));
  assert.ok(!sameNode(tree.root.children[0], tree.root.children[1]));
  assert.ok(!sameNode(tree.root, treeOf(service).root));
  assert.ok(isWithin(load, load) && isWithin(find(tree, 'await'), load) && !isWithin(load, find(tree, 'await')));
});

test('the arguments of a call', () => {
  const call = callIn('f(1, a, k=2, *rest, b, k=3, **more)  # c');
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  assert.deepEqual(
    positional.map((node) => node.text),
    ['1', 'a'],
  );
  assert.deepEqual(
    [...keywords].map(([name, value]) => [name, value.text]),
    [['k', '2']],
  );
  assert.ok(hasSplat && hasDoubleSplat);
  assert.equal(keywordArgument(call, 'k')?.text, '2');
  assert.equal(keywordArgument(call, 'none'), undefined);
  assert.deepEqual(
    callArguments(callIn('f(x for x in y)')).positional.map((node) => node.kind),
    ['generator_expression'],
  );
  assert.deepEqual(callArguments(callIn('f()')), { positional: [], keywords: new Map(), hasSplat: false, hasDoubleSplat: false });
});

test('the value of a string is known when the literal says it', () => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['"plain"', 'plain'],
    ["''", ''],
    ['"a" \'b\' """c"""', 'abc'],
    ['(("a"\n  "b"))', 'ab'],
    ['r"\\d\\n"', '\\d\\n'],
    ['u"x"', 'x'],
    ['"\\x41\\u00e9\\U0001F600\\101\\0\\t\\\\\\\'\\"\\q\\8"', 'Aé😀A\0\t\\\'"\\q\\8'],
    ['"a\\\nb"', 'ab'],
    ['"a\\\r\nb"', 'ab'],
    ['"""a\r\nb"""', 'a\nb'],
    ['f"{{x}}\\n"', '{x}\n'],
    ['rf"{{\\d}}"', '{\\d}'],
    ['"{{"', '{{'],
    ['f"{x}"', undefined],
    ['"a" f"{x}"', undefined],
    ['b"x"', undefined],
    ['t"x"', undefined],
    ['"\\N{DASH}"', undefined],
    ['"\\x4"', undefined],
    ['"\\U00110000"', undefined],
    ['name', undefined],
    ['("a", "b")', undefined],
  ];
  for (const [source, expected] of values) assert.equal(stringValue(valueOf(source)), expected, source);
  assert.equal(stringValue(undefined), undefined);
});

test('the value of an unterminated string is not known', () => {
  const broken = treeOf('x = "abc');
  for (const node of descendants(broken.root)) assert.equal(stringValue(node), undefined);
});

test('parameters with their kinds, names, annotations and defaults', () => {
  const definition = functionIn('def f(a, b: int, /, c=1, d: str = "x", *args: int, e, g=2, **kw: str): pass');
  const seen = parametersOf(definition).map((parameter) => [
    parameter.name.text,
    parameter.kind,
    parameter.annotation?.text,
    parameter.default?.text,
  ]);
  assert.deepEqual(seen, [
    ['a', 'positional-only', undefined, undefined],
    ['b', 'positional-only', 'int', undefined],
    ['c', 'positional', undefined, '1'],
    ['d', 'positional', 'str', '"x"'],
    ['args', 'var-positional', 'int', undefined],
    ['e', 'keyword-only', undefined, undefined],
    ['g', 'keyword-only', undefined, '2'],
    ['kw', 'var-keyword', 'str', undefined],
  ]);
  assert.deepEqual(
    parametersOf(functionIn('def f(*, a): pass')).map(({ kind }) => kind),
    ['keyword-only'],
  );
  assert.deepEqual(
    parametersOf(functionIn('def f((a, b), c): pass')).map(({ name }) => name.text),
    ['c'],
  );
  const lambda = valueOf('lambda x, /, *y: 0');
  assert.ok(lambda.is('lambda'));
  assert.deepEqual(
    parametersOf(lambda).map(({ kind }) => kind),
    ['positional-only', 'var-positional'],
  );
  const bare = valueOf('lambda: 0');
  assert.ok(bare.is('lambda'));
  assert.deepEqual(parametersOf(bare), []);
});

test('parentheses can be looked through', () => {
  assert.equal(unparenthesised(valueOf('(((value)))')).text, 'value');
  assert.equal(unparenthesised(valueOf('(  # why\n value)')).text, 'value');
  assert.equal(unparenthesised(valueOf('(a, b)')).text, '(a, b)');
});

function functionNamed(name: string): SyntaxNode<'function_definition'> {
  for (const node of descendants(tree.root)) if (node.is('function_definition') && node.field('name').text === name) return node;
  throw new Error(`No function ${name}.`);
}

function functionIn(source: string): SyntaxNode<'function_definition'> {
  const node = find(treeOf(source), 'function_definition');
  assert.ok(node.is('function_definition'));
  return node;
}

function callIn(source: string): SyntaxNode<'call'> {
  const node = find(treeOf(source), 'call');
  assert.ok(node.is('call'));
  return node;
}

/** The expression on the right of an assignment. */
function valueOf(source: string): SyntaxNode {
  const node = find(treeOf(`x = ${source}\n`), 'assignment');
  assert.ok(node.is('assignment'));
  const right = node.field('right');
  assert.ok(right);
  return right;
}

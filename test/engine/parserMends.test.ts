import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { TextChange } from '../../server/src/syntax/parser';
import { assertConsistent } from './parserConsistency';
import { find, kinds, parse, shape, treeOf } from './parserSupport';

/** Holds one text to the tree of another that the grammar reads right. Both must be of one length. */
function assertReadAs(text: string, plain: string): void {
  assert.equal(text.length, plain.length);
  const tree = treeOf(text);
  assert.equal(shape(tree), shape(treeOf(plain)), text);
  assert.equal(tree.text, text);
  assertConsistent(tree);
}

test('an assignment to an attribute or item of a call of type() is no type alias', () => {
  assertReadAs('type(x).a = v\n', 'abcd(x).a = v\n');
  assertReadAs('type (x)[0] = v\n', 'abcd (x)[0] = v\n');
  assertReadAs('type[0] = 1\n', 'abcd[0] = 1\n');
  assertReadAs('if a: type(x)(y).z = v\n', 'if a: abcd(x)(y).z = v\n');
  assertReadAs('type(x).a: int = v; type(y).b = w\n', 'abcd(x).a: int = v; abcd(y).b = w\n');
  assert.equal(find(treeOf('type(x).a = v\n'), 'call').text, 'type(x)');
  assert.equal(find(treeOf('type(x).a = v\n'), 'identifier').text, 'type');
});

test('a type alias stays one', () => {
  const tree = treeOf('type X = (int)\ntype Y[T] = list[T]\n');
  assert.deepEqual(
    tree.root.children.map((child) => child.kind),
    ['type_alias_statement', 'type_alias_statement'],
  );
  assert.equal(tree.hasErrors, false);
});

test('a colon outside of brackets in a replacement field begins the format, also before an equals sign', () => {
  assertReadAs('f"{x:=10}"\n', 'f"{x:<10}"\n');
  assertReadAs('f"{x:=}" f"{x :=^{w}}"\n', 'f"{x:<}" f"{x :<^{w}}"\n');
  assertReadAs('f"{a if b else x:=+5d}"\n', 'f"{a if b else x:<+5d}"\n');
  assertReadAs('f"{a, x:=10} {y!r}"\n', 'f"{a, x:<10} {y!r}"\n');
  assert.equal(find(treeOf('f"{x:=10}"\n'), 'format_specifier').text, ':=10');
});

test('a walrus in brackets stays one', () => {
  for (const text of ['f"{(x:=10)}"\n', 'f"{g(x:=10)}"\n', 'f"{a[b:=1]}"\n', 'f"{[x:=1]}"\n', 'if (x:=f"{y}"): pass\n']) {
    assert.equal(find(treeOf(text), 'named_expression').text.includes(':='), true);
  }
});

test('the default of a type parameter stands like a bound', () => {
  assertReadAs('def f[T = int](x: T): ...\n', 'def f[T : int](x: T): ...\n');
  assertReadAs('class A[T: int = str]: ...\n', 'class A[T: int : str]: ...\n');
  assertReadAs('type X[T = int] = list[T]\n', 'type X[T : int] = list[T]\n');
  assertReadAs(
    'class A[T = str, *Ts = *tuple[int], **P = [int]](B):\n    x = 1\n',
    'class A[T : str, *Ts : *tuple[int], **P : [int]](B):\n    x = 1\n',
  );
  assertReadAs(
    'async def f[\n    T = dict[str, int],  # why\n    U = (int),\n](): pass\nx = 1\n',
    'async def f[\n    T : dict[str, int],  # why\n    U : (int),\n](): pass\nx = 1\n',
  );
  const parameter = find(treeOf('def f[T = int](): ...\n'), 'constrained_type');
  assert.deepEqual({ text: parameter.text, isDefault: parameter.hasToken('=') }, { text: 'T = int', isDefault: true });
});

test('an equals sign elsewhere is left alone', () => {
  assert.equal(kinds(treeOf('def f(a=[b := 1], *, c=d[e]): pass\n)\n').root).includes('default_parameter'), true);
});

test('a lone carriage return ends a line', () => {
  assertReadAs('x = 1\ry = 2\rdef f():\r    """a\rb"""\r', 'x = 1\ny = 2\ndef f():\n    """a\nb"""\n');
  assertReadAs('x = 1\r\ny = 2\rz = 3\n', 'x = 1\r\ny = 2\nz = 3\n');
  assert.equal(find(treeOf('"""a\rb"""\r'), 'string').text, '"""a\rb"""');
});

test('mends come and go with the text', () => {
  const versions = [
    'type(x).a = v\ny = 1\n',
    'type(x).ab = v\ny = 1\n',
    'type X(x).ab = v\ny = 1\n',
    'type(x).ab = v\ny = 1\n',
    'type(x).ab = f"{v:=1}"\ny = 1\n',
    'type(x).ab = f"{v:1}"\ny = 1\n',
    'type(x).ab = f"{v:1}"\ry = 1\n',
    'type(x).ab = f"{v:1}"\ry = 1\r',
    'def f[T = int](): pass\n',
    'def f[T: int](): pass\n',
  ];
  let parsed = parse('');
  for (const text of versions) {
    const next = parse(text, { parsed, changes: [changeBetween(parsed.tree.text, text)] });
    parsed.dispose();
    parsed = next;
    assert.equal(shape(parsed.tree), shape(treeOf(text)));
  }
  parsed.dispose();
});

/** The smallest single change that leads from one text to another. */
function changeBetween(old: string, text: string): TextChange {
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
  let same = 0;
  while (same < Math.min(old.length, text.length) - start && old.at(-1 - same) === text.at(-1 - same)) same += 1;
  return { start, oldEnd: old.length - same, newText: text.slice(start, text.length - same) };
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { controlFlow, type ControlFlow } from '../../server/src/semantic/flow';
import type { SyntaxNode } from '../../server/src/syntax/node';
import { descendants, enclosingStatement } from '../../server/src/syntax/query';
import { parseText } from '../support/parser';

/** A function's flow, and its statements by the single names that they hold: `a` for the statement `a`. */
function flowOf(body: string): { flow: ControlFlow; at: (name: string) => SyntaxNode; block: SyntaxNode } {
  const indented = body.replace(/^/gm, '    ');
  const tree = parseText(`def f():\n${indented}\n`);
  const [definition] = tree.root.children;
  assert.ok(definition?.is('function_definition'));
  const at = (name: string): SyntaxNode => {
    const found = [...descendants(definition)].find((node) => node.is('identifier') && node.text === name);
    const statement = found && enclosingStatement(found);
    assert.ok(statement, `no statement holds ${name}`);
    return statement;
  };
  return { flow: controlFlow(definition, (call) => call.field('function').text === 'suppress'), at, block: definition.field('body') };
}

describe('completions', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a', ['next']],
    ['return a', ['return']],
    ['if a:\n    return b\nelse:\n    raise c', ['raise', 'return']],
    ['if a:\n    return b', ['next', 'return']],
    ['while True:\n    a', []],
    ['while True:\n    break', ['next']],
    ['for a in b:\n    return c', ['next', 'return']],
    ['try:\n    a\nexcept B:\n    raise', ['next', 'raise']],
    ['try:\n    return a\nfinally:\n    raise b', ['raise']],
    ['try:\n    return a\nfinally:\n    b', ['return']],
    ['with a:\n    return b', ['return']],
    ['with suppress(A):\n    raise b', ['next', 'raise']],
    ['match a:\n    case 1:\n        return b\n    case _:\n        raise c', ['raise', 'return']],
    ['match a:\n    case 1:\n        return b', ['next', 'return']],
    ['match a:\n    case b:\n        return c', ['return']],
    ['match a:\n    case (_):\n        return c', ['return']],
    ['match a:\n    case _ as b:\n        return c', ['return']],
    ['match a:\n    case 1 | _:\n        return c', ['return']],
    ['match a:\n    case b.c:\n        return d', ['next', 'return']],
    ['match a:\n    case [_]:\n        return c', ['next', 'return']],
    ['match a:\n    case (b,):\n        return c', ['next', 'return']],
    ['match a:\n    case b, c:\n        return d', ['next', 'return']],
    ['match a:\n    case B():\n        return c', ['next', 'return']],
    ['match a:\n    case b if c:\n        return d', ['next', 'return']],
    ['while (True):\n    a', []],
    ['while 0:\n    a', ['next']],
    ['with a, suppress(B):\n    raise c', ['next', 'raise']],
    ['with (suppress(A) as b):\n    raise c', ['next', 'raise']],
    ['with suppressed(A):\n    raise b', ['raise']],
    ['try:\n    raise a\nexcept:\n    b', ['next']],
    ['try:\n    raise a\nexcept B:\n    c', ['next', 'raise']],
    ['try:\n    a\nexcept:\n    raise\nelse:\n    return b', ['raise', 'return']],
    ['raise a\nb', ['raise']],
  ];
  for (const [body, expected] of cases) {
    it(JSON.stringify(body), () => {
      const { flow, block } = flowOf(body);
      assert.deepEqual([...flow.completions(block)].sort(), expected);
    });
  }
});

describe('paths', () => {
  it('code after a return is not reached', () => {
    const { flow, at } = flowOf('return a\nb');
    assert.equal(flow.isReachable(at('a')), true);
    assert.equal(flow.isReachable(at('b')), false);
  });

  it('a loop leads back, and an endless one only out by break', () => {
    const { flow, at } = flowOf('while True:\n    a\n    if b:\n        break\nc');
    assert.equal(flow.canReach(at('b'), at('a')), true);
    assert.equal(flow.canReach(at('a'), at('c')), true);
    const endless = flowOf('while True:\n    a\nc');
    assert.equal(endless.flow.canReach(endless.at('a'), endless.at('c')), false);
  });

  it('a statement of a try may raise into the handler', () => {
    const { flow, at } = flowOf('try:\n    a\n    b\nexcept E:\n    c\nd');
    assert.equal(flow.canReach(at('a'), at('c')), true);
    assert.equal(flow.canReach(at('c'), at('b')), false);
    assert.equal(flow.canReach(at('c'), at('d')), true);
  });

  it('jumps go through finally', () => {
    const { flow, at } = flowOf('for x in y:\n    try:\n        a\n        break\n    finally:\n        b\nc');
    assert.equal(flow.canReach(at('a'), at('b')), true);
    assert.equal(flow.canReach(at('b'), at('c')), true);
    const returning = flowOf('try:\n    return a\nfinally:\n    b\nc');
    assert.equal(returning.flow.canReach(returning.at('a'), returning.at('b')), true);
  });

  it('an exception may get past handlers of other types', () => {
    const { flow, at } = flowOf('try:\n    try:\n        a\n    except B:\n        c\nexcept D:\n    e\nf');
    assert.equal(
      flow.canReach(at('a'), at('e'), (statement) => statement.text === 'c'),
      true,
    );
    const all = flowOf('try:\n    try:\n        a\n    except:\n        pass\nexcept D:\n    e\nf');
    assert.equal(
      all.flow.canReach(all.at('a'), all.at('e'), (statement) => statement.text === 'pass'),
      false,
    );
  });

  it('a jump goes through every finally on its way, the inner one first', () => {
    const { flow, at } = flowOf(
      'while x:\n    try:\n        try:\n            a\n            break\n        finally:\n            b\n    finally:\n        c\nd',
    );
    const passes = (name: string) => (statement: SyntaxNode) => statement.text === name;
    assert.equal(flow.everyPathFrom(at('a'), passes('c')), true);
    assert.equal(flow.everyPathFrom(at('a'), passes('b')), true);
    assert.equal(flow.canReach(at('b'), at('d'), passes('c')), false);
    assert.equal(flow.canReach(at('a'), at('d')), true);
  });

  it('what is swallowed goes on after the block', () => {
    const { flow, at } = flowOf('with suppress(A):\n    raise b\nc');
    assert.equal(flow.isReachable(at('c')), true);
    const raising = flowOf('with other(A):\n    raise b\nc');
    assert.equal(raising.flow.isReachable(raising.at('c')), false);
  });

  it('a match that takes everything has no way past it', () => {
    const total = flowOf('match x:\n    case 1:\n        return a\n    case _:\n        return b\nc');
    assert.equal(total.flow.isReachable(total.at('c')), false);
    const partial = flowOf('match x:\n    case 1:\n        return a\nc');
    assert.equal(partial.flow.isReachable(partial.at('c')), true);
  });

  it('blocked statements are not passed', () => {
    const { flow, at } = flowOf('a\nb\nc');
    assert.equal(
      flow.canReach(at('a'), at('c'), (statement) => statement.text === 'b'),
      false,
    );
  });

  it('every path passes, or one does not', () => {
    const both = flowOf('a\nif b:\n    c\nelse:\n    c');
    const passes = (statement: SyntaxNode): boolean => statement.text === 'c';
    assert.equal(both.flow.everyPathFrom(both.at('a'), passes), true);
    const one = flowOf('a\nif b:\n    c');
    assert.equal(one.flow.everyPathFrom(one.at('a'), passes), false);
    const raising = flowOf('a\nif b:\n    raise d\nc');
    assert.equal(raising.flow.everyPathFrom(raising.at('a'), passes), true);
  });
});

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { Edit } from 'web-tree-sitter';
import { bestDecoder, decoders } from '../../server/src/parser/decoders';
import type { Decode } from '../../server/src/parser/decode';
import { hashOfNodes, hasSameNodes, samples } from '../../server/src/parser/selfCheck';
import { startTreeSitter } from '../../server/src/parser/treeSitter';
import { NodeBuffer } from '../../server/src/syntax/packed';
import { files, standardLibrary, traps } from './parserSupport';

const { parser, language, runtime } = await startTreeSitter(files);
const ways = decoders(runtime, language);
const parse = (text: string) => parser.parse(text) ?? undefined;

test('this build of the library can be read in all three ways, and the fastest is chosen', () => {
  assert.deepEqual([...ways.keys()], ['memory', 'raw cursor', 'cursor']);
  assert.equal(bestDecoder(ways, parse)?.[0], 'memory');
});

test('what the public cursor gives on the texts that a way is tried on is known beforehand', () => {
  const cursor = ways.get('cursor');
  assert.ok(cursor);
  const found = samples.map(({ text }) => {
    const tree = parse(text);
    assert.ok(tree);
    const nodes = hashOfNodes(decoded(cursor, tree));
    tree.delete();
    return nodes;
  });
  assert.deepEqual(
    samples.map(({ nodes }) => nodes),
    found,
  );
});

test('where the grammar gives other nodes than are known, the public cursor decides', () => {
  const renamed = new Map([...ways].map(([name, decode]) => [name, withAnotherShape(decode)] as const));
  assert.equal(bestDecoder(renamed, parse)?.[0], 'memory');
});

test('all ways give the same nodes over the standard library and over code that leads parsers astray', () => {
  const texts = [...traps, ...standardLibrary(150)];
  assert.ok(texts.length > 150);
  let nodes = 0;
  for (const text of texts) nodes += assertSameNodes(text);
  assert.ok(nodes > 100_000);
});

test('all ways give the same nodes in trees that were parsed incrementally', () => {
  for (const text of traps) {
    const tree = parse(text);
    assert.ok(tree);
    const point = { row: 0, column: 0 };
    const edit = {
      startIndex: 0,
      oldEndIndex: 0,
      newEndIndex: 7,
      startPosition: point,
      oldEndPosition: point,
      newEndPosition: { row: 1, column: 0 },
    };
    tree.edit(new Edit(edit));
    const next = parser.parse(`a = 12\n${text}`, tree);
    tree.delete();
    assert.ok(next);
    const buffers = [...ways.values()].map((decode) => decoded(decode, next));
    next.delete();
    assert.ok(buffers.every((buffer) => hasSameNodes(buffer, buffers[0] ?? new NodeBuffer())));
  }
});

test('a way that reads something else is not chosen', () => {
  const cursor = ways.get('cursor');
  assert.ok(cursor);
  const shifted: Decode = (tree, into) => {
    cursor(tree, into);
    into.data[1] = 1;
    return true;
  };
  const lost: Decode = () => false;
  const chosen = bestDecoder(
    new Map([
      ['memory', shifted],
      ['raw cursor', lost],
      ['cursor', cursor],
    ]),
    parse,
  );
  assert.equal(chosen?.[0], 'cursor');
});

/** As another version of the grammar would have it, whose kinds have other numbers. */
function withAnotherShape(decode: Decode): Decode {
  return (tree, into) => {
    const isRead = decode(tree, into);
    into.data[0] = -1;
    return isRead;
  };
}

function assertSameNodes(text: string): number {
  const tree = parse(text);
  assert.ok(tree);
  const [first, ...others] = [...ways].map(([name, decode]) => ({ name, buffer: decoded(decode, tree) }));
  tree.delete();
  for (const other of others)
    assert.ok(first && hasSameNodes(first.buffer, other.buffer), `${other.name} differs on ${JSON.stringify(text.slice(0, 200))}`);
  return first?.buffer.count ?? 0;
}

function decoded(decode: Decode, tree: NonNullable<ReturnType<typeof parse>>): NodeBuffer {
  const buffer = new NodeBuffer();
  assert.ok(decode(tree, buffer));
  return buffer;
}

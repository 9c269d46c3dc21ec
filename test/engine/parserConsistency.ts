import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { nodeKinds } from '../../server/src/syntax/kinds.generated';
import type { NodeFields } from '../../server/src/syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import { sameNode } from '../../server/src/syntax/query';
import { allNodes } from './parserSupport';

/** Holds a tree to everything that its interface promises, whatever the text. */
export function assertConsistent(tree: SyntaxTree): void {
  const nodes = allNodes(tree);
  assert.equal(nodes.length, tree.nodeCount);
  assert.deepEqual(
    { start: tree.root.start, end: tree.root.end, kind: tree.root.kind },
    { start: 0, end: tree.text.length, kind: 'module' },
  );
  assertChunks(tree);
  const broken = new Set<number>();
  for (const [id, node] of [...nodes.entries()].reverse()) {
    assert.equal(node.id, id);
    assertNode(tree, node);
    if (node.is('ERROR') || node.isMissing || node.parts.some((part) => broken.has(part.id))) broken.add(id);
    // A line break that is missing is no node, so the module alone knows of that.
    const isUnseen = id === 0 && tree.hasErrors;
    assert.equal(node.hasError, broken.has(id) || isUnseen, `hasError of ${node.kind} ${id}`);
  }
  assert.deepEqual(
    tree.comments.map((node) => node.id),
    nodes.filter((node) => node.is('comment')).map((node) => node.id),
  );
}

function assertNode(tree: SyntaxTree, node: SyntaxNode): void {
  const again = tree.node(node.id);
  assert.ok(again.kind === node.kind && again.start === node.start && again.end === node.end && again.endId === node.endId);
  assert.equal(node.text, tree.text.slice(node.start, node.end));
  assert.ok(node.start <= node.end);
  let end = node.start;
  let nextId = node.id + 1;
  for (const part of node.parts) {
    assert.ok(sameNode(part.parent, node));
    assert.ok(
      end <= part.start && part.end <= node.end,
      `${part.kind} ${part.start}-${part.end} in ${node.kind} ${node.start}-${node.end} after ${end}`,
    );
    assert.equal(part.id, nextId);
    end = part.end;
    nextId = part.endId;
  }
  assert.equal(node.endId, nextId);
  const ordinary = node.parts.filter((part) => !part.is('token', 'comment', 'line_continuation'));
  assert.ok(node.children.length === ordinary.length && node.children.every((child, index) => sameNode(child, ordinary[index])));
  for (const name of requiredFields.get(node.kind) ?? []) {
    // The names come from the grammar, by kind, so they are names of this node's fields.
    const value: unknown = node.field(name as keyof NodeFields[typeof node.kind]);
    assert.ok(value !== undefined, `${node.kind} without ${name}`);
  }
}

function assertChunks(tree: SyntaxTree): void {
  let nextId = 1;
  let end = 0;
  for (const { chunk, firstId, start, end: chunkEnd } of tree.chunks) {
    assert.equal(firstId, nextId);
    assert.ok(end <= start && start <= chunkEnd && chunkEnd <= tree.text.length);
    assertBetween(tree, end, start);
    for (let index = 0; index < chunk.length; index += 1) assert.equal(nodeKinds[chunk.kindAt(index)], tree.node(firstId + index).kind);
    nextId += chunk.length;
    end = chunkEnd;
  }
  assert.equal(nextId, tree.nodeCount);
  assertBetween(tree, end, tree.text.length);
}

/** What is left out in a repaired line may stand anywhere. */
function assertBetween(tree: SyntaxTree, from: number, to: number): void {
  if (!tree.isRepaired) assert.match(tree.text.slice(from, to), betweenChunks);
}

/** What the grammar takes for space, and the characters that stop a text early. */
const betweenChunks = /^[\s\uFEFF\u2060\u200B\\]*$/;

interface KindInfo {
  readonly type: string;
  readonly fields?: Readonly<Record<string, { readonly required: boolean; readonly multiple: boolean }>>;
}

const grammar = JSON.parse(readFileSync('node_modules/tree-sitter-python/src/node-types.json', 'utf8')) as readonly KindInfo[];
const requiredFields: ReadonlyMap<string, readonly string[]> = new Map(
  grammar.map(({ type, fields = {} }) => [
    type,
    Object.entries(fields).flatMap(([name, field]) => (field.required && !field.multiple ? [name] : [])),
  ]),
);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildScopes } from '../../server/src/semantic/scopes';
import { parseText } from '../support/parser';

/** How often each name is read by the binding that is made where it first stands. */
function countsOf(text: string, names: readonly string[]): Readonly<Record<string, number>> {
  const tree = parseText(text);
  const scopes = buildScopes(tree);
  const counts: Record<string, number> = {};
  for (let id = 0; id < tree.nodeCount; id += 1) {
    const node = tree.node(id);
    if (!node.is('identifier') || !names.includes(node.text) || counts[node.text] !== undefined) continue;
    counts[node.text] = scopes.bindingOf(node)?.references.length ?? -1;
  }
  return counts;
}

describe('references', () => {
  it('of type parameters are everywhere in their definition', () => {
    const text = `
class Box[T](Base[T]):
    item: T
    def get[S](self, given: S, other: T) -> S:
        def inner():
            return S, T
type Pair[U] = tuple[U, U]
`;
    assert.deepEqual(countsOf(text, ['T', 'S', 'U']), { T: 4, S: 3, U: 2 });
  });

  it('are those of the binding, and not of others of the same name', () => {
    const text = `
def outer(x):
    y = x
    def inner(x):
        return x
    return [x for x in x] + [y for _ in x]
x = x
`;
    assert.deepEqual(countsOf(text, ['x', 'y']), { x: 3, y: 1 });
  });

  it('come before the binding, too, and from other functions', () => {
    assert.deepEqual(countsOf('late()\ndef use():\n    global late\n    late()\n    late = 1\ndef late(): late\n', ['late']), { late: 3 });
  });
});

/** What threads of the command line share: parsed files, and who works on which. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claiming, claimsFor } from '../../server/src/cli/claims';
import { Shelf } from '../../server/src/cli/shelf';
import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import { parseText } from '../support/parser';

/** All that a tree says. */
function told(tree: SyntaxTree): unknown {
  const nodes: unknown[] = [];
  const waiting: SyntaxNode[] = [tree.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push([node.id, node.endId, node.kind, node.start, node.end, node.parent?.id, node.isMissing, node.hasError, node.text]);
    waiting.push(...[...node.parts].reverse());
  }
  return { nodes, text: tree.text, hasErrors: tree.hasErrors, comments: tree.comments.map(({ id }) => id) };
}

const members = Array.from({ length: 60 }, (_, index) => `    def method${index}(self):\n        return self.value${index}\n`).join('\n');

const texts: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a comment': '# only this\n',
  'a function': 'import os\n\n\ndef f(a, *, b=1):\n    return os.path.join(a, b)\n',
  'a large class between functions': `def before(): ...\n\n\n@decorated\nclass Large(Base):\n${members}\n\ndef after(): ...\n`,
  'a large class with an error': `class Large:\n${members}\n    def broken(:\n        pass\n`,
  'errors and missing parts': 'def f(:\n  x = (1,\n\nclass\n\nprint(1)\n',
  'characters of several bytes': 'größe = "🐍" + naïve(größe)\n',
  'line ends of another kind': 'if a:\r    b()\r\nelse:\r\n    c()\r\n',
};

describe('a file on the shelf', () => {
  for (const [what, text] of Object.entries(texts))
    it(`comes back as it was: ${what}`, () => {
      const tree = parseText(text);
      const bytes = new TextEncoder().encode(text);
      const [shelf, other] = [new Shelf(), new Shelf()];
      shelf.put('/a.py', bytes, tree);
      other.add(structuredClone(shelf.part()));
      for (const { tree: back, content } of [shelf, other].map((from) => ({
        tree: from.tree('/a.py', text),
        content: from.bytes('/a.py'),
      }))) {
        assert.deepEqual(back && told(back), told(tree));
        assert.deepEqual(content, bytes);
      }
      assert.equal(other.tree('/b.py', text), undefined);
    });

  it('tells what it imports', () => {
    const shelf = new Shelf();
    shelf.put('/a.py', new Uint8Array(), parseText('import a.b, c as d\nfrom . import e\n\n\ndef f():\n    from ..g import h as i\n'));
    shelf.put('/b.py', new Uint8Array(), parseText('pass\n'));
    assert.deepEqual(shelf.importsOf('/a.py'), ['a.b', 'c', '.', '.e', '..g', '..g.h']);
    assert.deepEqual(shelf.importsOf('/b.py'), []);
    assert.equal(shelf.importsOf('/c.py'), undefined);
  });

  it('is found by what it may use', () => {
    const shelf = new Shelf();
    const files = { '/calls.py': 'x.load(1)\n', '/hands.py': 'Depends(load)\n', '/says.py': 'load: int\n', '/other.py': 'store()\n' };
    for (const [file, text] of Object.entries(files)) shelf.put(file, new Uint8Array(), parseText(text));
    assert.deepEqual(shelf.using('load', [...Object.keys(files), '/unread.py']), ['/calls.py', '/hands.py', '/unread.py']);
  });

  it('tells the names of its coroutine functions', () => {
    const shelf = new Shelf();
    shelf.put('/a.py', new Uint8Array(), parseText('class A:\n    async def load(self): ...\n\n\ndef store(): ...\n'));
    shelf.put('/b.py', new Uint8Array(), parseText('async def send(): ...\n'));
    const names = ['load', 'store', 'send'];
    assert.deepEqual(
      names.filter((name) => shelf.defineCoroutine(name, ['/a.py', '/b.py'])),
      ['load', 'send'],
    );
  });

  it('may have coroutine functions of any name where it was not read', () => {
    const shelf = new Shelf();
    shelf.put('/a.py', new Uint8Array(), parseText('pass\n'));
    assert.ok(shelf.defineCoroutine('load', ['/a.py', '/b.py']));
    assert.ok(!new Shelf().defineCoroutine('load', []));
  });

  it('finds room beside many others', () => {
    const shelf = new Shelf();
    const text = 'value = [\n'.concat('    call(argument),\n'.repeat(20_000), ']\n');
    const tree = parseText(text);
    const names = Array.from({ length: 8 }, (_, index) => `/large${index}.py`);
    for (const name of names) shelf.put(name, new TextEncoder().encode(name), tree);
    assert.ok(shelf.part().blocks.length > 1);
    for (const name of names) {
      assert.equal(new TextDecoder().decode(shelf.bytes(name)), name);
      assert.equal(shelf.tree(name, text)?.nodeCount, tree.nodeCount);
    }
  });
});

describe('files that several threads work on', () => {
  it('are each claimed once, whoever is faster', () => {
    const [one, other] = claimsFor(2, 7).map(claiming);
    assert.deepEqual([one?.(), other?.(), one?.()], [0, 3, 1]);
    const rest = Array.from({ length: 5 }, () => one?.());
    assert.deepEqual(rest, [2, 4, 5, 6, undefined]);
    assert.equal(other?.(), undefined);
  });

  it('may be none, or fewer than threads', () => {
    assert.equal(claimsFor(1, 0).map(claiming)[0]?.(), undefined);
    assert.deepEqual(
      claimsFor(3, 2)
        .map(claiming)
        .map((claim) => claim()),
      [0, 1, undefined],
    );
  });
});

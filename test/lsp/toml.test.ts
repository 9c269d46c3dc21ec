import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/hosts/toml';
import type { ConfigTable, ConfigValue } from '../../server/src/syntax/config';

/** The value at a path of keys. */
function at(table: ConfigTable, ...keys: readonly string[]): ConfigValue | undefined {
  const [key, ...rest] = keys;
  const value = table.entries.get(key ?? '')?.value;
  return rest.length === 0 || value?.kind !== 'table' ? value : at(value, ...rest);
}

function textOf(text: string, range: { readonly start: number; readonly end: number } | undefined): string {
  return range ? text.slice(range.start, range.end) : '';
}

describe('a TOML file', () => {
  it('keeps the place of every key and value', () => {
    const text =
      '\ufeff# first\r\nname = "x"\r\n\r\n[tool."service-patterns"] # ours\r\nprofile = \'strict\'\r\nseverity = { a = "off", b.c = 1 }\r\n';
    const { root, error } = parseConfig(text);
    assert.equal(error, undefined);
    assert.equal(textOf(text, at(root, 'name')), '"x"');
    const table = at(root, 'tool', 'service-patterns');
    assert.ok(table?.kind === 'table');
    assert.equal(textOf(text, table.header), '[tool."service-patterns"]');
    assert.equal(textOf(text, table.entries.get('profile')?.key), 'profile');
    assert.equal(textOf(text, table.entries.get('profile')?.range), "profile = 'strict'");
    assert.equal(textOf(text, at(table, 'severity', 'b', 'c')), '1');
    assert.equal(textOf(text, at(table, 'severity')), '{ a = "off", b.c = 1 }');
  });

  it('joins tables that are written in parts', () => {
    const text = '[a.b]\nx = 1\n[a]\ny = 2\n[[a.list]]\nz = 3\n[[a.list]]\n[a.list.inner]\nw = true\n';
    const { root } = parseConfig(text);
    assert.deepEqual(at(root, 'a', 'b', 'x'), { kind: 'number', value: 1, start: 10, end: 11 });
    assert.equal(textOf(text, at(root, 'a')), '[a]\ny = 2');
    const list = at(root, 'a', 'list');
    assert.ok(list?.kind === 'array');
    assert.deepEqual(
      list.items.map((item) => item.kind === 'table' && [...item.entries.keys()]),
      [['z'], ['inner']],
    );
  });

  it('keeps what stands before an error, and says where that is', () => {
    const text = 'a = 1\n[b]\nc = "x"\nlist = [\n  "one",\n  two\n]\nd = 4\n';
    const { root, error } = parseConfig(text);
    assert.equal(text.slice(0, error?.start).split('\n').length, 6);
    assert.ok(at(root, 'b', 'c'));
    assert.equal(at(root, 'd'), undefined);
  });

  it('keeps the first of two values of one name', () => {
    const { root, error } = parseConfig('a = 1\na = 2\n');
    assert.deepEqual(at(root, 'a'), { kind: 'number', value: 1, start: 4, end: 5 });
    assert.deepEqual([error?.start, error?.end], [6, 11]);
  });

  it('may be anything', () => {
    const texts = [
      '',
      '=',
      '[',
      '[[',
      '"',
      "'''",
      '\0',
      '\ud800',
      'a = 1e400',
      '__proto__ = 1\nconstructor.prototype.x = 1',
      `x = ${'['.repeat(50_000)}`,
      `[${'a.'.repeat(5000)}a]`,
      'x = [\n'.repeat(3000),
    ];
    for (const text of texts) {
      const { root, error } = parseConfig(text);
      assert.equal(root.kind, 'table');
      assert.ok(!error || (error.start >= 0 && error.start <= error.end && error.end <= text.length), text.slice(0, 20));
    }
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
  });
});

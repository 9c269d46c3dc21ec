/** No pattern of ours takes long for any text: a repository is somebody else's, and so is a line of a megabyte. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

/** Growing, so that what takes too long is seen before it takes for ever. */
const lengths = [12, 24, 28, 1000, 4000, 16_000, 64_000];
/** In milliseconds. Time in proportion to the length is far below, time in proportion to its square far above. */
const longest = 400;

describe('regular expressions', () => {
  const patterns = ['server/src', 'client/src'].flatMap((root) => sourceFiles(root)).flatMap((path) => patternsIn(path));

  it('take time in proportion to the text', () => {
    assert.ok(patterns.length > 30);
    const slow = patterns.flatMap(({ place, regex }) => {
      const attack = attacksOn(regex).find((pump) => isSlow(regex, pump));
      return attack === undefined ? [] : [`${place} ${String(regex)} on ${JSON.stringify(attack)}, repeated`];
    });
    assert.deepEqual(slow, []);
  });

  it('that are slow are found', () => {
    assert.ok(attacksOn(/^(a+)+$/).some((pump) => isSlow(/^(a+)+$/, pump)));
    assert.ok(attacksOn(/\s+$/).some((pump) => isSlow(/\s+$/, pump)));
    assert.ok(!attacksOn(/^\s*#/m).some((pump) => isSlow(/^[ \t]*#/m, pump)));
  });
});

/** Whether a text that repeats something takes too long, also when it ends as the pattern does not want it to. */
function isSlow(regex: RegExp, pump: string): boolean {
  const everywhere = new RegExp(regex.source, regex.flags.includes('g') ? regex.flags : `${regex.flags}g`);
  return lengths.some((length) => {
    const text = pump.repeat(Math.ceil(length / pump.length));
    return ['', '\0', 'x\n!'].some((ending) => {
      const begun = performance.now();
      `${text}${ending}`.replace(everywhere, '');
      return performance.now() - begun > longest;
    });
  });
}

/** What to repeat: characters that the pattern names or means, alone and in pairs. */
function attacksOn({ source }: RegExp): readonly string[] {
  const meant = ['a', '1', ' ', '\n', '\t', '"', '`', '#', '.', '_', '-', '(', '['];
  const named = [...new Set([...source.replace(/\\[a-zA-Z]/g, ''), ...meant])].slice(0, 24);
  return [...named, ...named.flatMap((one) => ['a', ' ', one === '.' ? '-' : '.', '\n'].map((other) => one + other))];
}

function patternsIn(path: string): readonly Pattern[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ place: `${path}:${String(line)}`, regex: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourceFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.generated.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

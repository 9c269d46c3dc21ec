/** The one parser of a test process. */
import { readFileSync } from 'node:fs';
import { createParser } from '../../server/src/parser/treeSitter';
import type { SyntaxTree } from '../../server/src/syntax/node';

const parser = await createParser({
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
});

/** The tree of a Python text, while a line of it is edited where that is given. */
export function parseText(text: string, editedLine?: number): SyntaxTree {
  const parsed = parser.parse(text, undefined, { editedLine });
  if (parsed === 'cancelled') throw new Error('The parser gave up without being told to.');
  parsed.dispose();
  return parsed.tree;
}

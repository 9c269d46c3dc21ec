import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import { fieldNumber, kindNumber, shapeOf } from '../syntax/packed';
import type { Language } from './runtime';

/** The number by which tree-sitter knows an error, whatever the grammar. */
export const errorSymbol = 0xffff;

/** What the parser's numbers mean in packed nodes. */
export interface GrammarTables {
  /** The shape of a node without field, by the parser's number of its kind. */
  readonly shapes: Int32Array;
  /** Our number of a field, by the parser's. */
  readonly fields: Uint8Array;
}

/** The tables of a grammar, by what it says of its symbols. */
export function grammarTables(language: Language): GrammarTables {
  const shapes = new Int32Array(errorSymbol + 1).fill(shapeOf('ERROR'));
  for (let id = 0; id < language.nodeTypeCount; id += 1) shapes[id] = shapeOf(kindOf(language, id));
  const fields = new Uint8Array(language.fieldCount + 1);
  for (let id = 1; id <= language.fieldCount; id += 1) fields[id] = Math.max(0, fieldNumber(language.fieldNameForId(id) ?? ''));
  return { shapes, fields };
}

/** Kinds that no node has on its own (the grammar's hidden rules) have no meaning here, and read as errors. */
function kindOf(language: Language, id: number): NodeKind {
  if (!language.nodeTypeIsNamed(id)) return 'token';
  return nodeKinds[kindNumber(language.nodeTypeForId(id) ?? '') ?? 0] ?? 'ERROR';
}

/** What the compiled grammar says of the children of each production, read from the parser's memory once. */
import { addressOf, memoryOf } from './runtime';
import type { Language, Memory, Runtime } from './runtime';
import { errorSymbol } from './tables';
import type { GrammarTables } from './tables';

/** What the grammar says of symbols and productions. */
export interface LanguageTables {
  /** The shape of a node by its inner symbol, 0 for none. */
  readonly shapes: Int32Array;
  /** How many children a production has an entry for; those after have neither alias nor field. */
  readonly width: number;
  /** By production and child: the shape that the child has in this place instead of its own, 0 for none. */
  readonly aliases: Int32Array;
  /** By production and child: our number of the child's field. */
  readonly fields: Uint8Array;
}

/** The tables; undefined when the runtime shows no memory. */
export function languageTables(runtime: Runtime, language: Language, grammar: GrammarTables): LanguageTables | undefined {
  const memory = memoryOf(runtime);
  const address = addressOf(language);
  if (memory === undefined || address === undefined) return undefined;
  const head = headOf(memory, address);
  const shapes = shapesBySymbol(memory, head, grammar);
  const entries = fieldEntries(memory, head);
  // Cell 0 is that of production 0, which has no aliases and no fields: what has no entry is looked up there.
  const width = Math.max(head.longestAliases, 1, ...entries.map((entry) => entry.child + 1));
  const aliases = new Int32Array(head.productions * width);
  for (let production = 1; production < head.productions; production += 1) {
    for (let child = 0; child < head.longestAliases; child += 1) {
      const symbol = memory.shorts[(head.aliases >> 1) + production * head.longestAliases + child] ?? 0;
      if (symbol !== 0) aliases[production * width + child] = shapes[symbol] ?? 0;
    }
  }
  const fields = new Uint8Array(head.productions * width);
  // Of several entries for one child the first counts, so it is written last.
  for (const { production, child, field } of entries.reverse()) fields[production * width + child] = grammar.fields[field] ?? 0;
  return { shapes, width, aliases, fields };
}

/** Places in the language structure of a grammar with ABI 14 or 15, in bytes. */
const place = {
  ...{ symbols: 4, aliases: 8, productions: 28, longestAliases: 36 },
  ...{ fieldSlices: 64, fieldEntries: 68, publicSymbols: 76, aliasSequences: 84 },
} as const;

interface LanguageHead {
  readonly symbols: number;
  readonly productions: number;
  readonly longestAliases: number;
  readonly fieldSlices: number;
  readonly fieldEntries: number;
  readonly publicSymbols: number;
  readonly aliases: number;
}

function headOf({ shorts, words }: Memory, address: number): LanguageHead {
  const word = (offset: number) => words[(address + offset) >> 2] ?? 0;
  return {
    symbols: word(place.symbols) + word(place.aliases),
    productions: word(place.productions),
    longestAliases: shorts[(address + place.longestAliases) >> 1] ?? 0,
    fieldSlices: word(place.fieldSlices),
    fieldEntries: word(place.fieldEntries),
    publicSymbols: word(place.publicSymbols),
    aliases: word(place.aliasSequences),
  };
}

/** Several inner symbols may be one kind to the outside. */
function shapesBySymbol({ shorts }: Memory, head: LanguageHead, { shapes }: GrammarTables): Int32Array {
  const bySymbol = new Int32Array(errorSymbol + 1);
  for (let symbol = 0; symbol < head.symbols; symbol += 1) bySymbol[symbol] = shapes[shorts[(head.publicSymbols >> 1) + symbol] ?? 0] ?? 0;
  bySymbol[errorSymbol] = shapes[errorSymbol] ?? 0;
  return bySymbol;
}

interface FieldEntry {
  readonly production: number;
  readonly child: number;
  readonly field: number;
}

/** The entries of all productions, without those that say what a hidden child holds: these are found at the child itself. */
function fieldEntries({ bytes, shorts }: Memory, head: LanguageHead): FieldEntry[] {
  const entries: FieldEntry[] = [];
  for (let production = 0; production < head.productions; production += 1) {
    const slice = head.fieldSlices + 4 * production;
    const first = shorts[slice >> 1] ?? 0;
    const count = shorts[(slice + 2) >> 1] ?? 0;
    for (let index = first; index < first + count; index += 1) {
      const entry = head.fieldEntries + 4 * index;
      const isInherited = bytes[entry + 3] !== 0;
      if (!isInherited) entries.push({ production, child: bytes[entry + 2] ?? 0, field: shorts[entry >> 1] ?? 0 });
    }
  }
  return entries;
}

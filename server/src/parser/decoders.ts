/**
 * From tree-sitter's tree to packed nodes: one function, three ways behind it.
 *
 * The fastest way reads the parser's own structures from its memory, the next calls the parser's raw cursor functions,
 * the last uses the public cursor. Only the last is promised by the library; so a faster way is taken only when, at the
 * start, it gives exactly what the public cursor gives on a text that has a bit of everything.
 */
import { cursorDecoder, rawCursorDecoder } from './cursorDecoders';
import type { Decode } from './decode';
import { memoryDecoder } from './memoryDecoder';
import type { Language, Runtime, Tree } from './runtime';
import { agreesWith } from './selfCheck';
import { grammarTables } from './tables';

/** How a tree is read. */
export type DecoderName = 'memory' | 'raw cursor' | 'cursor';

/** Every way that this build of the library has, best first. The public cursor is always among them. */
export function decoders(runtime: Runtime, language: Language): ReadonlyMap<DecoderName, Decode> {
  const tables = grammarTables(language);
  const ways: readonly (readonly [DecoderName, Decode | undefined])[] = [
    ['memory', memoryDecoder(runtime, language, tables)],
    ['raw cursor', rawCursorDecoder(runtime, tables)],
    ['cursor', cursorDecoder(tables)],
  ];
  return new Map(ways.flatMap(([name, decode]) => (decode === undefined ? [] : [[name, decode] as const])));
}

/** The best way that agrees with the public cursor. `parse` makes trees to try them on. */
export function bestDecoder(
  ways: ReadonlyMap<DecoderName, Decode>,
  parse: (text: string) => Tree | undefined,
): readonly [DecoderName, Decode] | undefined {
  const certain = ways.get('cursor');
  return [...ways].find(([, decode]) => certain !== undefined && agreesWith(certain, decode, parse));
}

/** The port through which text becomes a tree. `server/src/parser` fills it; nothing else knows which parser that is. */
import { invariant } from './invariant';
import type { SyntaxTree } from './node';

/** One replacement of text: offsets in UTF-16 code units of the text before it. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newText: string;
}

/** A parsed text. It holds memory outside of JavaScript until it is disposed of; its tree stays usable after that. */
export interface ParsedText {
  readonly tree: SyntaxTree;
  dispose(): void;
}

/** Asked between steps of a parse; true stops it. */
export type Interrupt = () => boolean;

/** What helps to read a text. */
export interface ParseOptions {
  /**
   * The line that somebody is typing in, counted from 0 by line feeds. If the text is broken, this line is read as if it
   * were whole or blank, where that makes the rest of the text whole; the tree's text stays the real one.
   */
  readonly editedLine?: number | undefined;
  readonly interrupt?: Interrupt | undefined;
}

/** The port by which texts become trees. */
export interface Parser {
  /**
   * Parses a text, faster when it is given the parse of an earlier version and the changes since, in the order made: the
   * same text and edited line have the same tree with and without these. Never fails on bad Python. Answers `'cancelled'`
   * when `interrupt` said so.
   */
  parse(
    text: string,
    previous?: { readonly parsed: ParsedText; readonly changes: readonly TextChange[] },
    options?: ParseOptions,
  ): ParsedText | 'cancelled';
}

/** The tree of a text, parsed from scratch; nothing is left to dispose of. */
export function treeOf(text: string, parser: Parser): SyntaxTree {
  const parsed = parser.parse(text);
  invariant(parsed !== 'cancelled', 'a parse that nothing interrupts comes to its end');
  parsed.dispose();
  return parsed.tree;
}

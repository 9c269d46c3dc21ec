/**
 * The `Parser` port, filled by tree-sitter. No other file imports web-tree-sitter.
 *
 * Invariants: the tree that is handed out is a copy in packed form and needs tree-sitter no more. Tree-sitter's own tree is
 * kept only to parse the next version faster, for at most eight texts at a time; a text whose tree was given up is
 * parsed from scratch, with the same result: the tree follows from the text alone, never from what it was before. A kept
 * tree is never edited: an edited copy is parsed on from.
 */
import { Edit, Language, Parser as TreeSitterParser } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import { chunksOf } from '../syntax/chunks';
import { invariant } from '../syntax/invariant';
import type { SyntaxTree } from '../syntax/node';
import { Names, NodeBuffer } from '../syntax/packed';
import type { Interrupt, ParsedText, Parser, TextChange } from '../syntax/parser';
import { syntaxTree } from '../syntax/tree';
import { bestDecoder, decoders } from './decode';
import type { Decode, DecoderName } from './decode';
import { rowsAfter, rowsOf, treeEdit } from './edits';
import type { Rows } from './edits';
import { mended, misreadings, withLineFeeds } from './mends';
import type { Mend } from './mends';
import type { Runtime } from './runtime';

/** The bytes of the two WebAssembly files: web-tree-sitter's own and the Python grammar's. */
export interface ParserFiles {
  readonly runtime: Uint8Array;
  readonly python: Uint8Array;
}

export interface ParserOptions {
  /** Reads trees in this way, if it works here, instead of the best one. For tests and measurements. */
  readonly decoder?: DecoderName;
}

/** Starts tree-sitter and makes a parser of Python. */
export async function createParser(files: ParserFiles, options: ParserOptions = {}): Promise<Parser> {
  const { parser, language } = await startTreeSitter(files);
  const ways = decoders(processRuntime, language);
  const wanted = new Map([...ways].filter(([name]) => name === (options.decoder ?? name) || name === 'cursor'));
  const [, decode] = bestDecoder(wanted, (text) => parser.parse(text) ?? undefined) ?? [];
  invariant(decode !== undefined, 'the public cursor reads every tree');
  const state: State = { parser, decode, buffer: new NodeBuffer(), names: new Names(), kept: new Set() };
  return { parse: (text, previous, interrupt) => parse(state, text, previous, interrupt) };
}

/** Starts tree-sitter without anything of ours around it. For tests and measurements. */
export async function startTreeSitter(files: ParserFiles): Promise<{ parser: TreeSitterParser; language: Language; runtime: Runtime }> {
  processRuntime.wasmBinary ??= files.runtime;
  starting ??= TreeSitterParser.init(processRuntime);
  await starting;
  const language = await Language.load(files.python);
  return { parser: new TreeSitterParser().setLanguage(language), language, runtime: processRuntime };
}

/**
 * The library has one runtime for a whole process, started once, and fills the object that it is first handed. So there is
 * one such object here too, else a second parser could not look into the memory.
 */
const processRuntime: Runtime = {};
let starting: Promise<void> | undefined;

interface State {
  readonly parser: TreeSitterParser;
  readonly decode: Decode;
  readonly buffer: NodeBuffer;
  readonly names: Names;
  /** The texts whose tree-sitter tree is kept, the one longest unused first. */
  readonly kept: Set<KeptText>;
}

const mostKept = 8;

/** A text as tree-sitter read it. */
interface Reading {
  readonly tree: Tree;
  readonly text: string;
  readonly mends: readonly Mend[];
  /** Undefined until they are needed. */
  readonly rows: Rows | undefined;
}

class KeptText implements ParsedText {
  private reading: Reading | undefined;

  constructor(
    readonly tree: SyntaxTree,
    reading: Reading,
    private readonly kept: Set<KeptText>,
  ) {
    this.reading = reading;
  }

  /** What tree-sitter knows of this text, if it still does; asking makes it the last to be given up. */
  use(): Reading | undefined {
    if (this.reading === undefined) return undefined;
    this.kept.delete(this);
    this.kept.add(this);
    return this.reading;
  }

  dispose(): void {
    this.kept.delete(this);
    this.reading?.tree.delete();
    this.reading = undefined;
  }
}

type Previous = Parameters<Parser['parse']>[1];

function parse(state: State, text: string, previous: Previous, interrupt: Interrupt | undefined): ParsedText | 'cancelled' {
  const reading = read(state, text, previous, interrupt);
  if (reading === undefined) {
    // Without this, the next text would be taken for the rest of this one.
    state.parser.reset();
    return 'cancelled';
  }
  const { buffer, names, kept } = state;
  const parsed = new KeptText(syntaxTree(text, chunksOf(buffer, text, names)), reading, kept);
  kept.add(parsed);
  for (const oldest of kept) {
    if (kept.size <= mostKept) break;
    oldest.dispose();
  }
  return parsed;
}

/** Parses the text and leaves its nodes in the buffer; undefined when interrupted. */
function read(state: State, text: string, previous: Previous, interrupt: Interrupt | undefined): Reading | undefined {
  const base = previous && startingPoint(previous.parsed, previous.changes, text);
  let reading = step(state, { text: withLineFeeds(text), mends: [], rows: base?.rows }, base?.tree, interrupt);
  base?.tree.delete();
  for (let round = 0; reading !== undefined && round < mostRounds; round += 1) {
    const found = misreadings(state.buffer, reading.text);
    if (found.length === 0) break;
    const { tree } = reading;
    const rows = reading.rows ?? rowsOf(reading.text);
    for (const mend of found) tree.edit(replacement(mend, rows));
    const mends = [...reading.mends, ...found];
    reading = step(state, { text: mended(reading.text, found), mends, rows }, tree, interrupt);
    tree.delete();
  }
  return reading;
}

/** A mend may show what was hidden behind it; more than a few such layers are not worth another parse. */
const mostRounds = 4;

/**
 * Parses on from a tree where there is one. Where text is broken, tree-sitter's guess at what was meant depends on what it
 * has kept of the tree before, so the same text could have several trees; then it is parsed again from scratch.
 */
function step(state: State, reading: Omit<Reading, 'tree'>, from: Tree | undefined, interrupt: Interrupt | undefined): Reading | undefined {
  const options = interrupt && { progressCallback: interrupt };
  const first = state.parser.parse(reading.text, from, options);
  const isGuess = from !== undefined && first?.rootNode.hasError === true;
  if (isGuess) first.delete();
  const tree = isGuess ? state.parser.parse(reading.text, undefined, options) : first;
  if (tree === null) return undefined;
  const isRead = state.decode(tree, state.buffer);
  invariant(isRead, 'a tree that the parser made can be read');
  return { ...reading, tree };
}

/** An edited copy of an earlier version's tree; undefined when there is nothing to go on from. */
function startingPoint(parsed: ParsedText, changes: readonly TextChange[], text: string): { tree: Tree; rows: Rows } | undefined {
  const reading = parsed instanceof KeptText ? parsed.use() : undefined;
  // After broken text mostly comes more of it, which is parsed from scratch anyway.
  if (reading === undefined || parsed.tree.hasErrors) return undefined;
  const oldText = parsed.tree.text;
  // A change next to a lone carriage return can change how that is read, which the changes do not tell.
  if (withLineFeeds(oldText) !== oldText || withLineFeeds(text) !== text) return undefined;
  const length = changes.reduce((sum, change) => sum + change.newText.length - (change.oldEnd - change.start), oldText.length);
  if (length !== text.length) return undefined;
  const tree = reading.tree.copy();
  let rows = reading.rows ?? rowsOf(oldText);
  for (const mend of reading.mends) tree.edit(replacement(mend, rows));
  for (const change of changes) {
    const after = rowsAfter(rows, change);
    tree.edit(new Edit(treeEdit(change, rows, after)));
    rows = after;
  }
  return { tree, rows };
}

/** The edit that tells tree-sitter to read the place of a mend again, whether the mend comes or goes. */
function replacement(mend: Mend, rows: Rows): Edit {
  return new Edit(treeEdit({ start: mend.at, oldEnd: mend.at + mend.text.length, newText: mend.text }, rows, rows));
}

/**
 * The `Parser` port, filled by tree-sitter. No other file imports web-tree-sitter.
 *
 * Invariants: the tree that is handed out is a copy in packed form and needs tree-sitter no more. Tree-sitter's own tree is
 * kept only to parse the next version faster, for at most eight texts at a time; a text whose tree was given up is
 * parsed from scratch, with the same result: the tree follows from text and line under edit alone, never from what it was
 * before. A kept tree is never edited: an edited copy is parsed on from. It has no errors, so it may be of an earlier
 * version than the text that it is kept for.
 */
import { Language, Parser as TreeSitterParser, Tree } from 'web-tree-sitter';
import { chunksOf } from '../syntax/chunks';
import { invariant } from '../syntax/invariant';
import { Names, NodeBuffer } from '../syntax/packed';
import type { ParsedText, Parser } from '../syntax/parser';
import { syntaxTree } from '../syntax/tree';
import { bestDecoder, decoders } from './decoders';
import type { DecoderName } from './decoders';
import { footholdFor, KeptText } from './keptTexts';
import { read } from './reading';
import type { Reader } from './reading';
import type { Runtime, TreeParser } from './runtime';

/** The bytes of the two WebAssembly files: web-tree-sitter's own and the Python grammar's. */
export interface ParserFiles {
  readonly runtime: Uint8Array;
  readonly python: Uint8Array;
}

/** How trees are read. */
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
  const state: State = { parser: asTreeParser(parser), decode, buffer: new NodeBuffer(), names: new Names(), kept: new Set() };
  return { parse: (text, previous, options) => parse(state, text, previous, options) };
}

function asTreeParser(parser: TreeSitterParser): TreeParser {
  return {
    parse: (text, from, options) => parser.parse(text, from instanceof Tree ? from : undefined, options),
    reset: () => {
      parser.reset();
    },
  };
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

interface State extends Reader {
  readonly names: Names;
  /** The texts that have a foothold for their next version, the one longest unused first. */
  readonly kept: Set<KeptText>;
}

const mostKept = 8;

type Arguments = Parameters<Parser['parse']>;

function parse(state: State, text: string, previous: Arguments[1], options: Arguments[2]): ParsedText | 'cancelled' {
  const { buffer, names, kept } = state;
  const before = previous?.parsed instanceof KeptText ? previous.parsed : undefined;
  const foothold = previous && before && footholdFor(before, previous.changes, text);
  const reading = read(state, { text, foothold, earlier: before?.version, ...options });
  if (reading === 'cancelled') return reading;
  const { tree, hasErrors, source, earlier, isRepaired } = reading;
  const { placed, addresses } = chunksOf({ nodes: buffer, text, names, earlier });
  const parsed = new KeptText(syntaxTree(text, placed, { hasErrors: hasErrors || isRepaired, isRepaired }), { text, placed }, kept);
  if (!hasErrors) parsed.keep({ tree, source, version: { text, placed, addresses }, changes: [] });
  else {
    tree.delete();
    if (foothold !== undefined) parsed.keep({ ...foothold, tree: foothold.tree.copy() });
  }
  for (const oldest of kept) {
    if (kept.size <= mostKept) break;
    oldest.dispose();
  }
  return parsed;
}

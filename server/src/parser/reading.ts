/** From a text to tree-sitter's tree of it, with its nodes in the buffer. */
import { EarlierChunks } from '../syntax/earlierChunks';
import type { EarlierVersion } from '../syntax/earlierChunks';
import { invariant } from '../syntax/invariant';
import type { NodeBuffer } from '../syntax/packed';
import type { Interrupt } from '../syntax/parser';
import { repairsOf } from '../syntax/repair';
import type { Decode } from './decode';
import { rowsOf } from './edits';
import type { Foothold } from './keptTexts';
import { misreadings, withLineFeeds } from './mends';
import { allPatched, changesBetween, editTree, movedBack, patched } from './patches';
import type { PatchedText } from './patches';
import type { Progress, Tree, TreeParser } from './runtime';

/** What reading works with. */
export interface Reader {
  readonly parser: TreeParser;
  readonly decode: Decode;
  readonly buffer: NodeBuffer;
}

/** What is to be read. */
export interface Task {
  readonly text: string;
  readonly foothold: Foothold | undefined;
  /** The version before, for its chunks. */
  readonly earlier: EarlierVersion | undefined;
  readonly editedLine?: number | undefined;
  readonly interrupt?: Interrupt | undefined;
}

/** A text as tree-sitter read it. */
export interface Reading {
  readonly tree: Tree;
  readonly hasErrors: boolean;
  readonly source: PatchedText;
  /** The earlier chunks that the buffer speaks of. */
  readonly earlier: EarlierChunks;
  readonly isRepaired: boolean;
}

/**
 * Reads a text, on from an earlier tree where there is one. Where text is broken, tree-sitter's guess at what was meant
 * depends on what it has kept of the tree before, so the same text could have several trees. So a broken text is first
 * repaired in the line under edit, and what is still broken then is read from scratch.
 */
export function read(reader: Reader, task: Task): Reading | 'cancelled' {
  const source: PatchedText = { text: withLineFeeds(task.text), patches: [], rows: undefined };
  const { editedLine } = task;
  const repairs = editedLine === undefined ? undefined : repairsOf(source.text, editedLine);
  if (repairs?.isSurelyBroken !== true && (task.foothold !== undefined || repairs !== undefined)) {
    const reading = attempt(reader, task, source);
    if (reading !== 'broken') return reading;
  }
  for (const changes of repairs?.candidates() ?? []) {
    const reading = attempt(reader, task, allPatched(source, changes));
    if (reading === 'broken') continue;
    if (reading !== 'cancelled') movedBack(reader.buffer, changes);
    return reading === 'cancelled' ? reading : { ...reading, isRepaired: true };
  }
  return fromScratch(reader, task, source);
}

/** Reads a text that should have no errors, and stops where it has one. */
function attempt(reader: Reader, task: Task, source: PatchedText): Outcome {
  const { foothold } = task;
  if (foothold === undefined) {
    const step: Step = { reader, task, version: task.earlier, stopsAtError: true };
    return withoutMisreadings(step, parseOn(step, source, undefined));
  }
  const from = foothold.tree.copy();
  const rows = editTree(from, foothold.source, changesBetween(foothold.source, foothold.changes, source.patches));
  const step: Step = { reader, task, version: foothold.version, stopsAtError: true };
  return withoutMisreadings(step, parseOn(step, { ...source, rows }, from));
}

function fromScratch(reader: Reader, task: Task, source: PatchedText): Reading | 'cancelled' {
  const step: Step = { reader, task, version: task.earlier, stopsAtError: false };
  const reading = withoutMisreadings(step, parseOn(step, source, undefined));
  invariant(reading !== 'broken', 'only an attempt stops at errors');
  return reading;
}

interface Step {
  readonly reader: Reader;
  readonly task: Task;
  /** The version whose chunks are looked for. */
  readonly version: EarlierVersion | undefined;
  readonly stopsAtError: boolean;
}

type Outcome = Reading | 'broken' | 'cancelled';

/** Reads again what the grammar took for something else. */
function withoutMisreadings(step: Step, first: Outcome): Outcome {
  const { buffer } = step.reader;
  let reading = first;
  for (let round = 0; typeof reading === 'object' && round < mostRounds; round += 1) {
    const found = misreadings(buffer, reading.source.text);
    if (found.length === 0) break;
    const { tree } = reading;
    const source: PatchedText = { ...reading.source, rows: reading.source.rows ?? rowsOf(reading.source.text) };
    const changes = found.map(({ at, text }) => ({ start: at, oldEnd: at + text.length, newText: text }));
    editTree(tree, source, changes);
    reading = parseOn(step, changes.reduce(patched, source), tree);
  }
  return reading;
}

/** A mend may show what was hidden behind it; more than a few such layers are not worth another parse. */
const mostRounds = 4;

/** Parses a text, on from a tree that is edited to it and then given up, and reads the nodes. */
function parseOn({ reader, task, version, stopsAtError }: Step, source: PatchedText, from: Tree | undefined): Outcome {
  const { parser, decode, buffer } = reader;
  let stop: 'broken' | 'cancelled' | undefined;
  const progressCallback = ({ hasError }: Progress) => {
    if (task.interrupt?.() === true) stop = 'cancelled';
    else if (stopsAtError && hasError) stop = 'broken';
    return stop !== undefined;
  };
  const tree = parser.parse(source.text, from, { progressCallback });
  from?.delete();
  if (tree === null) {
    // Without this, the next text would be taken for the rest of this one.
    parser.reset();
    return stop ?? 'cancelled';
  }
  const { hasError: hasErrors } = tree.rootNode;
  if (hasErrors && stopsAtError) {
    tree.delete();
    return 'broken';
  }
  const earlier = new EarlierChunks(version);
  invariant(decode(tree, buffer, earlier), 'a tree that the parser made can be read');
  return { tree, hasErrors, source, earlier, isRepaired: false };
}

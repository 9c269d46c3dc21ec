/**
 * What comments silence.
 *
 * Invariants: comments are comment nodes, so that text in strings never silences anything; every code that reaches a
 * finding is counted, whichever of them was first; a code counts as unused only where its rules have seen the whole file.
 */
import type { KnownCodes } from '../settings/codes';
import type { Settings } from '../settings/schema';
import type { Chunk, Range, SyntaxNode, SyntaxTree } from '../syntax/node';
import type { Directive } from './directives';
import { directivesIn, mayHoldMark, noqaIn } from './directiveSyntax';
import type { WrittenDirective } from './directiveSyntax';
import { indentAt, indentWidth, isFirstOnLine, lineAt, lineEnd, skipBlank, trimmedEnd, nextLine } from './lines';
import { dedentAfter, lineNodeAt, lineNodeFrom, logicalRange } from './logicalLines';
import type { Rule } from './rule';

/** The comments of one version of a file, ready to be asked. */
export interface Suppressions {
  /** Whether a comment silences the rule at an offset. Every comment that does is counted. */
  silences(rule: Pick<Rule, 'id' | 'category' | 'peers'>, offset: number): boolean;
  /** The ignore comments with what they have silenced so far. `hasRun` says of which rules nothing was left out. */
  directives(rules: readonly Pick<Rule, 'id' | 'category'>[], hasRun: (rule: string) => boolean): readonly Directive[];
}

type CommentSettings = Pick<Settings, 'noqa' | 'requireIgnoreReason'>;

/** Which comments of a chunk may hold marks, by their indexes, from version to version: most comments hold none. */
export type KeptMarks = WeakMap<Chunk, readonly number[]>;

/** What the comments of a file silence. */
export function suppressionsOf(
  tree: SyntaxTree,
  codes: KnownCodes,
  settings: CommentSettings,
  kept: KeptMarks = new WeakMap(),
): Suppressions {
  const comments = commentsWithMarks(tree, kept);
  const written = comments.flatMap((comment) => directivesIn(comment, codes, settings.requireIgnoreReason));
  const { reaches, problems } = reachesOf(tree, written);
  // How far each reaches is asked only where something is found.
  let noqas: readonly NoqaReach[] | undefined;
  const isNoqa = (rule: Pick<Rule, 'id' | 'peers'>, offset: number): boolean => {
    noqas ??= comments.flatMap((comment) => noqaReach(comment, settings.noqa));
    return noqas.some((noqa) => holds(noqa.range, offset) && isTwin(rule, noqa.codes));
  };
  const counts = new Map<number, number>();
  return {
    silences: (rule, offset) => {
      const found = reaches.filter((reach) => holds(reach.range, offset) && isMeant(rule, reach.code));
      for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
      return found.length > 0 || isNoqa(rule, offset);
    },
    directives: (rules, hasRun) =>
      written.map((directive) => counted(directive, problems.get(directive), counts, (code) => isSettled(code, rules, hasRun))),
  };
}

function commentsWithMarks(tree: SyntaxTree, kept: KeptMarks): readonly SyntaxNode<'comment'>[] {
  const found: SyntaxNode<'comment'>[] = [];
  for (const { chunk, firstId } of tree.chunks) {
    if (chunk.comments.length === 0) continue;
    let marked = kept.get(chunk);
    if (marked === undefined) {
      marked = chunk.comments.filter((index) => mayHoldMark(tree.node(firstId + index).text));
      kept.set(chunk, marked);
    }
    for (const index of marked) {
      const comment = tree.node(firstId + index);
      if (comment.is('comment')) found.push(comment);
    }
  }
  return found;
}

/** Where one code of one ignore comment holds. Codes are told apart by where they are written. */
interface Reach {
  readonly range: Range;
  readonly code: string;
  readonly key: number;
}

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

function isMeant(rule: Pick<Rule, 'id' | 'category'>, code: string): boolean {
  return rule.id === code || rule.category === code;
}

function isTwin(rule: Pick<Rule, 'id' | 'peers'>, codes: 'all' | ReadonlySet<string>): boolean {
  if (codes === 'all' || codes.has(rule.id)) return true;
  return Object.values(rule.peers ?? {}).some((peers) => peers.some((peer) => codes.has(peer.toUpperCase())));
}

/** Whether all rules that a code stands for have run, so that silence means that there was nothing to silence. */
function isSettled(code: string, rules: readonly Pick<Rule, 'id' | 'category'>[], hasRun: (rule: string) => boolean): boolean {
  const meant = rules.filter((rule) => isMeant(rule, code));
  return meant.length > 0 && meant.every((rule) => hasRun(rule.id));
}

function counted(
  directive: WrittenDirective,
  problem: string | undefined,
  counts: ReadonlyMap<number, number>,
  isKnown: (code: string) => boolean,
): Directive {
  const codes = directive.codes.map((code) => {
    const silenced = counts.get(code.start);
    const canBeUnused = directive.form !== 'enable' && isKnown(code.code);
    return { ...code, silenced: silenced ?? (canBeUnused ? 0 : undefined) };
  });
  return { ...directive, codes, problem: directive.problem ?? problem };
}

interface Reaches {
  readonly reaches: readonly Reach[];
  /** What only the place of a comment shows to be wrong with it. */
  readonly problems: ReadonlyMap<WrittenDirective, string>;
}

function reachesOf(tree: SyntaxTree, written: readonly WrittenDirective[]): Reaches {
  const reaches: Reach[] = [];
  const problems = new Map<WrittenDirective, string>();
  const open: OpenBlock[] = [];
  for (const directive of written) {
    if (directive.form === 'enable') {
      const left = directive.codes.filter((code) => code.known && !close(open, code.code, directive, tree.text));
      const [first] = left;
      if (first !== undefined) problems.set(directive, `No \`disable[${first.code}]\` is open in this block`);
      continue;
    }
    const range =
      directive.form === 'disable'
        ? blockReach(tree, directive)
        : directive.form === 'file'
          ? wholeFile(tree)
          : lineReach(tree, directive.comment);
    for (const { code, known, start } of directive.codes) {
      if (!known) continue;
      const reach = { range: { ...range }, code, key: start };
      reaches.push(reach);
      if (directive.form === 'disable') open.push({ reach, width: widthAt(tree.text, directive.start) });
    }
  }
  return { reaches, problems };
}

interface OpenBlock {
  readonly reach: { readonly range: { start: number; end: number }; readonly code: string };
  readonly width: number;
}

/** Ends the last `disable` of the same code in the same block. False when there is none. */
function close(open: OpenBlock[], code: string, enable: WrittenDirective, text: string): boolean {
  const width = widthAt(text, enable.start);
  const block = [...open]
    .reverse()
    .find(({ reach, width: opened }) => reach.code === code && opened === width && reach.range.end > enable.start);
  if (block === undefined) return false;
  block.reach.range.end = enable.start;
  open.splice(open.indexOf(block), 1);
  return true;
}

function widthAt(text: string, offset: number): number {
  return indentWidth(indentAt(text, offset));
}

function wholeFile(tree: SyntaxTree): Range {
  return { start: 0, end: tree.text.length };
}

/** From the comment to the first line that is indented less. */
function blockReach(tree: SyntaxTree, { start }: Range): Range {
  return { start, end: Math.max(start, dedentAfter(tree, start, widthAt(tree.text, start)) - 1) };
}

/**
 * The lines that a comment on its own line or at the end of one stands for: the logical line below, or the line itself
 * and, where it is the first or last of a longer logical line, all of that.
 */
export function lineReach(tree: SyntaxTree, comment: Range): Range {
  return isFirstOnLine(tree.text, comment.start) ? reachBelow(tree, comment.end) : reachBeside(tree, comment);
}

function reachBelow(tree: SyntaxTree, from: number): Range {
  const { text } = tree;
  const start = codeAfter(text, from);
  if (start >= text.length) return { start: text.length, end: text.length };
  const node = lineNodeFrom(tree, start);
  const end = node === undefined ? start : logicalRange(node).end;
  return { start, end: lineEnd(text, Math.max(start, end - 1)) };
}

/** Where the next code begins, over blank lines and comments. */
function codeAfter(text: string, from: number): number {
  let offset = nextLine(text, from);
  while (offset < text.length) {
    const first = skipBlank(text, offset);
    if (first < lineEnd(text, first) && text.charAt(first) !== '#') return first;
    offset = nextLine(text, first);
    if (first >= text.length) return first;
  }
  return offset;
}

function reachBeside(tree: SyntaxTree, comment: Range): Range {
  const { text } = tree;
  const line = lineAt(text, comment.start);
  const ranges = [skipBlank(text, line.start), trimmedEnd(text, comment.start) - 1].flatMap((offset) => {
    const node = lineNodeAt(tree, offset);
    return node === undefined ? [] : [logicalRange(node)];
  });
  const longer = ranges.filter(({ start, end }) => holds(line, start) || holds(line, Math.max(start, end - 1)));
  return { start: Math.min(line.start, ...longer.map(({ start }) => start)), end: Math.max(line.end, ...longer.map(({ end }) => end)) };
}

interface NoqaReach {
  readonly range: Range;
  readonly codes: 'all' | ReadonlySet<string>;
}

function noqaReach(comment: SyntaxNode<'comment'>, setting: Settings['noqa']): readonly NoqaReach[] {
  const codes = setting === 'off' ? undefined : noqaIn(comment.text);
  if (codes === undefined || (codes === 'all' && setting === 'codes')) return [];
  const { text } = comment.tree;
  // On a line of its own it says nothing of any other line.
  return isFirstOnLine(text, comment.start) ? [] : [{ range: reachBeside(comment.tree, comment), codes }];
}

import type { EarlierVersion } from '../syntax/earlierChunks';
import type { SyntaxTree } from '../syntax/node';
import type { ParsedText, TextChange } from '../syntax/parser';
import { hasLoneReturn } from './mends';
import type { PatchedText } from './patches';
import type { Tree } from './runtime';

/** A tree without errors to go on from, and what has been changed since. */
export interface Foothold {
  readonly tree: Tree;
  /** What the tree is of. */
  readonly source: PatchedText;
  /** The user's text that it was made for, and its chunks with their addresses in the parser's memory. */
  readonly version: EarlierVersion;
  readonly changes: readonly TextChange[];
}

/** More changes than this cost more than a new parse. */
const mostChanges = 500;

/** A parsed text, and the foothold for its next version while that is kept. */
export class KeptText implements ParsedText {
  private foothold: Foothold | undefined;

  constructor(
    readonly tree: SyntaxTree,
    readonly version: EarlierVersion,
    private readonly kept: Set<KeptText>,
  ) {}

  keep(foothold: Foothold): void {
    this.foothold = foothold;
    this.kept.add(this);
  }

  /** What to parse the next version from; asking makes this text the last to be given up. */
  use(): Foothold | undefined {
    if (this.foothold === undefined) return undefined;
    this.kept.delete(this);
    this.kept.add(this);
    return this.foothold;
  }

  dispose(): void {
    this.kept.delete(this);
    this.foothold?.tree.delete();
    this.foothold = undefined;
  }
}

/** The foothold for a text that changes lead to, with all changes since; undefined when there is nothing to go on from. */
export function footholdFor(before: KeptText, changes: readonly TextChange[], text: string): Foothold | undefined {
  const foothold = before.use();
  if (foothold === undefined || foothold.changes.length + changes.length > mostChanges) return undefined;
  const oldText = foothold.version.text;
  // A change next to a lone carriage return can change how that is read, which the changes do not tell.
  if (hasLoneReturn(oldText) || hasLoneReturn(text)) return undefined;
  const all = [...foothold.changes, ...changes];
  const length = all.reduce((sum, change) => sum + change.newText.length - (change.oldEnd - change.start), oldText.length);
  return length === text.length ? { ...foothold, changes: all } : undefined;
}

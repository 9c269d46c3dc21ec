import type { Range } from '../syntax/node';
import type { TextEdit } from './finding';

/** One code of an ignore comment. */
export interface DirectiveCode extends Range {
  /** A rule id, a category, or something unknown. */
  readonly code: string;
  readonly known: boolean;
  /** How many findings it silenced; undefined where its rules were not all run, so that nobody can say that it is unused. */
  readonly silenced: number | undefined;
}

/** An ignore comment: `# patterns: ignore[blocking-sleep] reason`. */
export interface Directive extends Range {
  /** `line`: this statement or the next; `disable`/`enable`: to the end of the block; `file`: the whole file. */
  readonly form: 'line' | 'disable' | 'enable' | 'file';
  readonly codes: readonly DirectiveCode[];
  readonly reason: string;
  /** What is wrong with the comment, in words; undefined for a well-formed one. */
  readonly problem: string | undefined;
  /** The edit that puts the problem right, where only one thing can have been meant. */
  readonly repair: TextEdit | undefined;
  /** The comment node that holds it; a comment may hold other tools' marks besides. */
  readonly comment: Range;
}

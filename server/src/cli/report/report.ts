/** What a check found, as plain data in the users' terms: this is all that the writers of reports see. */
import type { FixKind } from '../../engine/finding';
import type { Severity } from '../../settings/levels';
import type { Skipped } from '../discover';
import type { Place, PlaceRange } from '../places';

/** What a check has to say, whichever form it is printed in. */
export interface CheckReport {
  /** In the order of the files, then by place. */
  readonly findings: readonly ShownFinding[];
  /** How many files were read and checked. */
  readonly checked: number;
  readonly skipped: readonly Skipped[];
  readonly failures: readonly Failure[];
  readonly configuration: readonly ConfigurationProblem[];
  readonly fixed: Fixed;
}

/** A finding with names and places as they are printed. */
export interface ShownFinding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: PlaceRange;
  readonly related: readonly ShownRelated[];
  readonly fixes: readonly ShownFix[];
  readonly url: string;
  /** The line that the finding starts on. */
  readonly excerpt: string;
}

/** Another place that a finding is about. */
export interface ShownRelated {
  readonly message: string;
  readonly file: string;
  readonly range: PlaceRange;
}

/** A fix that a finding has. */
export interface ShownFix {
  readonly title: string;
  readonly kind: FixKind;
  /** Empty unless the report's form holds edits: they cost time to work out. */
  readonly edits: readonly ShownEdit[];
}

/** A replacement of text, or a file to create. */
export type ShownEdit =
  { readonly file: string; readonly range: PlaceRange; readonly newText: string } | { readonly create: string; readonly text: string };

/** Why a file was not checked to the end. */
export interface Failure {
  readonly file: string;
  readonly rule: string | undefined;
  readonly place: Place | undefined;
  readonly message: string;
}

/** What is wrong in a configuration file. */
export interface ConfigurationProblem {
  readonly file: string;
  readonly place: Place;
  readonly message: string;
}

/** How much was repaired. */
export interface Fixed {
  readonly findings: number;
  readonly files: number;
}

/** How to write a number of things: `1 finding`, `3 findings`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How often each value occurs, in the order of first occurrence. */
export function tally<Value>(values: Iterable<Value>): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

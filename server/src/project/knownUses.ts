/** Who uses functions, as the questions ask that are about all of a function's uses. */
import type { Certainty } from '../semantic/inference';
import type { RoleKind } from './roles';
import type { UseFact } from './summary';
import type { Evaluation, ProjectFunction } from './values';
import type { FileId } from './files';

/** A use of a function, and the file that it stands in. */
export interface Use extends UseFact {
  readonly file: FileId;
  readonly certainty: Certainty;
}

export interface KnownUses {
  readonly evaluation: Evaluation;
  /** All uses, in the order of files. */
  readonly usesOf: (definition: ProjectFunction) => readonly Use[] | undefined;
  /** The same, one after another and those of the function's own file first: whoever has seen enough asks no further file. */
  readonly eachUse: (definition: ProjectFunction) => Iterable<Use>;
  readonly roleOf: (definition: ProjectFunction) => RoleKind | undefined;
}

/** Whether a function is one of tests: what these do is no fault of what they try. */
export function isForTests(definition: ProjectFunction, { roleOf }: KnownUses): boolean {
  const role = roleOf(definition);
  return role === 'test' || role === 'fixture';
}

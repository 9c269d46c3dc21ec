/**
 * Who calls a function and lets go of what it gives.
 *
 * Invariant: told is a call that is certain before one that is likely, and none of a test.
 */
import type { Certainty } from '../semantic/inference';
import type { ChainLink } from './callGraph';
import { isForTests, type KnownUses } from './knownUses';
import { factsOfFunction, type ProjectFunction } from './values';

/** A call whose result nothing keeps. */
export interface Dropper {
  readonly link: ChainLink;
  readonly certainty: Certainty;
}

/** A call of a function that lets go of what it gives; undefined where none is known. */
export function dropperOf(definition: ProjectFunction, known: KnownUses): Dropper | undefined {
  const facts = factsOfFunction(definition, known.evaluation);
  // A decorator that is not known may keep it.
  if (facts === undefined || facts.decorators !== undefined) return undefined;
  let likely: Dropper | undefined;
  for (const { isDropped, by, file, at, certainty } of known.eachUse(definition)) {
    if (isDropped !== true || by === undefined || isForTests({ kind: 'function', file, path: by }, known)) continue;
    const link: ChainLink = { file, at, caller: by, callee: definition.path };
    if (certainty === 'certain') return { link, certainty };
    likely ??= { link, certainty };
  }
  return likely;
}

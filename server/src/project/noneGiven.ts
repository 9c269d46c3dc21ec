/**
 * How a parameter comes to be `None`: by a call that gives it nothing, where that is its default, or that says `None`; also through
 * functions that pass on a parameter of their own.
 *
 * Invariants: a call that may give it anything (`**options`) says nothing, and neither do tests; of several ways one that is certain
 * is told before one that is likely, and one that says `None` before one that another default would change.
 */
import { weaker, type Certainty } from '../semantic/inference';
import type { ChainLink } from './callGraph';
import { givenTo, type PassedOn } from './given';
import { isForTests, type KnownUses, type Use } from './knownUses';
import { factsOfFunction, type ProjectFunction } from './values';

/** The calls by which a parameter comes to be `None`; the last is one of its function. */
export interface NoneGiven {
  readonly links: readonly ChainLink[];
  /** Set where the last call gives it `None`; otherwise it gives nothing. */
  readonly isGiven: boolean;
  readonly certainty: Certainty;
}

/** Longer ways through functions that pass it on are not followed. */
const mostSteps = 4;

/** A way by which a parameter, which is `None` by default, comes to be that; undefined where none is known. */
export function noneGiven(definition: ProjectFunction, to: PassedOn, known: KnownUses, steps = mostSteps): NoneGiven | undefined {
  const facts = factsOfFunction(definition, known.evaluation);
  // A decorator that is not known may give more than it was given.
  return facts === undefined || facts.decorators !== undefined ? undefined : bestWay(definition, to, known, steps);
}

/** The same of a field of a data class, by its `__init__` that nobody writes. */
export function noneGivenToField(making: ProjectFunction, to: PassedOn, known: KnownUses): NoneGiven | undefined {
  return bestWay(making, to, known, mostSteps);
}

function bestWay(definition: ProjectFunction, to: PassedOn, known: KnownUses, steps: number): NoneGiven | undefined {
  let best: NoneGiven | undefined;
  for (const use of known.usesOf(definition) ?? []) {
    const way = wayBy(use, definition, to, known, steps);
    if (way !== undefined && (best === undefined || rankOf(way) > rankOf(best))) best = way;
    if (best !== undefined && rankOf(best) === highest) break;
  }
  return best;
}

const highest = 3;

function rankOf({ certainty, isGiven }: NoneGiven): number {
  return (certainty === 'certain' ? 2 : 0) + (isGiven ? 1 : 0);
}

function wayBy(use: Use, definition: ProjectFunction, to: PassedOn, known: KnownUses, steps: number): NoneGiven | undefined {
  const caller: ProjectFunction | undefined = use.by === undefined ? undefined : { kind: 'function', file: use.file, path: use.by };
  const given = givenTo(to, use.given ?? [], 'left');
  if (given !== 'left' && given !== 'None' && typeof given !== 'object') return undefined;
  if (caller !== undefined && isForTests(caller, known)) return undefined;
  const before = typeof given === 'object' ? passedOn(given, caller, known, steps) : { links: [], certainty: use.certainty };
  if (before === undefined) return undefined;
  const link: ChainLink = { file: use.file, at: use.at, caller: use.by ?? '', callee: definition.path };
  return { links: [...before.links, link], isGiven: given !== 'left', certainty: weaker(before.certainty, use.certainty) };
}

/** What comes to be `None` in the calling function. */
function passedOn(given: PassedOn, caller: ProjectFunction | undefined, known: KnownUses, steps: number): NoneGiven | undefined {
  return caller !== undefined && steps > 1 ? noneGiven(caller, given, known, steps - 1) : undefined;
}

/** How exception classes are related, as far as the catalogue knows them. */
import type { Catalogue, NamedError } from '../../catalogue/schema';

/** Whether a class is the other or derives from it; a class that is not known derives from itself alone. */
export function isDerived(name: string, ancestor: string, catalogue: Catalogue): boolean {
  const own = catalogue.error(ancestor)?.name ?? ancestor;
  return lineageOf(name, catalogue).has(own);
}

/** A class with all that it derives from. */
function lineageOf(name: string, catalogue: Catalogue): ReadonlySet<string> {
  const pending = [name];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const error = catalogue.error(next);
    const own = error?.name ?? next;
    if (seen.has(own)) continue;
    seen.add(own);
    pending.push(...(error?.bases ?? []));
  }
  return seen;
}

/** Whether one exception may be of both classes: one derives from the other, or a known class from both. */
export function canBeBoth(one: string, other: string, catalogue: Catalogue): boolean {
  if (isDerived(one, other, catalogue) || isDerived(other, one, catalogue)) return true;
  return [...beside(one, catalogue), ...beside(other, catalogue)].some(
    ({ name }) => isDerived(name, one, catalogue) && isDerived(name, other, catalogue),
  );
}

function beside(name: string, catalogue: Catalogue): Iterable<NamedError> {
  return name.startsWith('builtins.') ? [] : catalogue.errorsBeside(name);
}

/** Whether a class, as it is written, says that somebody else was quicker: whoever tries again may be the first one then. */
export function isLostRace(written: string): boolean {
  return races.test(written);
}

const races =
  /Integrity|Unique|Serializ|Deadlock|Stale|Conflict|Concurren|Optimistic|LockNotAvailable|WatchError|VersionMismatch|AlreadyExists|Duplicate/i;

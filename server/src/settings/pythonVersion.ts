/** Versions as data, and the lower bounds that project files write in several notations. */

/** A version of Python's language, as `3.11`. */
export interface PythonVersion {
  readonly major: number;
  readonly minor: number;
}

/** A library's version: its release numbers, `2.0.31` as `[2, 0, 31]`. */
export type Version = readonly number[];

/** The newest Python whose changes the rules and facts know. */
export const newestPython: PythonVersion = { major: 3, minor: 14 };

/** The names by which settings call a Python version, `py39` to the newest. */
export const pythonNames = ['py39', 'py310', 'py311', 'py312', 'py313', 'py314'] as const;
/** A version as settings name it. */
export type PythonName = (typeof pythonNames)[number];

/** The version that a name means. */
export function pythonOfName(name: PythonName): PythonVersion {
  return { major: 3, minor: Number(name.slice('py3'.length)) };
}

/** Negative when `a` is the older one. */
export function comparePython(a: PythonVersion, b: PythonVersion): number {
  return a.major - b.major || a.minor - b.minor;
}

/** `hasPython(target.python, '3.11')`: whether the version is that one or newer. */
export function hasPython(version: PythonVersion, least: `3.${number}`): boolean {
  return comparePython(version, { major: 3, minor: Number(least.slice('3.'.length)) }) >= 0;
}

/** Negative when `a` is the older one; missing numbers count as 0. */
export function compareVersions(a: Version, b: Version): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The oldest Python that a `requires-python` or Poetry constraint allows; undefined where it sets no lower bound. */
export function oldestPython(constraint: string): PythonVersion | undefined {
  const version = oldestVersion(constraint);
  return version === undefined ? undefined : { major: version[0] ?? 0, minor: version[1] ?? 0 };
}

/**
 * The oldest version that a constraint allows, in the notation of PEP 440 (`>=3.11,<4`, `~=3.11`, `==3.11.*`) or of
 * Poetry (`^3.11`, `~3.11`, `3.11`, `^3.9 || ^3.11`). Undefined where nothing bounds it from below.
 */
export function oldestVersion(constraint: string): Version | undefined {
  const bounds = constraint.split('||').map(lowerBound);
  if (bounds.includes(undefined)) return undefined;
  return bounds.filter(isDefined).sort(compareVersions)[0];
}

/** The strongest lower bound of clauses that all have to hold. */
function lowerBound(clauses: string): Version | undefined {
  // One space for many, because the search for a clause would begin anew at each of them.
  const bounds = [...clauses.replace(/\s+/g, ' ').matchAll(clause)].map(([, operator = '', release = '']) =>
    isLower(operator) ? releaseOf(release) : undefined,
  );
  return bounds.filter(isDefined).sort(compareVersions).at(-1);
}

const clause = /(\^|~=|~|={1,3}|>=|<=|>|<|!=)? ?v?(\d[\d.]*)/g;

function isLower(operator: string): boolean {
  return operator !== '<' && operator !== '<=' && operator !== '!=';
}

function releaseOf(text: string): Version {
  return text
    .split('.')
    .filter((part) => part !== '')
    .map(Number);
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

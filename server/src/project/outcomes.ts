/**
 * What conditions ask of values, and what is known of the values that they ask about.
 *
 * Invariant: what is not known decides nothing.
 */

/** What is known of a value: that it is one of the three, or neither empty nor `None`, not `None`, empty or `None`; or its type. */
export type Known = 'None' | 'False' | 'True' | 'some' | 'empty' | ValueType;

/** Types that no value has two of (a `bool` is an `int`, and is known by its value). */
export type ValueType = 'str' | 'bytes' | 'int' | 'float' | 'list' | 'dict' | 'tuple' | 'set';

/** What is asked: whether a value is true, or false, or `None`, or anything else; or whether it is of one of some types. */
export type Test = 'true' | 'false' | 'none' | 'some' | `is ${string}` | `not ${string}`;

/** Whether a test holds for a value; undefined where that cannot be told. */
export function outcome(test: Test, known: Known | undefined): boolean | undefined {
  if (known === undefined) return undefined;
  if (test === 'true') return isTrue(known);
  if (test === 'none') return isNone(known);
  const asked =
    test === 'false' ? 'true' : test === 'some' ? 'none' : test.startsWith('not ') ? (`is ${test.slice(4)}` as const) : undefined;
  if (asked === undefined) return isOfTypes(known, test.slice(3).split(' '));
  const opposite = outcome(asked, known);
  return opposite === undefined ? undefined : !opposite;
}

/** Whether a test is about the type of a value, and not about the value. */
export function asksForType(test: Test): boolean {
  return test.startsWith('is ') || test.startsWith('not ');
}

/** What is known of a value for which a test holds. */
export function knownBy(test: Test): Known | undefined {
  if (test === 'true') return 'True';
  if (test === 'false') return 'empty';
  if (test === 'none') return 'None';
  return test === 'some' ? 'some' : undefined;
}

/** The opposite of a test. */
export function negated(test: Test): Test {
  const fixed = opposites[test];
  if (fixed !== undefined) return fixed;
  return test.startsWith('not ') ? `is ${test.slice(4)}` : `not ${test.slice(3)}`;
}

const opposites: Readonly<Record<string, Test>> = { true: 'false', false: 'true', none: 'some', some: 'none' };

function isTrue(known: Known): boolean | undefined {
  if (known === 'True') return true;
  return known === 'None' || known === 'False' || known === 'empty' ? false : undefined;
}

function isNone(known: Known): boolean | undefined {
  if (known === 'None') return true;
  return known === 'empty' ? undefined : false;
}

function isOfTypes(known: Known, types: readonly string[]): boolean | undefined {
  if (known === 'None') return false;
  if (!valueTypes.has(known)) return undefined;
  if (types.includes(known)) return true;
  // A class of the project or of a library may be a base of the type.
  return types.every((type) => valueTypes.has(type)) ? false : undefined;
}

const valueTypes: ReadonlySet<string> = new Set<ValueType>(['str', 'bytes', 'int', 'float', 'list', 'dict', 'tuple', 'set']);

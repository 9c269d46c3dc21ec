/**
 * The few assertions that the suite needs. Node's own are not there in the web extension host.
 * The errors carry `actual` and `expected`, from which mocha prints a difference.
 */

class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed';

  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
  }
}

/** Compares by content, as JSON shows it. */
export function expectEqual<T>(actual: T, expected: T, what: string): void {
  if (shown(actual) === shown(expected)) return;
  throw new ExpectationFailed(`${what}: got ${shown(actual)}, expected ${shown(expected)}`, actual, expected);
}

export function expectIncludes(text: string, part: string, what: string): void {
  if (text.includes(part)) return;
  throw new ExpectationFailed(`${what}: no ${shown(part)} in ${shown(text)}`, text, part);
}

/** Narrows to what is there, and says what was looked for when it is not. */
export function expectDefined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ExpectationFailed(`${what}: there is none`, value, what);
  return value;
}

export function shown(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** The one place where what a rule throws is caught, so that the other rules go on. */
export type Outcome<T> = { readonly value: T } | { readonly error: string };

/** Does work that may fail by a mistake in it; an error is an outcome. */
export function isolated<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

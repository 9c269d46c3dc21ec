/** Stops a program that has proved itself wrong: the one reason to throw in the pure layers. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}

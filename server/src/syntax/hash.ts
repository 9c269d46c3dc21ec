/**
 * Numbers that are the same for the same content, and as good as never for another (FNV-1a, 32 bits).
 *
 * Invariant: nothing here resists somebody who looks for two contents with one number; whom that would harm compares the
 * contents as well.
 */

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** A number for a text; with another seed and another multiplier the number is independent of this one. */
export function hashOfText(text: string, seed = offsetBasis, multiplier = prime): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
  return hash >>> 0;
}

/** A number for numbers of 32 bits. */
export function hashOfNumbers(numbers: Int32Array): number {
  let hash = offsetBasis;
  for (const number of numbers) hash = Math.imul(hash ^ number, prime);
  return hash >>> 0;
}

/** A short text for a text, from two hashes and its length: where a number alone would be taken for another too often. */
export function fingerprint(text: string): string {
  const numbers = [hashOfText(text), hashOfText(text, 0x2f0b4c47, 0x01000197), text.length];
  return numbers.map((number) => number.toString(36)).join('.');
}

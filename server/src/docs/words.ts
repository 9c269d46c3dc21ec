/** The words that every surface uses for the same thing. */
import type { Rule } from '../engine/rule';

/** What a reader may expect of a rule's fixes. */
export function fixWords(fix: Rule['fix']): string {
  if (fix === 'none') return 'no fix';
  return fix === 'safe' ? 'safe fix' : 'fix needs review';
}

/** Places beside a finding that explain it. */
import type { ChainLink } from '../project/view';
import type { Related } from './finding';

/** A call, in whatever file, with what it does there. */
export function relatedCall({ file, at: [start, end, line, character] }: ChainLink, message: string): Related {
  return { file, range: { start, end }, start: { line, character }, message };
}

/**
 * Keeps answers to questions that ask one another.
 *
 * Invariants: a question that comes back to itself is answered "unknown" there; an answer that was worked out while another
 * question was open, and for which that mattered, is forgotten when that one is answered, so that no answer depends on what
 * was asked before; a chain of questions that is too long ends with "unknown", and not with the machine's stack.
 */
import type { SyntaxNode } from '../syntax/node';

export type Ask<Answer> = (node: SyntaxNode | undefined) => Answer | undefined;

/** Several kinds of questions that may ask one another. */
export class Questions {
  #depth = 0;
  /** The outermost open question that an answer has come back to since this was last set. */
  #outermost = none;
  readonly #forgettable: (() => void)[] = [];

  /** A kind of question with one answer for each node. */
  keep<Answer>(infer: (node: SyntaxNode) => Answer | undefined): Ask<Answer> {
    const entries = new Map<number, Entry<Answer>>();
    return (node) => {
      if (node === undefined) return undefined;
      const known = entries.get(node.id);
      if (known === undefined) return this.#answer(node, infer, entries);
      this.#outermost = Math.min(this.#outermost, known.restsOn);
      return known.answer;
    };
  }

  #answer<Answer>(
    node: SyntaxNode,
    infer: (node: SyntaxNode) => Answer | undefined,
    entries: Map<number, Entry<Answer>>,
  ): Answer | undefined {
    if (this.#depth >= mostOpen) {
      // Whoever is first to ask from outside gets to keep what it makes of this.
      this.#outermost = Math.min(this.#outermost, 1);
      return undefined;
    }
    this.#depth += 1;
    const depth = this.#depth;
    const outermostBefore = this.#outermost;
    const forgettableBefore = this.#forgettable.length;
    this.#outermost = none;
    const entry: Entry<Answer> = { answer: undefined, restsOn: depth };
    entries.set(node.id, entry);
    const answer = infer(node);
    const isOwn = this.#outermost >= depth;
    const restsOn = isOwn ? none : this.#outermost;
    entry.answer = answer;
    entry.restsOn = restsOn;
    if (isOwn) while (this.#forgettable.length > forgettableBefore) this.#forgettable.pop()?.();
    else this.#forgettable.push(() => entries.delete(node.id));
    this.#outermost = Math.min(outermostBefore, restsOn);
    this.#depth -= 1;
    return answer;
  }
}

interface Entry<Answer> {
  answer: Answer | undefined;
  /** How many questions deep the one is open on which the answer rests; none when it stands for itself. */
  restsOn: number;
}

const none = Number.POSITIVE_INFINITY;
const mostOpen = 400;

/**
 * Keeps answers to questions that ask one another.
 *
 * Invariants: a question that comes back to itself is answered "unknown" there; an answer that was worked out while another
 * question was open, and for which that mattered, is forgotten when that one is answered, so that no answer depends on what
 * was asked before; a chain of questions that is too long ends with "unknown", and not with the machine's stack. An answer
 * is kept with what it needed from other chunks.
 */
import type { SyntaxNode } from '../syntax/node';
import type { ReadLog, Reads } from './reads';

/** A question about a node; undefined is the answer to one about nothing. */
export type Ask<Answer> = (node: SyntaxNode | undefined) => Answer | undefined;

/** Several kinds of questions that may ask one another. */
export class Questions {
  #depth = 0;
  /** The outermost open question that an answer has come back to since this was last set. */
  #outermost = none;
  readonly #forgettable: (() => void)[] = [];
  readonly #log: ReadLog;

  constructor(log: ReadLog) {
    this.#log = log;
  }

  /** A kind of question with one answer for each node. */
  keep<Answer>(infer: (node: SyntaxNode) => Answer | undefined): Ask<Answer> {
    const entries = new Map<number, Entry<Answer>>();
    return (node) => {
      if (node === undefined) return undefined;
      const { id } = node;
      const known = entries.get(id);
      return known === undefined ? this.#answer(id, infer, node, entries) : this.#repeat(known);
    };
  }

  /** A question about nothing in particular, worked out when it is first asked. Undefined while it is open. */
  once<Answer>(infer: () => Answer): () => Answer | undefined {
    const slot = new Slot<Answer>();
    return () => (slot.entry === undefined ? this.#answer(0, infer, undefined, slot) : this.#repeat(slot.entry));
  }

  #repeat<Answer>(entry: Entry<Answer>): Answer | undefined {
    this.#outermost = Math.min(this.#outermost, entry.restsOn);
    this.#log.again(entry.reads);
    return entry.answer;
  }

  #answer<Subject, Answer>(
    key: number,
    infer: (subject: Subject) => Answer | undefined,
    subject: Subject,
    entries: Entries<Answer>,
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
    const readsBefore = this.#log.begin();
    this.#outermost = none;
    const entry: Entry<Answer> = { answer: undefined, restsOn: depth, reads: undefined };
    entries.set(key, entry);
    const answer = infer(subject);
    const isOwn = this.#outermost >= depth;
    const restsOn = isOwn ? none : this.#outermost;
    entry.answer = answer;
    entry.restsOn = restsOn;
    entry.reads = this.#log.end(readsBefore);
    if (isOwn) while (this.#forgettable.length > forgettableBefore) this.#forgettable.pop()?.();
    else this.#forgettable.push(() => entries.delete(key));
    this.#outermost = Math.min(outermostBefore, restsOn);
    this.#depth -= 1;
    return answer;
  }
}

interface Entry<Answer> {
  answer: Answer | undefined;
  /** How many questions deep the one is open on which the answer rests; none when it stands for itself. */
  restsOn: number;
  /** What the answer needed from other chunks; of an open question that is not known, and whoever asks is a part of it. */
  reads: Reads | undefined;
}

/** Where entries are kept. */
type Entries<Answer> = Pick<Map<number, Entry<Answer>>, 'delete'> & { set(key: number, entry: Entry<Answer>): unknown };

/** Keeps the one entry of a question about nothing in particular, of which there are many. */
class Slot<Answer> implements Entries<Answer> {
  entry: Entry<Answer> | undefined;

  set(_key: number, entry: Entry<Answer>): void {
    this.entry = entry;
  }

  delete(): boolean {
    this.entry = undefined;
    return true;
  }
}

const none = Number.POSITIVE_INFINITY;
const mostOpen = 400;

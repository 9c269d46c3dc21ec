/** Which function the code at a node belongs to, told while a chunk is walked in order: no node has to look upwards for it. */
import { childInField } from '../syntax/callees';
import { fieldNames } from '../syntax/kinds.generated';
import type { Chunk } from '../syntax/node';

interface Body {
  readonly start: number;
  readonly end: number;
  readonly isAsync: boolean;
}

/** The functions around the place that a walk through a chunk has come to. */
export class FunctionsAround {
  /** Those that the walk has come to and not left, the innermost last. */
  readonly #bodies: Body[] = [];

  constructor(readonly chunk: Chunk) {}

  /** Goes into the function definition at an index. Its decorators, defaults and annotations belong to what is around it. */
  enter(index: number, isAsync: boolean): void {
    const start = childInField(this.chunk, index, bodyField);
    if (start >= 0) this.#bodies.push({ start, end: this.chunk.after(index), isAsync });
  }

  /** Whether the code at an index, which must not be before the one asked last, is written in an `async def`. */
  isAsyncAt(index: number): boolean {
    const bodies = this.#bodies;
    while (bodies.length > 0 && (bodies[bodies.length - 1]?.end ?? 0) <= index) bodies.pop();
    for (let inner = bodies.length - 1; inner >= 0; inner -= 1) {
      const body = bodies[inner];
      if (body !== undefined && body.start <= index) return body.isAsync && index < body.end;
    }
    return false;
  }
}

const bodyField = fieldNames.indexOf('body');

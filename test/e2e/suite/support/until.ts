import { shown } from './expect';

const pause = 50;
const usualLimit = 20_000;

/**
 * Reads a value again and again until a condition holds, and gives it.
 * Nothing here waits for a time to pass: a slow machine takes longer, a fast one does not.
 */
export async function until<T>(what: string, read: () => T | PromiseLike<T>, holds: (value: T) => boolean, limit = usualLimit): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${String(limit / 1000)} s; at the end it was ${shown(value)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

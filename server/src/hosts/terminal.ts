/** Fills the console port of the command line with the process's own streams. */
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Console } from '../cli/ports';
import { codeOf } from './systemError';

/** The terminal that the command runs in, or what its output is led to. */
export function terminal(): Console {
  const { env } = process;
  const isTerminal = isatty(1);
  const hasColor = (env['NO_COLOR'] ?? '') === '' && ((env['FORCE_COLOR'] ?? '') !== '' || (isTerminal && env['TERM'] !== 'dumb'));
  return { isTerminal, hasColor, write: (text) => writeAll(1, text), warn: (text) => writeAll(2, text) };
}

/** Writes at once, so that no output is lost when the process ends. A reader that has gone away, as `head` does, wants no more. */
function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return;
      if (codeOf(error) !== 'EAGAIN') throw error;
      // The pipe is full; its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

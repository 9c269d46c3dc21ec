/** What the server needs of the place that it runs in. */
import type { ParseConfig } from '../syntax/config';
import type { MatchGlob } from '../settings/projectFiles';
import type { Parser } from '../syntax/parser';
import type { InitializationOptions } from '../protocol';

/** Takes back something that was scheduled; does nothing when it has happened. */
export type Cancel = () => void;

export interface Host {
  /** Loads the parser from its two WebAssembly files. Fails when one is missing or cannot be used. */
  createParser(wasm: InitializationOptions['wasm']): Promise<Parser>;
  readonly parseConfig: ParseConfig;
  /** Whether a path with `/` between its parts matches a glob. */
  readonly matchesGlob: MatchGlob;
  /** The text of a file with a `file:` URI; undefined where there is none. Absent where there are no such files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** Runs a task later, once. */
  schedule(task: () => void, delayMs: number): Cancel;
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** The process that the server runs in; undefined in a web worker. */
  readonly processId: number | undefined;
  readonly version: string;
}

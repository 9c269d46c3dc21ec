/** What the server needs of the place that it runs in. */
import type { UserCalls } from '../catalogue/userRows';
import type { ParseConfig } from '../syntax/config';
import type { MatchGlob } from '../settings/projectFiles';
import type { Parser } from '../syntax/parser';
import type { FolderEntry, InitializationOptions } from '../protocol';

/** Takes back something that was scheduled; does nothing when it has happened. */
export type Cancel = () => void;

/** The files of the workspace, by their URIs. */
export interface WorkspaceFiles {
  /** What a folder holds, without links to folders; undefined where it cannot be read. */
  list(folder: string): Promise<readonly FolderEntry[] | undefined>;
  /** The text of a source file; undefined where there is none, or where it is not text in UTF-8. */
  readSource(uri: string): Promise<string | undefined>;
}

/** A place to keep what can be worked out anew. */
export interface Storage {
  /** The lines of a file, in the order written; none where it cannot be read. */
  readLines(uri: string): AsyncIterable<string>;
  /** Replaces a file at once, so that nobody ever reads half of it. The lines are ASCII. */
  writeLines(uri: string, lines: Iterable<string>): Promise<void>;
}

/** What a file tells others, to be worked out from its text. */
export interface SummaryQuestion {
  readonly uri: string;
  /** The settings that its summary depends on. */
  readonly settings: UserCalls;
  /** The fingerprint of the text that a summary is known of; then none is made again. */
  readonly known: string | undefined;
}

/** What came of reading a file. */
export interface SummaryAnswer {
  readonly fingerprint: string;
  /** The summary, packed; undefined where it is the one that is known. */
  readonly summary: string | undefined;
}

/** Threads that read files beside the conversation. */
export interface Readers {
  /** How many questions are to be on their way at a time, so that none of the threads has to wait. */
  readonly width: number;
  /** The answer is undefined where there is no such file, or where it cannot be read. Rejects when a thread has died. */
  ask(question: SummaryQuestion): Promise<SummaryAnswer | undefined>;
  /** Ends the threads, and gives back the memory that they took. */
  stop(): void;
}

/** What the place offers that the server runs in. */
export interface Host {
  /** Loads the parser from its two WebAssembly files. Fails when one is missing or cannot be used. */
  createParser(wasm: InitializationOptions['wasm']): Promise<Parser>;
  readonly parseConfig: ParseConfig;
  /** Whether a path with `/` between its parts matches a glob. */
  readonly matchesGlob: MatchGlob;
  /** The text of a file with a `file:` URI; undefined where there is none. Absent where there are no such files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The files with `file:` URIs. Absent where there are none. */
  readonly files?: WorkspaceFiles;
  /** Starts threads that read files with `file:` URIs. Absent where there are none. */
  readonly startReaders?: () => Readers;
  /** Absent where nothing can be kept. */
  readonly storage?: Storage;
  /** Runs a task later, once. */
  schedule(task: () => void, delayMs: number): Cancel;
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** The process that the server runs in; undefined in a web worker. */
  readonly processId: number | undefined;
  readonly version: string;
}

/**
 * What the command line needs of the outside world. A host fills these; nothing else in this folder touches a file, a
 * stream, the clock or the environment, so that every behaviour can be tried in memory.
 */
import type { MatchGlob } from '../settings/projectFiles';
import type { ParseConfig } from '../syntax/config';
import type { Parser } from '../syntax/parser';
import type { Thread } from './threads';

/** Where words go. */
export interface Console {
  /** Whether a person reads standard output as it comes. */
  readonly isTerminal: boolean;
  /** Whether colours are wanted unless `--color` says otherwise. */
  readonly hasColor: boolean;
  /** Writes to standard output. */
  write(text: string): void;
  /** Writes to standard error. */
  warn(text: string): void;
}

/** A file operation that did not work, in words for the user. */
export interface FileProblem {
  readonly problem: string;
}

/** What is known of a path without reading it. */
export interface FileInfo {
  readonly kind: 'file' | 'directory' | 'other';
  /** In bytes; 0 for anything but files. */
  readonly size: number;
  /** When it was last changed, in milliseconds; 0 for anything but files. */
  readonly modified: number;
}

/** One name in a folder. `link` is a symbolic link to a folder, or to nothing: neither is followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** Paths are written with `/`, whatever the system's own separator is. */
export interface Files {
  /** What is at the path, with links followed; undefined where there is nothing. */
  info(path: string): FileInfo | undefined;
  list(folder: string): readonly FolderEntry[] | FileProblem;
  read(path: string): Uint8Array | FileProblem;
  /** Replaces the content and keeps permissions. */
  write(path: string, content: Uint8Array): FileProblem | undefined;
  /** Makes a folder and those above it, where they are not there yet. */
  createFolder(path: string): FileProblem | undefined;
  absolute(path: string): string;
  readStandardInput(): Promise<Uint8Array>;
}

/** What the place offers that the command runs in. */
export interface CliHost {
  readonly console: Console;
  readonly files: Files;
  readonly version: string;
  readonly parseConfig: ParseConfig;
  readonly matchesGlob: MatchGlob;
  createParser(): Promise<Parser>;
  /** Milliseconds since some fixed moment, for budgets. */
  now(): number;
  /** Lets pending events be seen, among them an interrupt by the user. */
  breathe(): Promise<void>;
  isInterrupted(): boolean;
  /** How many threads can work at the same time. */
  readonly processors: number;
  /** Starts a thread that answers questions. */
  startThread(): Thread;
  /** Runs the language server over standard input and output until the client ends it. */
  serve(): Promise<void>;
}

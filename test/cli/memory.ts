/** A machine in memory for the command line: files, a terminal, and nothing else. */
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import type { CliHost, FileInfo, FolderEntry } from '../../server/src/cli/ports';
import { createThreadWork } from '../../server/src/cli/threads';
import { run } from '../../server/src/cli/run';
import { parseConfig } from '../../server/src/hosts/toml';
import { createParser } from '../../server/src/parser/treeSitter';

const parser = await createParser({
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
});

export interface Machine {
  /** By absolute path; the working folder is `/work`. A string that begins with `->` is a link. */
  readonly files: Record<string, string | Uint8Array>;
  readonly input?: string | Uint8Array;
  /** When files were last changed, where that matters. */
  readonly modified?: Readonly<Record<string, number>>;
  /** Takes each path that is read. */
  readonly reads?: string[];
  /** Paths that the system refuses to read or write. */
  readonly refused?: readonly string[];
  /** Paths that may be read and not written. */
  readonly readOnly?: readonly string[];
  readonly isTerminal?: boolean;
  readonly hasColor?: boolean;
  /** Interrupts before this file; the first is 1. */
  readonly interruptAt?: number;
}

export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** All files after the run, as text. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs the command line as a user would type it, on a machine. */
export async function runOn(machine: Machine, ...programArguments: string[]): Promise<Outcome> {
  const files = new Map(Object.entries(machine.files).map(([path, content]) => [path, bytes(content)]));
  let out = '';
  let err = '';
  let pauses = 0;
  const host: CliHost = {
    console: {
      isTerminal: machine.isTerminal ?? false,
      hasColor: machine.hasColor ?? false,
      write: (text) => {
        out += text;
      },
      warn: (text) => {
        err += text;
      },
    },
    files: filesOf(files, machine),
    version: '9.9.9',
    parseConfig,
    matchesGlob: (glob, path) => picomatch.isMatch(path, glob, { dot: true }),
    createParser: () => Promise.resolve(parser),
    now: () => 0,
    breathe: () => {
      pauses += 1;
      return Promise.resolve();
    },
    isInterrupted: () => pauses === machine.interruptAt,
    processors: 1,
    // Answers at once, in the same thread; what is sent is copied as between threads.
    startThread: () => {
      const work = createThreadWork(host);
      return { ask: async (question) => structuredClone(await work(structuredClone(question))), stop: () => undefined };
    },
    serve: () => {
      out += 'serving\n';
      return Promise.resolve();
    },
  };
  const exitCode = await run(programArguments, host);
  return {
    exitCode,
    out,
    err,
    files: Object.fromEntries([...files].map(([path, content]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)])),
  };
}

function filesOf(files: Map<string, Uint8Array>, machine: Machine): CliHost['files'] {
  const { input = '', refused = [], readOnly = [] } = machine;
  const absolute = (path: string): string => normal(path.startsWith('/') ? path : `/work/${path}`);
  const followed = (path: string): string => {
    const target = linkTarget(files.get(absolute(path)));
    return target === undefined ? absolute(path) : absolute(target);
  };
  const info = (path: string): FileInfo | undefined => {
    const at = followed(path);
    const content = files.get(at);
    if (content !== undefined) return { kind: 'file', size: content.length, modified: machine.modified?.[at] ?? 1 };
    const isFolder = at === '/' || [...files.keys()].some((file) => file.startsWith(`${at}/`));
    return isFolder ? { kind: 'directory', size: 0, modified: 0 } : undefined;
  };
  return {
    info,
    list: (folder) => (refused.includes(absolute(folder)) ? { problem: 'permission denied' } : entriesOf(absolute(folder), files, info)),
    read: (path) => {
      machine.reads?.push(absolute(path));
      return refused.includes(absolute(path))
        ? { problem: 'permission denied' }
        : (files.get(followed(path)) ?? { problem: 'there is no such file or folder' });
    },
    write: (path, content) => {
      if ([...refused, ...readOnly].includes(absolute(path))) return { problem: 'permission denied' };
      files.set(followed(path), content);
      return undefined;
    },
    createFolder: (path) => (refused.includes(absolute(path)) ? { problem: 'permission denied' } : undefined),
    absolute,
    readStandardInput: () => Promise.resolve(bytes(input)),
  };
}

/** In an order that no caller may count on. */
function entriesOf(folder: string, files: Map<string, Uint8Array>, info: (path: string) => FileInfo | undefined): FolderEntry[] {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const names = new Set(
    [...files.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0] ?? ''),
  );
  return [...names].reverse().map((name) => {
    const isLink = linkTarget(files.get(prefix + name)) !== undefined;
    const kind = info(prefix + name)?.kind ?? 'other';
    return { name, kind: isLink && kind !== 'file' ? 'link' : kind };
  });
}

function linkTarget(content: Uint8Array | undefined): string | undefined {
  const text = content === undefined ? '' : new TextDecoder().decode(content.subarray(0, 200));
  return text.startsWith('->') ? text.slice(2) : undefined;
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

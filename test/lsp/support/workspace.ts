/** A workspace in memory: its disk, what is kept between starts, and a way to wait until the server has nothing left to do. */
import type { Host } from '../../../server/src/lsp/host';
import { sourceName, type FolderEntry } from '../../../server/src/protocol';
import { startClient, type ClientOptions, type TestClient } from './client';

export const storageFolder = 'file:///storage';

/** What holds a file or folder back. */
export interface Gate {
  /** Resolves when somebody waits to read it. */
  readonly reached: Promise<void>;
  open(): void;
}

export class Disk {
  readonly #files = new Map<string, { readonly text: string; readonly modified: number }>();
  readonly #gates = new Map<string, { readonly reach: () => void; readonly opened: Promise<void> }>();
  #clock = 0;
  /** The source files that were read, in order. */
  readonly read: string[] = [];
  /** What is kept between starts, by its URI. */
  readonly stored = new Map<string, readonly string[]>();

  constructor(files: Readonly<Record<string, string>>) {
    for (const [uri, text] of Object.entries(files)) this.write(uri, text);
  }

  /** Writes a file, with a new time of change. */
  write(uri: string, text: string): void {
    this.#clock += 1;
    this.#files.set(uri, { text, modified: this.#clock });
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  /** From now on whoever reads a file, or lists a folder, waits until its gate is opened. */
  holdBack(uri: string): Gate {
    const [reached, opened] = [signal(), signal()];
    this.#gates.set(uri, { reach: reached.give, opened: opened.given });
    return { reached: reached.given, open: opened.give };
  }

  async #pass(uri: string): Promise<void> {
    const gate = this.#gates.get(uri);
    gate?.reach();
    await gate?.opened;
  }

  readonly host: Pick<Host, 'files' | 'storage' | 'readFile'> = {
    files: {
      list: async (folder) => {
        await this.#pass(folder);
        return this.#entries(folder);
      },
      readSource: async (uri) => {
        await this.#pass(uri);
        this.read.push(uri);
        return this.#files.get(uri)?.text;
      },
    },
    readFile: (uri) => Promise.resolve(this.#files.get(uri)?.text),
    storage: {
      readLines: (uri) => asyncLines(this.stored.get(uri) ?? []),
      writeLines: (uri, lines) => {
        this.stored.set(uri, [...lines]);
        return Promise.resolve();
      },
    },
  };

  #entries(folder: string): readonly FolderEntry[] {
    const entries = new Map<string, FolderEntry>();
    for (const [uri, { text, modified }] of this.#files) {
      if (!uri.startsWith(`${folder}/`)) continue;
      const [name = '', ...rest] = uri.slice(folder.length + 1).split('/');
      if (rest.length > 0) entries.set(name, { name, kind: 'folder' });
      else entries.set(name, { name, kind: 'file', ...(sourceName.test(name) ? { size: text.length, modified } : {}) });
    }
    return [...entries.values()];
  }
}

function signal(): { readonly give: () => void; readonly given: Promise<void> } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

async function* asyncLines(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

export interface WorkspaceClient extends TestClient {
  /** Resolves when the server has nothing left to do. */
  idle(): Promise<void>;
  /** Tells of files that were created, changed or deleted on the disk. */
  touch(...uris: readonly string[]): Promise<void>;
}

export async function startInWorkspace(disk: Disk, options: ClientOptions = {}): Promise<WorkspaceClient> {
  let scheduled = 0;
  const host: Partial<Host> = {
    ...disk.host,
    schedule: (task, delayMs) => {
      scheduled += 1;
      // Waiting makes no difference here, the order does.
      const once = (): boolean => {
        if (isOver) return false;
        isOver = true;
        scheduled -= 1;
        return true;
      };
      let isOver = false;
      const timer = setTimeout(() => once() && task(), Math.min(delayMs, 20));
      return () => {
        if (once()) clearTimeout(timer);
      };
    },
    ...options.host,
  };
  const initializationOptions = { status: true, storage: storageFolder };
  const client = await startClient({ initializationOptions, ...options, host });
  const idle = async (): Promise<void> => {
    for (let quiet = 0; quiet < quietEnough; quiet = scheduled === 0 ? quiet + 1 : 0) {
      await client.connection.sendRequest('servicePatterns/processId');
      await new Promise((resume) => setImmediate(resume));
    }
  };
  return Object.assign(client, {
    idle,
    touch: (...uris: readonly string[]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) }),
  });
}

/** So many answers in a row with nothing scheduled: work that waits for an answer of the client has gone on by then. */
const quietEnough = 8;

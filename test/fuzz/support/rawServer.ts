/** The language server as a process, spoken to in bytes: what is sent need not be a message. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** Any message that the server sent. */
export interface Received {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface RawServer {
  /** Everything that came, in order. */
  readonly received: readonly Received[];
  /** What was written to standard error. */
  readonly complaints: string;
  /** The exit code once the process has ended. */
  readonly exitCode: number | null | undefined;
  readonly ended: Promise<number | null>;
  write(bytes: string | Uint8Array): void;
  /** Sends a message in a proper frame. */
  send(message: object): void;
  /** Sends a request and waits for the answer. */
  ask(method: string, params?: unknown): Promise<Received>;
  /** Waits for the answer to a request. */
  answerTo(id: number | string): Promise<Received>;
  /** Ends the input, as a client that leaves does. */
  leave(): void;
  kill(): void;
}

/** Starts the bundle. What the server asks its client is answered with nothing. */
export function startRawServer(bundle: string): RawServer {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [bundle, '--stdio']);
  const received: Received[] = [];
  const waiting = new Map<number | string, (answer: Received) => void>();
  let complaints = '';
  let exitCode: number | null | undefined;
  let input: Buffer = Buffer.alloc(0);
  let lastId = 1_000_000;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      exitCode = code;
      resolve(code);
    });
  });
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  child.stdin.on('error', () => undefined);
  const write = (bytes: string | Uint8Array): void => void child.stdin.write(bytes);
  const send = (message: object): void => write(framed(JSON.stringify({ jsonrpc: '2.0', ...message })));
  const take = (message: Received): void => {
    received.push(message);
    if (message.method !== undefined) {
      if (message.id !== undefined) send({ id: message.id, result: null });
      return;
    }
    const id = message.id ?? '';
    waiting.get(id)?.(message);
    waiting.delete(id);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    input = Buffer.concat([input, chunk]);
    for (let next = frameAtStart(input); next !== undefined; next = frameAtStart(input)) {
      input = input.subarray(next.end);
      take(JSON.parse(next.body) as Received);
    }
  });
  const answerTo = (id: number | string): Promise<Received> => {
    const known = received.find((message) => message.method === undefined && message.id === id);
    return known ? Promise.resolve(known) : new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    received,
    get complaints() {
      return complaints;
    },
    get exitCode() {
      return exitCode;
    },
    ended,
    write,
    send,
    ask: (method, params) => {
      lastId += 1;
      send({ id: lastId, method, params });
      return answerTo(lastId);
    },
    answerTo,
    leave: () => child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** A body with the header that belongs to it. */
export function framed(body: string): string {
  return `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}

function frameAtStart(input: Buffer): { readonly body: string; readonly end: number } | undefined {
  const header = input.indexOf('\r\n\r\n');
  if (header < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(input.subarray(0, header).toString('latin1'))?.[1]);
  const end = header + 4 + length;
  return input.length < end ? undefined : { body: input.subarray(header + 4, end).toString('utf8'), end };
}

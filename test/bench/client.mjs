// @ts-check
/** A language client with just what the measurements need, over a server's standard input and output. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * What the measurements read of a message; each has a part of it.
 * @typedef {object} Message
 * @property {number} [id]
 * @property {string} [method]
 * @property {Params} [params]
 * @property {unknown} [result]
 * @property {{ message: string }} [error]
 */

/**
 * @typedef {object} Params
 * @property {string} [uri]
 * @property {number} [version]
 * @property {{ kind: string, message?: string }} [value] how far something is
 * @property {readonly unknown[]} [items] the settings that are asked for
 */

/**
 * @typedef {object} Client
 * @property {number} pid
 * @property {(method: string, params: unknown) => Promise<unknown>} request
 * @property {(method: string, params: unknown) => void} notify
 * @property {(isWanted: (message: Message) => boolean, limit?: number) => Promise<Message>} next the next such
 *   notification; rejects after so many milliseconds
 * @property {(uri: string, text: string) => void} open
 * @property {(uri: string) => void} close
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Start
 * @property {readonly string[]} [command] a program of Node's: our server, unless given
 * @property {string} [folder] of the workspace; none, unless given
 * @property {object} [options] what the server is handed at initialisation
 * @property {object} [settings] the answer to whoever asks for settings
 */

const ours = ['dist/node/server.js', '--stdio'];

/**
 * @param {Start} [start]
 * @returns {Promise<Client>} an initialised server
 */
export async function startClient({ command = ours, folder, options = {}, settings = {} } = {}) {
  const server = spawn(process.execPath, [...command], { stdio: ['pipe', 'pipe', 'ignore'] });
  const root = folder === undefined ? null : pathToFileURL(folder).href;
  const workspaceFolders = root === null ? null : [{ uri: root, name: 'bench' }];
  const { send, request, next } = conversation(server.stdout, server.stdin, ({ method, params }) => {
    if (method === 'workspace/configuration') return params?.items?.map(() => settings);
    return method === 'workspace/workspaceFolders' ? workspaceFolders : null;
  });
  const notify = (/** @type {string} */ method, /** @type {unknown} */ params) => send({ method, params });
  await request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders,
    initializationOptions: options,
    capabilities: {
      textDocument: { publishDiagnostics: { versionSupport: true }, synchronization: {} },
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
      general: { positionEncodings: ['utf-16'] },
    },
  });
  notify('initialized', {});
  return {
    pid: server.pid ?? 0,
    request,
    notify,
    next,
    open: (uri, text) => notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      await request('shutdown', null);
      send({ method: 'exit' });
      await ended;
    },
  };
}

/** @param {string} uri @param {number} version @returns {(message: Message) => boolean} */
export function isDiagnosticsOf(uri, version) {
  return ({ method, params }) =>
    method === 'textDocument/publishDiagnostics' && params?.uri === uri && (params.version ?? version) === version;
}

/**
 * The memory of a process, in MB: now, and at the most. Undefined where the system does not tell it in this place.
 * @param {number} pid
 * @returns {{ now: number, most: number } | undefined}
 */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [now, most] = ['VmRSS', 'VmHWM'].map((name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024);
    return { now, most };
  } catch {
    // Only Linux has it.
    return undefined;
  }
}

/**
 * Requests and notifications in JSON-RPC.
 * @param {import('node:stream').Readable} output
 * @param {import('node:stream').Writable} input
 * @param {(asked: Message) => unknown} answer to what the server asks
 */
function conversation(output, input, answer) {
  /** @type {Map<number, (answer: Message) => void>} */
  const waiting = new Map();
  /** @type {Set<(message: Message) => void>} */
  const listeners = new Set();
  let lastId = 0;
  const send = (/** @type {object} */ message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    input.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  readMessages(output, (message) => {
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: answer(message) });
    else if (message.method !== undefined) for (const listener of [...listeners]) listener(message);
    else if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  const request = (/** @type {string} */ method, /** @type {unknown} */ params) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
      send({ id: lastId, method, params });
    });
  return { send, request, next: nextOf(listeners) };
}

/**
 * @param {Set<(message: Message) => void>} listeners
 * @returns {Client['next']}
 */
function nextOf(listeners) {
  return (isWanted, limit = 120_000) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(listener);
        reject(new Error(`The server was silent for ${limit / 1000} s.`));
      }, limit);
      const listener = (/** @type {Message} */ message) => {
        if (!isWanted(message)) return;
        clearTimeout(timer);
        listeners.delete(listener);
        resolve(message);
      };
      // A wait that nobody needs any more keeps no program from its end.
      timer.unref();
      listeners.add(listener);
    });
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(message: Message) => void} receive
 */
function readMessages(stream, receive) {
  let buffer = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const header = buffer.indexOf('\r\n\r\n');
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, header))?.[1]);
      if (buffer.length < header + 4 + length) return;
      const body = buffer.toString('utf8', header + 4, header + 4 + length);
      buffer = buffer.subarray(header + 4 + length);
      receive(JSON.parse(body));
    }
  });
}

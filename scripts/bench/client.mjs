// @ts-check
/** A language client with just what the measurements need, over the server's standard input and output. */
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Client
 * @property {number} pid
 * @property {(uri: string, text: string) => Promise<unknown>} open answers the file's diagnostics
 * @property {(uri: string, version: number, changes: { range: unknown, text: string }[]) => Promise<unknown>} change answers from the changed text
 * @property {(uri: string) => void} close
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Client>} an initialised server */
export async function startClient() {
  const server = spawn(process.execPath, ['dist/node/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { send, request } = conversation(server.stdout, server.stdin);
  const pull = (/** @type {string} */ uri) => request('textDocument/diagnostic', { textDocument: { uri } });

  const capabilities = {
    textDocument: {
      diagnostic: {},
      synchronization: {},
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    },
    general: { positionEncodings: ['utf-16'] },
  };
  const { capabilities: offered } = await request('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities,
  });
  if (offered.diagnosticProvider === undefined) throw new Error('The server does not answer textDocument/diagnostic.');
  send({ method: 'initialized', params: {} });
  return {
    pid: server.pid ?? 0,
    open: (uri, text) => {
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'python', version: 1, text } } });
      return pull(uri);
    },
    // Diagnostics come after a pause in typing; what the light bulb offers is asked of the text at once, and needs the same work.
    change: (uri, version, contentChanges) => {
      send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } });
      return request('textDocument/codeAction', { textDocument: { uri }, range: contentChanges[0].range, context: { diagnostics: [] } });
    },
    close: (uri) => send({ method: 'textDocument/didClose', params: { textDocument: { uri } } }),
    stop: async () => {
      await request('shutdown', null);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      send({ method: 'exit' });
      await ended;
    },
  };
}

/**
 * Requests and notifications in JSON-RPC. What the server asks is answered with nothing: there are no settings here.
 * @param {import('node:stream').Readable} output
 * @param {import('node:stream').Writable} input
 */
function conversation(output, input) {
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let lastId = 0;
  const send = (/** @type {object} */ message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    input.write(`Content-Length: ${body.length}\r\n\r\n`);
    input.write(body);
  };
  readMessages(output, (message) => {
    if (message.method !== undefined && message.id !== undefined)
      send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null });
    else if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  const request = (/** @type {string} */ method, /** @type {unknown} */ params) =>
    /** @type {Promise<any>} */ (
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
        send({ id: lastId, method, params });
      })
    );
  return { send, request };
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(message: any) => void} receive
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

import type { Api, Library, TimeoutFact } from '../schema';

const limit: TimeoutFact = { parameter: 'timeout', kind: 'milliseconds', whenAbsent: 'forever', whenNone: 'forever' };
/** As long as the socket option RCVTIMEO says: without, for ever. */
const receive: Api = { blocks: 'socket', unless: { keyword: 'flags', position: 0, values: ['zmq.NOBLOCK', 'zmq.DONTWAIT'] } };
/** As long as the socket option SNDTIMEO says, where the queue to the peer is full or there is no peer. */
const send: Api = { blocks: 'socket', unless: { keyword: 'flags', position: 1, values: ['zmq.NOBLOCK', 'zmq.DONTWAIT'] } };
/** A plain function that gives a future. */
const future: Api = { isAsync: true, isStarted: true };

export const zmq: Library = {
  module: 'zmq',
  distribution: 'pyzmq',
  checkedAgainst: '27.2.0',
  docs: 'https://pyzmq.readthedocs.io/en/latest/api/zmq.html',
  apis: {
    proxy: { blocks: 'socket' },
    Socket: {
      asyncTwin: 'zmq.asyncio.Socket',
      methods: {
        recv: receive,
        recv_multipart: receive,
        recv_json: receive,
        recv_string: receive,
        recv_pyobj: receive,
        send: send,
        send_multipart: send,
        send_json: send,
        send_string: send,
        send_pyobj: send,
        poll: { blocks: 'socket', timeout: { ...limit, position: 0 } },
        recv_serialized: { blocks: 'socket', unless: { keyword: 'flags', position: 1, values: ['zmq.NOBLOCK', 'zmq.DONTWAIT'] } },
      },
    },
    Poller: {
      asyncTwin: 'zmq.asyncio.Poller',
      methods: {
        poll: { blocks: 'socket', timeout: { ...limit, position: 0 } },
      },
    },
    Context: {
      asyncTwin: 'zmq.asyncio.Context',
      methods: {
        // Until all sockets are closed and what they had to send is sent.
        term: { blocks: 'lock' },
        socket: { returns: 'zmq.Socket' },
        instance: { returns: 'zmq.Context' },
      },
    },
    'asyncio.Context': {
      methods: {
        socket: { returns: 'zmq.asyncio.Socket' },
        instance: { returns: 'zmq.asyncio.Context' },
      },
    },
    'asyncio.Socket': {
      methods: {
        recv: future,
        recv_multipart: future,
        recv_json: future,
        recv_string: future,
        recv_pyobj: future,
        recv_serialized: future,
        send: future,
        send_multipart: future,
        send_json: future,
        send_string: future,
        send_pyobj: future,
        poll: future,
      },
    },
    'asyncio.Poller': {
      methods: {
        poll: future,
      },
    },
  },
};

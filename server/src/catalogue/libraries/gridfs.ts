import type { Api, Library } from '../schema';

const operation: Api = { blocks: 'database' };
const coroutine: Api = { isAsync: true };
/** A file in the database: its reads and writes ask the server for each piece. */
const opened: Api = { blocks: 'database', opens: true, returns: 'gridfs.grid_file.GridOut' };
const openedAsync: Api = { isAsync: true, opens: true, returns: 'gridfs.asynchronous.grid_file.AsyncGridOut' };
const upload: Api = { opens: true, returns: 'gridfs.grid_file.GridIn' };
const uploadAsync: Api = { opens: true, returns: 'gridfs.asynchronous.grid_file.AsyncGridIn' };

/** Comes with pymongo. Source: gridfs/synchronous/grid_file.py and gridfs/asynchronous/grid_file.py. */
export const gridfs: Library = {
  module: 'gridfs',
  distribution: 'pymongo',
  checkedAgainst: '4.18.2',
  docs: 'https://pymongo.readthedocs.io/en/stable/api/gridfs/index.html',
  apis: {
    GridFS: {
      asyncTwin: 'gridfs.AsyncGridFS',
      methods: {
        put: operation,
        get: opened,
        get_version: opened,
        get_last_version: opened,
        find_one: opened,
        delete: operation,
        exists: operation,
        list: operation,
        new_file: upload,
        // Asks nothing before it is iterated.
        find: {},
      },
    },
    GridFSBucket: {
      asyncTwin: 'gridfs.AsyncGridFSBucket',
      methods: {
        upload_from_stream: operation,
        upload_from_stream_with_id: operation,
        download_to_stream: operation,
        download_to_stream_by_name: operation,
        open_download_stream: opened,
        open_download_stream_by_name: opened,
        open_upload_stream: upload,
        open_upload_stream_with_id: upload,
        delete: operation,
        rename: operation,
        find: {},
      },
    },
    'grid_file.GridOut': {
      asyncTwin: 'gridfs.asynchronous.grid_file.AsyncGridOut',
      methods: { read: operation, readchunk: operation, readline: operation },
    },
    'grid_file.GridIn': {
      asyncTwin: 'gridfs.asynchronous.grid_file.AsyncGridIn',
      methods: { write: operation, writelines: operation, close: operation, abort: operation },
    },
    AsyncGridFS: {
      since: '4.9',
      methods: {
        put: coroutine,
        get: openedAsync,
        get_version: openedAsync,
        get_last_version: openedAsync,
        find_one: openedAsync,
        delete: coroutine,
        exists: coroutine,
        list: coroutine,
        new_file: uploadAsync,
        find: {},
      },
    },
    AsyncGridFSBucket: {
      since: '4.9',
      methods: {
        upload_from_stream: coroutine,
        upload_from_stream_with_id: coroutine,
        download_to_stream: coroutine,
        download_to_stream_by_name: coroutine,
        open_download_stream: openedAsync,
        open_download_stream_by_name: openedAsync,
        open_upload_stream: uploadAsync,
        open_upload_stream_with_id: uploadAsync,
        delete: coroutine,
        rename: coroutine,
        find: {},
      },
    },
    'asynchronous.grid_file.AsyncGridOut': { since: '4.9', methods: { read: coroutine, readchunk: coroutine, readline: coroutine } },
    'asynchronous.grid_file.AsyncGridIn': {
      since: '4.9',
      methods: { write: coroutine, writelines: coroutine, close: coroutine, abort: coroutine },
    },
  },
  aliases: {
    'synchronous.grid_file.GridFS': 'GridFS',
    'synchronous.grid_file.GridFSBucket': 'GridFSBucket',
    'synchronous.grid_file.GridOut': 'grid_file.GridOut',
    'synchronous.grid_file.GridIn': 'grid_file.GridIn',
  },
};

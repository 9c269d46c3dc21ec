import type { Api, Library } from '../schema';

/**
 * Waits by asking again and again, with `time.sleep` in between; the constructor's `timeout` and `blocking` hold for `with`
 * and for an `acquire` without its own. A timeout of -1 waits without end.
 */
const lock: Api = {
  unless: { keyword: 'blocking', values: ['False'] },
  timeout: { parameter: 'timeout', position: 1, kind: 'seconds', whenAbsent: 'forever', whenNone: 'error' },
  methods: {
    acquire: {
      blocks: 'lock',
      unless: { keyword: 'blocking', values: ['False'] },
      timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'inherits', whenNone: 'inherits' },
    },
    release: {},
  },
};
const asyncLock: Api = { methods: { acquire: { isAsync: true }, release: { isAsync: true } } };

export const filelock: Library = {
  module: 'filelock',
  checkedAgainst: '4.0.8',
  docs: 'https://py-filelock.readthedocs.io/en/latest/api.html',
  apis: {
    FileLock: { ...lock, asyncTwin: 'filelock.AsyncFileLock' },
    SoftFileLock: { ...lock, asyncTwin: 'filelock.AsyncSoftFileLock' },
    AsyncFileLock: asyncLock,
    AsyncSoftFileLock: asyncLock,
  },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Until the task is done: nothing else ends the wait. */
const wait: Api = { blocks: 'socket', timeout: { ...unlimitedByDefault, position: 0 } };
/** Asks the result backend, unless the answer came before. */
const ask: Api = { blocks: 'database', confidence: 'low' };
/** Sends to the broker, and connects for it where that is needed. */
const send: Api = { blocks: 'socket', confidence: 'low', returns: 'celery.result.AsyncResult' };

/** Source: celery/result.py and celery/app/base.py. */
export const celery: Library = {
  module: 'celery',
  checkedAgainst: '5.6.3',
  docs: 'https://docs.celeryq.dev/en/stable/reference/celery.result.html',
  apis: {
    'result.AsyncResult': {
      methods: { get: wait, ready: ask, successful: ask, failed: ask, forget: ask, revoke: { blocks: 'socket' } },
    },
    'result.ResultSet': { methods: { get: wait, join: wait, join_native: wait, ready: ask, successful: ask, failed: ask } },
    'result.GroupResult': { bases: ['celery.result.ResultSet'] },
    Celery: { methods: { send_task: send } },
    Task: { methods: { delay: send, apply_async: send } },
  },
  aliases: { 'app.base.Celery': 'Celery', 'app.task.Task': 'Task' },
};

import type { Library, TimeoutFact } from '../schema';

/** 30 seconds. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'milliseconds',
  whenAbsent: 'bounded',
  whenNone: 'bounded',
  whenZero: 'forever',
  isNetwork: true,
};

export const playwright: Library = {
  module: 'playwright',
  checkedAgainst: '1.63',
  docs: 'https://playwright.dev/python/docs/library',
  apis: {
    // Starts a process; on a thread with a running loop it raises an error that says so.
    'sync_api.sync_playwright': { blocks: 'subprocess' },
    'sync_api.Page': { methods: { goto: { blocks: 'http', timeout } } },
    'async_api.Page': { methods: { goto: { isAsync: true, timeout }, wait_for_selector: { isAsync: true, timeout } } },
  },
};

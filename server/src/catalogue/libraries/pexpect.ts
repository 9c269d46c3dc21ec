import type { Api, Library, TimeoutFact } from '../schema';

/** 30 seconds by default, where the child gets no other limit. */
const timeout: TimeoutFact = { parameter: 'timeout', position: 1, kind: 'seconds', whenAbsent: 'inherits', whenNone: 'forever' };
/** With `async_=True` it gives a coroutine. */
const expect: Api = { blocks: 'subprocess', timeout, unless: { keyword: 'async_', position: 3, values: ['True'] } };
const wait: Api = { blocks: 'subprocess' };

export const pexpect: Library = {
  module: 'pexpect',
  checkedAgainst: '4.9',
  docs: 'https://pexpect.readthedocs.io/en/stable/api/pexpect.html',
  apis: {
    run: { blocks: 'subprocess', timeout: { ...timeout, whenAbsent: 'bounded' } },
    spawn: {
      blocks: 'subprocess',
      timeout: { ...timeout, position: 2, whenAbsent: 'bounded' },
      methods: {
        expect,
        expect_exact: expect,
        expect_list: expect,
        read: wait,
        readline: wait,
        wait,
        interact: wait,
        // Sleeps for 50 milliseconds before it sends.
        sendline: wait,
        close: wait,
      },
    },
  },
  aliases: { 'pty_spawn.spawn': 'spawn' },
};

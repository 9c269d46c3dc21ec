import type { Api, Library, TimeoutFact } from '../schema';

/** On a timeout the child is killed and waited for, so a grandchild that holds the pipes can still make it hang (Lib/subprocess.py). */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };
const finishes: Api = { blocks: 'subprocess', timeout };

/**
 * No row has an async twin: `asyncio.create_subprocess_exec` takes the command's words one by one, and gives a process and
 * not a result.
 */
export const subprocess: Library = {
  module: 'subprocess',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/subprocess.html',
  apis: {
    run: { ...finishes, returns: 'subprocess.CompletedProcess' },
    call: finishes,
    check_call: finishes,
    check_output: finishes,
    getoutput: { blocks: 'subprocess' },
    getstatusoutput: { blocks: 'subprocess' },
    CompletedProcess: { methods: {} },
    // Returns when the child runs: milliseconds for fork and exec. Leaving a `with` block waits for the child's end.
    Popen: {
      blocks: 'process-start',
      opens: true,
      methods: {
        wait: { blocks: 'subprocess', timeout: { ...timeout, position: 0 } },
        // On a timeout the child is not killed.
        communicate: { blocks: 'subprocess', timeout: { ...timeout, position: 1 } },
        poll: {},
        send_signal: {},
        terminate: {},
        kill: {},
      },
    },
  },
};

import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

const pipe: Api = { blocks: 'subprocess' };
/** On a timeout the child is killed and waited for, so a grandchild that holds the pipes can still make it hang (Lib/subprocess.py). */
const finishes: Api = { blocks: 'subprocess', timeout: unlimitedByDefault };

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
        wait: { blocks: 'subprocess', timeout: { ...unlimitedByDefault, position: 0 } },
        // On a timeout the child is not killed.
        communicate: { blocks: 'subprocess', timeout: { ...unlimitedByDefault, position: 1 } },
        // Leaving a `with` block closes the pipes and waits, without a limit.
        __exit__: { blocks: 'subprocess' },
        // Waits until the child has written something, or ends; of the input until the child reads it.
        stdout: { isValue: true, methods: { read: pipe, readline: pipe } },
        stdin: { isValue: true, methods: { write: pipe } },
        poll: {},
        send_signal: {},
        terminate: {},
        kill: {},
      },
    },
  },
};

import type { Api, Library, TimeoutFact } from '../schema';

/** Only a positive `interval` is slept for, between two measurements; without it the call returns at once. */
const interval: TimeoutFact = {
  parameter: 'interval',
  position: 0,
  kind: 'seconds',
  whenAbsent: 'immediate',
  whenNone: 'immediate',
};
const measured: Api = {
  blocks: 'sleep',
  timeout: interval,
  unless: { keyword: 'interval', position: 0, values: ['None'] },
};
const wait: Api = {
  blocks: 'subprocess',
  timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
};

export const psutil: Library = {
  module: 'psutil',
  checkedAgainst: '7.2',
  docs: 'https://psutil.readthedocs.io/en/latest/',
  apis: {
    cpu_percent: measured,
    cpu_times_percent: measured,
    Process: { methods: { cpu_percent: measured, wait } },
    Popen: { bases: ['psutil.Process'], blocks: 'process-start', methods: { wait } },
    wait_procs: {
      blocks: 'subprocess',
      timeout: { parameter: 'timeout', position: 1, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
    },
    // Reads `/proc` for every process: tens of milliseconds.
    process_iter: { blocks: 'file' },
    net_connections: { blocks: 'file' },
    disk_usage: { blocks: 'path', confidence: 'low' },
  },
};

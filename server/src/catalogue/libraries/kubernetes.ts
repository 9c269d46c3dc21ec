import type { Api, Library, TimeoutFact } from '../schema';

/** Seconds, or a pair for connecting and reading. Goes down to urllib3, which has no limit by default. */
const timeout: TimeoutFact = {
  parameter: '_request_timeout',
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  isNetwork: true,
};
/** Generated: each public method is a request. With `async_req=True` a thread of its own makes it. */
const api: Api = { methods: { '*': { blocks: 'http', timeout }, api_client: { isValue: true } } };

export const kubernetes: Library = {
  module: 'kubernetes',
  checkedAgainst: 'git 2026-08-17',
  docs: 'https://github.com/kubernetes-client/python/tree/master/kubernetes/docs',
  apis: {
    'client.CoreV1Api': api,
    'client.AppsV1Api': api,
    'client.BatchV1Api': api,
    'client.CustomObjectsApi': api,
    // Each step waits for the next event, without an end unless `timeout_seconds` is given.
    'watch.Watch': { methods: { stream: { blocks: 'http' }, stop: {} } },
    'stream.stream': { blocks: 'http' },
    // May run a program for credentials.
    'config.load_kube_config': { blocks: 'file' },
    'config.load_incluster_config': { blocks: 'file' },
    'utils.create_from_yaml': { blocks: 'http' },
  },
};

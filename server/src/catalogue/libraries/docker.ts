import type { Api, Library, TimeoutFact } from '../schema';

/** 60 seconds for each request to the daemon. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'bounded',
  limit: '60 seconds for each step',
  whenNone: 'forever',
  isNetwork: true,
};
const call: Api = { blocks: 'http' };
const container: Api = { ...call, returns: 'docker.models.containers.Container' };
/** How long the daemon waits before it kills the container. */
const grace: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'bounded' };

export const docker: Library = {
  module: 'docker',
  checkedAgainst: '7.2',
  docs: 'https://docker-py.readthedocs.io/en/stable/client.html',
  apis: {
    // Asks the daemon for its version, unless `version` says which.
    from_env: { blocks: 'http', timeout, returns: 'docker.DockerClient' },
    DockerClient: {
      timeout,
      methods: {
        from_env: { blocks: 'http', timeout, returns: 'docker.DockerClient' },
        containers: { isValue: true, returns: 'docker.models.containers.ContainerCollection' },
        images: { isValue: true, returns: 'docker.models.images.ImageCollection' },
        networks: { isValue: true, returns: 'docker.models.networks.NetworkCollection' },
        volumes: { isValue: true, returns: 'docker.models.volumes.VolumeCollection' },
        ping: call,
        info: call,
        version: call,
        login: call,
        // Each step waits for the next event, without an end.
        events: call,
      },
    },
    APIClient: { timeout: { ...timeout, position: 2 }, methods: {} },
    'models.containers.ContainerCollection': {
      methods: {
        // Waits until the container has ended, unless `detach=True`.
        run: { ...call, returns: 'docker.models.containers.Container' },
        create: container,
        get: container,
        list: call,
        prune: call,
      },
    },
    'models.images.ImageCollection': {
      // Building, pulling and pushing take minutes, and have no limit.
      methods: { build: call, pull: call, push: call, list: call, get: call, load: call, remove: call, prune: call },
    },
    'models.networks.NetworkCollection': { methods: { create: call, get: call, list: call } },
    'models.volumes.VolumeCollection': { methods: { create: call, get: call, list: call } },
    'models.containers.Container': {
      methods: {
        start: call,
        stop: { ...call, timeout: grace },
        restart: { ...call, timeout: grace },
        kill: call,
        remove: call,
        wait: { ...call, timeout: { parameter: 'timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' } },
        logs: call,
        exec_run: call,
        stats: call,
        reload: call,
        put_archive: call,
        get_archive: call,
        commit: call,
        attach: call,
        top: call,
        pause: call,
        unpause: call,
      },
    },
  },
  aliases: { 'client.from_env': 'from_env', 'client.DockerClient': 'DockerClient' },
};

import type { Api, Library } from '../schema';

/** Asks again and again until a long operation is over, with pauses in between. */
const wait: Api = {
  blocks: 'http',
  timeout: { parameter: 'timeout', position: 0, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
};

export const azureCore: Library = {
  module: 'azure.core',
  distribution: 'azure-core',
  checkedAgainst: '1.26',
  docs: 'https://learn.microsoft.com/python/api/azure-core/azure.core.polling.lropoller',
  apis: { 'polling.LROPoller': { methods: { result: wait, wait } } },
};

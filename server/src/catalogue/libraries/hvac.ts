import type { Api, Library } from '../schema';

const call: Api = { blocks: 'http' };

export const hvac: Library = {
  module: 'hvac',
  checkedAgainst: 'git 2026-01-05',
  docs: 'https://python-hvac.org/en/stable/source/hvac_v1.html',
  apis: {
    // 30 seconds.
    Client: {
      timeout: { parameter: 'timeout', position: 4, kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true },
      methods: {
        read: call,
        write: call,
        is_authenticated: call,
        secrets: { isValue: true, returns: 'hvac.api.SecretsEngines' },
      },
    },
    'api.SecretsEngines': { methods: { kv: { isValue: true, returns: 'hvac.api.secrets_engines.Kv' } } },
    'api.secrets_engines.Kv': { methods: { v2: { isValue: true, returns: 'hvac.api.secrets_engines.KvV2' } } },
    'api.secrets_engines.KvV2': { methods: { read_secret_version: call } },
  },
  aliases: { 'v1.Client': 'Client' },
};

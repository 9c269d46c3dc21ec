import type { Api, Library } from '../schema';

/** 300 seconds each to connect and to read (azure-core). */
const call: Api = { blocks: 'http' };

export const azureKeyvaultSecrets: Library = {
  module: 'azure.keyvault.secrets',
  distribution: 'azure-keyvault-secrets',
  checkedAgainst: '4.6',
  docs: 'https://learn.microsoft.com/python/api/azure-keyvault-secrets/',
  apis: { SecretClient: { pools: 'http', methods: { get_secret: call, set_secret: call, begin_delete_secret: call } } },
};

import type { Api, Library } from '../schema';

/** A token that is still good is returned at once. */
const token: Api = { methods: { get_token: { blocks: 'http' } } };

export const azureIdentity: Library = {
  module: 'azure.identity',
  distribution: 'azure-identity',
  checkedAgainst: '1.12',
  docs: 'https://learn.microsoft.com/python/api/azure-identity/',
  apis: {
    DefaultAzureCredential: token,
    ClientSecretCredential: token,
    ManagedIdentityCredential: token,
    // Runs `az`.
    AzureCliCredential: { methods: { get_token: { blocks: 'subprocess' } } },
  },
};

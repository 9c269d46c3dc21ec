import type { Api, Library } from '../schema';

/**
 * 60 seconds to connect and 60 to read (botocore), so no timeout is missing. The clients' methods are made at run time
 * from service descriptions, and have no rows.
 */
const client: Api = { returns: 'botocore.client.BaseClient', pools: 'http' };
const resource: Api = { returns: 'boto3.resources.base.ServiceResource', pools: 'http' };

export const boto3: Library = {
  module: 'boto3',
  checkedAgainst: '1.43',
  docs: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/boto3.html',
  apis: {
    // The first one takes about 0.3 seconds, to read the service's description (measured).
    client,
    resource,
    'session.Session': { methods: { client, resource } },
    'resources.base.ServiceResource': { methods: {} },
  },
  aliases: { Session: 'session.Session' },
};

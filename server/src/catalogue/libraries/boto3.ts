import type { Api, Library } from '../schema';

const base = 'boto3.resources.base.ServiceResource';
/**
 * 60 seconds to connect and 60 to read (botocore), so no timeout is missing. The first one of a service takes about 0.3
 * seconds, to read the service's description (measured); later ones less.
 */
const client: Api = { blocks: 'cpu', confidence: 'low', returns: 'botocore.client.BaseClient', pools: 'http' };
const resource: Api = { blocks: 'cpu', confidence: 'low', returns: base, pools: 'http' };
/** A part of a resource, which asks for nothing before it is used. */
const part: Api = { returns: base };
const request: Api = { blocks: 'http' };
const gives: Api = { blocks: 'http', returns: base };

export const boto3: Library = {
  module: 'boto3',
  checkedAgainst: '1.43',
  docs: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/boto3.html',
  apis: {
    client,
    resource,
    // Reads `~/.aws` when it is first needed.
    'session.Session': { methods: { client, resource } },
    // The classes of services and of their parts are made at run time (boto3/resources/factory.py). Methods are requests.
    'resources.base.ServiceResource': {
      methods: {
        '*': request,
        Table: part,
        Bucket: part,
        Object: part,
        ObjectSummary: part,
        Queue: part,
        Message: part,
        Topic: part,
        Instance: part,
        create_bucket: gives,
        create_queue: gives,
        create_table: gives,
        create_topic: gives,
        get_queue_by_name: gives,
        // Collects what is put, and sends it in blocks.
        batch_writer: {},
        get_available_subresources: {},
        meta: { isValue: true, returns: 'boto3.resources.base.ResourceMeta' },
      },
    },
    'resources.base.ResourceMeta': { methods: { client: { isValue: true, returns: 'botocore.client.BaseClient' } } },
    's3.transfer.S3Transfer': { methods: { upload_file: request, download_file: request } },
  },
  aliases: { Session: 'session.Session' },
  raises: [
    'botocore.exceptions.ConnectionError',
    'botocore.exceptions.HTTPClientError',
    'botocore.exceptions.BotoCoreError',
    'botocore.exceptions.ClientError',
  ],
};

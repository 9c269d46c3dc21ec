import type { Api, Library } from '../schema';

/**
 * 20 seconds to connect and 60 to read, by keywords of the client. The `timeout` of a call is the server's own limit.
 * The asynchronous clients are of `azure.storage.blob.aio`.
 */
const call: Api = { blocks: 'http' };

export const azureStorageBlob: Library = {
  module: 'azure.storage.blob',
  distribution: 'azure-storage-blob',
  checkedAgainst: '12.14',
  docs: 'https://learn.microsoft.com/python/api/azure-storage-blob/',
  apis: {
    BlobServiceClient: {
      pools: 'http',
      methods: {
        from_connection_string: { returns: 'azure.storage.blob.BlobServiceClient' },
        get_container_client: { returns: 'azure.storage.blob.ContainerClient' },
        get_blob_client: { returns: 'azure.storage.blob.BlobClient' },
      },
    },
    ContainerClient: {
      pools: 'http',
      methods: {
        from_connection_string: { returns: 'azure.storage.blob.ContainerClient' },
        get_blob_client: { returns: 'azure.storage.blob.BlobClient' },
        upload_blob: { ...call, returns: 'azure.storage.blob.BlobClient' },
        download_blob: { ...call, returns: 'azure.storage.blob.StorageStreamDownloader' },
        delete_blob: call,
        delete_blobs: call,
        exists: call,
        create_container: call,
        delete_container: call,
        get_container_properties: call,
        // Ask for a page at each step.
        list_blobs: {},
        walk_blobs: {},
        list_blob_names: {},
      },
    },
    BlobClient: {
      pools: 'http',
      methods: {
        from_connection_string: { returns: 'azure.storage.blob.BlobClient' },
        upload_blob: call,
        download_blob: { ...call, returns: 'azure.storage.blob.StorageStreamDownloader' },
        delete_blob: call,
        exists: call,
        get_blob_properties: call,
        set_blob_metadata: call,
        start_copy_from_url: call,
        stage_block: call,
        commit_block_list: call,
        acquire_lease: call,
        create_snapshot: call,
        append_block: call,
        get_blob_tags: call,
      },
    },
    StorageStreamDownloader: { methods: { readall: call, readinto: call, chunks: {} } },
  },
};

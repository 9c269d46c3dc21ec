import type { Api, Library, TimeoutFact } from '../schema';

/** 60 seconds, except where a transfer has none; `None` lifts the limit. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const deadline: TimeoutFact = { parameter: 'deadline', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http' };

export const googleCloudStorage: Library = {
  module: 'google.cloud.storage',
  distribution: 'google-cloud-storage',
  checkedAgainst: 'git 2026-03-31',
  docs: 'https://cloud.google.com/python/docs/reference/storage/latest/retry_timeout',
  apis: {
    'transfer_manager.upload_many': { ...call, timeout: { ...deadline, position: 4 } },
    'transfer_manager.download_many': { ...call, timeout: { ...deadline, position: 3 } },
    'transfer_manager.upload_many_from_filenames': { ...call, timeout: { ...deadline, position: 8 } },
    'transfer_manager.download_many_to_path': { ...call, timeout: { ...deadline, position: 6 } },
    'transfer_manager.download_chunks_concurrently': { ...call, timeout: { ...deadline, position: 4 } },
    Client: {
      pools: 'http',
      methods: {
        bucket: { returns: 'google.cloud.storage.Bucket' },
        get_bucket: { ...call, timeout: { ...timeout, position: 1 }, returns: 'google.cloud.storage.Bucket' },
        lookup_bucket: { ...call, timeout: { ...timeout, position: 1 }, returns: 'google.cloud.storage.Bucket' },
        create_bucket: { ...call, timeout: { ...timeout, position: 9 }, returns: 'google.cloud.storage.Bucket' },
        list_blobs: { timeout: { ...timeout, position: 12 } },
        list_buckets: { timeout: { ...timeout, position: 7 } },
        download_blob_to_file: { ...call, timeout: { ...timeout, position: 11 } },
      },
    },
    Blob: {
      methods: {
        exists: { ...call, timeout: { ...timeout, position: 7 } },
        delete: { ...call, timeout: { ...timeout, position: 5 } },
        download_to_file: { ...call, timeout: { ...timeout, position: 11 } },
        download_to_filename: { ...call, timeout: { ...timeout, position: 11 } },
        download_as_bytes: { ...call, timeout: { ...timeout, position: 10 } },
        download_as_string: { ...call, timeout: { ...timeout, position: 10 } },
        download_as_text: { ...call, timeout: { ...timeout, position: 11 } },
        upload_from_file: { ...call, timeout: { ...timeout, position: 10 } },
        upload_from_filename: { ...call, timeout: { ...timeout, position: 8 } },
        upload_from_string: { ...call, timeout: { ...timeout, position: 8 } },
        compose: { ...call, timeout: { ...timeout, position: 2 } },
        rewrite: { ...call, timeout: { ...timeout, position: 11 } },
        make_public: { ...call, timeout: { ...timeout, position: 1 } },
        make_private: { ...call, timeout: { ...timeout, position: 1 } },
        get_iam_policy: { ...call, timeout: { ...timeout, position: 2 } },
        update_storage_class: { ...call, timeout: { ...timeout, position: 10 } },
        create_resumable_upload_session: { ...call, timeout: { ...timeout, position: 4 } },
        reload: { ...call, timeout: { ...timeout, position: 8 } },
        patch: { ...call, timeout: { ...timeout, position: 5 } },
        update: { ...call, timeout: { ...timeout, position: 5 } },
        open: call,
        // Signs by itself, or asks another service where it has no private key.
        generate_signed_url: { blocks: 'cpu', confidence: 'low' },
      },
    },
    Bucket: {
      methods: {
        exists: { ...call, timeout: { ...timeout, position: 1 } },
        create: { ...call, timeout: { ...timeout, position: 6 } },
        update: { ...call, timeout: { ...timeout, position: 1 } },
        reload: { ...call, timeout: { ...timeout, position: 2 } },
        get_blob: { ...call, timeout: { ...timeout, position: 10 } },
        list_blobs: { timeout: { ...timeout, position: 11 } },
        delete: { ...call, timeout: { ...timeout, position: 4 } },
        delete_blob: { ...call, timeout: { ...timeout, position: 7 } },
        delete_blobs: { ...call, timeout: { ...timeout, position: 4 } },
        copy_blob: { ...call, timeout: { ...timeout, position: 14 } },
        rename_blob: { ...call, timeout: { ...timeout, position: 11 } },
        get_iam_policy: { ...call, timeout: { ...timeout, position: 2 } },
        blob: { returns: 'google.cloud.storage.Blob' },
      },
    },
  },
  aliases: { 'client.Client': 'Client', 'blob.Blob': 'Blob', 'bucket.Bucket': 'Bucket' },
};

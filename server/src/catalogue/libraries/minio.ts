import type { Api, Library } from '../schema';

/** 300 seconds by default; another limit takes an `http_client` of one's own. */
const call: Api = { blocks: 'http' };

export const minio: Library = {
  module: 'minio',
  checkedAgainst: 'git 2026-08-15',
  docs: 'https://min.io/docs/minio/linux/developers/python/API.html',
  apis: {
    Minio: {
      methods: {
        put_object: call,
        // Reading the response goes on to wait.
        get_object: { ...call, opens: true },
        fput_object: call,
        fget_object: call,
        remove_object: call,
        stat_object: call,
        bucket_exists: call,
        make_bucket: call,
        list_buckets: call,
        copy_object: call,
        // Asks for a page at each step.
        list_objects: {},
        // Signs by itself, unless it has to ask for the bucket's region.
        presigned_get_object: { ...call, confidence: 'low' },
      },
    },
  },
  aliases: { 'api.Minio': 'Minio' },
};

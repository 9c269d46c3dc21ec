import type { Api, Library } from '../schema';

const request: Api = { blocks: 'http' };

export const botocore: Library = {
  module: 'botocore',
  checkedAgainst: '1.43',
  docs: 'https://botocore.amazonaws.com/v1/documentation/api/latest/reference/config.html',
  apis: {
    // 60 seconds to connect and 60 to read, and up to five attempts.
    'config.Config': {
      timeout: { parameter: 'read_timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true },
      methods: {},
    },
    'session.get_session': { returns: 'botocore.session.Session' },
    'session.Session': {
      methods: { create_client: { blocks: 'cpu', confidence: 'low', returns: 'botocore.client.BaseClient', pools: 'http' } },
    },
    // Its classes are made at run time from the services' descriptions (botocore/client.py): one method for each operation.
    'client.BaseClient': {
      methods: {
        '*': request,
        exceptions: { isValue: true },
        meta: { isValue: true },
        waiter_names: { isValue: true },
        get_paginator: { returns: 'botocore.paginate.Paginator' },
        get_waiter: { returns: 'botocore.waiter.Waiter' },
        can_paginate: {},
        // Signs with what it has; of credentials that have expired it asks for new ones.
        generate_presigned_url: {},
        generate_presigned_post: {},
        close: {},
      },
    },
    // Asks for a page at each step.
    'paginate.Paginator': { methods: { paginate: { returns: 'botocore.paginate.PageIterator' } } },
    'paginate.PageIterator': { methods: { build_full_result: request } },
    // Asks again and again, with `time.sleep` in between: often 40 times in 10 minutes.
    'waiter.Waiter': { methods: { wait: request } },
    'response.StreamingBody': { methods: { read: request, iter_chunks: request, iter_lines: request } },
  },
  aliases: { 'client.Config': 'config.Config' },
};

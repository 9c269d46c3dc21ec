import type { Library } from '../schema';

export const aiobotocore: Library = {
  module: 'aiobotocore',
  checkedAgainst: 'git 2026-08-07',
  docs: 'https://github.com/aio-libs/aiobotocore',
  apis: {
    'session.get_session': { returns: 'aiobotocore.session.AioSession' },
    // For `async with`.
    'session.AioSession': { methods: { create_client: {} } },
  },
};

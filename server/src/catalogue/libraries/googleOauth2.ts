import type { Api, Library } from '../schema';

/** Fetches Google's certificates each time: nothing keeps them. */
const verify: Api = { blocks: 'http' };

export const googleOauth2: Library = {
  module: 'google.oauth2',
  distribution: 'google-auth',
  checkedAgainst: '2.59',
  docs: 'https://googleapis.dev/python/google-auth/latest/reference/google.oauth2.id_token.html',
  apis: {
    'id_token.verify_oauth2_token': verify,
    'id_token.verify_token': verify,
    'id_token.verify_firebase_token': verify,
    'service_account.Credentials': { methods: { from_service_account_file: { blocks: 'file' } } },
  },
};

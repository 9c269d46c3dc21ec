import type { Api, Library } from '../schema';

/** Asks by an `httplib2.Http`, its own where it is given none, which has no limit (oauth2client/client.py, transport.py). */
const request: Api = { blocks: 'http' };

const credentials: Api = {
  methods: {
    authorize: { returns: 'httplib2.Http' },
    get_access_token: request,
    refresh: request,
    revoke: request,
    retrieve_scopes: request,
    set_store: {},
    to_json: {},
  },
};
const flow: Api = {
  methods: {
    step1_get_authorize_url: {},
    step1_get_device_and_user_codes: request,
    step2_exchange: { ...request, returns: 'oauth2client.client.OAuth2Credentials' },
  },
};

export const oauth2client: Library = {
  module: 'oauth2client',
  checkedAgainst: '4.1',
  docs: 'https://oauth2client.readthedocs.io/en/latest/source/oauth2client.client.html',
  apis: {
    'client.OAuth2Credentials': credentials,
    'client.AccessTokenCredentials': { bases: ['oauth2client.client.OAuth2Credentials'] },
    'client.GoogleCredentials': { bases: ['oauth2client.client.OAuth2Credentials'] },
    'service_account.ServiceAccountCredentials': { bases: ['oauth2client.client.OAuth2Credentials'] },
    'client.OAuth2WebServerFlow': flow,
    // Reads the secrets from a file.
    'client.flow_from_clientsecrets': { blocks: 'file', returns: 'oauth2client.client.OAuth2WebServerFlow' },
    'client.credentials_from_code': { ...request, returns: 'oauth2client.client.OAuth2Credentials' },
    'client.verify_id_token': request,
    // Opens a browser and waits for what comes back from it.
    'tools.run_flow': { ...request, returns: 'oauth2client.client.OAuth2Credentials' },
    'file.Storage': {
      methods: {
        get: { blocks: 'file', returns: 'oauth2client.client.OAuth2Credentials' },
        put: { blocks: 'file' },
        delete: { blocks: 'file' },
      },
    },
  },
};

import type { Api, Library } from '../schema';

const request: Api = { blocks: 'http' };
/** Generators (botocore/response.py). */
const stepwise: Api = { blocks: 'http', isLazy: true };

export const botocore: Library = {
  module: 'botocore',
  checkedAgainst: '1.43',
  docs: 'https://botocore.amazonaws.com/v1/documentation/api/latest/reference/config.html',
  apis: {
    // 60 seconds to connect and 60 to read, and up to five attempts.
    'config.Config': {
      timeout: {
        parameter: 'read_timeout',
        kind: 'seconds',
        whenAbsent: 'bounded',
        limit: '60 seconds for each step',
        whenNone: 'forever',
        isNetwork: true,
      },
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
    'response.StreamingBody': { methods: { read: request, iter_chunks: stepwise, iter_lines: stepwise } },
  },
  aliases: { 'client.Config': 'config.Config' },
  // Bases as they are in the installed 1.43.107.
  errors: {
    'exceptions.BotoCoreError': { of: ['builtins.Exception'], kind: 'mixed' },
    'exceptions.ClientError': { of: ['builtins.Exception'], kind: 'answer' },
    'exceptions.HTTPClientError': { of: ['exceptions.BotoCoreError'], kind: 'transient' },
    'exceptions.ConnectionError': { of: ['exceptions.BotoCoreError'], kind: 'transient' },
    'exceptions.EndpointConnectionError': { of: ['exceptions.ConnectionError'], kind: 'transient' },
    'exceptions.ConnectTimeoutError': { of: ['exceptions.ConnectionError'], kind: 'transient' },
    'exceptions.ProxyConnectionError': { of: ['exceptions.ConnectionError'], kind: 'transient' },
    'exceptions.ConnectionClosedError': { of: ['exceptions.HTTPClientError'], kind: 'transient' },
    'exceptions.ReadTimeoutError': { of: ['exceptions.HTTPClientError'], kind: 'transient' },
    'exceptions.ResponseStreamingError': { of: ['exceptions.HTTPClientError'], kind: 'transient' },
    'exceptions.IncompleteReadError': { of: ['exceptions.BotoCoreError'], kind: 'transient' },
    'exceptions.SSLError': { of: ['exceptions.ConnectionError'] },
    'exceptions.EventStreamError': { of: ['exceptions.ClientError'], kind: 'answer' },
    'exceptions.WaiterError': { of: ['exceptions.BotoCoreError'] },
    'exceptions.ChecksumError': { of: ['exceptions.BotoCoreError'] },
    'exceptions.NoCredentialsError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.PartialCredentialsError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.CredentialRetrievalError': { of: ['exceptions.BotoCoreError'] },
    'exceptions.TokenRetrievalError': { of: ['exceptions.BotoCoreError'] },
    'exceptions.NoRegionError': { of: ['exceptions.BaseEndpointResolverError'], kind: 'permanent' },
    'exceptions.UnknownServiceError': { of: ['exceptions.DataNotFoundError'], kind: 'permanent' },
    'exceptions.UnknownRegionError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.ProfileNotFound': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.ConfigParseError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.ConfigNotFound': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.ParamValidationError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.ValidationError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.MissingParametersError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.UnauthorizedSSOTokenError': { of: ['exceptions.SSOError'], kind: 'permanent' },
    'exceptions.SSOTokenLoadError': { of: ['exceptions.SSOError'], kind: 'permanent' },
    'exceptions.NoAuthTokenError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.InvalidConfigError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.MissingDependencyException': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.SSOError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.DataNotFoundError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
    'exceptions.BaseEndpointResolverError': { of: ['exceptions.BotoCoreError'], kind: 'permanent' },
  },
  // Its own classes: what urllib3 raises is turned into them (botocore/httpsession.py).
  raises: ['exceptions.ConnectionError', 'exceptions.HTTPClientError', 'exceptions.BotoCoreError', 'exceptions.ClientError'],
};

import type { Api, Library, TimeoutFact } from '../schema';

/** 5 seconds in all, from the resolver. */
const lifetime: TimeoutFact = {
  parameter: 'lifetime',
  position: 7,
  kind: 'seconds',
  whenAbsent: 'bounded',
  whenNone: 'bounded',
  isNetwork: true,
};
const timeout: TimeoutFact = {
  parameter: 'timeout',
  position: 2,
  kind: 'seconds',
  whenAbsent: 'forever',
  whenNone: 'forever',
  isNetwork: true,
};
const query: Api = { blocks: 'socket', timeout };
const asyncQuery: Api = { isAsync: true, timeout };
const resolve: Api = { blocks: 'socket', timeout: lifetime };
const asyncResolve: Api = { isAsync: true, timeout: lifetime };

export const dnspython: Library = {
  module: 'dns',
  distribution: 'dnspython',
  checkedAgainst: '2.8',
  docs: 'https://dnspython.readthedocs.io/en/stable/resolver-functions.html',
  apis: {
    'resolver.resolve': { ...resolve, asyncTwin: 'dns.asyncresolver.resolve' },
    'resolver.query': resolve,
    'resolver.zone_for_name': { blocks: 'socket', timeout: { ...lifetime, position: 4 } },
    'resolver.Resolver': { asyncTwin: 'dns.asyncresolver.Resolver', methods: { resolve } },
    'asyncresolver.resolve': asyncResolve,
    'asyncresolver.zone_for_name': { isAsync: true },
    'asyncresolver.Resolver': { methods: { resolve: asyncResolve } },
    'query.udp': { ...query, asyncTwin: 'dns.asyncquery.udp' },
    'query.tcp': { ...query, asyncTwin: 'dns.asyncquery.tcp' },
    'query.tls': { ...query, asyncTwin: 'dns.asyncquery.tls' },
    'query.https': { ...query, asyncTwin: 'dns.asyncquery.https' },
    'query.quic': { ...query, asyncTwin: 'dns.asyncquery.quic' },
    'query.udp_with_fallback': { ...query, asyncTwin: 'dns.asyncquery.udp_with_fallback' },
    // `xfr` gives messages one by one, and each step waits.
    'query.xfr': { blocks: 'socket', timeout: { ...timeout, position: 4 } },
    'query.inbound_xfr': { blocks: 'socket', timeout: { ...timeout, position: 4 }, asyncTwin: 'dns.asyncquery.inbound_xfr' },
    'asyncquery.udp': asyncQuery,
    'asyncquery.tcp': asyncQuery,
    'asyncquery.tls': asyncQuery,
    'asyncquery.https': asyncQuery,
    'asyncquery.quic': asyncQuery,
    'asyncquery.udp_with_fallback': asyncQuery,
    'asyncquery.inbound_xfr': { isAsync: true, timeout: { ...timeout, position: 4 } },
    'reversename.from_address': {},
  },
};

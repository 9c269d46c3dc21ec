import type { Api, Library } from '../schema';
import { unlimitedByDefault } from '../timeouts';

/** Waits for the server, as long as the attribute `timeout` of the object says, or `OPT_NETWORK_TIMEOUT`: by default without an end. */
const call: Api = { blocks: 'database' };
/** -1 by default; `None` is not a number. */
const limit = { ...unlimitedByDefault, whenNone: 'error' } as const;
/** With `None` the attribute `timeout` of the object holds, which is -1 unless it was set. */
const result: Api = { ...call, timeout: { ...unlimitedByDefault, position: 2 } };

/** Source: Lib/ldap/ldapobject.py. What ends in `_s` waits; `search`, `modify` and their like send, and `result` waits. */
export const ldap: Library = {
  module: 'ldap',
  distribution: 'python-ldap',
  checkedAgainst: 'git 2026-06-17',
  docs: 'https://www.python-ldap.org/en/latest/reference/ldap.html',
  apis: {
    // Does not connect yet.
    initialize: { returns: 'ldap.ldapobject.SimpleLDAPObject' },
    // Sleeps 60 seconds between two attempts to connect again.
    'ldapobject.ReconnectLDAPObject': { bases: ['ldap.ldapobject.SimpleLDAPObject'] },
    'ldapobject.SimpleLDAPObject': {
      methods: {
        simple_bind_s: call,
        bind_s: call,
        sasl_interactive_bind_s: call,
        sasl_non_interactive_bind_s: call,
        sasl_external_bind_s: call,
        sasl_gssapi_bind_s: call,
        sasl_bind_s: call,
        start_tls_s: call,
        search_s: call,
        search_st: { ...call, timeout: { ...limit, position: 5 } },
        search_ext_s: { ...call, timeout: { ...limit, position: 7 } },
        read_s: { ...call, timeout: { ...limit, position: 5 } },
        find_unique_entry: { ...call, timeout: { ...limit, position: 7 } },
        add_s: call,
        add_ext_s: call,
        modify_s: call,
        modify_ext_s: call,
        delete_s: call,
        delete_ext_s: call,
        rename_s: call,
        modrdn_s: call,
        compare_s: call,
        compare_ext_s: call,
        passwd_s: call,
        extop_s: call,
        cancel_s: call,
        whoami_s: call,
        result,
        result2: result,
        result3: result,
        result4: result,
        // Says goodbye, which is not answered.
        unbind: { ...call, confidence: 'low' },
        unbind_s: { ...call, confidence: 'low' },
      },
    },
  },
  aliases: { 'functions.initialize': 'initialize' },
};

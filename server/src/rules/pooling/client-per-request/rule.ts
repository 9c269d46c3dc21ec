import { defineRule } from '../../../engine/rule';
import { makes } from '../clients';
import { repeatedMaking } from '../repeated';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['lifespan', 'sessions-and-pools'],
  fix: 'none',
  messages: {
    perCall: '`{callee}` is made for each call of `{function}`: no connection or TLS set-up is reused',
    perTurn: '`{callee}` is made in each turn of the loop in `{function}`: no connection or TLS set-up is reused',
  },
  knownCalls: {
    facts: ['pools'],
    check(node, context, api) {
      const repeated = makes(api) === 'client' ? repeatedMaking(node, api, context) : undefined;
      if (repeated === undefined) return undefined;
      const callee = node.field('function');
      const data = { callee: callee.text, function: repeated.function };
      return context.finding(callee, repeated.each === 'turn' ? 'perTurn' : 'perCall', data, repeated.options);
    },
  },
});

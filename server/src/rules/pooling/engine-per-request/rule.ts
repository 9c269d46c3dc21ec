import { defineRule } from '../../../engine/rule';
import { callArguments } from '../../../syntax/query';
import { makes } from '../clients';
import { repeatedMaking } from '../repeated';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['lifespan', 'sessions-and-pools'],
  fix: 'none',
  messages: {
    perCall: '`{callee}` makes a pool for each call of `{function}`: no connection is used twice',
    perTurn: '`{callee}` makes a pool in each turn of the loop in `{function}`: no connection is used twice',
  },
  knownCalls: {
    facts: ['pools'],
    check(node, context, api) {
      if (makes(api) !== 'pool') return undefined;
      // `poolclass=NullPool` says that connections are not to be kept, as workers with an event loop for each job need it.
      const { keywords } = callArguments(node);
      if (api.pool?.replacedBy?.some((name) => keywords.has(name)) === true) return undefined;
      const repeated = repeatedMaking(node, api, context);
      if (repeated === undefined) return undefined;
      const callee = node.field('function');
      const data = { callee: callee.text, function: repeated.function };
      return context.finding(callee, repeated.each === 'turn' ? 'perTurn' : 'perCall', data, repeated.options);
    },
  },
});

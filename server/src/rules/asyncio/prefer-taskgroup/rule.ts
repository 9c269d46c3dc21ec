import { defineRule } from '../../../engine/rule';

export default defineRule({
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  topics: ['cancellation'],
  fix: 'none',
  messages: { found: '`{callee}` …' },
  visit: {
    call(node, { view, finding }) {
      const callee = view.nameOf(node.field('function'));
      if (callee !== 'example.change_me') return undefined;
      return finding(node.field('function'), 'found', { callee });
    },
  },
});

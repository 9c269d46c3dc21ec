import { defineRule } from '../../../engine/rule';
import { enclosingFunction, keywordArgument } from '../../../syntax/query';
import { fateOfResults } from '../gatheredResults';
import { isLookedAfter } from '../gatheredErrors';

export default defineRule({
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency', 'error-handling'],
  fix: 'none',
  messages: {
    dropped: '`{callee}` with `return_exceptions=True` in `{function}` loses every error',
    blind: '`{callee}` in `{function}` may give exceptions, and `{use}` takes them for results',
  },
  namedCalls: {
    names: ['gather'],
    check(call, { view, catalogue, finding }) {
      if (keywordArgument(call, 'return_exceptions')?.is('true') !== true) return undefined;
      if (view.nameOf(call.field('function')) !== 'asyncio.gather') return undefined;
      const owner = enclosingFunction(call);
      if (owner === undefined) return undefined;
      const fate = fateOfResults(call, view);
      if (fate.kind === 'unknown') return undefined;
      const callee = call.field('function');
      const names = { callee: callee.text, function: owner.field('name').text };
      if (fate.kind === 'dropped') return isLookedAfter(call, owner, { view, catalogue }) ? undefined : finding(callee, 'dropped', names);
      const use = fate.use.text.replace(/\s+/g, ' ').slice(0, 40);
      const related = [{ file: view.file, range: fate.use, message: 'Here an exception is taken for a result' }];
      return finding(callee, 'blind', { ...names, use }, { related });
    },
  },
});

import { defineRule } from '../../../engine/rule';
import { enclosingFunction } from '../../../syntax/query';
import { isTestFile } from '../../../engine/testFiles';
import { awaitDirectly, singleTask } from '../singleTask';
import { shownGroup } from '../taskGroups';

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { 'flake8-async': ['ASYNC112'], sonar: ['S7513'] },
  fix: 'unsafe',
  messages: { single: '`{group}` in `{function}` starts one task and does nothing beside it' },
  visit: {
    with_statement(node, context) {
      // Tests of what groups do need no second task.
      const single = isTestFile(context.view) ? undefined : singleTask(node, context);
      const owner = single === undefined ? undefined : enclosingFunction(node);
      if (single === undefined || owner === undefined) return undefined;
      const data = { group: shownGroup(single.group), function: owner.field('name').text };
      return context.finding(single.group.call, 'single', data, { fixes: [{ id: 'awaitDirectly' }] });
    },
  },
  fixes: { awaitDirectly },
});

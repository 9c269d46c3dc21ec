import { defineRule } from '../../../engine/rule';
import { enclosingFunction } from '../../../syntax/query';
import { isPerhapsWaitedFor, resourceOf } from '../taskResources';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['structured-concurrency', 'sessions-and-pools'],
  peers: { 'flake8-async': ['ASYNC111'] },
  fix: 'none',
  messages: { outlives: '`{callee}` in `{function}` starts a task with `{resource}`, which is closed when its block ends' },
  namedCalls: {
    names: ['create_task', 'ensure_future', 'start_soon'],
    check(call, context) {
      const { view, catalogue, finding } = context;
      const callee = call.field('function');
      const api = catalogue.lookup(view.nameOf(callee));
      const isStart = callee.is('attribute') && /^(create_task|start_soon)$/.test(callee.field('attribute').text);
      const isLoose = api?.mustKeep === true && api.isAsync !== true;
      const owner = api !== undefined && (isStart || isLoose) ? enclosingFunction(call) : undefined;
      const resource = owner === undefined ? undefined : resourceOf(call, owner, context);
      if (owner === undefined || resource === undefined || isPerhapsWaitedFor(call, resource, context)) return undefined;
      const data = { callee: callee.text, function: owner.field('name').text, resource: resource.name };
      const range = { start: resource.item.start, end: resource.item.end };
      return finding(callee, 'outlives', data, { related: [{ file: view.file, range, message: 'It is opened here' }] });
    },
  },
});

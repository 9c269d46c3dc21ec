/** Gives a task to the task group that it is started in. */
import type { CheckContext, Fix } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, isWithin } from '../../syntax/query';
import { taskGroupOf } from './taskGroups';

export const startInGroup: Fix = {
  kind: 'unsafe',
  title: 'Start it in the task group',
  edits(node, _args, context) {
    const name = node.is('call') ? groupAround(node, context) : undefined;
    return name === undefined || !node.is('call') ? undefined : [context.edit.replace(node.field('function'), `${name}.create_task`)];
  },
};

/** The name of the group in whose block a call makes a task of a coroutine, where that could be the group's own task. */
export function groupAround(call: SyntaxNode<'call'>, knowledge: Pick<CheckContext, 'view' | 'catalogue'>): string | undefined {
  const [coroutine, ...others] = call.field('arguments').children;
  if (coroutine?.is('call') !== true || others.some((argument) => !argument.is('keyword_argument'))) return undefined;
  for (const outer of ancestors(call)) {
    if (outer.is('function_definition', 'lambda', 'class_definition')) return undefined;
    if (!outer.is('with_statement') || !isWithin(call, outer.field('body'))) continue;
    const group = taskGroupOf(outer, knowledge);
    if (group?.facts.starts.includes('create_task') === true) return group.name?.text;
  }
  return undefined;
}

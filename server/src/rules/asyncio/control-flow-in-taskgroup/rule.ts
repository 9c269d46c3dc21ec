import { defineRule } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, enclosingFunction, isWithin } from '../../../syntax/query';
import { ownNodes, shownGroup, startsIn, taskGroupOf } from '../taskGroups';

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { 'flake8-async': ['ASYNC121'], sonar: ['S7514'] },
  fix: 'none',
  messages: { waits: '`{jump}` inside `{group}` leaves `{function}` only after all its tasks' },
  visit: {
    *with_statement(node, context) {
      const group = taskGroupOf(node, context);
      const owner = group === undefined ? undefined : enclosingFunction(node);
      if (group === undefined || owner === undefined) return;
      const body = node.field('body');
      const starts = startsIn(group);
      for (const jump of ownNodes(body)) {
        if (!jump.is('return_statement', 'break_statement', 'continue_statement') || !leaves(jump, body)) continue;
        if (!starts.some((start) => mayRunBefore(start, jump, body)) || isOwnEnd(jump, body) || endsTasks(jump, body)) continue;
        const [word = ''] = jump.text.split(/\W/, 1);
        yield context.finding({ start: jump.start, end: jump.start + word.length }, 'waits', {
          jump: word,
          group: shownGroup(group),
          function: owner.field('name').text,
        });
      }
    },
  },
});

/** Whether the jump goes on outside of the block. */
function leaves(jump: SyntaxNode, body: SyntaxNode): boolean {
  if (jump.is('return_statement')) return true;
  for (const outer of ancestors(jump)) {
    if (outer.id === body.id) return true;
    if (outer.is('for_statement', 'while_statement')) return false;
  }
  return false;
}

/** Where no task can have been started yet, there is nothing to wait for. */
function mayRunBefore(start: SyntaxNode, jump: SyntaxNode, body: SyntaxNode): boolean {
  if (start.start < jump.start) return true;
  for (const outer of ancestors(jump)) {
    if (outer.id === body.id) return false;
    if (outer.is('for_statement', 'while_statement') && isWithin(start, outer)) return true;
  }
  return false;
}

/** The last statement of the block: there the tasks are waited for in any case, and it reads so. */
function isOwnEnd(jump: SyntaxNode, body: SyntaxNode): boolean {
  return body.children.at(-1)?.id === jump.id;
}

/** Whether the code has cancelled something before the jump, or arranges for the end in a `finally` on the way out. */
function endsTasks(jump: SyntaxNode, body: SyntaxNode): boolean {
  for (const outer of ancestors(jump)) {
    if (outer.id === body.id) break;
    if (outer.is('try_statement') && outer.children.some((child) => child.is('finally_clause'))) return true;
  }
  for (const node of ownNodes(body)) {
    if (node.start >= jump.start) return false;
    if (node.is('attribute') && node.field('attribute').text === 'cancel' && node.parent?.is('call') === true) return true;
  }
  return false;
}

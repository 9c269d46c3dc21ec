import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, enclosing, isAsync } from '../../../syntax/query';
import { ownState } from '../ownState';
import { isSuspendedIn, ownNodes } from '../suspensions';

type Loop = SyntaxNode<'while_statement'>;
type Definition = SyntaxNode<'function_definition'>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { 'flake8-async': ['ASYNC913'] },
  fix: 'none',
  messages: {
    endless: 'This loop in async function `{function}` has no end and no `await`: nothing else runs again',
    deaf: 'No other task can change `{state}`: this loop in async function `{function}` never awaits',
  },
  visit: {
    while_statement(node, { view, finding }) {
      const owner = enclosing(node, 'function_definition', 'lambda', 'class_definition');
      if (owner?.is('function_definition') !== true || !isAsync(owner) || isSuspendedIn(node)) return undefined;
      const condition = node.field('condition');
      const at = { start: node.start, end: condition.end };
      const name = owner.field('name').text;
      if (condition.is('true') || condition.text === '1')
        return isEndless(node, owner, view) ? finding(at, 'endless', { function: name }) : undefined;
      const state = isLeft(node) ? undefined : ownState(condition, owner, view);
      if (state === undefined || isTouched(node, state)) return undefined;
      return finding(at, 'deaf', { state, function: name });
    },
  },
});

/** Whether a `while True` ends neither by its own words nor by an error that something around it is waiting for. */
function isEndless(loop: Loop, owner: Definition, view: CheckContext['view']): boolean {
  const ways = view.flow(owner).completions(loop);
  return ways.size === 0 && !isInTry(loop, owner);
}

function isInTry(loop: Loop, owner: Definition): boolean {
  for (const outer of ancestors(loop)) {
    if (outer.id === owner.id) return false;
    if (outer.is('try_statement', 'with_statement')) return true;
  }
  return false;
}

/** Whether the body leaves the loop in another way than by its condition. */
function isLeft(loop: Loop): boolean {
  return [...ownNodes(loop.field('body'))].some((node) => node.is('break_statement', 'return_statement', 'raise_statement'));
}

/** Whether the body calls or assigns anything that may change the state: only what the loop itself does counts here. */
function isTouched(loop: Loop, state: string): boolean {
  const body = loop.field('body');
  const name = state.replace(/^len\(|\)$|\(\)$/g, '');
  const holder = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;
  return [...ownNodes(body)].some((node) => {
    if (node.is('call')) return !isQuiet(node.field('function'));
    return node.is('attribute', 'identifier') && (node.text === name || node.text === holder);
  });
}

/** What prints, logs or sleeps changes nothing of the program's state. */
function isQuiet(callee: SyntaxNode): boolean {
  return /^(print|time\.sleep|sleep|(self\.)?_?log(ger|ging)?\.\w+)$/.test(callee.text);
}

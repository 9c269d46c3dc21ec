/** Loops whose turns are attempts: they end with the first turn that comes to its end. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants, isWithin } from '../../syntax/query';
import type { Loop } from './clients';

type Flow = ReturnType<FileView['flow']>;

/** Whether the turn that makes the client is the last one unless something fails. */
export function isAttempted(loop: Loop, call: SyntaxNode, flow: Flow): boolean {
  for (const outer of ancestors(call)) {
    if (outer.id === loop.id) return false;
    if (outer.is('try_statement') && isTriedAgain(outer, call, flow)) return true;
    const isTried = outer.is('try_statement') && isWithin(call, outer.field('body'));
    const after = isTried ? outer.children.find((part) => part.is('else_clause'))?.children.at(-1) : outer;
    if (after?.is('block') !== true) continue;
    const ways = flow.completions(after);
    if (!ways.has('next') && (ways.has('return') || ways.has('break'))) return true;
  }
  return false;
}

/** `try: … if found: return True` with `except: wait`: the turn that finds what it asks for is the last one, and what fails goes on. */
function isTriedAgain(attempt: SyntaxNode<'try_statement'>, call: SyntaxNode, flow: Flow): boolean {
  const body = attempt.field('body');
  const goesOn = attempt.children.some((part) => {
    const handling = part.is('except_clause') ? part.children.at(-1) : undefined;
    const ways = handling?.is('block') === true ? flow.completions(handling) : undefined;
    return ways?.has('next') === true || ways?.has('continue') === true;
  });
  const inner = descendants(body, { into: (node) => !node.is('function_definition', 'lambda') });
  return goesOn && isWithin(call, body) && [...inner].some((node) => node.is('return_statement') && node.id > call.id);
}

/** Whether the loop waits for something to come about, so that attempts are many, and the function is seldom called. */
export function isPolling(loop: Loop): boolean {
  return [...descendants(loop.field('body'))].some((node) => {
    const callee = node.is('call') ? node.field('function') : undefined;
    return (callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === 'sleep';
  });
}

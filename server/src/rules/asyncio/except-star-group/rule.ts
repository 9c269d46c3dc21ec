import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { caughtBy, enclosingFunction } from '../../../syntax/query';
import { attributesOfGroups, blockOf, headerOf, isGroupClass, nameOfCaught } from '../exceptClauses';
import { ownNodes } from '../taskGroups';

const messages = {
  group: '`{clause}` raises TypeError in `{function}`: `except*` takes no groups',
  cancellation: '`{clause}` wraps cancellation of `{function}` in a group, which no longer cancels',
  attribute: '`{name}` is an exception group in `{function}` and has no `{attribute}`',
  check: '`{name}` is an exception group in `{function}`: `isinstance` of `{type}` is never true',
} as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['structured-concurrency', 'cancellation'],
  peers: { 'flake8-async': ['ASYNC400'] },
  fix: 'none',
  messages,
  visit: {
    *except_clause(node, context) {
      const caught = caughtBy(node);
      const isStarred = node.hasToken('*');
      if (!isStarred && !(caught.length > 0 && caught.every((each) => groupClasses.has(context.view.nameOf(each) ?? '')))) return;
      if (isStarred) yield* wrongClasses(node, caught, context);
      yield* wrongUses(node, context);
    },
  },
});

const groupClasses = new Set(['builtins.BaseExceptionGroup', 'builtins.ExceptionGroup']);
const cancellations = new Set(['asyncio.CancelledError', 'asyncio.exceptions.CancelledError', 'trio.Cancelled']);

type Handler = SyntaxNode<'except_clause'>;

function* wrongClasses(
  handler: Handler,
  caught: readonly SyntaxNode[],
  { view, finding }: Context,
): Generator<ReturnType<Context['finding']>> {
  const { start, end, text } = headerOf(handler);
  const data = { clause: text, function: placeOf(handler) };
  const names = caught.flatMap((each) => [view.nameOf(each), ...view.classesIn(each)]).map((name) => name ?? '');
  if (names.some((name) => groupClasses.has(name))) yield finding({ start, end }, 'group', data);
  const owner = enclosingFunction(handler);
  const isOfTask = owner?.hasToken('async') === true;
  if (isOfTask && names.some((name) => cancellations.has(name))) yield finding({ start, end }, 'cancellation', data);
}

/** What the code asks of the group that belongs to an exception in it. */
function* wrongUses(handler: Handler, { view, finding }: Context): Generator<ReturnType<Context['finding']>> {
  const name = nameOfCaught(handler);
  const block = blockOf(handler);
  if (name === undefined || block === undefined || isBoundAgain(block, name)) return;
  const place = placeOf(handler);
  for (const node of ownNodes(block)) {
    const { parent } = node;
    if (!node.is('identifier') || node.text !== name || parent === undefined) continue;
    if (parent.is('attribute') && parent.field('object').id === node.id) {
      const attribute = parent.field('attribute').text;
      if (!attributesOfGroups.has(attribute) && !attribute.startsWith('__') && !isTried(parent, block))
        yield finding(parent, 'attribute', { name, attribute, function: place });
    }
    const call = parent.is('argument_list') ? parent.parent : undefined;
    if (call?.is('call') !== true || view.nameOf(call.field('function')) !== 'builtins.isinstance') continue;
    const [object, type] = call.field('arguments').children;
    if (
      object?.id === node.id &&
      type?.is('identifier', 'attribute') === true &&
      isOneError(type, view.nameOf(type)) &&
      !isGroupClass(type, view)
    )
      yield finding(call, 'check', { name, type: type.text, function: place });
  }
}

/** A class that no group is an instance of. */
function isOneError(type: SyntaxNode, name: string | undefined): boolean {
  return name !== undefined && !/^builtins\.(Base)?Exception$|^builtins\.object$/.test(name) && /(^|\.)[A-Z]\w*[a-z]$/.test(type.text);
}

/** `for error in error.exceptions:` gives the name another meaning. */
function isBoundAgain(block: SyntaxNode, name: string): boolean {
  for (const node of ownNodes(block)) {
    const target = node.is('for_statement', 'assignment', 'for_in_clause') ? node.field('left') : undefined;
    if (target?.text === name) return true;
  }
  return false;
}

/** Whether the code is prepared for there being no such attribute. */
function isTried(attribute: SyntaxNode, block: SyntaxNode): boolean {
  for (let outer = attribute.parent; outer !== undefined && outer.id !== block.id; outer = outer.parent) {
    if (outer.is('try_statement')) return true;
    if (outer.is('if_statement') && /\bhasattr\(/.test(outer.field('condition').text)) return true;
  }
  return false;
}

function placeOf(node: SyntaxNode): string {
  return enclosingFunction(node)?.field('name').text ?? 'the module';
}

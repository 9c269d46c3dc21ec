/** A task group that starts a single task, and how to do without it. */
import type { TextEdit } from '../../engine/finding';
import { isFirstOnLine } from '../../engine/lines';
import type { CheckContext, Fix, FixContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, callArguments, caughtBy, descendants, isWithin } from '../../syntax/query';
import { isGroupClass } from './exceptClauses';
import { itemsOf, startsIn, taskGroupOf, type TaskGroup } from './taskGroups';

export interface SingleTask {
  readonly group: TaskGroup;
  readonly start: SyntaxNode<'call'>;
  /** The name that the statement gives the task. */
  readonly target: SyntaxNode<'identifier'> | undefined;
}

/** The task of a group whose block is one statement, which starts it and does not hand the group on. */
export function singleTask(
  node: SyntaxNode<'with_statement'>,
  knowledge: Pick<CheckContext, 'view' | 'catalogue'>,
): SingleTask | undefined {
  const [statement, ...others] = node.field('body').children;
  if (statement?.is('expression_statement') !== true || others.length > 0) return undefined;
  const group = taskGroupOf(node, knowledge);
  const name = group?.name;
  if (group === undefined || name === undefined || !isWithin(group.call, node)) return undefined;
  const [expression] = statement.children;
  const assignment = expression?.is('assignment') === true ? expression : undefined;
  const target = assignment?.field('left');
  const [start] = startsIn(group);
  const made = assignment === undefined ? expression : assignment.field('right');
  if (start === undefined || made?.id !== start.id || (target !== undefined && !target.is('identifier'))) return undefined;
  const isHandedOn = [...descendants(start.field('arguments'))].some((inner) => inner.is('identifier') && inner.text === name.text);
  return isHandedOn ? undefined : { group, start, target: target?.is('identifier') === true ? target : undefined };
}

export const awaitDirectly: Fix = {
  kind: 'unsafe',
  title: 'Await the coroutine directly',
  edits(node, _args, context) {
    const single = node.is('with_statement') ? singleTask(node, context) : undefined;
    return single === undefined || !canBeReplaced(single, context) ? undefined : awaitedInPlace(single, context);
  },
};

/** Whether the whole `with` can go: nothing else is entered, no comment is lost, and nobody waits for a group of errors. */
function canBeReplaced({ group, target }: SingleTask, { edit, view }: FixContext): boolean {
  const { statement, name } = group;
  if (itemsOf(statement).length > 1 || !edit.canAwait(statement) || !isFirstOnLine(statement.tree.text, statement.start)) return false;
  if (statement.tree.comments.some((comment) => isWithin(comment, statement)) || meetsGroupHandler(statement, view)) return false;
  const references = name === undefined ? [] : (view.bindingOf(name)?.references ?? []);
  const isNamedOnce = target === undefined || view.bindingOf(target)?.declarations.length === 1;
  return isNamedOnce && references.every((reference) => isWithin(reference, statement));
}

function awaitedInPlace({ group, start, target }: SingleTask, { edit, view }: FixContext): readonly TextEdit[] | undefined {
  const coroutine = coroutineOf(start);
  if (coroutine === undefined || /[\r\n]/.test(coroutine)) return undefined;
  const edits = [edit.replace(group.statement, `${target === undefined ? '' : `${target.text} = `}await ${coroutine}`)];
  for (const reference of target === undefined ? [] : (view.bindingOf(target)?.references ?? [])) {
    const result = resultAsked(reference);
    if (result === undefined) return undefined;
    edits.push(edit.replace(result, reference.text));
  }
  return edits;
}

/** `f(x)` of `group.create_task(f(x))` and of `tasks.start_soon(f, x)`. */
function coroutineOf(start: SyntaxNode<'call'>): string | undefined {
  const { positional, keywords, hasDoubleSplat } = callArguments(start);
  const [first] = positional;
  const isNamedOnly = [...keywords.keys()].every((keyword) => keyword === 'name');
  const method = start.field('function');
  if (first === undefined || !isNamedOnly || hasDoubleSplat || !method.is('attribute')) return undefined;
  if (method.field('attribute').text === 'create_task')
    return first.is('call') && start.field('arguments').children.length === 1 + keywords.size ? first.text : undefined;
  const passed = start.field('arguments').children.filter((argument) => !argument.is('keyword_argument') && argument.id !== first.id);
  // `await nursery.start(f)` waits for the task to say that it has started, and gives what it says.
  if (method.field('attribute').text !== 'start_soon' || !first.is('identifier', 'attribute')) return undefined;
  return `${first.text}(${passed.map((argument) => argument.text).join(', ')})`;
}

/** The call of `task.result()` that a reference stands in. */
function resultAsked(reference: SyntaxNode): SyntaxNode | undefined {
  const attribute = reference.parent;
  const call = attribute?.parent;
  if (attribute?.is('attribute') !== true || attribute.field('attribute').text !== 'result' || call?.is('call') !== true) return undefined;
  return call.field('function').id === attribute.id && call.field('arguments').children.length === 0 ? call : undefined;
}

function meetsGroupHandler(statement: SyntaxNode, view: FixContext['view']): boolean {
  for (const outer of ancestors(statement)) {
    if (outer.is('function_definition')) return false;
    if (!outer.is('try_statement') || !isWithin(statement, outer.field('body'))) continue;
    const handlers = outer.children.filter((child) => child.is('except_clause'));
    if (handlers.some((handler) => handler.hasToken('*') || caughtBy(handler).some((each) => isGroupClass(each, view)))) return true;
  }
  return false;
}

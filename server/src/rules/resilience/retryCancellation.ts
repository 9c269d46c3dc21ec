/** Which parts of a policy try again after a cancellation, and how they are made to leave it alone. */
import type { TextEdit } from '../../engine/finding';
import type { FixContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, enclosing, parametersOf, unparenthesised } from '../../syntax/query';
import { isDerived } from './errorClasses';
import { resultOf, retries, type Condition, type Listing } from './retryConditions';
import { valueBehind, type Knowledge } from './retryPolicy';

const cancellation = 'asyncio.CancelledError';

/** Whether a condition says yes to a cancellation for certain. */
export function retriesCancellation(condition: Condition, knowledge: Knowledge): boolean {
  if (condition.kind === 'any') return condition.parts.some((part) => retriesCancellation(part, knowledge));
  if (retries(condition, cancellation, knowledge) === true) return true;
  return condition.kind === 'errors' && 'errors' in condition && condition.errors.some(({ error }) => error?.kind === 'cancellation');
}

/** The edits after which a condition says no to a cancellation; undefined where that is a matter of taste. */
export function withoutCancellation(condition: Condition, context: FixContext): readonly TextEdit[] | undefined {
  if (condition.kind === 'any') {
    const parts = condition.parts.filter((part) => retriesCancellation(part, context)).map((part) => withoutCancellation(part, context));
    const edits = parts.flatMap((part) => part ?? []);
    return parts.includes(undefined) ? undefined : edits;
  }
  if ('errors' in condition) return condition.kind === 'others' ? exempted(condition.list, context) : unlisted(condition, context);
  return condition.kind === 'predicate' ? unasked(condition.predicate, context) : undefined;
}

/** `BaseException` becomes `Exception`, and the cancellation leaves the tuple. */
function unlisted({ errors, list }: Listing, context: FixContext): readonly TextEdit[] | undefined {
  const { edit, catalogue, view } = context;
  const edits: TextEdit[] = [];
  for (const { node, error } of errors) {
    if (error?.kind !== 'cancellation' && (error === undefined || !isDerived(cancellation, error.name, catalogue))) continue;
    if (error.kind !== 'cancellation') edits.push(edit.replace(node, 'Exception'));
    else if (node.parent?.is('tuple', 'list') !== true || node.parent.children.length < 2) return undefined;
    else edits.push(edit.remove(withComma(node)));
  }
  const listed = valueBehind(list, view);
  const [only, ...others] = edits;
  if (listed?.is('tuple') === true && listed.children.length === 2 && others.length === 0 && only?.newText === '') {
    const kept = listed.children.find(({ start }) => start < only.start || start >= only.end);
    return kept === undefined ? undefined : [edit.replace(listed, kept.text)];
  }
  return edits.length === 0 ? undefined : edits;
}

/** An element of a tuple with the comma and the space that part it from its neighbour. */
function withComma(node: SyntaxNode): { start: number; end: number } {
  const siblings = node.parent?.children ?? [];
  const place = siblings.findIndex(({ id }) => id === node.id);
  const next = siblings[place + 1];
  if (next !== undefined) return { start: node.start, end: next.start };
  return { start: siblings[place - 1]?.end ?? node.start, end: node.end };
}

/** The list of what is not retried, with the cancellation in it. */
function exempted(list: SyntaxNode | undefined, { edit, view }: FixContext): readonly TextEdit[] | undefined {
  const asyncio = list === undefined ? undefined : edit.importModule('asyncio', list);
  if (list === undefined || asyncio === undefined) return undefined;
  const added = `${asyncio.name}.CancelledError`;
  const last = list.is('tuple') ? list.children.at(-1) : undefined;
  if (last !== undefined) return [...asyncio.edits, edit.insert(last.end, `, ${added}`)];
  const isTuple = valueBehind(list, view)?.is('tuple') === true;
  if (!list.is('identifier', 'attribute')) return undefined;
  return [...asyncio.edits, edit.replace(list, `(${isTuple ? '*' : ''}${list.text}, ${added})`)];
}

/** `lambda error: True` asks for `Exception`; `not isinstance(error, X)` leaves out cancellation as well. */
function unasked(predicate: SyntaxNode | undefined, context: FixContext): readonly TextEdit[] | undefined {
  const found = resultOf(predicate, context);
  const result = found && unparenthesised(found);
  if (result?.is('true') === true) {
    const owner = enclosing(result, 'lambda', 'function_definition');
    const [parameter] = owner === undefined ? [] : parametersOf(owner);
    return parameter === undefined ? undefined : [context.edit.replace(result, `isinstance(${parameter.name.text}, Exception)`)];
  }
  const [inner] = result?.is('not_operator') === true ? result.children : [];
  const call = inner && unparenthesised(inner);
  if (call?.is('call') !== true || context.view.nameOf(call.field('function')) !== 'builtins.isinstance') return undefined;
  return exempted(callArguments(call).positional[1], context);
}

/**
 * What becomes of the answer to a request.
 *
 * Invariants: what is not understood counts as a look at the status; which members of an answer tell what stands in the catalogue.
 */
import type { AnswerFact, Catalogue, NamedApi } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, enclosingStatement, isWithin, sameNode, unparenthesised } from '../../syntax/query';
import { useOfPart } from './answerBodies';
import { constructionOf, isChanged, mentionsOf, receiverOf } from './clients';

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** An answer whose status nobody looks at. */
export interface UncheckedAnswer {
  readonly call: SyntaxNode<'call'>;
  readonly held: HeldAnswer;
  /** Where what was sent is read; undefined where nothing at all is done with the answer. */
  readonly read: SyntaxNode | undefined;
}

/** Where an answer is at hand: as the value of an expression, or by a name from a statement on. */
export type HeldAnswer =
  | { readonly kind: 'value'; readonly value: SyntaxNode }
  | { readonly kind: 'assigned'; readonly name: SyntaxNode<'identifier'>; readonly statement: SyntaxNode }
  | { readonly kind: 'entered'; readonly name: SyntaxNode<'identifier'> | undefined; readonly statement: SyntaxNode<'with_statement'> };

/** What a request is answered with, unless somebody looks at the status, or may do so elsewhere. */
export function uncheckedAnswer(call: SyntaxNode<'call'>, api: NamedApi, knowledge: Knowledge): UncheckedAnswer | undefined {
  const fact = knowledge.catalogue.lookup(api.returns ?? api.enters)?.answer;
  const held = fact === undefined ? undefined : heldAnswer(call, api);
  if (fact === undefined || held === undefined || isCheckedByClient(call, api, fact, knowledge)) return undefined;
  const uses = usesOf(held, knowledge.view).map((use) => readBy(use, fact, knowledge.view));
  if (uses.includes('checked') || (uses.length === 0 && !isMeantToChange(call))) return undefined;
  const read = uses.find((use) => typeof use === 'object');
  // Headers and the address are what some ask for, whatever the status.
  return read === undefined && uses.length > 0 ? undefined : { call, held, read: typeof read === 'object' ? read : undefined };
}

/** Not `get`: who asks for something and takes nothing wants to know whether anybody is there. */
function isMeantToChange(call: SyntaxNode<'call'>): boolean {
  const callee = call.field('function');
  return callee.is('attribute') && ['post', 'put', 'patch', 'delete'].includes(callee.field('attribute').text);
}

function heldAnswer(call: SyntaxNode<'call'>, api: NamedApi): HeldAnswer | undefined {
  const awaited = outermost(call).parent;
  const isAwaited = awaited?.is('await') === true;
  const value = outermost(isAwaited ? awaited : call);
  const { parent } = value;
  const item = parent?.is('as_pattern') === true ? parent.parent : parent;
  if (item?.is('with_item') === true) return enteredAnswer(item);
  if (parent === undefined || (api.isAsync === true && !isAwaited)) return undefined;
  if (parent.is('assignment') && parent.field('right')?.id === value.id) {
    const name = parent.field('left');
    const statement = parent.parent;
    return name.is('identifier') && statement?.is('expression_statement') === true ? { kind: 'assigned', name, statement } : undefined;
  }
  return parent.is('attribute', 'expression_statement') ? { kind: 'value', value } : undefined;
}

function outermost(node: SyntaxNode): SyntaxNode {
  let outer = node;
  while (outer.parent?.is('parenthesized_expression') === true) outer = outer.parent;
  return outer;
}

function enteredAnswer(item: SyntaxNode<'with_item'>): HeldAnswer | undefined {
  const statement = item.parent?.parent;
  const value = item.field('value');
  const name = value.is('as_pattern') ? value.field('alias')?.children[0] : undefined;
  if (statement?.is('with_statement') !== true || (value.is('as_pattern') && name?.is('identifier') !== true)) return undefined;
  return { kind: 'entered', name: name?.is('identifier') === true ? name : undefined, statement };
}

/** The expressions that are the answer. */
function usesOf(held: HeldAnswer, view: FileView): readonly SyntaxNode[] {
  if (held.kind === 'value') return held.value.parent?.is('attribute') === true ? [held.value] : [];
  if (held.name === undefined) return [];
  const binding = view.bindingOf(held.name);
  // What a module holds others can look at.
  if (binding?.scope.kind !== 'function') return [held.name];
  const others = binding.declarations.map(({ node }) => enclosingStatement(node)).filter((each) => !sameNode(each, held.statement));
  if (held.kind === 'entered') {
    return others.length === 0 ? binding.references : binding.references.filter((reference) => isWithin(reference, held.statement));
  }
  // A statement of the same block that binds the name anew is where the uses of one answer end, and those of another begin.
  const beside = others.filter((each) => each?.is('expression_statement') === true && sameNode(each.parent, held.statement.parent));
  const start = beside.some((each) => each !== undefined && each.end <= held.statement.start) ? held.statement.end : 0;
  const end = beside.find((each) => each !== undefined && each.start >= held.statement.end)?.end ?? Infinity;
  return binding.references.filter((reference) => reference.start >= start && reference.start < end);
}

/** What a use of the answer does: reads what was sent, looks at the status (or may do so), or neither. */
function readBy(use: SyntaxNode, { status, body, rest }: AnswerFact, view: FileView): SyntaxNode | 'checked' | 'neither' {
  const { parent } = use;
  if (parent?.is('comparison_operator') === true && parent.children.some((side) => side.is('none'))) return 'neither';
  if (parent?.is('attribute') !== true || parent.field('object').id !== use.id) return 'checked';
  const member = parent.field('attribute').text;
  if (status.includes(member) || !(body.includes(member) || rest.includes(member))) return 'checked';
  const read = parent.parent?.is('call') === true && parent.parent.field('function').id === parent.id ? parent.parent : parent;
  const how = useOfPart(read, view);
  if (how === 'careful') return 'checked';
  return how === 'noted' || rest.includes(member) ? 'neither' : read;
}

/** By an argument of the call or of its client, or by something that is set on the client. */
function isCheckedByClient(call: SyntaxNode<'call'>, api: NamedApi, { checkedBy }: AnswerFact, knowledge: Knowledge): boolean {
  const { view, catalogue } = knowledge;
  const isAmong = (made: SyntaxNode<'call'>): boolean => {
    const { keywords, hasDoubleSplat } = callArguments(made);
    return hasDoubleSplat || checkedBy.some((keyword) => keywords.has(keyword) && keywords.get(keyword)?.is('false', 'none') !== true);
  };
  if (checkedBy.some((keyword) => callArguments(call).keywords.has(keyword))) return true;
  const callee = call.field('function');
  if (isChanged(callee, api, knowledge)) return true;
  const client = catalogue.lookup(api.name.slice(0, api.name.lastIndexOf('.')));
  const receiver = client?.methods === undefined ? undefined : receiverOf(callee);
  if (receiver === undefined) return false;
  if (catalogue.lookup(view.typeOf(receiver)?.type)?.name !== client?.name) return true;
  const made = constructionOf(unparenthesised(receiver), view);
  if (made !== undefined && isAmong(made)) return true;
  return mentionsOf(receiver, view).some(
    ({ parent }) => parent?.is('attribute') === true && checkedBy.includes(parent.field('attribute').text),
  );
}

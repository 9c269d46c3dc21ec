/**
 * The blocking calls of one async function, by the object that they are made on: a connection that is asked ten times is one
 * thing to change, and so one finding.
 *
 * Invariant: what a chain of calls gives belongs to the object at its beginning, as a cursor does to its connection.
 */
import type { BlockingKind, NamedApi } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { descendants, enclosing, isAsync, unparenthesised } from '../syntax/query';
import type { CheckContext } from './rule';
import { isIterated } from './waiting';

type Call = SyntaxNode<'call'>;
type Definition = SyntaxNode<'function_definition'>;
type Asked = Pick<CheckContext, 'view' | 'catalogue' | 'settings'>;

/** A call that blocks the event loop, with what is known of it. */
export interface BlockingUse {
  readonly call: Call;
  readonly api: NamedApi;
}

/** All that one function does with one object that blocks. */
export interface ObjectUses {
  readonly owner: Definition;
  /** In the order written; there is at least one. */
  readonly uses: readonly [BlockingUse, ...BlockingUse[]];
}

/**
 * What the function around does with the object of this call, if the call is the first that blocks on it. Undefined as well
 * where something of that object is awaited: then it is not what its type says.
 */
export function usesFrom(call: Call, kinds: readonly BlockingKind[], asked: Asked): ObjectUses | undefined {
  const api = blockingApi(call, kinds, asked);
  const owner = api === undefined ? undefined : enclosing(call, 'function_definition', 'lambda');
  if (api === undefined || owner?.is('function_definition') !== true || !isAsync(owner)) return undefined;
  const object = objectOf(call, asked);
  const uses: BlockingUse[] = [];
  for (const node of descendants(owner.field('body'), {
    into: (inner) => !inner.is('function_definition', 'lambda', 'class_definition'),
  })) {
    if (!node.is('call') || objectOf(node, asked) !== object) continue;
    if (node.parent?.is('await') === true) return undefined;
    const facts = blockingApi(node, kinds, asked);
    if (facts !== undefined) uses.push({ call: node, api: facts });
  }
  uses.sort((one, other) => one.call.end - other.call.end);
  const [first, ...others] = uses;
  return first?.call.id === call.id ? { owner, uses: [first, ...others] } : undefined;
}

/** The facts on a call that blocks the event loop in one of these ways. */
function blockingApi(call: Call, kinds: readonly BlockingKind[], { view, catalogue, settings }: Asked): NamedApi | undefined {
  const api = catalogue.lookup(view.nameOf(call.field('function')));
  if (api?.blocks === undefined || !kinds.includes(api.blocks) || (api.confidence === 'low' && settings.profile !== 'all'))
    return undefined;
  if (api.isLazy === true && !isIterated(call, view)) return undefined;
  return view.runsOn(call) === 'event-loop' ? api : undefined;
}

/** A word for the object that a call is made on, or that it makes: the same for all calls on the same object. */
function objectOf(call: Call, asked: Asked): string {
  const callee = call.field('function');
  if (callee.is('attribute') && isKnownObject(callee.field('object'), asked)) return rootOf(callee.field('object'), asked);
  const target = targetOf(call);
  return target === undefined ? `call ${String(call.id)}` : rootOf(target, asked);
}

/** Whether an expression is an object of a class that the catalogue knows. */
function isKnownObject(expression: SyntaxNode, { view, catalogue }: Asked): boolean {
  return catalogue.lookup(view.typeOf(expression)?.type)?.methods !== undefined;
}

function rootOf(expression: SyntaxNode, asked: Asked): string {
  const object = unparenthesised(expression);
  if (object.is('call')) return objectOf(object, asked);
  if (!object.is('identifier')) return object.text;
  const [declaration, ...others] = asked.view.bindingOf(object)?.declarations ?? [];
  const value = others.length === 0 ? declaration?.value : undefined;
  const callee = value?.is('call') === true ? value.field('function') : undefined;
  // A cursor, a query or a row set belongs to what gave it.
  if (callee?.is('attribute') === true && isKnownObject(callee.field('object'), asked)) return rootOf(callee.field('object'), asked);
  return declaration === undefined ? object.text : `name ${String(declaration.name.id)}`;
}

/** The name that the result of a call gets, by assignment or by `as`. */
function targetOf(call: Call): SyntaxNode<'identifier'> | undefined {
  const holder = call.parent;
  const target =
    holder?.is('assignment') === true
      ? holder.field('left')
      : holder?.is('as_pattern') === true
        ? holder.field('alias')?.children[0]
        : undefined;
  return target?.is('identifier') === true ? target : undefined;
}

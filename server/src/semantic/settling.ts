/** Whether an object is in a state in which its blocking methods do not wait: a non-blocking socket, a future that is done. */
import type { ArgumentFact, Catalogue, NamedApi } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { ancestors, descendants, enclosingClass, isStatement, sameNode, unparenthesised } from '../syntax/query';
import type { Binding } from './scopes';
import { mayBeGiven } from './waiting';

/** What has to be known to tell. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly nameOf: (expression: SyntaxNode) => string | undefined;
  readonly bindingOf: (name: SyntaxNode<'identifier'>) => Binding | undefined;
}

/**
 * Whether the method may find its object in such a state. Of an object that the file does not make nobody can say, so a
 * parameter, a loop's variable and what another object hands out may be; and a future that an attribute keeps has had time.
 */
export function isSettled(call: SyntaxNode<'call'>, api: NamedApi, context: Knowledge): boolean {
  const callee = call.field('function');
  const ways = waysToSettle(api, context);
  if (!callee.is('attribute') || ways.length === 0) return false;
  const receiver = unparenthesised(callee.field('object'));
  if (receiver.is('call')) return !makesWaiting(receiver, context);
  if (ways.includes(true) && !receiver.is('identifier')) return true;
  const { makers, reads } = usesOf(receiver, context);
  if (makers.length === 0 || !makers.every((maker) => makesWaiting(maker, context))) return true;
  return reads.some((read) => settles(read, context));
}

/** How the objects of a method's class get there: by an argument, or (`true`) by themselves, so that a method tells. */
function waysToSettle({ name }: NamedApi, { catalogue }: Knowledge): readonly (true | ArgumentFact)[] {
  const methods = catalogue.lookup(name.slice(0, name.lastIndexOf('.')))?.methods ?? {};
  return Object.values(methods).flatMap((method) => method.settles ?? []);
}

interface Uses {
  /** The expressions that the name or attribute is bound to, `None` aside. */
  readonly makers: readonly SyntaxNode[];
  readonly reads: readonly SyntaxNode[];
}

/** What a name is bound to in the file, or an attribute in the class around, and where it is read. */
export function usesOf(receiver: SyntaxNode, { bindingOf }: Knowledge): Uses {
  if (receiver.is('identifier')) {
    const { declarations = [], references: reads = [] } = bindingOf(receiver) ?? {};
    return { makers: declarations.flatMap(({ value, name }) => (value?.is('none') === true ? [] : [value ?? name])), reads };
  }
  const owner = enclosingClass(receiver);
  if (owner === undefined) return { makers: [], reads: [] };
  const reads = [...descendants(owner)].filter((node) => node.is('attribute') && node.text === receiver.text);
  return { makers: reads.flatMap(assignedValue), reads };
}

function assignedValue(target: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = target;
  if (parent?.is('assignment') !== true || !sameNode(parent.field('left'), target)) return [];
  const value = parent.field('right');
  return value === undefined || value.is('none') ? [] : [value];
}

/** Whether the expression is a call that makes an object of the waiting kind. */
function makesWaiting(maker: SyntaxNode, { catalogue, nameOf }: Knowledge): boolean {
  if (!maker.is('call')) return false;
  const unless = catalogue.lookup(nameOf(maker.field('function')))?.unless;
  return unless === undefined || !mayBeGiven(maker, unless, nameOf);
}

/** `sock.setblocking(False)`, `future.done()`, and `await loop.sock_recv(sock, 100)`: what takes it knows how to wait. */
function settles(read: SyntaxNode, { catalogue, nameOf }: Knowledge): boolean {
  const method = read.parent?.is('attribute') === true ? read.parent : undefined;
  const call = method?.parent?.is('call') === true ? method.parent : undefined;
  if (method === undefined || call === undefined) return isArgumentOfAwaited(read);
  const fact = catalogue.lookup(nameOf(method))?.settles;
  return fact !== undefined && (fact === true || mayBeGiven(call, fact, nameOf));
}

function isArgumentOfAwaited(read: SyntaxNode): boolean {
  for (const outer of ancestors(read)) {
    if (outer.is('await')) return read.parent?.is('argument_list', 'list', 'keyword_argument', 'list_splat') === true;
    if (isStatement(outer) || outer.is('lambda')) return false;
  }
  return false;
}

/**
 * What is done to an object after it was made, so that it no longer behaves as its class says: a transport adapter of the
 * project's own is mounted on a session, or a function takes the place of a method.
 *
 * Invariant: it is told of the object wherever that goes, as a type argument; whatever does not ask for it sees the class alone.
 */
import { nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, enclosingClass, nodesBelow } from '../syntax/query';
import { alteredMark, certainly, type Inference, type InferredType } from './inference';
import type { Binding } from './scopes';

/** The type of what a name is bound to, told from the uses of the name, which are found where that is of use only. */
export function alteredByUses(type: InferredType | undefined, binding: Binding, inference: Inference): InferredType | undefined {
  return canBeAltered(type, inference) ? altered(type, binding.references, inference) : type;
}

/** The type of what is assigned to an attribute of `self`, told from the class. */
export function alteredInClass(type: InferredType | undefined, target: SyntaxNode, inference: Inference): InferredType | undefined {
  return canBeAltered(type, inference) ? altered(type, mentionsOf(target), inference) : type;
}

/** Few classes of libraries have anything mounted on them. */
function canBeAltered(type: InferredType | undefined, { catalogue }: Inference): type is InferredType {
  const methods = type === undefined || type.args !== undefined ? undefined : catalogue.lookup(type.type)?.methods;
  return methods !== undefined && Object.values(methods).some(({ mounts }) => mounts !== undefined);
}

function altered(type: InferredType, mentions: Iterable<SyntaxNode>, inference: Inference): InferredType {
  for (const mention of mentions) if (isAlteration(mention, type, inference)) return { ...type, args: [certainly(alteredMark)] };
  return type;
}

/** `session.mount(prefix, Adapter())` and `session.request = …`. */
function isAlteration(mention: SyntaxNode, { type }: InferredType, inference: Inference): boolean {
  const member = mention.parent;
  if (member?.is('attribute') !== true || member.field('object').id !== mention.id) return false;
  const api = inference.catalogue.lookup(`${type}.${member.field('attribute').text}`);
  const use = member.parent;
  if (use?.is('assignment') === true) return api !== undefined && use.field('left').id === member.id;
  if (api?.mounts === undefined || use?.is('call') !== true) return false;
  const { positional, keywords } = callArguments(use);
  const adapter = keywords.get(api.mounts.keyword) ?? positional[api.mounts.position];
  // The library's own adapter brings retries and pools, and leaves everything else as it is.
  return inference.catalogue.lookup(inference.typeOf(adapter)?.type) === undefined;
}

const identifierKind = nodeKinds.indexOf('identifier');

/** The same attribute, wherever the class mentions it. */
function* mentionsOf(target: SyntaxNode): Generator<SyntaxNode, void> {
  const owner = enclosingClass(target);
  if (owner === undefined || !target.is('attribute')) return;
  const { text } = target;
  const name = target.field('attribute').text;
  for (const { parent } of nodesBelow(owner, (kind, chunk, index) => kind === identifierKind && chunk.nameAt(index) === name))
    if (parent?.is('attribute') === true && parent.text === text) yield parent;
}

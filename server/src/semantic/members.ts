/** Members of classes: their names and the types of attributes. */
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf, enclosingClass, isAsync } from '../syntax/query';
import { Possibilities } from './agreement';
import { alteredInClass } from './alterations';
import { isOpen } from './forms';
import { boundArgument } from './generics';
import type { AttributeSource, Inference, InferredType } from './inference';
import { givenTo } from './returns';
import { inheritedName, isSymbolic } from './symbolic';

/** Bases that bring no members which code speaks of. */
const plainBases = new Set(['builtins.object', 'abc.ABC', 'typing.Generic', 'typing.Protocol', 'typing_extensions.Protocol']);

/** The name of a member of a type, found in local classes and their bases first; `from` skips so many of them. */
export function memberName(type: string, member: string, inference: Inference, from = 0): string | undefined {
  let name: string | undefined = from === 0 ? `${type}.${member}` : undefined;
  let isOutside = false;
  const ancestors = inference.lineageOf(type).slice(from);
  for (const ancestor of ancestors) {
    if (ancestor === undefined) return undefined;
    if (plainBases.has(ancestor)) continue;
    const definition = inference.localClass(ancestor);
    if (definition !== undefined) {
      if (inference.membersOf(definition).has(member)) return `${ancestor}.${member}`;
      name ??= `${ancestor}.${member}`;
      continue;
    }
    const isFound = inference.catalogue.lookup(`${ancestor}.${member}`) !== undefined;
    if (isFound || !isOutside) name = `${ancestor}.${member}`;
    // What is not known of a class may hide whatever comes after it; another file may say which of the bases has the member.
    if (isFound || ancestor === type) return name;
    if (!isKnownClass(ancestor, inference))
      return from === 0 ? `${type}.${member}` : ancestors.length === 1 ? name : inheritedName(type, member);
    isOutside = true;
  }
  return name;
}

function isKnownClass(name: string, inference: Inference): boolean {
  return inference.catalogue.lookup(name)?.methods !== undefined;
}

/** The type of an attribute of an object of a type. */
export function typeOfMember(owner: InferredType, member: string, inference: Inference): InferredType | undefined {
  const sources: AttributeSource[] = [];
  const ancestors = inference.lineageOf(owner.type);
  for (const ancestor of ancestors) {
    const definition = ancestor === undefined ? undefined : inference.localClass(ancestor);
    if (definition === undefined) {
      if (ancestor !== undefined && plainBases.has(ancestor)) continue;
      return sources.length > 0 ? typeOfAttributes(sources, ancestors, owner, inference) : catalogued(ancestor, member, owner, inference);
    }
    const members = inference.membersOf(definition);
    const own = members.attribute(member);
    if (own === undefined && sources.length === 0 && members.hasMethod(member))
      return typeOfProperty(members.method(member), inference, owner);
    sources.push(...(own ?? []));
  }
  return sources.length > 0 ? typeOfAttributes(sources, ancestors, owner, inference) : undefined;
}

/** A member of an enumeration is no object of the type of its value. */
function typeOfAttributes(
  sources: readonly AttributeSource[],
  ancestors: readonly (string | undefined)[],
  owner: InferredType,
  inference: Inference,
): InferredType | undefined {
  const isMember = sources.some(({ isShared }) => isShared) && ancestors.some((ancestor) => ancestor?.startsWith('enum.'));
  return isMember ? undefined : typeOfSources(sources, owner, inference);
}

/** The type of an attribute that is read from the class itself. */
export function typeOfClassMember(type: string, member: string, inference: Inference): InferredType | undefined {
  const sources: AttributeSource[] = [];
  for (const ancestor of inference.lineageOf(type)) {
    if (ancestor !== undefined && plainBases.has(ancestor)) continue;
    const definition = ancestor === undefined ? undefined : inference.localClass(ancestor);
    const members = definition === undefined ? undefined : inference.membersOf(definition);
    // A base of another file may have a metaclass that makes something else of what the body says.
    if (members === undefined || members.hasArguments || members.hasMethod(member)) return undefined;
    sources.push(...(members.attribute(member) ?? []));
  }
  const isPlain = sources.length > 0 && sources.every(({ isShared, annotation }) => isShared && annotation === undefined);
  return isPlain ? typeOfSources(sources, { type, certainty: 'certain' }, inference) : undefined;
}

/** The one call or other expression that is ever assigned to an attribute. */
export function onlyMemberValue(type: string, member: string, inference: Inference): SyntaxNode | undefined {
  const sources = inference.lineageOf(type).flatMap((ancestor) => {
    const definition = ancestor === undefined ? undefined : inference.localClass(ancestor);
    return definition === undefined ? [] : (inference.membersOf(definition).attribute(member) ?? []);
  });
  return sources.length === 1 ? sources[0]?.value : undefined;
}

function catalogued(ancestor: string | undefined, member: string, owner: InferredType, inference: Inference): InferredType | undefined {
  const api = ancestor === undefined ? undefined : inference.catalogue.lookup(`${ancestor}.${member}`);
  return api?.isValue === true && api.returns !== undefined ? { type: api.returns, certainty: owner.certainty } : undefined;
}

/** What is declared of an attribute, else the type that all values but `None` have. */
function typeOfSources(sources: readonly AttributeSource[], owner: InferredType, inference: Inference): InferredType | undefined {
  const annotation = sources.find((source) => isDeclared(source, inference))?.annotation;
  const declared = annotation === undefined ? undefined : annotatedMember(annotation, owner, inference);
  if (annotation !== undefined && declared === undefined) return undefined;
  const possible = new Possibilities();
  if (declared !== undefined) possible.add(declared);
  for (const source of sources) {
    const { target, value } = source;
    if (value?.is('none') === true || isDeclared(source, inference)) continue;
    const stored = value === undefined ? inference.typeOfTarget(target) : inference.typeOf(value);
    const type = target === undefined ? stored : alteredInClass(stored, target, inference);
    // A declaration stands for values that nothing is known of.
    if (declared === undefined) possible.add(type);
    else if (type !== undefined && !isSymbolic(type.type)) possible.add({ ...declared, type: type.type });
  }
  return possible.result();
}

function isDeclared({ annotation }: AttributeSource, inference: Inference): boolean {
  return annotation !== undefined && !isOpen(annotation, inference);
}

/** What an attribute is declared as, with the type parameters of its class bound. */
function annotatedMember(annotation: SyntaxNode, owner: InferredType, inference: Inference): InferredType | undefined {
  return inference.annotated(annotation) ?? boundArgument(annotation, enclosingClass(annotation), owner, inference);
}

const propertyDecorators = new Set(['builtins.property', 'functools.cached_property', 'abc.abstractproperty']);

/** What reading a property gives; undefined for methods, and for properties that do not say. */
export function typeOfProperty(
  method: SyntaxNode<'function_definition'> | undefined,
  inference: Inference,
  owner?: InferredType,
): InferredType | undefined {
  if (method === undefined || isAsync(method)) return undefined;
  const isProperty = decoratorsOf(method).some((decorator) => propertyDecorators.has(inference.nameOf(decorator.children[0]) ?? ''));
  return isProperty ? givenTo(method, owner, inference) : undefined;
}

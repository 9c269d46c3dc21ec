/** How the client was made that a call is made on, and what was done to it since, as far as the file shows. */
import type { Catalogue, NamedApi } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { nodeKinds } from '../../syntax/kinds.generated';
import {
  callArguments,
  decoratorsOf,
  descendants,
  enclosing,
  enclosingClass,
  enclosingFunction,
  nodesBelow,
  parametersOf,
} from '../../syntax/query';

const identifierKind = nodeKinds.indexOf('identifier');

/** The object whose method is called. */
export function receiverOf(callee: SyntaxNode): SyntaxNode | undefined {
  return callee.is('attribute') ? callee.field('object') : undefined;
}

/** The one call that makes the object; undefined where it comes from elsewhere, or from several places. */
export function constructionOf(object: SyntaxNode | undefined, view: FileView): SyntaxNode<'call'> | undefined {
  if (object === undefined || object.is('call')) return object?.is('call') === true ? object : undefined;
  const values = (object.is('identifier') ? valuesOfName(object, view) : valuesOfAttribute(object)).filter(
    (value) => value?.is('none') !== true,
  );
  const [only, ...others] = values;
  return others.length === 0 && only?.is('call') === true ? only : undefined;
}

function valuesOfName(name: SyntaxNode<'identifier'>, view: FileView): readonly (SyntaxNode | undefined)[] {
  return (view.bindingOf(name)?.declarations ?? []).map(({ value }) => value);
}

/** The only value that the class around it gives `self.x`. */
export function valueOfAttribute(attribute: SyntaxNode<'attribute'>): SyntaxNode | undefined {
  const [only, ...others] = valuesOfAttribute(attribute);
  return others.length === 0 ? only : undefined;
}

/** What the class assigns to `self.x`. */
function valuesOfAttribute(attribute: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return attributeMentions(attribute).flatMap((mention) => {
    const assignment = mention.parent;
    return assignment?.is('assignment') === true && assignment.field('left').id === mention.id ? [assignment.field('right')] : [];
  });
}

/** The same object, wherever its name stands. */
export function mentionsOf(object: SyntaxNode, view: FileView): readonly SyntaxNode[] {
  return object.is('identifier') ? (view.bindingOf(object)?.references ?? []) : attributeMentions(object);
}

/** The same attribute, wherever the class around it mentions it. */
function attributeMentions(attribute: SyntaxNode): readonly SyntaxNode[] {
  const owner = enclosingClass(attribute);
  if (owner === undefined || !attribute.is('attribute')) return [];
  const { text } = attribute;
  const name = attribute.field('attribute').text;
  const written = nodesBelow(owner, (kind, chunk, index) => kind === identifierKind && chunk.nameAt(index) === name);
  return [...written].flatMap(({ parent }) => (parent?.is('attribute') === true && parent.text === text ? [parent] : []));
}

/**
 * Whether the method may set a timeout by itself: the receiver is of a class of the project's own that may change what the
 * library's does, another function was put in the method's place, or the session got a transport adapter that is not the library's own.
 */
export function isChanged(callee: SyntaxNode, api: NamedApi, { view, catalogue }: { view: FileView; catalogue: Catalogue }): boolean {
  const owner = api.name.slice(0, api.name.lastIndexOf('.'));
  if (catalogue.lookup(owner)?.methods === undefined) return false;
  const receiver = receiverOf(callee);
  const known = view.typeOf(receiver);
  // A class that is not the library's is one of the project's, of whichever file.
  if (receiver === undefined || known?.isAltered === true) return true;
  if (catalogue.lookup(known?.type)?.methods === undefined && !isOfPlainHeir(receiver, owner, { view, catalogue })) return true;
  return mentionsOf(receiver, view).some(({ parent: member }) => {
    if (member?.is('attribute') !== true) return false;
    const use = member.parent;
    if (use?.is('assignment') === true && use.field('left').id === member.id)
      return catalogue.lookup(`${owner}.${member.field('attribute').text}`) !== undefined;
    return use?.is('call') === true && mountsForeign(use, { view, catalogue });
  });
}

/** Whether the object is of a class of this file that adds to the library's, and changes nothing of what that does. */
function isOfPlainHeir(receiver: SyntaxNode, owner: string, { view, catalogue }: { view: FileView; catalogue: Catalogue }): boolean {
  const heir = classBehind(receiver, view);
  if (heir === undefined || decoratorsOf(heir).length > 0) return false;
  const [base, ...others] = heir.field('superclasses')?.children ?? [];
  if (others.length > 0 || catalogue.lookup(view.nameOf(base))?.name !== owner) return false;
  const methods = catalogue.lookup(owner)?.methods ?? {};
  const mounting = Object.keys(methods).filter((name) => methods[name]?.mounts !== undefined);
  const isOverriding = (name: string): boolean => /^__\w+__$/.test(name) || Object.hasOwn(methods, name);
  for (const node of descendants(heir.field('body'))) {
    // What calls `super` is in the place of something.
    if (node.is('identifier') && ['super', ...mounting].includes(node.text)) return false;
    if (node.is('function_definition') && isOverriding(node.field('name').text)) return false;
    if (node.is('assignment') && isOverriding(lastPart(node.field('left')))) return false;
  }
  return true;
}

/** The class of this file that `self` is an object of, or that the one call makes an object of which the name or attribute holds. */
function classBehind(object: SyntaxNode, view: FileView): SyntaxNode<'class_definition'> | undefined {
  const method = enclosingFunction(object);
  if (method !== undefined && object.is('identifier') && parametersOf(method)[0]?.name.text === object.text) return classAround(method);
  const callee = constructionOf(object, view)?.field('function');
  const [only, ...others] = callee?.is('identifier') === true ? (view.bindingOf(callee)?.declarations ?? []) : [];
  return others.length === 0 && only?.node.is('class_definition') === true ? only.node : undefined;
}

function classAround(method: SyntaxNode): SyntaxNode<'class_definition'> | undefined {
  const around = enclosing(method, 'class_definition', 'function_definition');
  return around?.is('class_definition') === true ? around : undefined;
}

function lastPart(target: SyntaxNode): string {
  return target.is('attribute') ? target.field('attribute').text : target.text;
}

/** Not `session.mount(prefix, HTTPAdapter(max_retries=3))`: the library's own adapter brings retries and pools, but no timeout. */
function mountsForeign(call: SyntaxNode<'call'>, { view, catalogue }: { view: FileView; catalogue: Catalogue }): boolean {
  const mounts = catalogue.lookup(view.nameOf(call.field('function')))?.mounts;
  if (mounts === undefined) return false;
  const { positional, keywords } = callArguments(call);
  return catalogue.lookup(view.typeOf(keywords.get(mounts.keyword) ?? positional[mounts.position])?.type) === undefined;
}

/**
 * Fields of data classes: they are given values as the parameters of an `__init__` that nobody writes.
 *
 * Invariant: where a base, a method or an option could have it otherwise, nothing is known.
 */
import { classOfMethod, receiverKind, receiverOf } from '../semantic/classes';
import { decoratorName } from '../semantic/definitions';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, decoratorsOf, enclosingFunction } from '../syntax/query';
import type { PassedOn } from './given';

type Class = SyntaxNode<'class_definition'>;

/** A field whose default is `None`: its class, how making an object gives it something, and the default. */
export interface NoneByField {
  readonly owner: Class;
  readonly to: PassedOn;
  readonly none: SyntaxNode;
}

/** The field that `self.name` stands for in a method of its class, where its default is `None` and no method sets it. */
export function noneByField(attribute: SyntaxNode<'attribute'>, model: LocalModel): NoneByField | undefined {
  const owner = classOfObject(attribute, model);
  if (owner === undefined) return undefined;
  const name = attribute.field('attribute').text;
  const members = model.membersOf(owner);
  const [only, ...others] = members.attribute(name) ?? [];
  const none = only?.isShared === true && only.annotation !== undefined && others.length === 0 ? only.value : undefined;
  if (none?.is('none') !== true) return undefined;
  if (members.bases.length > 0 || ['__init__', '__new__', '__post_init__'].some((method) => members.has(method))) return undefined;
  const giving = givingOf(owner, model);
  // All fields are read for the place, and whoever asks for all names is told of any change.
  const places = giving === undefined || !members.names().has(name) ? undefined : placesIn(owner);
  if (places === undefined) return undefined;
  return { owner, to: { parameter: name, place: giving === 'by place' ? places.indexOf(name) : undefined }, none };
}

/** The class whose object the attribute is asked of, as `self` in a method. */
function classOfObject(attribute: SyntaxNode<'attribute'>, model: LocalModel): Class | undefined {
  const object = attribute.field('object');
  const method = enclosingFunction(attribute);
  if (!object.is('identifier') || method === undefined || receiverOf(method)?.text !== object.text) return undefined;
  return receiverKind(method, model) === 'object' ? classOfMethod(method, model) : undefined;
}

/** How the fields of a data class are given values; undefined for another class, and where a decorator may change it. */
function givingOf(owner: Class, model: LocalModel): 'by place' | 'by name' | undefined {
  const [only, ...others] = decoratorsOf(owner);
  if (only === undefined || others.length > 0 || decoratorName(only, model) !== 'dataclasses.dataclass') return undefined;
  const [called] = only.children;
  if (called?.is('call') !== true) return 'by place';
  const { keywords, hasDoubleSplat } = callArguments(called);
  if (hasDoubleSplat || keywords.has('init')) return undefined;
  return keywords.has('kw_only') ? 'by name' : 'by place';
}

/** The names of the fields in the order in which values are given; undefined where one says that it is given otherwise. */
function placesIn(owner: Class): readonly string[] | undefined {
  const places: string[] = [];
  for (const { children } of owner.field('body').children) {
    const [field] = children;
    const annotation = field?.is('assignment') === true ? field.field('type') : undefined;
    if (field?.is('assignment') !== true || annotation === undefined || annotation.text.includes('ClassVar')) continue;
    const value = field.field('right');
    const options = value?.is('call') === true ? callArguments(value) : undefined;
    const isOtherwise =
      options?.hasDoubleSplat === true || options?.keywords.has('init') === true || options?.keywords.has('kw_only') === true;
    if (isOtherwise || annotation.text.includes('KW_ONLY')) return undefined;
    places.push(field.field('left').text);
  }
  return places;
}

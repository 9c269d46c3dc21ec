/**
 * What calls give the functions that they call.
 *
 * Invariant: what is known of an argument is read from how it is written, or is left to the caller of the function around; where
 * anything may be given, nothing is known.
 */
import { isBound } from '../semantic/classes';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, enclosingFunction, parametersOf } from '../syntax/query';
import type { Known, ValueType } from './outcomes';

type Definition = SyntaxNode<'function_definition'>;

/** A parameter of the calling function that is `None` unless it is given something, passed on as it is. */
export interface PassedOn {
  readonly parameter: string;
  /** The place of the parameter, where it has one. */
  readonly place?: number | undefined;
}

/** The places and names of arguments, with what is known of them; `*` stands for any. */
export type Given = readonly (number | string | readonly [at: number | string, known: Known | PassedOn])[];

/** What a call gives of which nothing is known. */
export const anything: Given = ['*'];

/** What a call that gives this gives a parameter: `otherwise` where it gives nothing, undefined where it may be anything. */
export function givenTo<Otherwise>(
  { parameter, place }: PassedOn,
  given: Given,
  otherwise: Otherwise,
): Known | PassedOn | Otherwise | undefined {
  for (const argument of given) {
    const [at, known] = typeof argument === 'object' ? argument : [argument];
    if (at === parameter || at === place) return known;
  }
  return given.includes('*') ? undefined : otherwise;
}

/** The places and names that a call gives something to, with what is known of it; `*` where that cannot be told. */
export function givenBy(call: SyntaxNode<'call'>, model: LocalModel): Given {
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  const given = [...positional.entries(), ...keywords].map(([place, value]) => {
    const known = value.is('identifier') ? passedOn(value, model) : knownOf(value);
    return known === undefined ? place : ([place, known] as const);
  });
  return hasSplat || hasDoubleSplat ? [...given, '*'] : given;
}

/** The parameter that an argument passes on, if it is `None` by default and the function does nothing else with it. */
function passedOn(argument: SyntaxNode<'identifier'>, model: LocalModel): PassedOn | undefined {
  const binding = model.scopes.bindingOf(argument);
  const [only, ...others] = binding?.declarations ?? [];
  if (only?.kind !== 'parameter' || others.length > 0) return undefined;
  const found = noneByDefault(only.name, model);
  // Where the name stands takes longest to find.
  return found !== undefined && binding?.references.length === 1 ? found.to : undefined;
}

/** A parameter whose default is `None`: the function, how a call gives the parameter something, and the default. */
export interface NoneByDefault {
  readonly definition: Definition;
  readonly to: PassedOn;
  readonly none: SyntaxNode;
}

/** The parameter that a name stands for in its function, where its default is `None`. */
export function noneByDefault(name: SyntaxNode, model: LocalModel): NoneByDefault | undefined {
  const definition = enclosingFunction(name);
  if (definition === undefined) return undefined;
  const parameters = parametersOf(definition);
  const index = parameters.findIndex((parameter) => parameter.name.id === name.id);
  const none = parameters[index]?.default;
  if (none?.is('none') !== true) return undefined;
  return { definition, to: { parameter: name.text, place: placeOf(parameters, index, definition, model) }, none };
}

/** The place by which a call gives a parameter something; undefined for one that is given by name alone. */
export function placeOf(parameters: Parameters, index: number, definition: Definition, model: LocalModel): number | undefined {
  const kind = parameters[index]?.kind;
  const hasPlace = kind === 'positional' || kind === 'positional-only';
  return hasPlace ? index - (isBound(definition, model) ? 1 : 0) : undefined;
}

/** The parameters of a function. */
export type Parameters = ReturnType<typeof parametersOf>;

/** What is known of a value by how it is written. */
export function knownOf(argument: SyntaxNode): Known | undefined {
  if (argument.is('none')) return 'None';
  if (argument.is('true')) return 'True';
  if (argument.is('false')) return 'False';
  if (argument.is('string')) return /^[a-z]*b/i.test(argument.text.slice(0, 2)) ? 'bytes' : 'str';
  return Object.hasOwn(literalTypes, argument.kind) ? literalTypes[argument.kind] : undefined;
}

const literalTypes: Readonly<Record<string, ValueType>> = {
  integer: 'int',
  float: 'float',
  list: 'list',
  list_comprehension: 'list',
  dictionary: 'dict',
  dictionary_comprehension: 'dict',
  tuple: 'tuple',
  set: 'set',
  set_comprehension: 'set',
};

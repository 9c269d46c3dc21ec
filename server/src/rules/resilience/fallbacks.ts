/** Decorators that return something else where the function fails. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, enclosingFunction, parametersOf } from '../../syntax/query';
import { definitionOf, valueBehind } from './retryPolicy';

type Definition = SyntaxNode<'function_definition'>;

/** A list, dictionary or set that a decorator is given once, to return it from every call that fails. */
export interface SharedDefault {
  /** The argument. */
  readonly argument: SyntaxNode;
  /** What it stands for: the argument, or what the constant holds that it names. */
  readonly value: SyntaxNode;
  readonly kind: 'list' | 'dictionary' | 'set';
  readonly decorator: SyntaxNode;
  /** The function that is decorated. */
  readonly definition: Definition;
  /** Where the decorator's own code returns it; empty where that is elsewhere, and only the names tell. */
  readonly returns: readonly SyntaxNode<'identifier'>[];
  /** Whether an empty tuple is what the decorated function says it returns. */
  readonly canBeTuple: boolean;
}

export function sharedDefaults(line: SyntaxNode<'decorator'>, view: FileView): readonly SharedDefault[] {
  const [call] = line.children;
  const definition = line.parent?.is('decorated_definition') === true ? line.parent.field('definition') : undefined;
  if (call?.is('call') !== true || definition?.is('function_definition') !== true) return [];
  const { positional, keywords } = callArguments(call);
  const given = [...positional.map((argument, place) => [place, argument] as const), ...keywords].filter(([, argument]) =>
    argument.is('list', 'dictionary', 'set', 'call', 'identifier'),
  );
  if (given.length === 0) return [];
  const decorator = call.field('function');
  const own = definitionOf(decorator, view);
  if (own === undefined && !isFallbackName(decorator)) return [];
  return given.flatMap(([place, argument]) => {
    const returns = own === undefined ? [] : placesThatReturn(place, own, view);
    if (own === undefined ? typeof place === 'number' || !isDefaultName(place) : returns.length === 0) return [];
    const value = valueBehind(argument, view) ?? argument;
    const kind = kindOf(value, view);
    if (kind === undefined) return [];
    return [
      { argument, value, kind, decorator, definition, returns, canBeTuple: argument.text === '[]' && returnsAnySequence(definition) },
    ];
  });
}

/** Where the functions inside a decorator return an argument as it is, and no copy of it. */
function placesThatReturn(place: number | string, decorator: Definition, view: FileView): readonly SyntaxNode<'identifier'>[] {
  const parameters = parametersOf(decorator);
  const parameter = typeof place === 'number' ? parameters[place] : parameters.find(({ name }) => name.text === place);
  if (parameter === undefined || parameter.kind.startsWith('var-')) return [];
  const references = view.bindingOf(parameter.name)?.references ?? [];
  return references.filter((reference) => {
    let result: SyntaxNode | undefined = reference;
    // `default() if callable(default) else default`, where what is given is no function.
    while (result.parent?.is('parenthesized_expression', 'conditional_expression') === true) {
      if (result.parent.is('conditional_expression') && result.parent.children[1]?.id === result.id) return false;
      result = result.parent;
    }
    if (enclosingFunction(reference)?.id === decorator.id) return false;
    return result.parent?.is('return_statement') === true || isReturnedLater(result, view);
  });
}

/** `result = default`, and `return result` further on. */
function isReturnedLater(value: SyntaxNode, view: FileView): boolean {
  const target =
    value.parent?.is('assignment') === true && value.parent.field('right')?.id === value.id ? value.parent.field('left') : undefined;
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function' || binding.scope.node.id !== enclosingFunction(value)?.id) return false;
  return binding.references.some(({ parent }) => parent?.is('return_statement') === true);
}

function kindOf(value: SyntaxNode, view: FileView): SharedDefault['kind'] | undefined {
  if (value.is('list')) return 'list';
  if (value.is('dictionary')) return 'dictionary';
  if (value.is('set')) return 'set';
  const made = value.is('call') ? view.nameOf(value.field('function')) : undefined;
  return kinds.get(made ?? '');
}

const kinds: ReadonlyMap<string, SharedDefault['kind']> = new Map([
  ['builtins.list', 'list'],
  ['builtins.dict', 'dictionary'],
  ['builtins.set', 'set'],
  ['collections.defaultdict', 'dictionary'],
]);

/** `@fail_safe(default=[])`, `@handle_exception(default_return=[])`: decorators of other files that nobody else calls so. */
function isFallbackName(decorator: SyntaxNode): boolean {
  const name = decorator.is('attribute') ? decorator.field('attribute').text : decorator.text;
  return /fail_?safe|fallback|fall_back|exception|on_(error|failure)|(handle|ignore|catch|suppress|swallow)_?(errors?|failures?|all)|safe(ly)?_(call|run|execute)|return_default/i.test(
    name,
  );
}

function isDefaultName(keyword: string): boolean {
  return /^(default|fallback)(_(return|value|result))?$|^(return|result)_on_(error|exception|failure)$|^(on_error|on_failure)_(return|value)$/.test(
    keyword,
  );
}

/** Whether the annotation says of the result no more than that it can be iterated over or indexed. */
function returnsAnySequence(definition: Definition): boolean {
  const type = definition.field('return_type')?.text ?? '';
  return /^(\w+\.)*(Sequence|Iterable|Collection|Tuple|tuple)\b/.test(type) && !/^(Tuple|tuple)\[(?!.*\.\.\.)/.test(type);
}

/** The type that an annotation stands for. */
import type { SyntaxNode } from '../syntax/node';
import { callArguments, enclosingClass, stringValue } from '../syntax/query';
import { agreementOf, typeWith, type Possibility } from './agreement';
import { certainly, onlyValue, type Inference, type InferredType } from './inference';
import { definitionName } from './definitions';
import { formName } from './forms';
import { nameOfBinding, nameOfUnbound } from './names';
import { writtenType, type WrittenType } from './quoted';

/** Forms whose first argument is the type: `Optional[X]`, `Annotated[X, …]`. */
const transparentForms = new Set([
  'typing.Optional',
  'typing.Annotated',
  'typing.ClassVar',
  'typing.Final',
  'typing.Required',
  'typing.NotRequired',
  'typing.ReadOnly',
  'dataclasses.InitVar',
  'sqlalchemy.orm.Mapped',
]);

/** Forms that stand for no instance of a named class. `NoReturn` says something by itself: the call never comes back. */
const opaqueForms = new Set([
  'typing.Any',
  'typing.Callable',
  'typing.ClassVar',
  'typing.Concatenate',
  'typing.Final',
  'typing.Literal',
  'typing.LiteralString',
  'typing.Type',
  'typing.TypeAlias',
  'typing.TypeGuard',
  'typing.TypeIs',
  'typing.Union',
  'typing.Unpack',
  'builtins.object',
  'builtins.type',
  'collections.abc.Callable',
]);

/** The classes of `collections.abc` that `typing` has under the same name. */
const abstractContainers = [
  ...['AsyncGenerator', 'AsyncIterable', 'AsyncIterator', 'Awaitable', 'Collection', 'Container', 'Coroutine', 'Generator'],
  ...['ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MutableMapping', 'MutableSequence', 'MutableSet'],
  ...['Reversible', 'Sequence', 'ValuesView'],
];

/** Names in `typing` for classes of other modules. */
const otherForms: Readonly<Record<string, string>> = {
  'typing.Dict': 'builtins.dict',
  'typing.FrozenSet': 'builtins.frozenset',
  'typing.List': 'builtins.list',
  'typing.Set': 'builtins.set',
  'typing.Text': 'builtins.str',
  'typing.Tuple': 'builtins.tuple',
  'typing.ChainMap': 'collections.ChainMap',
  'typing.Counter': 'collections.Counter',
  'typing.DefaultDict': 'collections.defaultdict',
  'typing.Deque': 'collections.deque',
  'typing.OrderedDict': 'collections.OrderedDict',
  'typing.AbstractSet': 'collections.abc.Set',
  ...Object.fromEntries(abstractContainers.map((name) => [`typing.${name}`, `collections.abc.${name}`])),
};

/** The type of a value annotated so: without `None`, through `Annotated` and aliases; undefined for true unions. */
export function inferAnnotation(annotation: SyntaxNode, inference: Inference): InferredType | undefined {
  if (annotation.is('type', 'parenthesized_expression')) return inference.annotated(annotation.children[0]);
  if (annotation.is('union_type')) return union(annotation.children, inference);
  if (annotation.is('binary_operator')) {
    return annotation.field('operator').text === '|' ? union([annotation.field('left'), annotation.field('right')], inference) : undefined;
  }
  if (annotation.is('string', 'concatenated_string')) return forwardReference(annotation, inference);
  if (annotation.is('generic_type')) return generic(annotation, annotation.children[0], annotation.children[1]?.children ?? [], inference);
  if (annotation.is('subscript')) return generic(annotation, annotation.field('value'), annotation.field('subscript'), inference);
  if (annotation.is('identifier')) return alias(annotation, inference) ?? named(formName(annotation, inference), annotation);
  if (annotation.is('attribute', 'member_type')) return named(formName(annotation, inference), annotation);
  return undefined;
}

function named(name: string | undefined, annotation: SyntaxNode): InferredType | undefined {
  if (name === undefined || opaqueForms.has(name)) return undefined;
  if (name !== 'typing.Self') return certainly(otherForms[name] ?? name);
  const owner = enclosingClass(annotation);
  return owner && certainly(definitionName(owner));
}

/** `SessionDep = Annotated[AsyncSession, Depends(get_db)]`, `UserId = NewType('UserId', int)` and the like. */
function alias(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  const value = binding === undefined ? undefined : onlyValue(binding);
  if (value?.is('subscript', 'binary_operator', 'type', 'generic_type') === true) return inference.annotated(value);
  return value?.is('call') === true ? inference.annotated(newTypeBase(value, inference)) : undefined;
}

/** The type that a `NewType` is made of. */
export function newTypeBase(call: SyntaxNode<'call'>, inference: Inference): SyntaxNode | undefined {
  return formName(call.field('function'), inference) === 'typing.NewType' ? callArguments(call).positional[1] : undefined;
}

/** The type of instances of the class that an expression stands for. */
export function instanceOf(expression: SyntaxNode, inference: Inference): InferredType | undefined {
  return named(formName(expression, inference), expression);
}

function union(members: readonly SyntaxNode[], inference: Inference): InferredType | undefined {
  return agreementOf(members.filter((member) => !isNone(member)).map((member) => inference.annotated(member)));
}

/** The types that a union leaves open; of any other annotation the one that it stands for. */
export function membersOfAnnotation(annotation: SyntaxNode, inference: Inference): readonly Possibility[] {
  const members: Possibility[] = [];
  const pending = [annotation];
  for (let node = pending.pop(); node !== undefined && members.length < mostMembers; node = pending.pop()) {
    const { children } = node;
    const form = node.is('generic_type', 'subscript') ? formName(children[0], inference) : undefined;
    const args = node.is('generic_type') ? (children[1]?.children ?? []) : children.slice(1);
    if (isNone(node)) members.push('none');
    else if (node.is('string', 'concatenated_string')) members.push(...quotedMembers(node, inference));
    else if (node.is('type', 'parenthesized_expression', 'union_type')) pending.push(...[...children].reverse());
    else if (node.is('binary_operator') && node.field('operator').text === '|') pending.push(...[...children].reverse());
    else if (form === 'typing.Union') pending.push(...[...args].reverse());
    else if (form !== undefined && transparentForms.has(form)) pending.push(...args.slice(0, 1));
    else members.push(inference.annotated(node));
  }
  return members;
}

const mostMembers = 50;

function quotedMembers(annotation: SyntaxNode, inference: Inference): readonly Possibility[] {
  const written = writtenType(stringValue(annotation) ?? '');
  const members = (written && membersOfWritten(written, annotation, inference)) ?? [written];
  return members.map((one) => (one?.name === 'None' ? 'none' : one && typeOfWritten(one, annotation, inference)));
}

function isNone(annotation: SyntaxNode): boolean {
  return annotation.is('none') || (annotation.is('type') && annotation.children[0]?.is('none') === true);
}

function generic(
  whole: SyntaxNode,
  form: SyntaxNode | undefined,
  args: readonly SyntaxNode[],
  inference: Inference,
): InferredType | undefined {
  const name = formName(form, inference);
  if (name === undefined) return undefined;
  // `Mapped` is offered by several modules of its library.
  if (transparentForms.has(name) || name.endsWith('.Mapped')) return inference.annotated(args[0]);
  if (name === 'typing.Union') return union(args, inference);
  const type = whole.hasError ? undefined : named(name, whole);
  // Of `tuple[int, ...]` the dots say nothing that counts here.
  const types = args.filter((argument) => !isEllipsis(argument));
  return (
    type &&
    typeWith(
      type.type,
      type.certainty,
      types.map((argument) => inference.annotated(argument)),
    )
  );
}

function isEllipsis(annotation: SyntaxNode): boolean {
  return annotation.is('ellipsis') || (annotation.is('type') && annotation.children[0]?.is('ellipsis') === true);
}

/** What a quoted annotation stands for. */
function forwardReference(annotation: SyntaxNode, inference: Inference): InferredType | undefined {
  const written = writtenType(stringValue(annotation) ?? '');
  return written && typeOfWritten(written, annotation, inference);
}

function typeOfWritten(written: WrittenType, annotation: SyntaxNode, inference: Inference): InferredType | undefined {
  const members = membersOfWritten(written, annotation, inference);
  if (members !== undefined)
    return agreementOf(members.filter((member) => member.name !== 'None').map((member) => typeOfWritten(member, annotation, inference)));
  const type = named(nameOfWritten(written, annotation, inference), annotation);
  const args = written.args.filter((argument) => argument.name !== '...');
  return (
    type &&
    typeWith(
      type.type,
      type.certainty,
      args.map((argument) => typeOfWritten(argument, annotation, inference)),
    )
  );
}

/** The types that are written as alternatives; undefined where it is one. */
function membersOfWritten(written: WrittenType, annotation: SyntaxNode, inference: Inference): readonly WrittenType[] | undefined {
  const { args } = written;
  if (written.name === undefined) return args;
  const name = args.length === 0 ? undefined : nameOfWritten(written, annotation, inference);
  if (name === undefined) return undefined;
  if (name === 'typing.Union') return args;
  return transparentForms.has(name) || name.endsWith('.Mapped') ? args.slice(0, 1) : undefined;
}

function nameOfWritten({ name: text = '' }: WrittenType, annotation: SyntaxNode, inference: Inference): string | undefined {
  const [first = '', ...rest] = text.split('.');
  const binding = inference.scopes.lookup(first, inference.scopes.scopeAt(annotation));
  const found = (binding === undefined ? nameOfUnbound(first, inference) : nameOfBinding(binding, inference))?.name;
  const name = found === undefined ? undefined : [found, ...rest].join('.');
  return name?.startsWith('typing_extensions.') === true ? name.replace('_extensions', '') : name;
}

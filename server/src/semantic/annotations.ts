/** The type that an annotation stands for. */
import type { SyntaxNode } from '../syntax/node';
import { enclosingClass, stringValue } from '../syntax/query';
import { certainly, onlyValue, type Inference, type InferredType } from './inference';
import { definitionName, nameOfBinding, nameOfBuiltin } from './names';

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

/** Forms that stand for no instance of a named class. */
const opaqueForms = new Set([
  'typing.Any',
  'typing.Callable',
  'typing.Concatenate',
  'typing.Literal',
  'typing.LiteralString',
  'typing.Never',
  'typing.NoReturn',
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

/** Names in `typing` for the builtin classes. */
const builtinForms: Readonly<Record<string, string>> = {
  'typing.Dict': 'builtins.dict',
  'typing.FrozenSet': 'builtins.frozenset',
  'typing.List': 'builtins.list',
  'typing.Set': 'builtins.set',
  'typing.Text': 'builtins.str',
  'typing.Tuple': 'builtins.tuple',
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

/** The name of a form; `typing_extensions` offers those of `typing`. */
function formName(form: SyntaxNode | undefined, inference: Inference): string | undefined {
  const name = inference.nameOf(form);
  return name?.startsWith('typing_extensions.') === true ? name.replace('_extensions', '') : name;
}

function named(name: string | undefined, annotation: SyntaxNode): InferredType | undefined {
  if (name === undefined || opaqueForms.has(name)) return undefined;
  if (name !== 'typing.Self') return certainly(builtinForms[name] ?? name);
  const owner = enclosingClass(annotation);
  return owner && certainly(definitionName(owner));
}

/** `SessionDep = Annotated[AsyncSession, Depends(get_db)]` and the like. */
function alias(identifier: SyntaxNode<'identifier'>, inference: Inference): InferredType | undefined {
  const binding = inference.scopes.bindingOf(identifier);
  const value = binding === undefined ? undefined : onlyValue(binding);
  return value?.is('subscript', 'binary_operator', 'type', 'generic_type') === true ? inference.annotated(value) : undefined;
}

function union(members: readonly SyntaxNode[], inference: Inference): InferredType | undefined {
  const types = members.filter((member) => !isNone(member)).map((member) => inference.annotated(member));
  const [first] = types;
  return first !== undefined && types.every((type) => type?.type === first.type) ? first : undefined;
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
  return whole.hasError ? undefined : named(name, whole);
}

/** A quoted annotation that is one dotted name, or one and `None`; anything more is not looked into. */
function forwardReference(annotation: SyntaxNode, inference: Inference): InferredType | undefined {
  const members = (stringValue(annotation) ?? '').split('|').map((member) => member.trim());
  const [text, ...others] = members.filter((member) => member !== 'None');
  if (text === undefined || others.length > 0 || !dottedName.test(text)) return undefined;
  const [first = '', ...rest] = text.split('.');
  const binding = inference.scopes.lookup(first, inference.scopes.scopeAt(annotation));
  const name = (binding === undefined ? nameOfBuiltin(first, inference) : nameOfBinding(binding, inference))?.name;
  return name === undefined ? undefined : named([name, ...rest].join('.'), annotation);
}

const dottedName = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** The type that an annotation stands for. */
import type { SyntaxNode } from '../syntax/node';
import { stringValue } from '../syntax/query';
import { onlyValue, type Inference, type InferredType } from './inference';
import { nameOfBinding } from './names';

/** Forms whose first argument is the type: `Optional[X]`, `Annotated[X, …]`. */
const transparentForms = new Set([
  'Optional',
  'Annotated',
  'ClassVar',
  'Final',
  'Required',
  'NotRequired',
  'ReadOnly',
  'InitVar',
  'Mapped',
]);
const typingModules = new Set(['typing', 'typing_extensions', 'dataclasses']);
/** Forms that stand for no instance of a named class. */
const opaqueForms = new Set([
  'typing.Any',
  'typing.Union',
  'typing.Callable',
  'typing.Type',
  'typing.Literal',
  'builtins.type',
  'builtins.object',
]);

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
  if (annotation.is('identifier')) return alias(annotation, inference) ?? named(inference.nameOf(annotation));
  if (annotation.is('attribute', 'member_type')) return named(inference.nameOf(annotation));
  return undefined;
}

function named(name: string | undefined): InferredType | undefined {
  return name === undefined || opaqueForms.has(name) ? undefined : { type: name, certainty: 'certain' };
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
  const name = inference.nameOf(form);
  if (name === undefined) return undefined;
  const dot = name.lastIndexOf('.');
  const last = name.slice(dot + 1);
  if (transparentForms.has(last) && (typingModules.has(name.slice(0, dot)) || last === 'Mapped')) return inference.annotated(args[0]);
  if (name === 'typing.Union') return union(args, inference);
  return whole.hasError ? undefined : named(name);
}

/** A quoted annotation that is one dotted name; anything more is not looked into. */
function forwardReference(annotation: SyntaxNode, inference: Inference): InferredType | undefined {
  const text = stringValue(annotation)?.trim();
  if (text === undefined || !/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(text)) return undefined;
  const [first = '', ...rest] = text.split('.');
  const binding = inference.scopes.lookup(first, inference.scopes.scopeAt(annotation));
  const name = binding === undefined ? undefined : nameOfBinding(binding, inference);
  return name === undefined ? undefined : named([name, ...rest].join('.'));
}

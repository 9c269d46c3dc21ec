/** What the type parameters of local classes stand for. */
import type { SyntaxNode } from '../syntax/node';
import { definitionName } from './definitions';
import type { Inference, InferredType } from './inference';

type Class = SyntaxNode<'class_definition'>;

/** What an annotation stands for that is a type parameter of the class, for an object of that class or of one below it. */
export function boundArgument(
  annotation: SyntaxNode,
  owner: Class | undefined,
  receiver: InferredType | undefined,
  inference: Inference,
): InferredType | undefined {
  const name = annotation.is('type') ? annotation.children[0] : annotation;
  if (owner === undefined || receiver === undefined || name?.is('identifier') !== true) return undefined;
  const index = parametersOf(owner, inference).indexOf(name.text);
  if (index < 0) return undefined;
  const ownName = definitionName(owner);
  return receiver.type === ownName ? receiver.args?.[index] : argumentOfBase(receiver.type, ownName, index, inference);
}

/** The argument that a class, or the nearest class above it, gives its base. */
function argumentOfBase(type: string, base: string, index: number, inference: Inference): InferredType | undefined {
  for (const ancestor of inference.lineageOf(type)) {
    const bases = ancestor === undefined ? undefined : inference.localClass(ancestor)?.field('superclasses');
    for (const written of bases?.children ?? []) {
      if (!written.is('subscript') || inference.nameOf(written.field('value')) !== base) continue;
      return inference.annotated(written.field('subscript')[index]);
    }
  }
  return undefined;
}

/** The names of the type parameters of a class: `class C[T]` or `class C(Generic[T])`. */
function parametersOf(definition: Class, inference: Inference): readonly string[] {
  const declared = definition.field('type_parameters');
  if (declared !== undefined) {
    return declared.children.map((parameter) => {
      let name: SyntaxNode | undefined = parameter;
      while (name?.is('type', 'constrained_type', 'splat_type') === true) name = name.children[0];
      return name?.text ?? '';
    });
  }
  for (const base of definition.field('superclasses')?.children ?? []) {
    const form = base.is('subscript') ? inference.nameOf(base.field('value')) : undefined;
    if (base.is('subscript') && form !== undefined && genericForms.has(form)) return base.field('subscript').map(({ text }) => text);
  }
  return [];
}

const genericForms = new Set(['typing.Generic', 'typing.Protocol', 'typing_extensions.Generic', 'typing_extensions.Protocol']);

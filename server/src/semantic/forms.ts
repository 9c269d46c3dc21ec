/** The names of what annotations are made of. */
import type { SyntaxNode } from '../syntax/node';
import type { Inference } from './inference';

/** The name of a form; `typing_extensions` offers those of `typing`. */
export function formName(form: SyntaxNode | undefined, inference: Inference): string | undefined {
  const name = inference.nameOf(form);
  return name?.startsWith('typing_extensions.') === true ? name.replace('_extensions', '') : name;
}

/** Whether an annotation says nothing of the type, so that the value alone tells: `x: Any = Client()`, `x: Final = Client()`. */
export function isOpen(annotation: SyntaxNode, inference: Inference): boolean {
  const [inner] = annotation.is('type') ? annotation.children : [annotation];
  return inner?.is('identifier', 'attribute') === true && openForms.has(formName(inner, inference) ?? '');
}

const openForms = new Set(['typing.Any', 'typing.ClassVar', 'typing.Final']);

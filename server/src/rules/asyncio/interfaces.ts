/** Functions whose form somebody else prescribes. */
import type { SyntaxNode } from '../../syntax/node';
import { bodyStatements } from '../../syntax/query';

/** Whether a function only says that it is there: `...`, `pass`, a docstring, `raise NotImplementedError`. */
export function isStub(definition: SyntaxNode<'function_definition'>): boolean {
  return bodyStatements(definition.field('body')).every((statement) => {
    if (statement.is('pass_statement')) return true;
    const [only] = statement.children;
    if (statement.is('raise_statement')) return only?.text.startsWith('NotImplemented') === true;
    return statement.is('expression_statement') && only?.is('ellipsis', 'string') === true;
  });
}

/** Whether a class has bases, which may prescribe its methods. */
export function hasOtherBases(definition: SyntaxNode<'class_definition'>): boolean {
  const bases = definition.field('superclasses')?.children ?? [];
  return bases.some((base) => base.text !== 'object');
}

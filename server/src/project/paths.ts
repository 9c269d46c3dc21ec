/** How functions and classes are known to other files. */
import { definitionName } from '../semantic/definitions';
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { sameNode } from '../syntax/query';

/** The path of a function in its file: `Repo.load`; undefined where several have it, so that any may be meant. */
export function pathOf(definition: SyntaxNode<'function_definition'>, model: LocalModel): string | undefined {
  const name = definitionName(definition);
  return sameNode(model.localFunction(name), definition) ? name.slice(localModule.length + 1) : undefined;
}

/** The same of a class. */
export function pathOfClass(definition: SyntaxNode<'class_definition'>, model: LocalModel): string | undefined {
  const name = definitionName(definition);
  return sameNode(model.localClass(name), definition) ? name.slice(localModule.length + 1) : undefined;
}

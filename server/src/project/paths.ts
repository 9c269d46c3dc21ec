/** How functions are known to other files. */
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

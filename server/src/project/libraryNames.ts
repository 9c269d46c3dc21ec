/** Names that no file of the project has a say in. */
import type { Catalogue } from '../catalogue/schema';
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import { isSymbolic } from '../semantic/symbolic';

/** Whether a name is a builtin or of a library that the catalogue knows, so that no file of the project defines it. */
export function isOfLibrary(name: string, { catalogue }: LocalModel): boolean {
  if (isSymbolic(name)) return false;
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  return first === 'builtins' || catalogue.isLibrary(first);
}

/** Whether a name is the same whatever other files say. */
export function isSaidHere(name: string, catalogue: Catalogue): boolean {
  if (name.startsWith('.') || name.startsWith(localModule) || isSymbolic(name)) return false;
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  return root === 'builtins' || catalogue.isLibrary(root) || catalogue.lookup(name) !== undefined;
}

export function isDefinedHere(name: string, model: LocalModel): boolean {
  return name.startsWith(localModule) && (model.localFunction(name) !== undefined || model.localClass(name) !== undefined);
}

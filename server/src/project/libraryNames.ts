/** Names that no file of the project has a say in. */
import type { LocalModel } from '../semantic/model';
import { isSymbolic } from '../semantic/symbolic';

/** Whether a name is a builtin or of a library that the catalogue knows, so that no file of the project defines it. */
export function isOfLibrary(name: string, { catalogue }: LocalModel): boolean {
  if (isSymbolic(name)) return false;
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  return first === 'builtins' || catalogue.isLibrary(first);
}

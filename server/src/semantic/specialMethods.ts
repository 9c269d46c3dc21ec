/** What Python gives by methods with names of its own: `folder / name`, `client["shop"]`. */
import type { SyntaxNode } from '../syntax/node';
import { localModule, type Inference, type InferredType } from './inference';
import { applied, isSymbolic } from './symbolic';

/** What such a method of an object gives: the catalogue tells, or another file. */
export function givenBySpecial({ type, certainty }: InferredType, method: string, inference: Inference): InferredType | undefined {
  if (isSymbolic(type)) return { type: applied(`${type}.${method}`, '()'), certainty };
  const returns = inference.catalogue.lookup(`${type}.${method}`)?.returns;
  return returns === undefined ? undefined : { type: returns, certainty };
}

/** The same of an object that another file has, by its name. */
export function givenByOtherFile(object: SyntaxNode, method: string, inference: Inference): InferredType | undefined {
  const found = inference.named(object);
  if (found === undefined || !isOfOtherFile(found.name) || inference.catalogue.isLibrary(found.name.split('.', 1)[0] ?? ''))
    return undefined;
  return { type: applied(`${found.name}.${method}`, '()'), certainty: found.certainty };
}

/** Whether another file may say what a name stands for. */
export function isOfOtherFile(name: string): boolean {
  if (name.startsWith('builtins.')) return false;
  // What a name of this file stands for is known or not; what hangs on it may be told by another file.
  return !name.startsWith(localModule) || isSymbolic(name) || name.includes('.', localModule.length + 1);
}

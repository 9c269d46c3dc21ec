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
  return found === undefined || !mayBeOfProject(found.name, inference)
    ? undefined
    : { type: applied(`${found.name}.${method}`, '()'), certainty: found.certainty };
}

/** The object that a name of another file stands for, where something is done with it that is done with objects alone. */
export function objectOfOtherFile(expression: SyntaxNode | undefined, inference: Inference): InferredType | undefined {
  const found = expression?.is('identifier', 'attribute') === true ? inference.named(expression) : undefined;
  if (found === undefined || isSymbolic(found.name) || !mayBeOfProject(found.name, inference)) return undefined;
  return { type: applied(found.name, '~'), certainty: found.certainty };
}

function mayBeOfProject(name: string, { catalogue }: Inference): boolean {
  return isOfOtherFile(name) && !catalogue.isLibrary(name.split('.', 1)[0] ?? '');
}

/** Whether another file may say what a name stands for. */
export function isOfOtherFile(name: string): boolean {
  if (name.startsWith('builtins.')) return false;
  // What a name of this file stands for is known or not; what hangs on it may be told by another file.
  return !name.startsWith(localModule) || isSymbolic(name) || name.includes('.', localModule.length + 1);
}

/** What a framework hands to a parameter. */
import type { SyntaxNode } from '../syntax/node';
import { callArguments } from '../syntax/query';
import type { Inference, InferredType } from './inference';
import { applied } from './symbolic';

/** Calls that stand as a parameter's default and name the function that gives its value. */
const injectors = new Set(['fastapi.Depends', 'fastapi.Security', 'fastapi.params.Depends', 'fastapi.params.Security']);

/** The type of a parameter with `Depends(provider)` as its default: what the provider returns or yields. */
export function injectedType(parameter: SyntaxNode, inference: Inference): InferredType | undefined {
  const value = parameter.is('default_parameter', 'typed_default_parameter') ? parameter.field('value') : undefined;
  if (value?.is('call') !== true || !injectors.has(inference.nameOf(value.field('function')) ?? '')) return undefined;
  const { positional, keywords } = callArguments(value);
  const provider = inference.named(positional[0] ?? keywords.get('dependency'));
  return provider && { type: applied(provider.name, '^'), certainty: provider.certainty };
}

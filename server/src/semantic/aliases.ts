/** By what other names something goes that an identifier stands for: enough to tell what it cannot be. */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode } from '../syntax/node';
import { builtinNames } from './builtins';
import type { Scopes } from './scopes';

/** The other names that something called may go by. */
export interface Aliases {
  /** The last parts of other names: `get` for `fetch` after `from requests import get as fetch` or `fetch = session.get`. */
  readonly names: readonly string[];
  /** Whether it comes from what is no library with facts: that may be a file of the project, which has it under any name. */
  readonly isFromElsewhere: boolean;
}

/** `keep` keeps one answer for each node. */
export function aliasesIn(scopes: Scopes, catalogue: Catalogue, keep: Keep): (identifier: SyntaxNode) => Aliases {
  const ofBinding = keep((name) => {
    const names = new Set<string>();
    let isFromElsewhere = false;
    for (const { imported, value } of scopes.bindingOf(name)?.declarations ?? []) {
      if (imported !== undefined) {
        names.add(imported.slice(imported.lastIndexOf('.') + 1));
        isFromElsewhere ||= !catalogue.isLibrary(imported.slice(0, Math.max(0, imported.indexOf('.'))));
      } else if (value?.is('attribute') === true) names.add(value.field('attribute').text);
      else if (value?.is('identifier') === true) {
        const others = aliasesOf(value);
        for (const other of [value.text, ...others.names]) names.add(other);
        isFromElsewhere ||= others.isFromElsewhere;
      }
    }
    names.delete(name.text);
    return names.size > 0 || isFromElsewhere ? { names: [...names], isFromElsewhere } : undefined;
  });
  const aliasesOf = (identifier: SyntaxNode): Aliases => {
    // The answer is kept where the name is first bound.
    const binding = scopes.bindingOf(identifier);
    const first = binding?.declarations[0];
    if (binding === undefined && !builtinNames.has(identifier.text) && scopes.hasStarImport) return fromElsewhere;
    return (first && ofBinding(first.name)) ?? noAliases;
  };
  return aliasesOf;
}

type Keep = (infer: (node: SyntaxNode) => Aliases | undefined) => (node: SyntaxNode | undefined) => Aliases | undefined;

/** Of what has no other name. */
export const noAliases: Aliases = { names: [], isFromElsewhere: false };

/** Of what a star import may bring. */
const fromElsewhere: Aliases = { names: [], isFromElsewhere: true };

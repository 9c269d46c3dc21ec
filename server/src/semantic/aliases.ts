/** Other names for what an identifier stands for, as far as the file says so itself: enough to tell what it cannot be. */
import type { SyntaxNode } from '../syntax/node';
import type { Scopes } from './scopes';

/** The last names that an identifier also goes by: `get` for `fetch` after `from requests import get as fetch` or `fetch = session.get`. */
export type Aliases = (identifier: SyntaxNode) => readonly string[];

/** `keep` keeps one answer for each node. */
export function aliasesIn(scopes: Scopes, keep: Keep): Aliases {
  const ofBinding = keep((name) => {
    const found = new Set<string>();
    for (const { imported, value } of scopes.bindingOf(name)?.declarations ?? []) {
      if (imported !== undefined) found.add(imported.slice(imported.lastIndexOf('.') + 1));
      else if (value?.is('attribute') === true) found.add(value.field('attribute').text);
      else if (value?.is('identifier') === true) for (const other of [value.text, ...aliases(value)]) found.add(other);
    }
    found.delete(name.text);
    return found.size === 0 ? undefined : [...found];
  });
  const aliases: Aliases = (identifier) => {
    const declarations = scopes.bindingOf(identifier)?.declarations ?? [];
    // The answer is kept where the name is first bound.
    return declarations.some(({ imported, value }) => imported !== undefined || value?.is('identifier', 'attribute') === true)
      ? (ofBinding(declarations[0]?.name) ?? [])
      : [];
  };
  return aliases;
}

type Keep = (infer: (node: SyntaxNode) => readonly string[] | undefined) => (node: SyntaxNode | undefined) => readonly string[] | undefined;

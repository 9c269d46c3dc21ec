import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { decoratorsOf, enclosingFunction, keywordArgument, parametersOf } from '../../../syntax/query';
import { cachedFunction } from '../caches';
import { isInTests } from '../retryPolicy';

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  peers: { ruff: ['B019'], bugbear: ['B019'], pylint: ['W1518'] },
  fix: 'none',
  messages: { kept: '`{cache}` on method `{function}` keeps each object whose method was called alive' },
  visit: {
    decorator(node, { view, catalogue, finding }) {
      const cached = cachedFunction(node, { view, catalogue });
      if (cached === undefined || cached.fact.isPerObject === true || isInTests(view)) return undefined;
      // A key of its own may leave the object out.
      if (cached.call !== undefined && keywordArgument(cached.call, 'key') !== undefined) return undefined;
      const owner = classOf(cached.definition);
      if (owner === undefined || !takesObject(cached.definition) || livesOn(owner, view)) return undefined;
      return finding(cached.name, 'kept', { cache: cached.name.text, function: cached.definition.field('name').text });
    },
  },
});

/** The class in whose body the function stands. */
function classOf(definition: SyntaxNode<'function_definition'>): SyntaxNode<'class_definition'> | undefined {
  const statement = definition.parent?.is('decorated_definition') === true ? definition.parent : definition;
  const owner = statement.parent?.parent;
  return owner?.is('class_definition') === true ? owner : undefined;
}

/** Whether the object is part of what the cache looks for: not in a static method, and a class method has the class only. */
function takesObject(definition: SyntaxNode<'function_definition'>): boolean {
  const isBound = decoratorsOf(definition).some(({ text }) => /^@\s*(static|class)method\b/.test(text));
  return !isBound && parametersOf(definition).length > 0 && definition.field('name').text !== '__new__';
}

/** Objects that exist as long as the process: members of an enum, classes, settings, and the one that the module makes. */
function livesOn(owner: SyntaxNode<'class_definition'>, view: FileView): boolean {
  const bases = owner.field('superclasses')?.children ?? [];
  if (bases.some((base) => /(?:^|\.)(?:\w*Enum|Flag|IntFlag|type|\w*Meta|\w*Singleton|BaseSettings)$/.test(base.text))) return true;
  if (bases.some((base) => base.is('keyword_argument') && base.field('value').text.includes('Singleton'))) return true;
  const uses = view.bindingOf(owner.field('name'))?.references ?? [];
  return uses.some(
    (use) => use.parent?.is('call') === true && use.parent.field('function').id === use.id && enclosingFunction(use) === undefined,
  );
}

import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/finding';
import type { SyntaxNode } from '../../../syntax/node';
import { decoratorsOf, descendants, enclosing, parametersOf } from '../../../syntax/query';
import { cachedFunction, limitOf, sizeOf } from '../caches';
import type { CachedFunction } from '../caches';

export default defineRule({
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages: { endless: '`{cache}` keeps a result for each `{parameter}` that `{function}` ever gets' },
  knownDecorators: {
    facts: ['caches'],
    check(node, { view, catalogue, finding }) {
      const cached = cachedFunction(node, { view, catalogue });
      if (cached === undefined || sizeOf(cached) !== 'all' || givesNothing(cached.definition)) return undefined;
      const { definition, name } = cached;
      // A method's cache has another fault, which is told of it.
      const holder = enclosing(definition, 'class_definition', 'function_definition');
      if (holder !== undefined && !(holder.is('class_definition') && isStatic(definition, view))) return undefined;
      const parameter = parametersOf(definition).find(({ annotation }) => annotation !== undefined && isManifold(annotation));
      if (parameter === undefined) return undefined;
      if (givesMeetingPoint(definition, { view, catalogue })) return undefined;
      const data = { cache: name.text, parameter: parameter.name.text, function: definition.field('name').text };
      return finding(name, 'endless', data, { fixes: [{ id: 'limit' }] });
    },
  },
  fixes: {
    limit: {
      kind: 'unsafe',
      title: 'Keep 1024 results',
      edits: (node, _args, context) => (node.is('decorator') ? limited(node, context) : undefined),
    },
  },
});

function isStatic(definition: CachedFunction['definition'], view: CheckContext['view']): boolean {
  return decoratorsOf(definition).some((decorator) => view.nameOf(decorator.children[0]) === 'builtins.staticmethod');
}

/** `-> None`: it caches that it has run, so as to do something once for each argument, as warnings are given. */
function givesNothing(definition: CachedFunction['definition']): boolean {
  return definition.field('return_type')?.text === 'None';
}

/** Types of which there are as many values as callers think of. Of an enum, a `bool` or a `Literal` there are few. */
const manifold: ReadonlySet<string> = new Set([
  ...'str bytes int float tuple frozenset datetime date Decimal UUID Request Path PurePath'.split(' '),
  ...'datetime.datetime datetime.date decimal.Decimal uuid.UUID pathlib.Path'.split(' '),
]);

function isManifold(annotation: SyntaxNode): boolean {
  const parts = annotation.text.split('|').map((part) => part.trim());
  return parts.some((part) => manifold.has(part.replace(/^Optional\[(.*)\]$/, '$1').replace(/\[.*$/s, '')));
}

/** Whether the cache is a register of locks or queues: one that is dropped and made anew would keep nobody apart. */
function givesMeetingPoint(
  definition: CachedFunction['definition'],
  { view, catalogue }: Pick<CheckContext, 'view' | 'catalogue'>,
): boolean {
  const inner = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'lambda') });
  return [...inner].some(
    (node) => node.is('return_statement') && catalogue.lookup(view.typeOf(node.children[0])?.type)?.isMeetingPoint === true,
  );
}

function limited(decorator: SyntaxNode<'decorator'>, context: FixContext): readonly TextEdit[] | undefined {
  const { edit } = context;
  const cached = cachedFunction(decorator, context);
  if (cached === undefined) return undefined;
  const limit = limitOf(cached);
  if (limit !== undefined) return [edit.replace(limit, '1024')];
  if (cached.api.name !== 'functools.cache') return undefined;
  const { name } = cached;
  const module = name.is('attribute') ? name.field('object').text : undefined;
  const imported = module === undefined ? edit.importFrom('functools', 'lru_cache', decorator) : { name: `${module}.lru_cache`, edits: [] };
  if (imported === undefined) return undefined;
  return [...imported.edits, edit.replace(cached.call ?? name, `${imported.name}(maxsize=1024)`)];
}

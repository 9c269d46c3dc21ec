import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, decoratorsOf, enclosingFunction, keywordArgument, parametersOf } from '../../../syntax/query';
import { cachedFunction, sizeOf } from '../caches';
import { isInTests } from '../retryPolicy';

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  peers: { ruff: ['B019'], bugbear: ['B019'], pylint: ['W1518'] },
  fix: 'none',
  messages: {
    kept: '`{cache}` on method `{function}` keeps each object whose method was called alive',
    some: '`{cache}` on method `{function}` keeps up to {count} of the objects whose method was called alive',
  },
  knownDecorators: {
    facts: ['caches'],
    check(node, { view, catalogue, finding }) {
      const cached = cachedFunction(node, { view, catalogue });
      if (cached === undefined || cached.fact.isPerObject === true || isInTests(view)) return undefined;
      // A key of its own may leave the object out.
      if (cached.call !== undefined && keywordArgument(cached.call, 'key') !== undefined) return undefined;
      const owner = classOf(cached.definition);
      if (owner === undefined || !takesObject(cached.definition) || livesOn(owner, view) || isValue(owner, view)) return undefined;
      const data = { cache: cached.name.text, function: cached.definition.field('name').text };
      const count = sizeOf(cached);
      if (typeof count !== 'number') return finding(cached.name, 'kept', data);
      return count === 0 ? undefined : finding(cached.name, 'some', { ...data, count });
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

/** Whether equal objects are the same to the cache, as numbers are: then what it has for one is of use to all. */
function isValue(owner: SyntaxNode<'class_definition'>, view: FileView, depth = 0): boolean {
  if (definesHash(owner) || decoratorsOf(owner).some((decorator) => isFrozen(decorator, view))) return true;
  return (owner.field('superclasses')?.children ?? []).some((base) => {
    if (valueBases.has(view.nameOf(base) ?? '')) return true;
    const [declaration, ...others] = base.is('identifier') ? (view.bindingOf(base)?.declarations ?? []) : [];
    const node = others.length === 0 ? declaration?.node : undefined;
    return node?.is('class_definition') === true && depth < deepestBase && isValue(node, view, depth + 1);
  });
}

const deepestBase = 3;
const valueBases: ReadonlySet<string> = new Set(['typing.NamedTuple', 'typing_extensions.NamedTuple', 'builtins.tuple', 'builtins.str']);

function definesHash(owner: SyntaxNode<'class_definition'>): boolean {
  return bodyStatements(owner.field('body')).some((member) => {
    const definition = member.is('decorated_definition') ? member.field('definition') : member;
    return definition.is('function_definition') && definition.field('name').text === '__hash__';
  });
}

/** `@dataclass(frozen=True)`, `@attrs.frozen`. */
function isFrozen(decorator: SyntaxNode<'decorator'>, view: FileView): boolean {
  const [expression] = decorator.children;
  if (expression?.is('call') !== true) return view.nameOf(expression) === 'attrs.frozen';
  const name = view.nameOf(expression.field('function')) ?? '';
  return name === 'attrs.frozen' || (makers.has(name) && keywordArgument(expression, 'frozen')?.is('true') === true);
}

const makers: ReadonlySet<string> = new Set(['dataclasses.dataclass', 'attrs.define', 'attr.s', 'attr.attrs']);

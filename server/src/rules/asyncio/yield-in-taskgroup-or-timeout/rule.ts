import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, descendants, isWithin } from '../../../syntax/query';
import { enteredBy, itemsOf } from '../taskGroups';

const messages = { yields: '`yield` inside `{context}` hands its cancellation to whoever iterates `{function}`' } as const;
type Context = CheckContext<typeof messages>;
type Owner = SyntaxNode<'function_definition'>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['structured-concurrency', 'timeouts'],
  peers: { 'flake8-async': ['ASYNC101', 'ASYNC119'] },
  fix: 'none',
  messages,
  visit: {
    yield(node, context) {
      let owner: Owner | undefined;
      let scope: string | undefined;
      for (const outer of ancestors(node)) {
        if (outer.is('lambda')) return undefined;
        if (outer.is('function_definition')) {
          owner = outer;
          break;
        }
        if (outer.is('with_statement') && isWithin(node, outer.field('body'))) scope ??= scopeOpenedBy(outer, context);
      }
      if (owner === undefined || scope === undefined || isContextManager(owner, node, context)) return undefined;
      return context.finding(node, 'yields', { context: scope, function: owner.field('name').text });
    },
  },
});

/** What the `with` enters that cancels the code in its block: a task group or a limit. */
function scopeOpenedBy(statement: SyntaxNode<'with_statement'>, { view, catalogue }: Context): string | undefined {
  for (const item of itemsOf(statement)) {
    const { value } = enteredBy(item);
    if (value?.is('call') !== true) continue;
    const api = catalogue.lookup(view.nameOf(value.field('function')));
    if (api?.groupsTasks !== undefined || api?.endsWaitOf === 'block') return value.field('function').text;
  }
  return undefined;
}

/**
 * Whether the generator is run up to its one `yield` and on from there by something that enters and leaves it in one task: a
 * context manager, a fixture, a dependency. Decorators say so, and where the code that uses it is in another file, its shape.
 */
function isContextManager(owner: Owner, node: SyntaxNode, { view }: Context): boolean {
  if (decoratorsOf(owner).length > 0 || view.roleOf(owner) !== undefined || isGivenAway(owner, view)) return true;
  return !isRepeated(node, owner) && [...yieldsOf(owner)].length === 1;
}

/** `asynccontextmanager(f)`, `Depends(f)`: whoever takes the function itself may do anything with it. */
function isGivenAway(owner: Owner, view: Context['view']): boolean {
  const references = view.bindingOf(owner.field('name'))?.references ?? [];
  return references.some((reference) => !(reference.parent?.is('call') === true && reference.parent.field('function').id === reference.id));
}

function isRepeated(node: SyntaxNode, owner: Owner): boolean {
  for (const outer of ancestors(node)) {
    if (outer.id === owner.id) return false;
    if (outer.is('for_statement', 'while_statement')) return true;
  }
  return false;
}

function* yieldsOf(owner: Owner): Generator<SyntaxNode> {
  for (const node of descendants(owner.field('body'), { into: (inner) => !inner.is('function_definition', 'lambda', 'class_definition') }))
    if (node.is('yield')) yield node;
}

import { defineRule, type CheckContext } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, descendants, enclosing, enclosingStatement, isAsync, isWithin } from '../../../syntax/query';

type Definition = SyntaxNode<'function_definition'>;
type View = CheckContext['view'];

const messages = {
  lost: '`{state}` is read before an `await` and written after it: changes in between are lost',
  twice: '`{state}` is asked before an `await` and set after it: two tasks can get there at once',
} as const;

export default defineRule({
  severity: 'information',
  profile: 'all',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  fix: 'none',
  messages,
  visit: {
    await(node, { view, finding }) {
      const owner = enclosing(node, 'function_definition', 'lambda');
      const statement = enclosingStatement(node);
      const change = statement?.is('expression_statement') === true ? statement.children[0] : undefined;
      if (owner?.is('function_definition') !== true || !isAsync(owner) || change?.is('assignment', 'augmented_assignment') !== true)
        return undefined;
      const target = change.field('left');
      if (statement !== undefined && !isShared(target, view)) return laterChange(node, change, statement, owner, { view, finding });
      if (!isFirstAwait(node, change)) return undefined;
      const state = target.text;
      const isLost = !change.is('assignment') || readsBefore(change, state, node);
      if ((!isLost && !isAskedOutside(change, state, owner)) || isLocked(change, owner) || isSingle(owner, view)) return undefined;
      return finding(target, isLost ? 'lost' : 'twice', { state });
    },
  },
});

/** `made = await load()` and, below it, `self.current = made`: the same in two statements. */
function laterChange(
  node: SyntaxNode<'await'>,
  first: SyntaxNode<'assignment' | 'augmented_assignment'>,
  statement: SyntaxNode,
  owner: Definition,
  { view, finding }: Asked,
): ReturnType<Asked['finding']> | undefined {
  const name = first.field('left');
  const binding = name.is('identifier') ? view.bindingOf(name) : undefined;
  if (binding?.scope.kind !== 'function') return undefined;
  for (const later of statement.parent?.children ?? []) {
    const change = later.id > statement.id && later.is('expression_statement') ? later.children[0] : undefined;
    const state = change?.is('assignment') === true && isShared(change.field('left'), view) ? change.field('left') : undefined;
    if (change?.is('assignment') !== true || state === undefined || !isMadeFrom(change, binding.references)) continue;
    // What is asked once more after the wait has not changed since.
    const isAskedAgain = mentionsOf(state.text, owner).some(({ id }) => id > statement.endId && id < change.id);
    if (isAskedAgain || !isFirstAwait(node, first)) return undefined;
    const isLost = isReadBefore(change, state.text, statement, view);
    if ((!isLost && !isAskedOutside(change, state.text, owner)) || isLocked(change, owner) || isSingle(owner, view)) return undefined;
    return finding(state, isLost ? 'lost' : 'twice', { state: state.text });
  }
  return undefined;
}

type Asked = Pick<CheckContext<typeof messages>, 'view' | 'finding'>;

function isMadeFrom(change: SyntaxNode<'assignment'>, references: readonly SyntaxNode[]): boolean {
  const value = change.field('right');
  return value !== undefined && references.some((reference) => isWithin(reference, value));
}

function mentionsOf(state: string, owner: Definition): readonly SyntaxNode[] {
  return [...descendants(owner.field('body'))].filter((node) => node.is('attribute', 'identifier') && node.text === state);
}

/** Whether the value has a name in it that was given the state before the wait: `total = self.total`. */
function isReadBefore(change: SyntaxNode<'assignment'>, state: string, statement: SyntaxNode, view: View): boolean {
  const value = change.field('right');
  return [...(value === undefined ? [] : [value, ...descendants(value)])].some((node) => {
    const [only, ...others] = node.is('identifier') ? (view.bindingOf(node)?.declarations ?? []) : [];
    return others.length === 0 && only?.kind === 'assignment' && only.value?.text === state && only.name.id < statement.id;
  });
}

/** `self.total`, or a name of the module: what other tasks see as well. */
function isShared(target: SyntaxNode, view: View): boolean {
  if (target.is('attribute')) return target.field('object').text === 'self';
  return target.is('identifier') && view.bindingOf(target)?.scope.kind === 'module';
}

function isFirstAwait(node: SyntaxNode, change: SyntaxNode): boolean {
  return ![...descendants(change)].some((other) => other.is('await') && other.id < node.id);
}

/** Before the first request, in a test or in the main function there is no other task that would use the same. Dear to ask. */
function isSingle(owner: Definition, view: View): boolean {
  return runsOnce.test(owner.field('name').text) || isWhereNobodyWaits(owner.field('body'), view);
}

const runsOnce = /^_*(main|a(enter|exit)__|(async)?set_?up|start(up)?|initiali[sz]e|init|open|close|stop|shutdown)$/i;

/** Whether it happens inside of a `with` of something that sounds like a lock, or under a decorator that does. */
function isLocked(change: SyntaxNode, owner: Definition): boolean {
  if (decoratorsOf(owner).some(({ text }) => lockingDecorator.test(text))) return true;
  for (const outer of ancestors(change)) {
    if (outer.id === owner.id) return false;
    const clause = outer.is('with_statement') ? outer.children.find((child) => child.is('with_clause')) : undefined;
    if (clause !== undefined && /lock|mutex|sem|condition|cond\b|guard/i.test(clause.text)) return true;
  }
  return false;
}

/** `@with_lock`, but not `@non_blocking`. */
const lockingDecorator = /(?<![bc])lock|mutex|semaphore|guard|synchroni[sz]ed/i;

/** `self.total = self.total + await price()`: the old value is read first. */
function readsBefore(change: SyntaxNode<'assignment'>, state: string, node: SyntaxNode): boolean {
  const value = change.field('right');
  return (
    value !== undefined &&
    [...descendants(value)].some((inner) => inner.text === state && inner.is('attribute', 'identifier') && inner.end <= node.start)
  );
}

/** `if self.token is None: self.token = await fetch()`. */
function isAskedOutside(change: SyntaxNode, state: string, owner: Definition): boolean {
  for (const outer of ancestors(change)) {
    if (outer.id === owner.id) return false;
    if (!outer.is('if_statement') || !isWithin(change, outer.field('consequence'))) continue;
    const condition = outer.field('condition');
    if ([condition, ...descendants(condition)].some((inner) => inner.is('attribute', 'identifier') && inner.text === state)) return true;
  }
  return false;
}

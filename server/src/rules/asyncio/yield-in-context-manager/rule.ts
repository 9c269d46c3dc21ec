import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, enclosing, enclosingFunction, isAsync, parametersOf, unparenthesised } from '../../../syntax/query';
import { calledDefinition } from '../calledFunctions';
import { ownNodes } from '../suspensions';
import { isTestFile } from '../../../engine/testFiles';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Definition = SyntaxNode<'function_definition'>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency', 'lifespan'],
  peers: { ruff: ['ASYNC119'], 'flake8-async': ['ASYNC119'] },
  fix: 'none',
  messages: { open: '`{manager}` stays open when whoever iterates over `{function}` stops early' },
  visit: {
    yield(node, asked) {
      const owner = enclosing(node, 'function_definition', 'lambda');
      if (owner?.is('function_definition') !== true || !isAsync(owner) || decoratorsOf(owner).length > 0) return undefined;
      const manager = openAt(node, owner, asked);
      if (manager === undefined || isProvider(owner) || isTestFile(asked.view) || isClosedByUsers(owner, asked.view)) return undefined;
      if (asked.view.roleOf(owner) !== undefined) return undefined;
      // Once for each function: the other places have the same cure.
      for (const other of ownNodes(owner.field('body')))
        if (other.id < node.id && other.is('yield') && openAt(other, owner, asked) !== undefined) return undefined;
      return asked.finding(node, 'open', { manager: shown(manager), function: owner.field('name').text });
    },
  },
});

/** The innermost context manager that is entered where the generator yields, and whose leaving matters. */
function openAt(node: SyntaxNode, owner: Definition, asked: Asked): SyntaxNode | undefined {
  for (const outer of ancestors(node)) {
    if (outer.id === owner.id) return undefined;
    if (!outer.is('with_statement')) continue;
    const manager = managersOf(outer).find((value) => matters(value, outer.hasToken('async'), asked));
    if (manager !== undefined) return manager;
  }
  return undefined;
}

function managersOf(statement: SyntaxNode<'with_statement'>): readonly SyntaxNode[] {
  const clause = statement.children.find((child) => child.is('with_clause'));
  return (clause?.children ?? []).flatMap((item) => {
    if (!item.is('with_item')) return [];
    const value = unparenthesised(item.field('value'));
    const [entered] = value.is('as_pattern') ? value.children : [value];
    return entered === undefined ? [] : [entered];
  });
}

/**
 * Not `suppress`, nor `aclosing`, which is the cure. Timeouts and task groups around a `yield` break at once, and are told as
 * that. Of what plain `with` enters, only what is known holds anything: others may as well measure time.
 */
function matters(value: SyntaxNode, isAsyncWith: boolean, { view, catalogue }: Asked): boolean {
  const name = value.is('call') ? view.nameOf(value.field('function')) : view.typeOf(value)?.type;
  const api = catalogue.lookup(name);
  if (api?.swallows === true || api?.endsWaitOf === 'block' || api?.groupsTasks !== undefined) return false;
  if ((name !== undefined && harmless.has(name)) || isOwnAclosing(value, view)) return false;
  return isAsyncWith || api !== undefined;
}

/** A function of this file that does what `aclosing` does: it lends what it is given, and awaits its `aclose` in the end. */
function isOwnAclosing(value: SyntaxNode, view: CheckContext['view']): boolean {
  const definition = value.is('call') ? calledDefinition(value.field('function'), view) : undefined;
  const lent = definition === undefined ? undefined : parametersOf(definition)[0]?.name.text;
  if (definition === undefined || lent === undefined || decoratorsOf(definition).length === 0) return false;
  const waits = [...ownNodes(definition.field('body'))].filter((node) => node.is('await', 'with_statement'));
  return waits.length === 1 && waits[0]?.is('await') === true && waits[0].children[0]?.text === `${lent}.aclose()`;
}

const harmless = new Set(['contextlib.aclosing', 'contextlib.nullcontext', 'anyio.CancelScope', 'trio.CancelScope']);

/** One `yield`, and not in a loop: so generators look that lend something, as dependencies and fixtures do. */
function isProvider(owner: Definition): boolean {
  const yields = [...ownNodes(owner.field('body'))].filter((node) => node.is('yield'));
  const [only] = yields;
  if (only === undefined || yields.length > 1) return false;
  for (const outer of ancestors(only)) {
    if (outer.id === owner.id) return true;
    if (outer.is('for_statement', 'while_statement')) return false;
  }
  return true;
}

/** Whether all that use an inner generator are in view, and each of them ends it: by `aclosing`, or by `aclose` on its name. */
function isClosedByUsers(owner: Definition, view: CheckContext['view']): boolean {
  if (
    enclosingFunction(owner) === undefined ||
    enclosing(owner, 'class_definition', 'function_definition')?.is('class_definition') === true
  )
    return false;
  const uses = view.bindingOf(owner.field('name'))?.references ?? [];
  return uses.length > 0 && uses.every((use) => isClosed(use.parent, view));
}

function isClosed(call: SyntaxNode | undefined, view: CheckContext['view']): boolean {
  const holder = call?.is('call') === true ? call.parent : undefined;
  if (holder?.is('argument_list') === true)
    return holder.parent?.is('call') === true && view.nameOf(holder.parent.field('function')) === 'contextlib.aclosing';
  const target = holder?.is('assignment') === true ? holder.field('left') : undefined;
  const names = target?.is('identifier') === true ? (view.bindingOf(target)?.references ?? []) : [];
  return names.some(({ parent }) => parent?.is('attribute') === true && parent.field('attribute').text === 'aclose');
}

/** How the code writes the manager, without the arguments of a call. */
function shown(value: SyntaxNode): string {
  const { text } = value.is('call') ? value.field('function') : value;
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

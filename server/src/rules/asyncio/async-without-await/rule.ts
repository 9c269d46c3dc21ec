import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, descendants, enclosing, isAsync } from '../../../syntax/query';
import { hasOtherBases, isStub } from '../interfaces';
import { isSuspendedIn } from '../suspensions';
import { isTestFile } from '../../../engine/testFiles';

type Definition = SyntaxNode<'function_definition'>;
type View = CheckContext['view'];

export default defineRule({
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['RUF029'], 'flake8-async': ['ASYNC124'], sonar: ['S7503'] },
  fix: 'none',
  messages: { needless: 'Async function `{function}` awaits nothing, and all that use it here await it' },
  visit: {
    function_definition(node, { view, finding }) {
      if (!isAsync(node) || isTestFile(view) || isSuspendedIn(node.field('body')) || isPrescribed(node, view)) return undefined;
      const name = node.field('name');
      const uses = usesOf(node, view);
      if (uses.length === 0 || !uses.every((use) => isAwaitedCall(use)) || view.roleOf(node) !== undefined) return undefined;
      return finding(name, 'needless', { function: name.text });
    },
  },
});

/** Whether somebody else may want it to be async: a base class or one that comes after, a framework, a decorator. */
function isPrescribed(definition: Definition, view: View): boolean {
  const name = definition.field('name').text;
  if (decoratorsOf(definition).length > 0 || isStub(definition) || isStandIn(definition) || /^__\w+__$/.test(name)) return true;
  const owner = enclosing(definition, 'class_definition', 'function_definition');
  return owner?.is('class_definition') === true && (hasOtherBases(owner) || hasHeirs(owner, view));
}

/** Whether a function only gives a value, as one does that stands for something to come. */
function isStandIn(definition: Definition): boolean {
  const body = definition.field('body');
  return body.children.length === 1 && ![...descendants(body)].some((node) => node.is('call'));
}

/** Whether another class of the file has this one as a base: its methods may well wait. */
function hasHeirs(owner: SyntaxNode<'class_definition'>, view: View): boolean {
  const uses = view.bindingOf(owner.field('name'))?.references ?? [];
  return uses.some(({ parent }) => parent?.is('argument_list') === true && parent.parent?.is('class_definition') === true);
}

/** Where the file uses the function by its name; of a method, where its class mentions it. */
function usesOf(definition: Definition, view: View): readonly SyntaxNode[] {
  const name = definition.field('name');
  const owner = enclosing(definition, 'class_definition', 'function_definition');
  if (owner?.is('class_definition') !== true) return view.bindingOf(name)?.references ?? [];
  return [...descendants(owner)].filter((node) => node.is('attribute') && node.field('attribute').text === name.text);
}

/** `await work()`. In a `gather`, or as an argument, it has to be a coroutine. */
function isAwaitedCall(use: SyntaxNode): boolean {
  const call = use.parent;
  if (call?.is('call') !== true || call.field('function').id !== use.id) return false;
  for (const outer of ancestors(call)) {
    if (outer.is('await')) return true;
    if (!outer.is('parenthesized_expression')) return false;
  }
  return false;
}

import { defineRule, type CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, enclosing, enclosingClass, isAsync, parametersOf } from '../../../syntax/query';
import { hasOtherBases, isStub } from '../interfaces';
import { isSleep, onlySleepsIn } from '../suspensions';
import { isLogging } from '../taskKeeping';
import { isTestFile } from '../../../engine/testFiles';

type View = CheckContext['view'];
type Binding = NonNullable<ReturnType<View['bindingOf']>>;
type Definition = SyntaxNode<'function_definition'>;

export default defineRule({
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  topics: ['timeouts'],
  peers: { ruff: ['ASYNC109'], 'flake8-async': ['ASYNC109'], sonar: ['S7483'] },
  fix: 'none',
  messages: {
    unused: '`{function}` takes a `timeout` that nothing in it reads',
    own: '`{function}` keeps time for its `timeout` itself',
  },
  visit: {
    function_definition(node, { view, finding }) {
      if (!isAsync(node)) return undefined;
      const parameter = parametersOf(node).find(({ name }) => name.text === 'timeout');
      if (parameter === undefined || isPrescribed(node, view) || isTestFile(view)) return undefined;
      const binding = parameter.name.is('identifier') ? view.bindingOf(parameter.name) : undefined;
      if (binding === undefined || binding.declarations.length > 1) return undefined;
      const data = { function: node.field('name').text };
      // A method that ignores it may be there because others of that name, elsewhere, do not.
      if (binding.references.length === 0) return enclosingClass(node) === undefined ? finding(parameter.name, 'unused', data) : undefined;
      // Nothing but its own pauses: no step of it can hang.
      if (!isKept(binding.references, view, new Set()) || onlySleepsIn(node.field('body'), view)) return undefined;
      return finding(parameter.name, 'own', data);
    },
  },
});

/** Whether somebody else says which parameters there are: a base class, a protocol, a framework. */
function isPrescribed(definition: Definition, view: View): boolean {
  if (decoratorsOf(definition).length > 0 || isStub(definition) || view.roleOf(definition) !== undefined) return true;
  const holder = enclosing(definition, 'class_definition', 'function_definition');
  if (holder?.is('function_definition') === true) return true;
  const owner = enclosingClass(definition);
  return owner !== undefined && hasOtherBases(owner);
}

/** Whether something is done with a value, and it is handed to nobody; the same of values that are worked out from it. */
function isKept(references: readonly SyntaxNode[], view: View, seen: Set<Binding>): boolean {
  const uses = references.filter((reference) => !isTold(reference));
  return uses.length > 0 && uses.every((use) => isReckonedWith(use, view, seen));
}

/** `raise TimeoutError(f"not ready within {timeout} s")`, `logger.debug("waiting %s s", timeout)`: what is said limits nothing. */
function isTold(reference: SyntaxNode): boolean {
  for (const outer of ancestors(reference)) {
    if (outer.is('raise_statement')) return true;
    const callee = outer.is('call') ? outer.field('function') : undefined;
    if (callee?.is('attribute') === true && isLogging(callee.field('attribute').text, callee.field('object'))) return true;
    if (outer.is('function_definition')) return false;
  }
  return false;
}

/** `deadline = now + timeout`, `elapsed > timeout`, `if timeout`, `sleep(timeout / 10)`: all other uses hand it on to somebody. */
function isReckonedWith(reference: SyntaxNode, view: View, seen: Set<Binding>): boolean {
  const { parent } = reference;
  if (parent === undefined) return false;
  if (parent.is('comparison_operator', 'not_operator', 'if_statement', 'while_statement')) return true;
  if (parent.is('assignment')) {
    const target = parent.field('left');
    const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
    if (binding === undefined || seen.has(binding)) return binding !== undefined;
    seen.add(binding);
    return isKept(binding.references, view, seen);
  }
  const call = parent.is('argument_list') ? parent.parent : undefined;
  if (call?.is('call') === true) return isSleep(call, view) || (isComputed(call, view) && isReckonedWith(call, view, seen));
  return parent.is('binary_operator', 'boolean_operator', 'parenthesized_expression') && isReckonedWith(parent, view, seen);
}

/** `min(left, 5)`, `random.uniform(0, left)`: what it gives says as much as what it is given. */
function isComputed(call: SyntaxNode<'call'>, view: View): boolean {
  const name = view.nameOf(call.field('function')) ?? '';
  return /^(builtins\.(min|max|abs|round|int|float)|(random|math)\.\w+)$/.test(name);
}

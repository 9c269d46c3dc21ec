import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, enclosingFunction } from '../../../syntax/query';
import { calledDefinition } from '../calledFunctions';
import { awaitOf } from '../gatheredResults';
import { taskGroupRewrite, type EachGathered, type Gathered } from '../gatherRewrite';

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  fix: 'unsafe',
  messages: { gathers: '`{callee}` in `{function}` leaves the other calls running when one fails' },
  namedCalls: {
    names: ['gather'],
    check(node, { view, finding }) {
      const owner = enclosingFunction(node);
      if (owner === undefined || isBeforeTaskGroups(view) || awaitOf(node, view) === undefined) return undefined;
      if (gatheredBy(node, view) === undefined || view.imports('trio')) return undefined;
      const callee = node.field('function');
      const fixes = node.parent?.is('await') === true ? [{ id: 'useTaskGroup' }] : [];
      return finding(callee, 'gathers', { callee: callee.text, function: owner.field('name').text }, { fixes });
    },
  },
  fixes: { useTaskGroup: taskGroupRewrite(gatheredBy) },
});

/** Python has them since 3.11. */
function isBeforeTaskGroups({ target }: FileView): boolean {
  return target.python.major === 3 && target.python.minor < 11;
}

/** The coroutines that a gather waits for, if all of them must succeed and none is a task already. */
function gatheredBy(call: SyntaxNode<'call'>, view: FileView): Gathered | undefined {
  if (view.nameOf(call.field('function')) !== 'asyncio.gather') return undefined;
  const { positional, keywords, hasDoubleSplat, hasSplat } = callArguments(call);
  const returnsErrors = keywords.get('return_exceptions');
  if (
    hasDoubleSplat ||
    keywords.size > (returnsErrors === undefined ? 0 : 1) ||
    (returnsErrors !== undefined && !returnsErrors.is('false'))
  )
    return undefined;
  if (hasSplat)
    return severalOf(
      call.field('arguments').children.filter((argument) => !argument.is('keyword_argument')),
      view,
    );
  const calls = positional.filter((argument) => argument.is('call')).filter((argument) => isCoroutineCall(argument, view));
  return calls.length === positional.length && calls.length > 1 ? { kind: 'calls', calls } : undefined;
}

/** `*[f(x) for x in xs]`, alone or beside calls; `*calls` and `*map(f, xs)` alone. */
function severalOf(passed: readonly SyntaxNode[], view: FileView): Gathered | undefined {
  const [first, ...others] = passed;
  const only = others.length === 0 && first?.is('list_splat') === true ? first.children[0] : undefined;
  if (only?.is('identifier') === true) return holdsCoroutines(only, view) ? { kind: 'held', list: only } : undefined;
  if (only?.is('call') === true) return mapsCoroutines(only, view) ? { kind: 'held', list: only } : undefined;
  if (only !== undefined) return eachOf(only, view);
  const parts = passed.map((argument) => {
    if (argument.is('list_splat')) return eachOf(argument.children[0], view);
    return argument.is('call') && isCoroutineCall(argument, view) ? argument : undefined;
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? { kind: 'mixed', parts: known } : undefined;
}

function eachOf(value: SyntaxNode | undefined, view: FileView): EachGathered | undefined {
  if (value?.is('list_comprehension', 'generator_expression') !== true) return undefined;
  const element = value.field('body');
  return element.is('call') && isCoroutineCall(element, view) ? { kind: 'each', comprehension: value, call: element } : undefined;
}

/** `map(load, keys)`, where the file shows that `load` is a coroutine function. */
function mapsCoroutines(call: SyntaxNode<'call'>, view: FileView): boolean {
  const [mapped] = callArguments(call).positional;
  if (mapped === undefined || view.nameOf(call.field('function')) !== 'builtins.map') return false;
  return calledDefinition(mapped, view)?.hasToken('async') === true;
}

/** `calls = [load(x) for x in xs]`, or `calls = []` and `calls.append(load(x))`: nothing but coroutines, which nobody else takes. */
function holdsCoroutines(list: SyntaxNode<'identifier'>, view: FileView): boolean {
  const binding = view.bindingOf(list);
  const [declaration, ...others] = binding?.declarations ?? [];
  const value = declaration?.kind === 'assignment' && others.length === 0 ? declaration.value : undefined;
  if (binding?.scope.kind !== 'function' || value === undefined) return false;
  const uses = binding.references.filter(({ id }) => id !== list.id);
  if (value.is('list_comprehension')) return uses.length === 0 && isSurely(value.field('body'), view);
  if (!value.is('list') || value.children.length + uses.length === 0) return false;
  return value.children.every((each) => isSurely(each, view)) && uses.every((use) => isSurely(appendedBy(use), view));
}

/** What `calls.append(…)` puts into the list. */
function appendedBy({ parent: method }: SyntaxNode): SyntaxNode | undefined {
  const call = method?.is('attribute') === true && method.field('attribute').text === 'append' ? method.parent : undefined;
  return call?.is('call') === true ? call.field('arguments').children[0] : undefined;
}

/** What stands in a list of its own may be anything that can be awaited, so here the project has to say that it is a coroutine. */
function isSurely(made: SyntaxNode | undefined, view: FileView): boolean {
  return made?.is('call') === true && view.givesCoroutine(made);
}

/** Functions that give a future, a task or something else to await: a task group takes coroutines only. */
const futureMakers =
  /^(acquire|create_task|ensure_future|run_in_executor|gather|shield|wrap_future|submit|start_soon|create_future|async_add_executor_job|\w*[a-z]_task)$/;

function isCoroutineCall(call: SyntaxNode<'call'>, view: FileView): boolean {
  const callee = call.field('function');
  const name = callee.is('attribute') ? callee.field('attribute').text : callee.text;
  const local = callee.is('identifier') ? view.bindingOf(callee)?.declarations[0]?.node : undefined;
  const isPlainFunction = local?.is('function_definition') === true && !local.hasToken('async');
  // A class makes an object, and the methods of a gRPC stub, which are written so too, give calls that can be awaited.
  return !futureMakers.test(name) && !isPlainFunction && !/^[A-Z]/.test(name);
}

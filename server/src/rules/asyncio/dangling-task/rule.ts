import { showsLikely } from '../../../engine/profile';
import { relatedCall } from '../../../engine/related';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import { isTestFile } from '../../../engine/testFiles';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosing, isAsync } from '../../../syntax/query';
import { canKeep, keepInSet } from '../backgroundTasks';
import { namesOf } from '../calledFunctions';
import { groupAround, startInGroup } from '../startInGroup';
import { callbackTakers, fateOfTask, ignoresResult, keeperOfLast } from '../taskKeeping';

const messages = {
  dropped: '`{callee}` makes a task that nothing keeps: it may vanish before it is done',
  local: '`{callee}` makes a task that only the local name `{name}` keeps, which nothing uses',
  last: '`{callee}` makes a task in each turn, of which `{name}` keeps only the last',
} as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { ruff: ['RUF006'], 'flake8-async': ['ASYNC300'], sonar: ['S7502'] },
  fix: 'unsafe',
  messages,
  knownCalls: {
    facts: ['mustKeep'],
    check(node, context, api) {
      // `asyncio.shield(task)` and `asyncio.gather(*tasks)` make none: only of coroutines they do.
      const { children } = node.field('arguments');
      const makesTask =
        api.isAsync === true
          ? children.some((argument) => isMadeHere(argument, context))
          : api.takesStarted !== true || !mayBeStarted(children[0], context.view);
      return makesTask ? loss(node, context) : undefined;
    },
  },
  namedCalls: {
    names: ['create_task', ...callbackTakers],
    check: (node, context) => (isLoopsMethod(node.field('function')) ? lossOfLoop(node, context) : callbacks(node, context)),
  },
  fixes: { startInGroup, keepInSet },
});

/** Whether an argument is called where it stands, be it for each of many. */
function isMadeHere(argument: SyntaxNode, { view }: Context): boolean {
  if (!argument.is('list_splat')) return argument.is('call');
  const [many] = argument.children;
  if (many?.is('call') === true) return view.nameOf(many.field('function')) === 'builtins.map';
  return many?.is('list_comprehension', 'generator_expression') === true && many.field('body').is('call');
}

/** `for task in tasks: asyncio.ensure_future(task)`: what somebody else put there may be tasks, which they keep. */
function mayBeStarted(given: SyntaxNode | undefined, view: FileView): boolean {
  if (given?.is('attribute', 'subscript') === true) return true;
  const declarations = given?.is('identifier') === true ? (view.bindingOf(given)?.declarations ?? []) : [];
  return declarations.some(({ kind, node }) => kind === 'loop' && !isOverCalls(node));
}

/** `for work in (f(), g())`, `for work in [f(x) for x in items]`. */
function isOverCalls(loop: SyntaxNode): boolean {
  const over = loop.is('for_statement') ? loop.field('right') : undefined;
  if (over?.is('list_comprehension', 'generator_expression') === true) return over.field('body').is('call');
  return over?.is('list', 'tuple', 'set') === true && over.children.every((item) => item.is('call'));
}

/** What is said of a task that nothing keeps. */
function loss(call: SyntaxNode<'call'>, context: Context): ReturnType<Context['finding']> | undefined {
  const { finding, view, settings } = context;
  // The loop of a test ends with it, and its tasks mostly belong to what the test plays.
  if (!showsLikely(settings.profile) && isTestFile(view)) return undefined;
  const fate = isExpectedToFail(call) ? undefined : fateOfTask(call, view);
  const callee = call.field('function');
  const name = shownName(callee);
  const keeper = fate?.kind === 'kept' ? keeperOfLast(call, view) : undefined;
  if (fate?.kind === 'kept' && keeper === undefined) return lossByCaller(call, context);
  if (fate === undefined) return undefined;
  const ownGroup = groupAround(call, context) === undefined ? [] : [{ id: 'startInGroup' }];
  const options = { fixes: [...ownGroup, ...(canKeep(call) ? [{ id: 'keepInSet' }] : [])] };
  if (fate.kind === 'kept') return finding(callee, 'last', { callee: name, name: keeper ?? '' }, options);
  if (fate.kind === 'dropped') return finding(callee, 'dropped', { callee: name }, options);
  return finding(callee, 'local', { callee: name, name: fate.name }, options);
}

/** `def spawn(work): return asyncio.create_task(work)`, where somebody calls it and drops what it gives. */
function lossByCaller(call: SyntaxNode<'call'>, { finding, view }: Context): ReturnType<Context['finding']> | undefined {
  const owner = call.parent?.is('return_statement') === true ? enclosing(call, 'function_definition', 'lambda') : undefined;
  if (owner?.is('function_definition') !== true || isAsync(owner)) return undefined;
  const dropper = namesOf(owner, view).find(({ id, parent }) => {
    const isCalled = parent?.is('call') === true && parent.field('function').id === id;
    return isCalled && parent.parent?.is('expression_statement') === true;
  });
  const link = dropper === undefined ? view.droppedBy(owner) : undefined;
  if (dropper === undefined && link === undefined) return undefined;
  const callee = call.field('function');
  const message = 'Nothing keeps what it returns here';
  const related = [...(dropper ? [{ file: view.file, range: dropper, message }] : []), ...(link ? [relatedCall(link, message)] : [])];
  return finding(callee, 'dropped', { callee: shownName(callee) }, { related });
}

/** `loop.call_soon_threadsafe(asyncio.create_task, work())`: the loop makes the task and forgets it. */
function* callbacks(call: SyntaxNode<'call'>, { view, catalogue, finding }: Context): Generator<ReturnType<Context['finding']>> {
  if (!ignoresResult(call.field('function'))) return;
  // The callback comes first, or after a time, a signal or a file; what follows is handed to it.
  for (const argument of call.field('arguments').children.slice(0, 2)) {
    if (!argument.is('attribute', 'identifier') || catalogue.lookup(view.nameOf(argument))?.mustKeep !== true) continue;
    yield finding(argument, 'dropped', { callee: shownName(argument) });
  }
}

/** The same of `app.loop.create_task`, where nothing tells the type of `app`. */
function lossOfLoop(call: SyntaxNode<'call'>, context: Context): ReturnType<typeof loss> {
  const { view, catalogue } = context;
  const callee = call.field('function');
  const found = loss(call, context);
  const isUnknown = found !== undefined && catalogue.lookup(view.nameOf(callee)) === undefined;
  return isUnknown && callee.is('attribute') && view.typeOf(callee.field('object')) === undefined ? found : undefined;
}

/** `with pytest.raises(…):` there is no task in the end. */
function isExpectedToFail(call: SyntaxNode): boolean {
  const statement = enclosing(call, 'with_statement', 'function_definition');
  if (statement?.is('with_statement') !== true) return false;
  const clause = statement.children.find((child) => child.is('with_clause'));
  return (
    clause?.children.some((item) => item.is('with_item') && /(^|\.)(raises|assertRaises\w*)\(/.test(item.field('value').text)) === true
  );
}

/** Nobody calls anything but an event loop `loop`, nor another module `asyncio`, wherever it is imported from. */
function isLoopsMethod(callee: SyntaxNode): boolean {
  if (!callee.is('attribute') || callee.field('attribute').text !== 'create_task') return false;
  const object = callee.field('object');
  return /^(?:asyncio|_*(?:event_?)?loop)$/.test(object.is('attribute') ? object.field('attribute').text : object.text);
}

function shownName(callee: SyntaxNode): string {
  return callee.text.replace(/\s+/g, '').slice(0, 60);
}

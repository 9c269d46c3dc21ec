import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosing } from '../../../syntax/query';
import { canKeep, keepInSet } from '../backgroundTasks';
import { fateOfTask, ignoresResult } from '../taskKeeping';

const messages = {
  dropped: '`{callee}` makes a task that nothing keeps: it may vanish before it is done',
  local: '`{callee}` makes a task that only the local name `{name}` keeps, which nothing uses',
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
  visit: {
    *call(node, context) {
      const callee = node.field('function');
      const { finding, view } = context;
      if (ignoresResult(callee)) yield* callbacks(node, context);
      if (!makesTask(callee, node, context) || isExpectedToFail(node)) return;
      const fate = fateOfTask(node, view);
      if (fate.kind === 'kept') return;
      const options = { fixes: canKeep(node) ? [{ id: 'keepInSet' }] : [] };
      const name = shownName(callee);
      yield fate.kind === 'dropped'
        ? finding(callee, 'dropped', { callee: name }, options)
        : finding(callee, 'local', { callee: name, name: fate.name }, options);
    },
  },
  fixes: { keepInSet },
});

/** `loop.call_soon_threadsafe(asyncio.create_task, work())`: the loop makes the task and forgets it. */
function* callbacks(call: SyntaxNode<'call'>, { view, catalogue, finding }: Context): Generator<ReturnType<Context['finding']>> {
  for (const argument of call.field('arguments').children) {
    if (!argument.is('attribute', 'identifier') || catalogue.lookup(view.nameOf(argument))?.mustKeep !== true) continue;
    yield finding(argument, 'dropped', { callee: shownName(argument) });
  }
}

function makesTask(callee: SyntaxNode, call: SyntaxNode<'call'>, { view, catalogue }: Context): boolean {
  const api = catalogue.lookup(view.nameOf(callee));
  // `asyncio.shield(task)` makes none: only of a coroutine it does.
  if (api?.mustKeep === true) return api.isAsync !== true || call.field('arguments').children[0]?.is('call') === true;
  return api === undefined && isLoopsMethod(callee) && view.typeOf(callee.field('object')) === undefined;
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

/** `app.loop.create_task`, where nothing tells the type of `app`: nobody calls anything but an event loop `loop`. */
function isLoopsMethod(callee: SyntaxNode): callee is SyntaxNode<'attribute'> {
  if (!callee.is('attribute') || callee.field('attribute').text !== 'create_task') return false;
  const object = callee.field('object');
  return /^_*(event_?)?loop$/.test(object.is('attribute') ? object.field('attribute').text : object.text);
}

function shownName(callee: SyntaxNode): string {
  return callee.text.replace(/\s+/g, '').slice(0, 60);
}

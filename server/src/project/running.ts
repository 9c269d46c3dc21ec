/** How what a function calls comes to run: awaited, or on a loop of its own. */
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, sameNode } from '../syntax/query';
import type { Body } from './functionBody';
import { isOfLibrary } from './libraryNames';
import type { Runs } from './summary';

/** What becomes of what a call gives. */
export function howRun(call: SyntaxNode<'call'>, model: LocalModel): Runs | undefined {
  const { parent } = call;
  if (parent?.is('await') === true) return 'awaited';
  if (parent?.is('argument_list') === true) return runsFirst(parent.parent, call, model) ? 'on-own-loop' : undefined;
  const keyword = parent?.is('tuple', 'list') === true ? parent.parent : undefined;
  const taker = keyword?.is('keyword_argument') === true && keyword.field('name').text === 'args' ? keyword.parent?.parent : undefined;
  return taker?.is('call') === true && isGivenToRun(taker, model) ? 'on-own-loop-in-thread' : undefined;
}

/** `asyncio.run(main())`; a loop that runs something until it is complete has not been running before. */
function runsFirst(taker: SyntaxNode | undefined, call: SyntaxNode<'call'>, model: LocalModel): boolean {
  if (taker?.is('call') !== true) return false;
  const callee = taker.field('function');
  const [first] = callArguments(taker).positional;
  if (first === undefined || !sameNode(first, call)) return false;
  if (callee.is('attribute') && callee.field('attribute').text === 'run_until_complete') return true;
  return model.nameOf(callee) === 'asyncio.run';
}

/** `Thread(target=asyncio.run, args=(main(),))`. */
function isGivenToRun(taker: SyntaxNode<'call'>, model: LocalModel): boolean {
  const target = callArguments(taker).keywords.get('target');
  return target !== undefined && model.nameOf(target) === 'asyncio.run' && model.isOffloaded(target);
}

/** Whether a coroutine awaits something else than sleeps and what may be coroutines of the project, or gives the loop more to do. */
export function awaitsMore({ calls, waits }: Body, model: LocalModel): boolean {
  if (calls.some(({ name }) => name !== undefined && starters.has(name))) return true;
  return waits.some((wait) => {
    const [awaited] = wait.is('await') ? wait.children : [];
    const name = awaited?.is('call') === true ? model.nameOf(awaited.field('function')) : undefined;
    return name === undefined || (name !== 'asyncio.sleep' && isOfLibrary(name, model));
  });
}

/** The last names of what gives a loop something to do that nobody has to await: CPython 3.13, asyncio; anyio and Trio. */
const starters: ReadonlySet<string> = new Set([
  'create_task',
  'ensure_future',
  'gather',
  'start_soon',
  'run_coroutine_threadsafe',
  'run_in_executor',
  'call_soon',
  'call_soon_threadsafe',
  'call_later',
  'call_at',
  'add_reader',
  'add_writer',
  'add_signal_handler',
]);

/** What the rules on blocking calls share: finding one, naming it, and moving it off the event loop. */
import type { BlockingKind, NamedApi } from '../../catalogue/schema';
import { isFollowedByTighter } from '../../engine/awaitEdits';
import { isFirstOnLine } from '../../engine/lines';
import type { FixContext, Fix, CheckContext } from '../../engine/rule';
import { isIterated, isSettled, isToldNotToWait, mayWaitForQueue, type Knowledge } from '../../engine/waiting';
import type { FixRequest, Related, TextEdit } from '../../engine/finding';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { enclosingFunction } from '../../syntax/query';

/** A call that holds the event loop's thread. */
export interface BlockingCall {
  readonly api: NamedApi;
  /** What the message names: the call as the code writes it where that is short, else its full name; the async function. */
  readonly data: { readonly callee: string; readonly function: string };
  /** Where the async function starts. */
  readonly related: readonly Related[];
}

/** The call of something that the catalogue knows, if it blocks in one of these ways and runs on the event loop. */
export function blockingCall(
  call: SyntaxNode<'call'>,
  api: NamedApi,
  kinds: readonly BlockingKind[],
  { view, catalogue, settings }: CheckContext,
): BlockingCall | undefined {
  if (api.blocks === undefined || !kinds.includes(api.blocks)) return undefined;
  if (api.confidence === 'low' && settings.profile !== 'all') return undefined;
  if (api.isLazy === true && !isIterated(call, view)) return undefined;
  // What the code awaits is something else than the row describes, whatever its name.
  if (call.parent?.is('await') === true || view.runsOn(call) !== 'event-loop' || isToldNotToWait(call, api, (node) => view.nameOf(node)))
    return undefined;
  const knowledge: Knowledge = { catalogue, nameOf: (node) => view.nameOf(node), bindingOf: (name) => view.bindingOf(name) };
  if (isSettled(call, api, knowledge) || (api.blocks === 'queue' && !mayWaitForQueue(call, api, knowledge))) return undefined;
  const owner = enclosingFunction(call);
  if (owner === undefined) return undefined;
  const callee = call.field('function');
  const name = owner.field('name');
  const header = { file: view.file, range: { start: owner.start, end: name.end }, message: 'The async function starts here' };
  return { api, data: { callee: shownName(callee, api), function: name.text }, related: [header] };
}

function shownName(callee: SyntaxNode, api: NamedApi): string {
  const { text } = callee;
  return text.length <= 40 && /^[\w.]+$/.test(text) ? text : api.name.replace(/^builtins\./, '');
}

/**
 * The fix that moves a call into a thread. Not for one that opens a handle, or makes an iterator: using that would go on to block,
 * unreported.
 */
export function threadFixes(call: SyntaxNode<'call'>, api: NamedApi): readonly FixRequest[] {
  return api.opens === true || api.isLazy === true || isEntered(call) ? [] : [{ id: 'wrapInThread' }];
}

/** `await asyncio.to_thread(f, …)` for `f(…)`. */
export const wrapInThread: Fix = {
  kind: 'unsafe',
  title: 'Wrap in asyncio.to_thread',
  edits(node, _args, context) {
    if (!node.is('call') || !isAsyncioCode(context.view) || isBefore(context.view, 3, 9)) return undefined;
    return awaited(node, 'asyncio.to_thread', context, (name) => {
      const list = node.field('arguments');
      if (!list.is('argument_list')) return undefined;
      const callee = node.field('function');
      const [first] = list.children;
      const moved =
        first === undefined
          ? context.edit.insert(list.start + 1, callee.text)
          : context.edit.insert(first.start, callee.text + separatorBefore(first, context));
      return [context.edit.replace(callee, `await ${name}`), moved];
    });
  },
};

/** The edits that write an awaited call, in parentheses where something follows it, and import the module that it needs. */
export function awaited(
  call: SyntaxNode<'call'>,
  callee: string,
  { edit }: FixContext,
  write: (callee: string) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  if (!edit.canAwait(call) || isEntered(call)) return undefined;
  const dot = callee.lastIndexOf('.');
  const module = edit.importModule(callee.slice(0, dot), call);
  const edits = module === undefined ? undefined : write(`${module.name}${callee.slice(dot)}`);
  if (module === undefined || edits === undefined) return undefined;
  if (!isFollowedByTighter(call)) return [...module.edits, ...edits];
  return [...module.edits, edit.insert(call.start, '('), ...edits, edit.insert(call.end, ')')];
}

/** Whether the code is written for asyncio and not for another event loop. */
export function isAsyncioCode(view: FileView): boolean {
  return !view.imports('trio') && (view.imports('asyncio') || !view.imports('anyio'));
}

function isBefore({ target }: FileView, major: number, minor: number): boolean {
  return target.python.major < major || (target.python.major === major && target.python.minor < minor);
}

/** What stands between the callable and its first argument: a line break where each argument has its own line. */
function separatorBefore(argument: SyntaxNode, { edit }: FixContext): string {
  return isFirstOnLine(argument.tree.text, argument.start) ? `,${edit.newline}${edit.indentOf(argument)}` : ', ';
}

/** Whether the call's result is the context manager of a `with`, which would have to change as well. */
export function isEntered(call: SyntaxNode<'call'>): boolean {
  const holder = call.parent?.is('as_pattern') === true ? call.parent.parent : call.parent;
  return holder?.is('with_item') === true;
}

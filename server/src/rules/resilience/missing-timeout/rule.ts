import { defineRule } from '../../../engine/rule';
import { relatedCall } from '../../../engine/related';
import type { CheckContext, Fix, FixContext } from '../../../engine/rule';
import type { ImportedName } from '../../../engine/imports';
import type { FixRequest, Related, TextEdit } from '../../../engine/finding';
import type { FileView } from '../../../project/view';
import type { Catalogue, TimeoutFact } from '../../../catalogue/schema';
import type { SyntaxNode } from '../../../syntax/node';
import { isInRole } from '../../../engine/surroundings';
import { isAmongTests } from '../../../engine/testFiles';
import { isUnderDeadline } from '../deadlines';
import { limitInReach } from '../limitsInReach';
import { endlessness, mayBeTimed, passerNames, timedCall } from '../timeouts';
import type { Endlessness, TimedCall, Unlimited } from '../timeouts';

const messages = {
  absent: '`{callee}` has no `{parameter}` and can wait for ever',
  unlimited: '`{argument}` lets `{callee}` wait for ever',
} as const;
type Context = CheckContext<typeof messages>;

const useLimit: Fix = {
  kind: 'unsafe',
  title: (argument) => `Set ${typeof argument === 'string' ? argument : "the project's own limit"}`,
  edits: (node, _args, context) => limited(node, (at) => limitInReach(at, context.view), context),
};

const setTimeout: Fix = {
  kind: 'unsafe',
  title: (argument) => `Set ${typeof argument === 'string' ? argument : 'a timeout'}`,
  edits: (node, _args, context) => limited(node, () => context.settings.suggestSeconds, context),
};

/** The call with a limit in seconds, or that `None` replaced to which the call owes its endlessness. */
function limited(
  node: SyntaxNode,
  secondsAt: (at: SyntaxNode) => number | string | undefined,
  context: FixContext,
): readonly TextEdit[] | undefined {
  const timed = node.is('call') ? timedCall(node, context) : undefined;
  const why = timed === undefined ? undefined : endlessness(timed, context);
  if (timed === undefined || why === undefined) return undefined;
  const seconds = secondsAt(why === 'absent' ? node : why.part);
  const limit = seconds === undefined ? undefined : suggestedLimit(timed, seconds, context);
  if (limit === undefined) return undefined;
  const { edit } = context;
  const edits =
    why === 'absent' ? edit.addArgument(timed.call, `${timed.fact.parameter}=${limit.name}`) : [edit.replace(why.part, limit.name)];
  return edits === undefined ? undefined : [...limit.edits, ...edits];
}

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['timeouts'],
  peers: { ruff: ['S113'], bandit: ['B113'], pylint: ['W3101'], sonar: ['S7618'] },
  fix: 'unsafe',
  messages,
  knownCalls: { facts: ['waitsForNetwork', 'passes'], check: endless },
  namedCalls: {
    names: passerNames,
    check: (node, context) =>
      mayBeTimed(context.catalogue.lookup(context.view.nameOf(node.field('function')))) ? undefined : endless(node, context),
  },
  fixes: { useLimit, setTimeout },
});

/** What is said of a call that waits without an end. */
function endless(call: SyntaxNode<'call'>, context: Context): ReturnType<Context['finding']> | undefined {
  const { view, catalogue, settings, finding } = context;
  const timed = timedCall(call, context);
  const why = timed === undefined ? undefined : endlessness(timed, context);
  // A test that hangs is ended by its runner, and nobody waits for it but its author.
  if (timed === undefined || why === undefined || isInRole(call, ['test', 'fixture'], view) || isAmongTests(view)) return undefined;
  if (timed.isAwaited && isUnderDeadline(call, context)) return undefined;
  const callee = shownName(timed);
  const limit = limitText(timed.fact, timed.fact.objectClass, settings.suggestSeconds, catalogue);
  const isFixable = limit !== undefined && (why === 'absent' ? timed.takesKeywords : why.calls?.isGiven !== true);
  const parameter = writtenParameter(timed, why);
  const fixes = isFixable ? [...ownLimit(timed, why, view), { id: 'setTimeout', args: `${parameter}=${limit}` }] : [];
  if (why === 'absent') return finding(timed.callee, 'absent', { callee, parameter: timed.fact.parameter }, { fixes });
  const argument = why.argument.is('dictionary_splat') ? why.argument.text : `${timed.fact.parameter}=${why.argument.text}`;
  // Who writes `None` has at least thought of it.
  return finding(wholeArgument(why), 'unlimited', { argument, callee }, { fixes, related: leftBy(why), level: 'weaker' });
}

/** The calls that leave a parameter at its default of `None`. */
function leftBy({ calls }: Unlimited): readonly Related[] {
  return (calls?.links ?? []).map((link, index) =>
    relatedCall(link, `\`${link.callee}\` is given ${index === 0 ? 'no limit' : 'what the caller was given'} here`),
  );
}

/** The fix that takes a limit of the project's own, where there is one. */
function ownLimit(timed: TimedCall, why: Endlessness, view: FileView): readonly FixRequest[] {
  const limit = limitInReach(why === 'absent' ? timed.call : why.part, view);
  return limit === undefined ? [] : [{ id: 'useLimit', args: `${writtenParameter(timed, why)}=${limit}` }];
}

/** What the limit is given to: `read` in `timeout=Timeout(10, read=None)`. */
function writtenParameter({ fact }: TimedCall, why: Endlessness): string {
  const holder = why === 'absent' ? undefined : why.part.parent;
  return holder?.is('keyword_argument') === true ? holder.field('name').text : fact.parameter;
}

/** The name in the code where that is short and telling, else the full one. */
function shownName({ callee: { text }, api }: TimedCall): string {
  return text.length <= 40 && /^[\w.]+$/.test(text) ? text : api.name;
}

function wholeArgument({ argument }: Unlimited): SyntaxNode {
  return argument.parent?.is('keyword_argument') === true ? argument.parent : argument;
}

/** The limit as the code at the call can write it, with the edits that import what it needs. */
function suggestedLimit({ call, fact }: TimedCall, seconds: number | string, { edit, catalogue }: FixContext): ImportedName | undefined {
  const { objectClass } = fact;
  const dot = objectClass?.lastIndexOf('.') ?? 0;
  const module = objectClass === undefined ? undefined : edit.importModule(objectClass.slice(0, dot), call);
  if (objectClass !== undefined && module === undefined) return undefined;
  const className = module === undefined ? undefined : `${module.name}${objectClass?.slice(dot) ?? ''}`;
  const name = limitText(fact, className, seconds, catalogue);
  return name === undefined ? undefined : { name, edits: module?.edits ?? [] };
}

/** `10`, or `aiohttp.ClientTimeout(total=10)` where the library takes an object. */
function limitText(
  { kind, objectClass }: TimeoutFact,
  className: string | undefined,
  seconds: number | string,
  catalogue: Catalogue,
): string | undefined {
  if (kind === 'milliseconds') return typeof seconds === 'number' ? String(seconds * 1000) : `int(${seconds} * 1000)`;
  if (kind === 'seconds') return String(seconds);
  const parameter = catalogue.lookup(objectClass)?.timeout?.parameter;
  return className === undefined || parameter === undefined ? undefined : `${className}(${parameter}=${String(seconds)})`;
}

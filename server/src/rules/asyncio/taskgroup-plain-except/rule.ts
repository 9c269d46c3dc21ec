import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, callArguments, caughtBy, enclosingFunction, isWithin } from '../../../syntax/query';
import { headerOf, isGroupClass } from '../exceptClauses';
import { catchGroups } from '../groupHandlers';
import { raisesOutside, type Outside } from '../outsideGroup';
import { itemsOf, shownGroup, taskGroupOf, wrapsErrors } from '../taskGroups';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['structured-concurrency'],
  peers: { 'flake8-async': ['ASYNC123'], sonar: ['S6468'] },
  fix: 'unsafe',
  messages: { misses: '`{clause}` misses the `ExceptionGroup` that `{group}` raises in `{function}`' },
  visit: {
    *with_statement(node, context) {
      const { view, finding } = context;
      const group = taskGroupOf(node, context);
      const owner = group === undefined ? undefined : enclosingFunction(node);
      if (group === undefined || owner === undefined || !wrapsErrors(group, view)) return;
      for (const statement of ancestors(node)) {
        if (statement.id === owner.id) return;
        const suppressing = statement.is('with_statement') ? suppressedBy(statement, view) : undefined;
        if (statement.is('with_statement') && suppressing !== undefined) {
          const outside = raisesOutside(statement.field('body'), group, context);
          if (outside === 'anything' || !missesAll(callArguments(suppressing).positional, outside, view)) return;
          const data = { clause: suppressing.text, group: shownGroup(group), function: owner.field('name').text };
          yield finding(suppressing, 'misses', data);
        }
        if (!statement.is('try_statement') || !isWithin(node, statement.field('body'))) continue;
        const outside = raisesOutside(statement.field('body'), group, context);
        if (outside === 'anything') return;
        for (const [place, handler] of statement.children.entries()) {
          if (!handler.is('except_clause') || !misses(handler, outside, view)) continue;
          const { start, end, text } = headerOf(handler);
          const data = { clause: text, group: shownGroup(group), function: owner.field('name').text };
          // The anchor is the `with`: how far above it the `try` begins tells the fix which one is meant.
          const fixes = [{ id: 'catchGroups', args: { above: node.start - statement.start, place } }];
          yield finding({ start, end }, 'misses', data, { fixes });
        }
        if (statement.children.some((child) => child.is('except_clause') && catchesGroup(child, view))) return;
      }
    },
  },
  fixes: { catchGroups },
});

/** Whether a plain handler names nothing but exceptions that can only come inside of a group. */
function misses(handler: SyntaxNode<'except_clause'>, outside: Outside, view: FileView): boolean {
  return !handler.hasToken('*') && missesAll(caughtBy(handler), outside, view);
}

function missesAll(caught: readonly SyntaxNode[], outside: Outside, view: FileView): boolean {
  return (
    caught.length > 0 &&
    caught.every((expression) => {
      const listed = view.classesIn(expression);
      const names = listed.length > 0 ? listed : [view.nameOf(expression)];
      return expression.is('identifier', 'attribute') && names.every((name) => isOrdinary(name) && !outside.has(name));
    })
  );
}

/** The `suppress(…)` of a `with`, which looks into groups since Python 3.12. */
function suppressedBy(statement: SyntaxNode<'with_statement'>, view: FileView): SyntaxNode<'call'> | undefined {
  const { major, minor } = view.target.python;
  if (major !== 3 || minor >= 12) return undefined;
  const values = itemsOf(statement).map((item) => item.field('value'));
  return values.find(
    (value): value is SyntaxNode<'call'> => value.is('call') && view.nameOf(value.field('function')) === 'contextlib.suppress',
  );
}

/** Whether the group, or a part of it, gets no further. */
function catchesGroup(handler: SyntaxNode<'except_clause'>, view: FileView): boolean {
  const caught = caughtBy(handler);
  return (
    handler.hasToken('*') ||
    caught.length === 0 ||
    caught.some((each) => [view.nameOf(each), ...view.classesIn(each)].some((name) => takesGroup(name)) || isGroupClass(each, view))
  );
}

function takesGroup(name = ''): boolean {
  return takesGroups.has(name) || (name.split('.').at(-1) ?? '').includes('Group');
}

const takesGroups = new Set(['builtins.BaseException', 'builtins.Exception']);

/** A class of errors that a task group wraps: not a group, nothing above it, and not what goes past it as it is. */
function isOrdinary(name: string | undefined): name is string {
  if (name === undefined || goingPast.has(name)) return false;
  const last = name.split('.').at(-1) ?? '';
  // `NETWORK_ERRORS` is a tuple of any classes, and `errors` too.
  return /^[A-Z]\w*[a-z]/.test(last) && !last.includes('Group');
}

const goingPast = new Set([
  'asyncio.CancelledError',
  'asyncio.exceptions.CancelledError',
  'builtins.BaseException',
  'builtins.Exception',
  'builtins.GeneratorExit',
  'builtins.KeyboardInterrupt',
  'builtins.SystemExit',
  'trio.Cancelled',
]);

import { defineRule } from '../../../engine/rule';
import { showsLikely } from '../../../engine/profile';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import { isBesideService } from '../../../engine/testFiles';
import type { CheckContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, enclosingFunction } from '../../../syntax/query';
import { aiofilesFixes, openWithAiofiles } from '../aiofiles';
import { blockingCall, threadFixes, wrapInThread } from '../shared';

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC230', 'ASYNC240'], 'flake8-async': ['ASYNC230', 'ASYNC231', 'ASYNC232'], sonar: ['S7493'] },
  fix: 'unsafe',
  messages: { blocks: '`{callee}` blocks the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['file'], context);
      if (blocking === undefined || isHarmless(node, context)) return undefined;
      const fixes = [...threadFixes(node, blocking.api), ...aiofilesFixes(node, blocking.api, context.view)];
      return context.finding(node.field('function'), 'blocks', blocking.data, { fixes, related: blocking.related });
    },
  },
  fixes: { wrapInThread, openWithAiofiles },
});

function isHarmless(call: SyntaxNode<'call'>, context: CheckContext): boolean {
  if (isWhereNobodyWaits(call, context.view) || (isWhereFewWait(call, context) && !showsLikely(context.settings.profile))) return true;
  const { positional, keywords } = callArguments(call);
  return [...positional, ...keywords.values()].some((argument) => isInMemory(argument, context) || isOpened(argument, context));
}

/** In a script, and in the `main` of a program, files are read before anything else runs, mostly. */
function isWhereFewWait(call: SyntaxNode<'call'>, { view }: CheckContext): boolean {
  return isBesideService(view) || enclosingFunction(call)?.field('name').text === 'main';
}

/** An archive in a buffer never touches the disk, nor does one in a file-like object of the project's own. */
function isInMemory(argument: SyntaxNode, { view }: CheckContext): boolean {
  const type = view.typeOf(argument)?.type;
  return type !== undefined && (type === 'io.BytesIO' || type === 'io.StringIO' || type.startsWith('<this>.'));
}

/** What is read from or written to a file that the code has opened was reported when it was opened. */
function isOpened(argument: SyntaxNode, { view, catalogue }: CheckContext): boolean {
  const declarations = argument.is('identifier') ? (view.bindingOf(argument)?.declarations ?? []) : [];
  return declarations.some(
    ({ value }) => value?.is('call') === true && catalogue.lookup(view.nameOf(value.field('function')))?.opens === true,
  );
}

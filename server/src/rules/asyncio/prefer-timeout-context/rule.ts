import type { Fix, FixContext } from '../../../engine/rule';
import { defineRule, type CheckContext } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/finding';
import { isFirstOnLine } from '../../../engine/lines';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, descendants, enclosingFunction, enclosingStatement, isWithin, keywordArgument } from '../../../syntax/query';
import { isTestFile } from '../../../engine/testFiles';

type Call = SyntaxNode<'call'>;
type View = CheckContext['view'];

const useTimeout: Fix = {
  kind: 'unsafe',
  title: 'Use async with asyncio.timeout',
  edits(node, _args, context) {
    const awaited = awaitOf(node);
    const limited = awaited && limitedBy(awaited, context.view);
    // A plain `gather` is better off as a task group, for which there is another fix.
    if (awaited === undefined || limited === undefined || isPlainGather(limited.work, context.view)) return undefined;
    const statement = enclosingStatement(awaited);
    if (statement === undefined || !isWhole(awaited, statement) || !hasOwnLines(statement)) return undefined;
    return rewritten(statement, awaited, limited, context);
  },
};

export default defineRule({
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  topics: ['timeouts'],
  fix: 'unsafe',
  messages: {
    several: '`asyncio.wait_for` around `{inner}` limits a block, which `asyncio.timeout` says itself',
    wrapper: '`{inner}` is there only so that `asyncio.wait_for` can limit it',
  },
  namedCalls: {
    names: ['wait_for'],
    check(node, { view, finding }) {
      const awaited = awaitOf(node);
      const limited = awaited && limitedBy(awaited, view);
      if (limited === undefined || isBeforeTimeout(view) || isTestFile(view)) return undefined;
      const { work, wait } = limited;
      const callee = work.field('function');
      const kind = severalAwaitables.has(view.nameOf(callee) ?? '') ? 'several' : isOnlyWrapped(callee, view) ? 'wrapper' : undefined;
      return kind === undefined
        ? undefined
        : finding(wait.field('function'), kind, { inner: callee.text }, { fixes: [{ id: 'useTimeout' }] });
    },
  },
  fixes: { useTimeout },
});

function awaitOf(call: SyntaxNode): SyntaxNode<'await'> | undefined {
  return call.parent?.is('await') === true ? call.parent : undefined;
}

function isPlainGather(work: Call, view: View): boolean {
  return view.nameOf(work.field('function')) === 'asyncio.gather' && keywordArgument(work, 'return_exceptions') === undefined;
}

interface Limited {
  readonly wait: Call;
  readonly work: Call;
  readonly seconds: SyntaxNode;
}

/** `await asyncio.wait_for(work(), seconds)`. */
function limitedBy(node: SyntaxNode<'await'>, view: View): Limited | undefined {
  const [wait] = node.children;
  if (wait?.is('call') !== true || view.nameOf(wait.field('function')) !== 'asyncio.wait_for') return undefined;
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(wait);
  const work = positional[0] ?? keywords.get('fut');
  const seconds = positional[1] ?? keywords.get('timeout');
  if (hasSplat || hasDoubleSplat || work?.is('call') !== true || seconds === undefined) return undefined;
  return { wait, work, seconds };
}

/** What joins several awaitables so that there is one to limit. */
const severalAwaitables = new Set(['asyncio.gather', 'asyncio.wait']);

function isBeforeTimeout({ target }: View): boolean {
  return target.python.major === 3 && target.python.minor < 11;
}

/** Whether the function that is limited is defined inside of the one around, and used nowhere else. */
function isOnlyWrapped(callee: SyntaxNode, view: View): boolean {
  const binding = callee.is('identifier') ? view.bindingOf(callee) : undefined;
  const [definition, ...others] = binding?.declarations ?? [];
  if (definition?.node.is('function_definition') !== true || others.length > 0 || binding?.references.length !== 1) return false;
  const owner = enclosingFunction(callee);
  return owner !== undefined && enclosingFunction(definition.node)?.id === owner.id;
}

/** Whether the awaited call is all of a statement but a name that it is given: then the statement can go into a block. */
function isWhole(node: SyntaxNode, statement: SyntaxNode): boolean {
  if (!statement.is('expression_statement', 'return_statement')) return false;
  const [only, ...others] = statement.children;
  if (only === undefined || others.length > 0) return false;
  return only.id === node.id || (only.is('assignment') && only.field('right')?.id === node.id);
}

/** Whether the statement has its lines to itself, and no text that runs over lines, which must not be indented. */
function hasOwnLines(statement: SyntaxNode): boolean {
  const { text } = statement.tree;
  const after = text.slice(statement.end, !text.includes('\n', statement.end) ? text.length : text.indexOf('\n', statement.end));
  if (!isFirstOnLine(text, statement.start) || after.trimStart().startsWith(';')) return false;
  return ![...descendants(statement)].some((inner) => inner.is('string') && inner.text.includes('\n'));
}

function losesComment({ tree, start, end }: SyntaxNode, kept: SyntaxNode): boolean {
  return tree.comments.some((comment) => comment.start >= start && comment.end <= end && !isWithin(comment, kept));
}

function rewritten(
  statement: SyntaxNode,
  node: SyntaxNode,
  { wait, work, seconds }: Limited,
  { edit }: FixContext,
): readonly TextEdit[] | undefined {
  const module = edit.importModule('asyncio', statement);
  if (module === undefined || losesComment(statement, work)) return undefined;
  const inner = edit.indentOf(statement) + edit.indentUnit;
  const header = `async with ${module.name}.timeout(${seconds.text}):${edit.newline}${inner}`;
  const lines = statement.text.split('\n').slice(1);
  const before = statement.text.slice(0, node.start - statement.start);
  const base = edit.indentOf(work);
  const [first = '', ...rest] = work.text.split('\n');
  const moved = [first, ...rest.map((line) => (line.startsWith(base) ? inner + line.slice(base.length) : line))].join('\n');
  const isOneLine = lines.length === 0 || !before.includes('\n');
  if (!isOneLine || wait.hasError) return undefined;
  return [...module.edits, edit.replace(statement, `${header}${before}await ${moved}`)];
}

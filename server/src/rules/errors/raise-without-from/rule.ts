import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, isWithin } from '../../../syntax/query';
import { raiseFromCaught, raiseFromNone } from '../causes';

type Handler = SyntaxNode<'except_clause'>;

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['error-handling'],
  peers: { ruff: ['B904', 'TRY200'], 'flake8-bugbear': ['B904'], pylint: ['W0707'], tryceratops: ['TRY200'] },
  fix: 'unsafe',
  messages: {
    unchained: '`{error}` is raised without naming `{caught}` as its cause',
    unchainedAny: '`{error}` is raised without naming the error that was caught as its cause',
  },
  visit: {
    raise_statement(node, { view, finding }) {
      const [raised] = node.children;
      if (raised === undefined || node.field('cause') !== undefined) return undefined;
      const handler = handlerAround(node);
      const error = handler === undefined ? undefined : newError(raised, view);
      if (handler === undefined || error === undefined) return undefined;
      const fixes = [{ id: 'fromCaught' }, { id: 'fromNone' }];
      const caught = caughtName(handler);
      const header = { start: node.start, end: error.end };
      if (caught === undefined) return finding(header, 'unchainedAny', { error: shown(error) }, { fixes });
      return finding(header, 'unchained', { error: shown(error), caught }, { fixes });
    },
  },
  fixes: { fromCaught: raiseFromCaught(handlerAround), fromNone: raiseFromNone },
});

/** The handler that is at work when the statement runs; none where an inner `try` catches what it raises. */
function handlerAround(statement: SyntaxNode): Handler | undefined {
  for (const outer of ancestors(statement)) {
    if (outer.is('function_definition', 'class_definition', 'lambda')) return undefined;
    if (outer.is('except_clause')) return outer;
    if (outer.is('try_statement') && isWithin(statement, outer.field('body')) && outer.children.some((child) => child.is('except_clause')))
      return undefined;
  }
  return undefined;
}

/** The class of an error that the statement makes; nothing where it raises one that is there, or asks a helper for it. */
function newError(raised: SyntaxNode, view: FileView): SyntaxNode | undefined {
  const named = raised.is('call') ? raised.field('function') : raised;
  if (!named.is('identifier', 'attribute') || !isClass(named, view)) return undefined;
  return leavesQuietly.has(view.nameOf(named) ?? '') ? undefined : named;
}

/**
 * What is meant for a loop, a job runner or the interpreter, which look at the class alone, and what ends a program with a
 * message: nobody ever sees the chain.
 */
const leavesQuietly = new Set([
  ...['SystemExit', 'KeyboardInterrupt', 'GeneratorExit', 'StopIteration', 'StopAsyncIteration'].map((name) => `builtins.${name}`),
  ...['Abort', 'BadParameter', 'ClickException', 'UsageError'].flatMap((name) => [`click.${name}`, `click.exceptions.${name}`]),
  ...['click.exceptions.Exit', 'typer.Abort', 'typer.BadParameter', 'typer.Exit', 'argparse.ArgumentTypeError'],
  ...['celery.exceptions.Ignore', 'celery.exceptions.Reject', 'celery.exceptions.Retry', 'arq.Retry', 'arq.worker.Retry', 'dramatiq.Retry'],
  ...['asyncio.CancelledError', 'tornado.web.Finish', 'unittest.SkipTest'],
]);

/** By its definition where that is here, else by the way that classes are written: a variable or a helper is no class. */
function isClass(named: SyntaxNode<'identifier' | 'attribute'>, view: FileView): boolean {
  const declarations = named.is('identifier') ? view.bindingOf(named)?.declarations : undefined;
  if (declarations?.some(({ kind }) => kind !== 'import' && kind !== 'class') === true) return false;
  const name = named.is('attribute') ? named.field('attribute').text : named.text;
  return /^_*[A-Z]/.test(name);
}

function caughtName(handler: Handler): string | undefined {
  const [first, second] = handler.children;
  if (second?.is('block') !== true) return undefined;
  const caught = first?.is('as_pattern') === true ? first.children[0] : first;
  return caught?.is('identifier', 'attribute', 'tuple') === true && caught.text.length <= 40 ? shown(caught) : undefined;
}

function shown(node: SyntaxNode): string {
  return node.text.replace(/\s+/g, ' ').slice(0, 60);
}

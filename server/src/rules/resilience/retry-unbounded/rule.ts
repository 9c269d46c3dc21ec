import type { NamedApi, RetryFact } from '../../../catalogue/schema';
import type { Finding, TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, enclosingFunction } from '../../../syntax/query';

const messages = {
  decorated: '`{callee}` retries `{function}` without a limit',
  called: '`{callee}` retries without a limit',
} as const;

type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries'],
  fix: 'unsafe',
  messages,
  knownCall(node, context) {
    const api = retryingApi(node, context);
    if (api === undefined || !isEndless(node, api.retry, context)) return undefined;
    return reported(node, node.field('function'), api, context);
  },
  visit: {
    decorator(node, context) {
      const api = retryingApi(node, context);
      const [expression] = node.children;
      return api?.retry.whenAbsent === 'forever' && expression !== undefined ? reported(node, expression, api, context) : undefined;
    },
  },
  fixes: {
    limit: {
      kind: 'unsafe',
      title: (args) => (typeof args === 'string' ? `Add ${args}` : 'Add a limit'),
      edits: (node, _args, context) => limited(node, context),
    },
  },
});

type RetryingApi = NamedApi & { readonly retry: RetryFact };

/** What a call, or a decorator without arguments, makes: something that retries. */
function retryingApi(
  node: SyntaxNode<'call' | 'decorator'>,
  { view, catalogue }: Pick<Context, 'view' | 'catalogue'>,
): RetryingApi | undefined {
  const callee = node.is('call') ? node.field('function') : node.children[0];
  if (callee?.is('identifier', 'attribute') !== true) return undefined;
  const api = catalogue.lookup(view.nameOf(callee));
  return api?.retry === undefined ? undefined : { ...api, retry: api.retry };
}

/** Whether no argument ends the retrying. Anything may come out of `*` and `**`. */
function isEndless(call: SyntaxNode<'call'>, { limits, whenAbsent, endless = [] }: RetryFact, { view, catalogue }: Context): boolean {
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  if (hasSplat || hasDoubleSplat) return false;
  return limits.every(({ keyword, position }) => {
    const value = keywords.get(keyword) ?? (position === undefined ? undefined : positional[position]);
    if (value === undefined) return whenAbsent === 'forever';
    return value.is('none') || endless.includes(catalogue.lookup(view.nameOf(value))?.name ?? '');
  });
}

function reported(node: SyntaxNode<'call' | 'decorator'>, callee: SyntaxNode, api: RetryingApi, { finding, settings }: Context): Finding {
  const decorated = decoratedFunction(node);
  const around = decorated ?? enclosingFunction(node);
  const [limit] = api.retry.limits;
  const options = {
    fixes: limit === undefined ? [] : [{ id: 'limit', args: `${limit.keyword}=${valueOf(limit.keyword, settings.maxAttempts)}` }],
    ...(around !== undefined && waitsByDesign.test(around.field('name').text) ? { level: 'weaker' as const } : {}),
  };
  if (decorated === undefined) return finding(callee, 'called', { callee: callee.text }, options);
  return finding(callee, 'decorated', { callee: callee.text, function: decorated.field('name').text }, options);
}

/** Waiting for a database at start-up and reading a queue are meant to go on until they succeed. */
const waitsByDesign = /(?:^|_)(?:wait_for|wait_until|re?connect|consume|run_forever)/;

function decoratedFunction(node: SyntaxNode<'call' | 'decorator'>): SyntaxNode<'function_definition'> | undefined {
  const decorator = node.is('decorator') ? node : node.parent;
  const decorated = decorator?.is('decorator') === true ? decorator.parent : undefined;
  const definition = decorated?.is('decorated_definition') === true ? decorated.field('definition') : undefined;
  return definition?.is('function_definition') === true ? definition : undefined;
}

/** As many attempts as the project allows, and where the library can say so, a minute. */
function valueOf(keyword: string, attempts: number, prefix = ''): string {
  const count = String(attempts);
  return keyword === 'stop' ? `${prefix}stop_after_attempt(${count}) | ${prefix}stop_after_delay(60)` : count;
}

function limited(node: SyntaxNode, context: FixContext): readonly TextEdit[] | undefined {
  if (!node.is('call', 'decorator')) return undefined;
  const { edit, settings } = context;
  const api = retryingApi(node, context);
  const keyword = api?.retry.limits[0]?.keyword;
  if (api === undefined || keyword === undefined) return undefined;
  const style = keyword === 'stop' ? importStyle(node, context) : { prefix: '', edits: [] };
  if (style === undefined) return undefined;
  const value = valueOf(keyword, settings.maxAttempts, style.prefix);
  if (!node.is('call')) return [...style.edits, edit.insert(node.children[0]?.end ?? node.end, `(${keyword}=${value})`)];
  const { positional, keywords } = callArguments(node);
  // A function in the first place is what `tenacity.retry` wraps: it takes nothing besides.
  if (api.name === 'tenacity.retry' && positional.length > 0) return undefined;
  const written = keywords.get(keyword) ?? positional[api.retry.limits[0]?.position ?? positional.length];
  const edits = written === undefined ? edit.addArgument(node, `${keyword}=${value}`) : [edit.replace(written, value)];
  return edits === undefined ? undefined : [...style.edits, ...edits];
}

/** How the file writes names of tenacity: after `tenacity.` where it does so for the call, else imported one by one. */
function importStyle(
  node: SyntaxNode<'call' | 'decorator'>,
  { edit, view }: FixContext,
): { prefix: string; edits: readonly TextEdit[] } | undefined {
  const callee = node.is('call') ? node.field('function') : node.children[0];
  const module = callee?.is('attribute') === true ? callee.field('object') : undefined;
  if (module !== undefined && view.nameOf(module) === 'tenacity') return { prefix: `${module.text}.`, edits: [] };
  const names = ['stop_after_attempt', 'stop_after_delay'].map((name) => ({ name, imported: edit.importFrom('tenacity', name, node) }));
  if (names.some(({ name, imported }) => imported?.name !== name)) return undefined;
  return { prefix: '', edits: names.flatMap(({ imported }) => imported?.edits ?? []) };
}

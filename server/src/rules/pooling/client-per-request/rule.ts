import type { FindingOptions } from '../../../engine/rule';
import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { ancestors, decoratorsOf, descendants, enclosingFunction, isAsync } from '../../../syntax/query';
import { localClient, loopAround, servesManyCalls } from '../clients';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['lifespan', 'sessions-and-pools'],
  fix: 'none',
  messages: {
    perCall: '`{callee}` is made for each call of `{function}`: no connection or TLS set-up is reused',
    perTurn: '`{callee}` is made in each turn of the loop in `{function}`: no connection or TLS set-up is reused',
  },
  knownCall(node, context) {
    const { view, finding } = context;
    const client = localClient(node, context);
    const owner = enclosingFunction(node);
    if (client === undefined || owner === undefined || isOneOff(owner, view)) return undefined;
    const callee = node.field('function');
    const data = { callee: callee.text, function: owner.field('name').text };
    const loop = isAsync(owner) ? loopAround(client) : undefined;
    if (loop !== undefined && !servesManyCalls(client, loop)) return finding(callee, 'perTurn', data);
    const called = calledOften(node, view);
    if (called === undefined || (called.kind === 'task' && servesManyCalls(client, owner))) return undefined;
    if (keepsResult(called.function)) return undefined;
    // FastAPI gives one request the same value each time, and code after the `yield` can close it.
    const options: FindingOptions = called.kind === 'dependency' && isGenerator(called.function) ? { level: 'weaker' } : {};
    return finding(callee, 'perCall', { ...data, function: called.function.field('name').text }, options);
  },
});

type RoleKind = NonNullable<ReturnType<FileView['roleOf']>>['kind'];

const often: ReadonlySet<RoleKind> = new Set<RoleKind>(['route', 'dependency', 'middleware', 'task']);

interface Called {
  readonly function: SyntaxNode<'function_definition'>;
  readonly kind: RoleKind;
}

/** The function around, of those that run for each request or job; one whose result is cached runs once. */
function calledOften(node: SyntaxNode, view: FileView): Called | undefined {
  for (const outer of ancestors(node)) {
    if (!outer.is('function_definition')) continue;
    if (decoratorsOf(outer).some(({ text }) => text.includes('cache'))) return undefined;
    const kind = view.roleOf(outer)?.kind ?? (isCalledByRoute(outer, view) ? 'route' : undefined);
    if (kind !== undefined) return often.has(kind) ? { function: outer, kind } : undefined;
  }
  return undefined;
}

/** Whether a path operation of the file calls the function itself. */
function isCalledByRoute(definition: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return (view.bindingOf(definition.field('name'))?.references ?? []).some((reference) => {
    const call = reference.parent?.is('call') === true ? reference.parent : undefined;
    const caller = call?.field('function').id === reference.id ? enclosingFunction(reference) : undefined;
    return caller !== undefined && view.roleOf(caller)?.kind === 'route';
  });
}

/** Whether the function keeps what it got in a variable of the module, so that most calls make no client. */
function keepsResult(definition: SyntaxNode<'function_definition'>): boolean {
  return [...descendants(definition.field('body'))].some((node) => node.is('global_statement'));
}

/** Code that runs once, or where a client of its own is the point. */
function isOneOff(owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return (
    /^_*(main|lifespan)$/.test(owner.field('name').text) ||
    /(?:^|\/)(?:tests?|scripts?|examples?)\/|(?:^|\/)(?:test_[^\\/]*|[^\\/]*_test|conftest)\.py$/.test(view.path)
  );
}

function isGenerator(definition: SyntaxNode<'function_definition'>): boolean {
  const inner = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'lambda') });
  return [...inner].some((node) => node.is('yield'));
}

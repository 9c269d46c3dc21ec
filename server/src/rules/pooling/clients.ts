/** How a client is made and kept: what tells one that is made anew each time from one that is shared. */
import type { NamedApi } from '../../catalogue/schema';
import type { CheckContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, descendants, enclosing, enclosingFunction, isWithin } from '../../syntax/query';
import { choiceWith, isLifespan } from './closing';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Binding = NonNullable<ReturnType<FileView['bindingOf']>>;

/** A client that one function makes for its own use. */
export interface LocalClient {
  readonly call: SyntaxNode<'call'>;
  readonly api: NamedApi;
  /** The places where the function uses it; empty where the result is used at once. */
  readonly uses: readonly SyntaxNode[];
}

/** What is made: a client that opens its own connections, or the pool of connections that others work on. */
export type Making = 'client' | 'pool';

/** Whether the call makes one of these. */
export function makes({ pools, name }: NamedApi): Making | undefined {
  if (pools === undefined) return undefined;
  return pools === 'database' || /ConnectionPool(?:\.from_url)?$/.test(name) ? 'pool' : 'client';
}

/** What a call makes, where the function around keeps it to itself and could as well use a shared one. */
export function localClient(call: SyntaxNode<'call'>, api: NamedApi, asked: Asked): LocalClient | undefined {
  if (hasOwnIdentity(call, asked) || sharesConnections(call, asked) || isPartOfClient(call, asked)) return undefined;
  const uses = usesOf(call, asked.view);
  return uses === undefined ? undefined : { call, api, uses };
}

/** What each request may state as well as the client. Other settings, such as keys and proxies, make it another client. */
const perRequest: ReadonlySet<string> = new Set(
  'auth base_url cookies follow_redirects headers limits params raise_for_status timeout trust_env'.split(' '),
);

/** Whether something that the function was given or worked out makes this client a different one each time. */
function hasOwnIdentity(call: SyntaxNode<'call'>, asked: Asked): boolean {
  const { view } = asked;
  return call.field('arguments').children.some((argument) => {
    if (!argument.is('keyword_argument')) return differs(argument, view);
    const name = argument.field('name').text;
    if (isOwnMemory(argument, view)) return true;
    if (perRequest.has(name)) return false;
    const value = argument.field('value');
    return differs((connecting.includes(name) ? madeForIt(value, call, asked) : undefined) ?? value, view);
  });
}

const connecting = ['connection_pool', 'connector', 'http_client', 'transport'];

/** What a name of the function stands for that a library makes, for this one use: `connector = aiohttp.TCPConnector(ssl=False)`. */
function madeForIt(value: SyntaxNode, call: SyntaxNode, { view, catalogue }: Asked): SyntaxNode<'call'> | undefined {
  const binding = value.is('identifier') ? view.bindingOf(value) : undefined;
  const isOwn = binding?.scope.kind === 'function' && binding.scope.node.id === enclosingFunction(call)?.id;
  const [made, ...others] = isOwn && binding.references.length === 1 ? binding.declarations : [];
  const maker = made?.kind === 'assignment' && others.length === 0 ? made.value : undefined;
  // One that is made before a loop serves the clients of all its turns.
  const loop = enclosing(call, 'for_statement', 'while_statement', 'function_definition');
  if (maker?.is('call') !== true || (loop?.is('function_definition') === false && !isWithin(maker, loop))) return undefined;
  return catalogue.lookup(view.nameOf(maker.field('function'))) === undefined ? undefined : maker;
}

/** `cookie_jar=CookieJar()`: nothing that one call is told is to be seen by another. */
function isOwnMemory(argument: SyntaxNode<'keyword_argument'>, view: FileView): boolean {
  const value = argument.field('value');
  const made = value.is('call') ? view.nameOf(value.field('function')) : undefined;
  return argument.field('name').text === 'cookie_jar' && made?.split('.').at(-1) === 'CookieJar';
}

/** Whether an expression depends on what differs from call to call, for all that its names say. */
function differs(value: SyntaxNode, view: FileView, depth = 2): boolean {
  return [value, ...descendants(value)].some((node) => {
    if (!node.is('identifier') || node.text === 'self' || node.text === 'cls') return false;
    const binding = view.bindingOf(node);
    if (binding === undefined || binding.scope.kind === 'module' || binding.scope.kind === 'class') return false;
    return depth === 0 || isFilled(binding) || binding.declarations.some((declaration) => !isTheSame(declaration, view, depth));
  });
}

/** Whether something is put into what a name stands for: `options["connector"] = UnixConnector(path)`. */
function isFilled({ references }: Binding): boolean {
  return references.some(({ id, parent }) => {
    const isHolder = parent?.is('subscript') === true && parent.field('value').id === id;
    return isHolder && parent.parent?.is('assignment') === true && parent.parent.field('left').id === parent.id;
  });
}

/**
 * `url = settings.database_url`, `url = os.environ["URL"]`: what such a name holds is the same each time. What a call gives
 * need not be.
 */
function isTheSame({ kind, value }: Binding['declarations'][number], view: FileView, depth: number): boolean {
  if (kind === 'import') return true;
  if (kind !== 'assignment' || value === undefined) return false;
  return ![value, ...descendants(value)].some((node) => node.is('call', 'await')) && !differs(value, view, depth - 1);
}

/** Whether the client works on connections that something else keeps: `connection_pool=pool`, `http_client=shared`. */
export function sharesConnections(call: SyntaxNode<'call'>, asked: Asked): boolean {
  const { keywords } = callArguments(call);
  return connecting.some((name) => {
    const value = keywords.get(name);
    if (value === undefined || value.is('none')) return false;
    // A pool that is made in place is as new as the client, unless it keeps no connection anyway.
    const made = value.is('call') ? value : madeForIt(value, call, asked);
    if (made === undefined || asked.catalogue.lookup(asked.view.nameOf(made.field('function'))) === undefined) return true;
    const settings = callArguments(made).keywords;
    // Connecting to a socket of the same machine costs next to nothing.
    return settings.get('force_close')?.is('true') === true || settings.has('uds');
  });
}

/** Whether another client is made from it, which is what is to be told. */
function isPartOfClient(call: SyntaxNode<'call'>, { view, catalogue }: Asked): boolean {
  const list = call.parent?.is('keyword_argument') === true ? call.parent.parent : call.parent;
  const outer = list?.is('argument_list') === true ? list.parent : undefined;
  return outer?.is('call') === true && catalogue.lookup(view.nameOf(outer.field('function')))?.pools !== undefined;
}

/** Where the function uses the client; undefined where it is kept elsewhere, or made only when there is none yet. */
function usesOf(call: SyntaxNode<'call'>, view: FileView): readonly SyntaxNode[] | undefined {
  const value = call.parent?.is('await') === true ? call.parent : call;
  const holder = value.parent;
  if (holder?.is('attribute', 'with_item', 'return_statement') === true) return [];
  const target = holder?.is('assignment') === true && holder.field('right')?.id === value.id ? holder.field('left') : aliasOf(holder);
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function' || binding.declarations.some(({ kind }) => kind === 'parameter')) return undefined;
  const block = target?.id === aliasOf(holder)?.id ? enclosing(call, 'with_statement') : undefined;
  // One name may stand for several clients, one after another, each for as long as its `with`.
  const uses = block === undefined ? binding.references : binding.references.filter((use) => isWithin(use, block));
  return uses.some(isKept) ? undefined : uses;
}

/** Whether the client outlives the function that makes it: kept by the module or an object, handed back, or lent by a lifespan. */
export function outlivesFunction(call: SyntaxNode<'call'>, view: FileView): boolean {
  const value = choiceWith(call.parent?.is('await') === true ? call.parent : call);
  const holder = value.parent;
  if (holder?.is('return_statement') === true) return true;
  if (holder?.is('yield') === true) return isLentForLong(call, view);
  const alias = aliasOf(holder);
  const target = holder?.is('assignment') === true && holder.field('right')?.id === value.id ? holder.field('left') : alias;
  // What a `with` binds ends with its block, wherever else it is put meanwhile, unless the block waits for others in a `yield`.
  if (alias !== undefined && enclosingFunction(call) !== undefined && !isLent(call)) return false;
  if (target?.is('identifier') !== true) return target !== undefined;
  const binding = view.bindingOf(target);
  if (binding?.scope.kind !== 'function') return binding !== undefined;
  const isLentTo = binding.references.some(({ parent }) => parent?.is('yield') === true) && isLentForLong(call, view);
  return isLentTo || binding.references.some((use) => use.parent?.is('return_statement') === true || isKept(use));
}

/** Any other generator lends what it makes to one request, or to one `with`. */
function isLentForLong(call: SyntaxNode, view: FileView): boolean {
  const owner = enclosingFunction(call);
  return owner !== undefined && isLifespan(owner, view);
}

/** Whether the `with` around a call stays open while others go on. */
function isLent(call: SyntaxNode<'call'>): boolean {
  const block = enclosing(call, 'with_statement')?.field('body');
  return block !== undefined && [...descendants(block)].some((node) => node.is('yield'));
}

/** The name after `as` in `with Client() as client`. */
function aliasOf(holder: SyntaxNode | undefined): SyntaxNode | undefined {
  return holder?.is('as_pattern') === true && holder.parent?.is('with_item') === true ? holder.field('alias')?.children[0] : undefined;
}

const keepers: ReadonlySet<string> = new Set([
  'add',
  'append',
  'appendleft',
  'insert',
  'put',
  'put_nowait',
  'set',
  'setattr',
  'setdefault',
  'update',
]);

/** Whether a client is put where it outlives the function: an attribute, a container, a closure. */
function isKept(reference: SyntaxNode): boolean {
  const holder = reference.parent;
  if (holder?.is('assignment') === true && holder.field('right')?.id === reference.id) return !holder.field('left').is('identifier');
  if (holder?.is('pair', 'list', 'tuple', 'dictionary', 'expression_list') === true) return true;
  const call = holder?.is('argument_list') === true ? holder.parent : undefined;
  const callee = call?.is('call') === true ? call.field('function') : undefined;
  return keepers.has(callee?.is('attribute') === true ? callee.field('attribute').text : (callee?.text ?? ''));
}

/** Whether the function hands the client back to one that keeps it in a register: `clients[loop] = make_client()`. */
export function isStoredByCaller({ call, uses }: LocalClient, owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  const isHandedBack = [call, ...uses].some(({ parent }) => parent?.is('return_statement') === true);
  const own = isHandedBack ? view.bindingOf(owner.field('name')) : undefined;
  return (own?.references ?? []).some(({ id, parent }) => {
    if (parent?.is('call') !== true || parent.field('function').id !== id) return false;
    const value = parent.parent?.is('await') === true ? parent.parent : parent;
    const target = targetOf(value);
    if (target?.is('identifier') !== true) return target?.is('subscript') === true;
    return view.bindingOf(target)?.references.some((use) => targetOf(use)?.is('subscript') === true) === true;
  });
}

/** What the value of an assignment is assigned to. */
function targetOf(value: SyntaxNode): SyntaxNode | undefined {
  const { parent } = value;
  return parent?.is('assignment') === true && parent.field('right')?.id === value.id ? parent.field('left') : undefined;
}

export type Loop = SyntaxNode<'for_statement' | 'while_statement'>;

/** The loop of the same function each turn of which makes the client. */
export function loopAround({ call }: LocalClient): Loop | undefined {
  const owner = enclosingFunction(call);
  const loop = enclosing(call, 'for_statement', 'while_statement', 'lambda');
  if (owner === undefined || !loop?.is('for_statement', 'while_statement') || !isWithin(loop, owner)) return undefined;
  const body = loop.field('body');
  return isWithin(call, body) ? loop : undefined;
}

/**
 * Whether the client is used in a loop inside of this stretch of code, and so for many calls. What it gave may be waited for in one
 * as well, such as the messages of a socket; a loop over what has arrived makes no call, nor does one that reads an answer in parts.
 */
export function servesManyCalls(client: LocalClient, within: SyntaxNode, view: FileView): boolean {
  const { call, uses } = client;
  const block = enclosing(call, 'with_statement')?.field('body');
  return [...descendants(within)].some((loop) => {
    if (!loop.is(...repeating) || isWithin(call, loop)) return false;
    const repeated = loop.is('while_statement') ? loop : loop.field('body');
    if (uses.some((use) => isWithin(use, repeated))) return true;
    if (block === undefined || !isWithin(loop, block)) return false;
    const waited = [...sourcesOf(loop), ...[...descendants(repeated)].flatMap((node) => (node.is('await') ? node.children : []))];
    return waited.length > 0 && !waited.some((node) => isOfOneAnswer(node, client, view));
  });
}

/** What an `async for` goes over. */
function sourcesOf(loop: SyntaxNode): readonly SyntaxNode[] {
  if (loop.is('for_statement')) return loop.hasToken('async') ? [loop.field('right')] : [];
  return loop.children.flatMap((child) => (child.is('for_in_clause') && child.hasToken('async') ? child.field('right') : []));
}

const answering: ReadonlySet<string> = new Set('delete get head options patch post put request stream'.split(' '));

/** `response.content`, `response.aiter_bytes()`: a part of what one request gave. */
function isOfOneAnswer(part: SyntaxNode, { uses }: LocalClient, view: FileView): boolean {
  const root = rootOf(part);
  const binding = root.is('identifier') && root.id !== part.id ? view.bindingOf(root) : undefined;
  return uses.some(({ parent }) => {
    const request = parent?.is('attribute') === true && answering.has(parent.field('attribute').text) ? parent.parent : undefined;
    const value = request?.parent?.is('await') === true ? request.parent : request;
    const target = value && (aliasOf(value.parent) ?? targetOf(value));
    return target?.is('identifier') === true && binding !== undefined && view.bindingOf(target) === binding;
  });
}

const repeating = [
  'for_statement',
  'while_statement',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
] as const;

function rootOf(node: SyntaxNode): SyntaxNode {
  if (node.is('call')) return rootOf(node.field('function'));
  return node.is('attribute') ? rootOf(node.field('object')) : node;
}

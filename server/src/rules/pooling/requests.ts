/** The requests that are made with a client, and what they say of its purpose. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, descendants, enclosingFunction, stringValue } from '../../syntax/query';
import type { CallArguments } from '../../syntax/query';
import { addressInside, hostsOf, hostWithin } from './addresses';
import type { Host } from './addresses';
import type { LocalClient } from './clients';

/** What sends nothing but the address, if it is given no body. */
const plain: ReadonlySet<string> = new Set(['get', 'head', 'post']);
const closing: ReadonlySet<string> = new Set(['aclose', 'close']);
/** What a call says to a service that it knows. */
const toService = ['params', 'json', 'data', 'content', 'auth'] as const;

/**
 * Whether the client only asks for what an address names that the function is given: a page, a picture, a sign of life. The next
 * address may be of another host, where there is no connection to use again.
 */
export function asksForAnything(client: LocalClient, view: FileView): boolean {
  const requests = requestsOf(client, view);
  const hosts = requests.flatMap((request) => (request === undefined ? [] : hostsAsked(request.given, view)));
  if (requests.some((request) => request?.isPlain !== true) || showsCredentials(client.call)) return false;
  const isTold = requests.some((request) => request !== undefined && isToldHost(request.given, view));
  return isTold && hosts.every((host) => host === 'given' || host === 'unknown');
}

/**
 * Whether something says that the client is for a service: the host that is written down, what it is told, or a path of its own. Where
 * the function is told the host each time, that may be another service each time.
 */
export function asksService(client: LocalClient, view: FileView): boolean {
  const requests = requestsOf(client, view);
  if (requests.some((request) => request !== undefined && isToldHost(request.given, view))) return false;
  if (showsCredentials(client.call)) return true;
  return requests.some((request) => {
    if (request?.isPlain !== true) return request !== undefined;
    return hostsAsked(request.given, view).some((host) => host.startsWith('//')) || hasOwnPath(request.given, view);
  });
}

/** Whether who calls the function says which host it is: by an address, by an object that has one, or by what it is made from. */
function isToldHost(given: CallArguments, view: FileView): boolean {
  const address = addressOf(given);
  if (address === undefined) return false;
  const hosts = hostsAsked(given, view);
  if (hosts.includes('given')) return true;
  if (hosts.some((host) => host.startsWith('//'))) return false;
  const values = address.is('identifier') ? (view.bindingOf(address)?.declarations ?? []).map(({ value }) => value) : [address];
  return values.some((value) => {
    const whole = value?.is('call') === true ? addressInside(value) : value;
    const host = whole?.is('string') === true ? hostWithin(whole) : whole?.is('attribute', 'subscript') === true ? whole : undefined;
    return host !== undefined && isOfCall(host, view);
  });
}

/** Whether an expression begins with what the function is given, or works out, for this one call: `hook.url`, `domain`. */
function isOfCall(expression: SyntaxNode, view: FileView): boolean {
  let root: SyntaxNode | undefined = expression;
  while (root?.is('attribute', 'subscript') === true) root = root.children[0];
  if (root?.is('identifier') !== true || /^(self|cls)$/.test(root.text)) return false;
  const binding = view.bindingOf(root);
  return binding?.scope.kind === 'function' && binding.declarations.every(({ kind }) => kind !== 'import');
}

/** `f"{self.base}/items"`: what stands in the function itself is of one service, wherever that is. */
function hasOwnPath(given: CallArguments, view: FileView): boolean {
  const address = addressOf(given);
  const values = address?.is('identifier') === true ? (view.bindingOf(address)?.declarations ?? []).map(({ value }) => value) : [address];
  return values.some((value) => value?.is('string', 'binary_operator') === true);
}

function addressOf({ positional, keywords }: CallArguments): SyntaxNode | undefined {
  return keywords.get('url') ?? positional[0];
}

function requestsOf({ call, uses }: LocalClient, view: FileView): readonly (MethodCall | undefined)[] {
  const receivers = call.parent?.is('attribute') === true ? [call] : uses;
  return receivers.map((receiver) => methodCall(receiver, view)).filter((request) => request?.isClosing !== true);
}

/** Whether the function sends a key along, which it would not send to anybody. */
function showsCredentials(call: SyntaxNode): boolean {
  const owner = enclosingFunction(call);
  const nodes = owner === undefined ? [] : [...descendants(owner)];
  return nodes.some((node) => node.is('string') && stringValue(node)?.toLowerCase() === 'authorization');
}

interface MethodCall {
  readonly given: CallArguments;
  readonly isPlain: boolean;
  readonly isClosing: boolean;
}

/** The call of a method of what stands there: `client.get(url)`, `asyncio.to_thread(client.get, url)`. */
function methodCall(receiver: SyntaxNode, view: FileView): MethodCall | undefined {
  const method = receiver.parent?.is('attribute') === true ? receiver.parent : undefined;
  const given = method && argumentsFor(method, view);
  if (method === undefined || given === undefined) return undefined;
  const name = method.field('attribute').text;
  const isPlain = plain.has(name) && !toService.some((keyword) => given.keywords.has(keyword));
  const afterVerb = name === 'request' ? { ...given, positional: given.positional.slice(1) } : given;
  return { given: afterVerb, isPlain, isClosing: closing.has(name) };
}

/** What a method gets: in the call of it, or from what runs it in a thread. */
function argumentsFor(method: SyntaxNode, view: FileView): CallArguments | undefined {
  const call = method.parent?.is('argument_list') === true ? method.parent.parent : method.parent;
  if (call?.is('call') !== true) return undefined;
  const all = callArguments(call);
  if (call.field('function').id === method.id) return all;
  const place = all.positional.findIndex(({ id }) => id === method.id);
  return place < 0 || !view.isOffloaded(method) ? undefined : { ...all, positional: all.positional.slice(place + 1) };
}

function hostsAsked({ positional, keywords }: CallArguments, view: FileView, place = 0): readonly Host[] {
  const address = keywords.get('url') ?? positional[place];
  return address === undefined ? ['unknown'] : hostsOf(address, view);
}

const verbs: ReadonlySet<string> = new Set('delete get head options patch post put request ws_connect'.split(' '));

/**
 * Whether the methods of a class ask several hosts by clients of that type: two that are written down, or any that a caller names.
 * A method of its own is handed addresses that begin with the one host as well.
 */
export function asksSeveralHosts(owner: SyntaxNode<'class_definition'>, client: string, view: FileView): boolean {
  const sites = new Set<string>();
  for (const node of descendants(owner)) {
    const callee = node.is('call') ? node.field('function') : undefined;
    if (!node.is('call') || callee?.is('attribute') !== true) continue;
    const verb = callee.field('attribute').text;
    if (!verbs.has(verb) || view.nameOf(callee) !== `${client}.${verb}`) continue;
    const isOwn = enclosingFunction(node)?.field('name').text.startsWith('_') === true;
    for (const host of hostsAsked(callArguments(node), view, verb === 'request' ? 1 : 0)) {
      if (host === 'given' && !isOwn) return true;
      if (host !== 'given' && host !== 'unknown') sites.add(siteOf(host));
    }
  }
  return sites.size > 1;
}

/** `api.shop.example` and `files.shop.example` are one service, more often than not. */
function siteOf(host: string): string {
  const [name = ''] = host.slice('//'.length).split(':', 1);
  return name.split('.').slice(-2).join('.');
}

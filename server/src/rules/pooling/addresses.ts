/**
 * Which host a request goes to, as far as its address says.
 *
 * Invariant: what is not known is `unknown`, and never taken for another host or for the same one.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { enclosingFunction, parametersOf, stringValue, unparenthesised } from '../../syntax/query';

/** `given`: the function is told at each call, and it may be another one each time. A host that is written down begins with `//`. */
export type Host = 'given' | 'unknown' | `//${string}`;

type Binding = NonNullable<ReturnType<FileView['bindingOf']>>;
type Seen = ReadonlySet<Binding>;

/** All hosts that the address may have; none where it leads back to itself. */
export function hostsOf(address: SyntaxNode, view: FileView, seen: Seen = new Set()): readonly Host[] {
  const node = unparenthesised(address);
  const first = node.is('concatenated_string', 'tuple', 'list') ? node.children.find((child) => !child.is('comment')) : undefined;
  if (first !== undefined) return hostsOf(first, view, seen);
  if (node.is('string')) return hostsOfText(node, view, seen);
  if (node.is('binary_operator')) return hostsOf(node.field('left'), view, seen);
  if (node.is('boolean_operator')) return [node.field('left'), node.field('right')].flatMap((side) => hostsOf(side, view, seen));
  if (node.is('identifier')) return hostsOfName(node, view, seen);
  if (node.is('attribute')) return hostsOfPart(node, view, seen);
  const inner = node.is('call') ? addressInside(node) : undefined;
  return inner === undefined ? ['unknown'] : hostsOf(inner, view, seen);
}

/** `"https://a.example/x"`, `f"{base}/x"`, `f"{scheme}://{host}/x"`: what stands between the two slashes and the next one. */
function hostsOfText(literal: SyntaxNode, view: FileView, seen: Seen): readonly Host[] {
  let scheme: string | undefined = '';
  const parts = literal.children.filter((part) => part.is('string_content', 'interpolation'));
  for (const [index, part] of parts.entries()) {
    if (part.is('interpolation')) {
      const next = parts[index + 1];
      const isScheme = scheme === '' && next?.is('string_content') === true && next.text.startsWith('://');
      const inner = part.children[0];
      const [rest = ''] = next?.is('string_content') === true ? next.text.split('/', 1) : [];
      // `f"https://{region}.api.example/items"`: whose host it is stands there.
      if (scheme !== '' && /^\.[^.]+\./.test(rest)) return [`//*${rest}`];
      if (!isScheme) return inner === undefined ? ['unknown'] : hostsOf(inner, view, seen);
      continue;
    }
    const [before, after] = part.text.split('://', 2);
    if (after === undefined || before?.includes('/') === true) return ['unknown'];
    const [host = ''] = after.split('/', 1);
    if (host !== '') return index === parts.length - 1 || after.includes('/') ? [`//${host}`] : ['unknown'];
    scheme = before;
  }
  return ['unknown'];
}

/** The expression in an address that stands where the host does: `domain` in `f"https://{domain}/x"`. */
export function hostWithin(literal: SyntaxNode<'string'>): SyntaxNode | undefined {
  const [scheme, host] = literal.children.filter((part) => part.is('string_content', 'interpolation'));
  const isAfterScheme = scheme?.is('string_content') === true && /^https?:\/\/$/.test(scheme.text);
  return isAfterScheme && host?.is('interpolation') === true ? host.children[0] : undefined;
}

function hostsOfName(name: SyntaxNode<'identifier'>, view: FileView, seen: Seen): readonly Host[] {
  const binding = view.bindingOf(name);
  if (binding === undefined) return ['unknown'];
  if (seen.has(binding)) return [];
  return binding.declarations.flatMap(({ kind, value }): readonly Host[] => {
    if (kind === 'parameter') return isToldEachTime(name, binding) ? ['given'] : ['unknown'];
    return kind === 'assignment' && value !== undefined ? hostsOf(value, view, new Set([...seen, binding])) : ['unknown'];
  });
}

/** Whether a parameter is the caller's to fill in; a default that names a host, or what provides one, mostly holds. */
function isToldEachTime(name: SyntaxNode, { name: text, scope }: Binding): boolean {
  const owner = enclosingFunction(name);
  if (owner?.id !== scope.node.id) return false;
  const parameter = parametersOf(owner).find(({ name: own, kind }) => own.text === text && !kind.startsWith('var-'));
  if (parameter === undefined) return false;
  const usual = parameter.default;
  if (usual?.is('call') === true) return !usual.field('function').text.endsWith('Depends');
  return usual === undefined || usual.is('none') || stringValue(usual) === '';
}

/** `parsed.netloc` is a part of what `parsed` is made from. What an object keeps that the function got, nobody says. */
function hostsOfPart(part: SyntaxNode<'attribute'>, view: FileView, seen: Seen): readonly Host[] {
  const object = part.field('object');
  const binding = object.is('identifier') ? view.bindingOf(object) : undefined;
  const isLocal = binding?.scope.kind === 'function' && binding.declarations.every(({ kind }) => kind === 'assignment');
  return isLocal ? hostsOf(object, view, seen) : ['unknown'];
}

const keepHost: ReadonlySet<string> = new Set('URL str urljoin urlparse urlsplit urlunparse urlunsplit'.split(' '));
const keepText: ReadonlySet<string> = new Set('format lower removesuffix replace rstrip strip'.split(' '));

/** The address that a call gives back in another shape: `base.rstrip("/")`, `urljoin(base, path)`. */
export function addressInside(call: SyntaxNode<'call'>): SyntaxNode | undefined {
  const callee = call.field('function');
  const name = callee.is('attribute') ? callee.field('attribute').text : callee.text;
  if (callee.is('attribute') && keepText.has(name)) return callee.field('object');
  return keepHost.has(name) ? call.field('arguments').children.find((argument) => !argument.is('comment')) : undefined;
}

/** What containers of Python hold, as far as their type arguments tell. */
import { containerKind } from '../semantic/containers';
import { certain, type Evaluated, type Instance } from './values';

/** What stands at a place of a tuple or a sequence; a tuple with a single type argument may have any length. */
export function partOf({ of, args }: Instance, place: number): Evaluated | undefined {
  const kind = of.kind === 'external' ? containerKind(of.name) : undefined;
  if (kind === 'sequence') return args[0];
  return kind === 'tuple' ? args[args.length === 1 ? 0 : place] : undefined;
}

/** What a loop over a container gives; of a tuple of different things nothing is known. */
export function elementOf({ of, args }: Instance): Evaluated | undefined {
  const kind = of.kind === 'external' ? containerKind(of.name) : undefined;
  const isAsync = of.kind === 'external' && of.name.startsWith('collections.abc.');
  if (kind === 'tuple') return args.length === 1 ? args[0] : undefined;
  return kind !== undefined || isAsync ? args[0] : undefined;
}

/** What calling a method of a container gives, where it gives what the container holds. */
export function givenByMethod(container: Instance, method: string): Evaluated | undefined {
  const { of, args } = container;
  const kind = of.kind === 'external' ? containerKind(of.name) : undefined;
  if (kind === undefined) return undefined;
  const [first, second] = args;
  if (method === 'copy') return certain(container);
  if (kind !== 'mapping') return ofSequence.has(method) && (kind !== 'tuple' || args.length === 1) ? first : undefined;
  if (ofMapping.has(method)) return second;
  if (method === 'values') return iteratorOf(second);
  if (method === 'keys') return iteratorOf(first);
  return method === 'items' ? iteratorOf(certain({ ...container, of: { kind: 'external', name: 'builtins.tuple' } })) : undefined;
}

const ofSequence: ReadonlySet<string> = new Set(['__getitem__', 'pop', 'popleft']);
const ofMapping: ReadonlySet<string> = new Set(['__getitem__', 'get', 'pop', 'setdefault']);

/** An iterator over such elements. */
export function iteratorOf(element: Evaluated | undefined): Evaluated {
  return certain({ kind: 'instance', of: { kind: 'external', name: 'collections.abc.Iterator' }, args: [element] });
}

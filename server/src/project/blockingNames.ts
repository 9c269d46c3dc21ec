/**
 * Which names may stand for something that comes to block when it is called, told by names alone.
 *
 * Invariant: whatever a chain of blocking calls can begin with in the file has one of these names; most of what has one of them
 * never blocks.
 */
import { factSet, type FactTable } from '../catalogue/callFacts';
import { unnamed, type ChunkCalls } from '../semantic/chunkCalls';
import type { LocalModel } from '../semantic/model';

/** What may block, by the names that a file writes. */
export interface BlockingNames {
  /** Whether something may come to block that is called so, whoever defines it. */
  mayBlock(name: string): boolean;
  /** Whether calls so written in synchronous functions of the file may. */
  mayBlockWithin(name: string): boolean;
}

/**
 * `reach`: the facts that calls in the file can have. `mayBind` says whether another file may have something with a name that can
 * be called: it is not known what that calls.
 */
export function createBlockingNames(
  { scopes, log }: LocalModel,
  reach: () => FactTable,
  mayBind: (name: string) => boolean,
): BlockingNames {
  let names: ReadonlySet<string> | undefined;
  const isNamed = (name: string): boolean => (names ??= namesThatBlock(scopes.calls, reach(), mayBind)).has(name);
  const noted = (name: string, isBlocking: boolean): boolean => {
    if (!isBlocking) log.blocking(name);
    return isBlocking;
  };
  return {
    mayBlock: (name) => noted(name, isNamed(name) || mayBind(name)),
    mayBlockWithin: (name) => noted(name, isNamed(name)),
  };
}

/** The names of what calls something that blocks, and of what calls that, and so on; those at the ends among them. */
function namesThatBlock(calls: readonly ChunkCalls[], reach: FactTable, mayBind: (name: string) => boolean): ReadonlySet<string> {
  const isEnd = (name: string): boolean => name === unnamed || ((reach.under(name) | reach.ofAnyName) & blocks) !== 0 || mayBind(name);
  const found = new Set<string>();
  const pending: string[] = [];
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    pending.push(name);
  };
  const callers = new Map<string, string[]>();
  for (const [caller, called] of pairsOf(calls)) {
    const known = callers.get(called);
    if (known !== undefined) known.push(caller);
    else {
      callers.set(called, [caller]);
      if (isEnd(called)) add(called);
    }
  }
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) for (const caller of callers.get(name) ?? []) add(caller);
  return found;
}

/** What has a name, and what it calls or stands for. */
function* pairsOf(calls: readonly ChunkCalls[]): Generator<readonly [name: string, called: string]> {
  const everyCalled = new Set<string>();
  for (const { called } of calls) for (const name of called) everyCalled.add(name);
  for (const chunk of calls) {
    for (const [name, called] of chunk.byName) for (const one of called) yield [name, one];
    for (const pair of chunk.values((name) => everyCalled.has(name))) if (pair[0] !== pair[1]) yield pair;
  }
}

const blocks = factSet(['blocks']);

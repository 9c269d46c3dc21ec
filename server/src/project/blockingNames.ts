/**
 * Which names may stand for something that comes to block when it is called, told by names alone.
 *
 * Invariant: whatever a chain of blocking calls can begin with in the file has one of these names; most of what has one of them
 * never blocks.
 */
import { factSet } from '../catalogue/callFacts';
import type { FactTable } from '../catalogue/schema';
import { unnamed } from '../semantic/chunkCalls';
import type { LeadingNames } from '../semantic/leadingNames';
import type { LocalModel } from '../semantic/model';

/**
 * Says of a name whether something that is called so may come to block. `reach`: the facts that calls in the file can have.
 * `hasOthers` says whether there are other files: what they have by a name, and what that calls, is not looked into, as most names
 * of a project stand for something in it that may block.
 */
export function blockingNames({ scopes, log }: LocalModel, reach: () => FactTable, hasOthers: () => boolean): (name: string) => boolean {
  let names: LeadingNames | undefined;
  const leading = (): LeadingNames => {
    const facts = reach();
    names ??= scopes.namesLeadingTo(facts, (name) => name === unnamed || ((facts.under(name) | facts.ofAnyName) & blocks) !== 0);
    return names;
  };
  return (name) => {
    if (hasOthers() || leading().has(name)) return true;
    log.blocking(name);
    return false;
  };
}

const blocks = factSet(['blocks']);

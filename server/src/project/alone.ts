/**
 * Coroutines that nothing else waits for the event loop beside: those that only start-up and shutdown await, and one that a
 * thread runs on a loop of its own.
 *
 * Invariants: everybody who is known to run the function has to say so, and somebody does; what tests do says nothing; a loop
 * is a coroutine's own only while all that is awaited on it is sleeps.
 */
import type { KnownUses, Use } from './knownUses';
import type { RoleKind } from './roles';
import type { FunctionFacts } from './summary';
import { factsOfFunction, keyOf, type ProjectFunction } from './values';

/** Whether nothing else is known to wait for the event loop while a coroutine function runs. */
export function runsAlone(definition: ProjectFunction, known: KnownUses): boolean {
  return companyOf(definition, known, new Set()) === 'alone';
}

/** Whether a function runs alone, or beside others; undefined where nobody is known to run it, but for tests. */
type Company = 'alone' | 'others' | undefined;

/** More functions are not asked about. */
const mostFunctions = 40;

function companyOf(definition: ProjectFunction, known: KnownUses, seen: Set<string>): Company {
  const key = keyOf(definition);
  if (seen.has(key)) return undefined;
  if (seen.size >= mostFunctions) return 'others';
  seen.add(key);
  const role = known.roleOf(definition);
  if (role !== undefined) return startsOrEnds.has(role) ? 'alone' : tests.has(role) ? undefined : 'others';
  const facts = factsOfFunction(definition, known.evaluation);
  // A decorator that is not known may hand the function to anybody.
  if (facts === undefined || facts.decorators !== undefined) return 'others';
  return together(known.eachUse(definition), (use) => companyBy(use, definition, facts, known, seen));
}

const startsOrEnds: ReadonlySet<RoleKind> = new Set(['lifespan', 'event-handler']);
const tests: ReadonlySet<RoleKind> = new Set(['test', 'fixture']);

function together<Item>(items: Iterable<Item>, ask: (item: Item) => Company): Company {
  let found: Company;
  for (const item of items) {
    const company = ask(item);
    if (company === 'others') return 'others';
    found ??= company;
  }
  return found;
}

function companyBy(use: Use, used: ProjectFunction, facts: FunctionFacts, known: KnownUses, seen: Set<string>): Company {
  if (use.by === undefined) return 'others';
  const user: ProjectFunction = { kind: 'function', file: use.file, path: use.by };
  const role = known.roleOf(user);
  if (role !== undefined && tests.has(role)) return undefined;
  if (use.runs === 'awaited') return companyOf(user, known, seen);
  if (use.runs !== 'on-own-loop' && use.runs !== 'on-own-loop-in-thread') return 'others';
  if (use.runs === 'on-own-loop' && !isRunByThreads(user, known)) return 'others';
  return facts.kind === 'coroutine' && onlySleeps(used, known, new Set()) ? 'alone' : 'others';
}

/** Whether a function is handed to threads, and nothing else is done with it. */
function isRunByThreads(definition: ProjectFunction, known: KnownUses): boolean {
  if (known.roleOf(definition) !== undefined) return false;
  let isRun = false;
  for (const { runs } of known.eachUse(definition)) {
    if (runs !== 'in-thread') return false;
    isRun = true;
  }
  return isRun;
}

/** Whether a coroutine, and whichever it awaits, gives the loop nothing else to do. */
function onlySleeps(definition: ProjectFunction, known: KnownUses, seen: Set<string>): boolean {
  const key = keyOf(definition);
  if (seen.has(key)) return true;
  seen.add(key);
  const { evaluation } = known;
  const facts = factsOfFunction(definition, evaluation);
  if (facts?.kind !== 'coroutine' || facts.awaitsMore === true || facts.decorators !== undefined) return false;
  return (facts.calls ?? []).every((call) => {
    const value = evaluation.evaluate(call.callee, definition.file)?.value;
    const called = value?.kind === 'function' ? value : undefined;
    if (call.runs === 'awaited') return called !== undefined && onlySleeps(called, known, seen);
    return called === undefined || factsOfFunction(called, evaluation)?.kind !== 'coroutine';
  });
}

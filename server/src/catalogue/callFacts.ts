/**
 * Which facts there are on anything that has a last name, by library: of most calls this alone tells that no rule has anything
 * to say, before anybody works out what is called.
 *
 * Invariants: a call of something with a fact is always called by one of the last names that the fact stands under here, unless
 * its method is one that is made at run time; those may have any name. What a library hands out is its own, or of a library that
 * it leads to.
 */
import type { Api, FactSet, FactTable, Library, Rows } from './schema';

/** What rules pick calls out by, and when a row has it. There are 31 at most, since a set of them is a number. */
const facts = {
  /** Holds its thread, other than by driving an event loop. */
  blocks: ({ blocks }) => blocks !== undefined && blocks !== 'event-loop',
  drivesLoop: ({ blocks }) => blocks === 'event-loop',
  isAsync: ({ isAsync }) => isAsync === true,
  waitsForNetwork: ({ timeout }) => timeout?.isNetwork === true,
  passes: ({ passes }) => passes !== undefined,
  offloads: ({ offloads }) => offloads !== undefined,
  retry: ({ retry }) => retry !== undefined,
  changesRetry: ({ changesRetry }) => changesRetry === true,
  pools: ({ pools }) => pools !== undefined,
  pool: ({ pool }) => pool !== undefined,
  mustKeep: ({ mustKeep }) => mustKeep === true,
  opens: ({ opens }) => opens === true,
  enters: ({ enters }) => enters !== undefined,
  endsWaitOf: ({ endsWaitOf }) => endsWaitOf !== undefined,
  swallows: ({ swallows }) => swallows === true,
  holds: ({ holds }) => holds !== undefined,
  puts: ({ puts }) => puts !== undefined,
  runsIn: ({ runsIn }) => runsIn !== undefined,
  raises: ({ raises }) => raises !== undefined,
  caches: ({ caches }) => caches !== undefined,
} as const satisfies Readonly<Record<string, (api: Api) => boolean>>;

/** A kind of fact that a rule can ask for by its name. */
export type CallFact = keyof typeof facts;

const bits = new Map((Object.keys(facts) as CallFact[]).map((fact, bit) => [fact, 1 << bit]));

/** The set of these facts. */
export function factSet(wanted: Iterable<CallFact>): FactSet {
  let set = 0;
  for (const fact of wanted) set |= bits.get(fact) ?? 0;
  return set;
}

/** The facts that a row states. */
export function factsIn(api: Api): FactSet {
  let set = 0;
  for (const [fact, bit] of bits) if (facts[fact](api)) set |= bit;
  return set;
}

/** What is known of the names of one library, or of several that begin with the same part, before they are looked through. */
export interface NameFacts {
  /** By the facts: every last name of something with just these, one after another with a space between. */
  readonly names: Readonly<Record<FactSet, string>>;
  /** On methods that are made at run time. */
  readonly ofAnyName?: FactSet;
  /** The first parts of what it hands out besides its own, with a space between. */
  readonly leadsTo?: string;
}

/** By the first part of a library's names. */
export type CallFacts = Readonly<Record<string, NameFacts>>;

type FactsByName = Map<string, FactSet>;

interface OpenLibrary {
  readonly ofNames: FactsByName;
  readonly leadsTo: Set<string>;
}

/** The facts of all libraries, by the names that calls of them can have. */
export function callFactsOf(libraries: readonly Library[]): CallFacts {
  const roots = new Map<string, OpenLibrary>();
  const openFor = (root: string): OpenLibrary => {
    const open = roots.get(root) ?? { ofNames: new Map<string, FactSet>(), leadsTo: new Set<string>() };
    roots.set(root, open);
    return open;
  };
  for (const library of libraries) {
    const root = rootOf(library.module);
    const open = openFor(root);
    addFacts(library, open.ofNames);
    for (const name of handedOut(library)) if (rootOf(name) !== root) open.leadsTo.add(rootOf(name));
    // A fork has the facts of what it is a fork of.
    for (const fork of library.forks ?? []) openFor(rootOf(fork)).leadsTo.add(root);
  }
  addOtherNames(libraries, roots);
  return Object.fromEntries([...roots].sort(([one], [other]) => (one < other ? -1 : 1)).map(([root, open]) => [root, factsOf(open)]));
}

function factsOf({ ofNames, leadsTo }: OpenLibrary): NameFacts {
  const names: Record<FactSet, string> = {};
  for (const [name, set] of [...ofNames].sort())
    if (set !== 0 && name !== anyMethod) names[set] = names[set] === undefined ? name : `${names[set]} ${name}`;
  const ofAnyName = ofNames.get(anyMethod) ?? 0;
  return {
    names,
    ...(ofAnyName === 0 ? {} : { ofAnyName }),
    ...(leadsTo.size === 0 ? {} : { leadsTo: [...leadsTo].sort().join(' ') }),
  };
}

/** The qualified names of what using a library can give. */
function* handedOut({ apis, reexports = {} }: Rows): Iterable<string> {
  yield* Object.values(reexports);
  for (const api of Object.values(apis)) yield* handedOutBy(api);
}

function* handedOutBy({ returns, enters, bases = [], methods = {} }: Api): Iterable<string> {
  for (const name of [returns, enters, ...bases]) if (name !== undefined) yield name;
  for (const method of Object.values(methods)) yield* handedOutBy(method);
}

function rootOf(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

type Modules = ReadonlySet<string>;

/** Says which facts calls can have; see `Catalogue.callFactsIn`. The same table for modules that lead to the same libraries. */
export function factTables(facts: () => CallFacts, userRows: readonly Rows[]): (own: Modules, others: Modules | undefined) => FactTable {
  let known: CallFacts | undefined;
  const tables = new Map<string, FactTable>();
  const tableOfRoots = (roots: readonly string[], all: CallFacts): FactTable => {
    const key = roots.join(' ');
    const table = tables.get(key) ?? tableOf(roots, all, userRows);
    tables.set(key, table);
    return table;
  };
  // By the libraries that are imported, which are fewer than those that they lead to.
  const ofImports = new Map<string, FactTable>();
  const tableWith = (modules: Modules | undefined): FactTable => {
    const all = (known ??= facts());
    if (modules === undefined) return tableOfRoots(Object.keys(all), all);
    const libraries = [...modules].filter((module) => Object.hasOwn(all, module)).sort();
    const key = libraries.join(' ');
    const table = ofImports.get(key) ?? tableOfRoots(reached(libraries, all), all);
    ofImports.set(key, table);
    return table;
  };
  // A set is looked through once: that of a large project has thousands of names, and each check asks.
  const ofProjects = new WeakMap<Modules, FactTable>();
  const ofFiles = new WeakMap<Modules, { readonly others: Modules | undefined; readonly table: FactTable }>();
  return (own, others) => {
    const last = ofFiles.get(own);
    if (last !== undefined && last.others === others) return last.table;
    // Mostly the file is one of the project's, whose modules are the same for all of its files.
    const isAmong = others !== undefined && [...own].every((module) => others.has(module));
    const known = isAmong ? ofProjects.get(others) : undefined;
    const table = known ?? tableWith(isAmong ? others : others && new Set([...others, ...own]));
    if (isAmong) ofProjects.set(others, table);
    ofFiles.set(own, { others, table });
    return table;
  };
}

/** The libraries among modules, and those that they lead to, in order. What is built in is always at hand. */
function reached(modules: Iterable<string>, facts: CallFacts): readonly string[] {
  const found = new Set<string>();
  const pending = ['builtins', ...modules];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    const own = Object.hasOwn(facts, root) ? facts[root] : undefined;
    if (own === undefined || found.has(root)) continue;
    found.add(root);
    if (own.leadsTo !== undefined) pending.push(...own.leadsTo.split(' '));
  }
  return [...found].sort();
}

function tableOf(roots: readonly string[], facts: CallFacts, userRows: readonly Rows[]): FactTable {
  const ofNames: FactsByName = new Map();
  let ofAnyName = 0;
  for (const root of roots) {
    const { names = {}, ofAnyName: ofAny = 0 } = facts[root] ?? {};
    ofAnyName |= ofAny;
    for (const [set, group] of Object.entries(names))
      for (const name of group.split(' ')) ofNames.set(name, (ofNames.get(name) ?? 0) | Number(set));
  }
  for (const rows of userRows) addFacts(rows, ofNames);
  return { under: (lastName) => ofNames.get(lastName) ?? 0, ofAnyName };
}

/** The facts of rows under the last parts of their names; `*` where there is a class with any method. */
function addFacts({ apis }: Rows, ofNames: FactsByName): void {
  for (const [name, api] of Object.entries(apis)) addApi(name, api, ofNames);
}

function addApi(name: string, api: Api, ofNames: FactsByName): void {
  const last = name.slice(name.lastIndexOf('.') + 1);
  ofNames.set(last, (ofNames.get(last) ?? 0) | factsIn(api));
  for (const [method, row] of Object.entries(api.methods ?? {})) addApi(method, row, ofNames);
}

/** Other names stand for what their own name stands for, and that may be another name in turn. */
function addOtherNames(libraries: readonly Library[], roots: ReadonlyMap<string, OpenLibrary>): void {
  const ofNames = (module: string): FactsByName | undefined => roots.get(rootOf(module))?.ofNames;
  const pairs = libraries.flatMap(({ module, aliases = {}, reexports = {} }) => [
    ...Object.entries(aliases).map(([other, own]) => ({ module, other, own: `${module}.${own}` })),
    ...Object.entries(reexports).map(([other, own]) => ({ module, other, own })),
  ]);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const { module, other, own } of pairs) {
      const last = other.slice(other.lastIndexOf('.') + 1);
      const set = ofNames(own)?.get(own.slice(own.lastIndexOf('.') + 1)) ?? 0;
      const before = ofNames(module)?.get(last) ?? 0;
      if ((before | set) === before) continue;
      ofNames(module)?.set(last, before | set);
      hasChanged = true;
    }
  }
}

const anyMethod = '*';

/**
 * Which facts there are on anything that has a last name: of most calls this alone tells that no rule has anything to say,
 * before anybody works out what is called.
 *
 * Invariant: a call of something with a fact is always called by one of the last names that the fact stands under here, unless
 * its method is one that is made at run time; those stand under none, and their modules are named.
 */
import type { Api, Catalogue, Library, Rows } from './schema';

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
} as const satisfies Readonly<Record<string, (api: Api) => boolean>>;

export type CallFact = keyof typeof facts;

/** A set of facts: one bit for each. */
export type FactSet = number;

const bits = new Map((Object.keys(facts) as CallFact[]).map((fact, bit) => [fact, 1 << bit]));

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

/** The facts on methods that are made at run time. */
export interface OpenFacts {
  /** The modules of the libraries that have classes with such methods. */
  readonly modules: readonly string[];
  readonly facts: FactSet;
}

/** What is known of libraries before they are looked through. */
export interface CallFacts {
  /** By the facts: every last name of something with just these, one after another with a space between. */
  readonly names: Readonly<Record<FactSet, string>>;
  readonly ofAnyName: OpenFacts;
}

type FactsByName = Map<string, FactSet>;

export function callFactsOf(libraries: readonly Library[]): CallFacts {
  const ofNames: FactsByName = new Map();
  const modules = new Set<string>();
  let facts = 0;
  for (const library of libraries) {
    addFacts(library, ofNames);
    const open = ofNames.get(anyMethod);
    if (open === undefined) continue;
    ofNames.delete(anyMethod);
    facts |= open;
    for (const module of [library.module, ...(library.forks ?? [])]) modules.add(module.split('.')[0] ?? module);
  }
  addOtherNames(libraries, ofNames);
  const names: Record<FactSet, string> = {};
  for (const [name, set] of [...ofNames].sort()) if (set !== 0) names[set] = names[set] === undefined ? name : `${names[set]} ${name}`;
  return { names, ofAnyName: { modules: [...modules].sort(), facts } };
}

/** What a catalogue answers of the facts of libraries and of a project's own rows; worked out when it is first asked. */
export function factTable(facts: () => CallFacts, userRows: readonly Rows[]): Pick<Catalogue, 'factsUnder' | 'factsOfAnyName'> {
  let known: { readonly ofNames: FactsByName; readonly ofAnyName: OpenFacts } | undefined;
  const table = (): NonNullable<typeof known> => {
    if (known !== undefined) return known;
    const { names, ofAnyName } = facts();
    const ofNames: FactsByName = new Map();
    for (const [set, group] of Object.entries(names)) for (const name of group.split(' ')) ofNames.set(name, Number(set));
    for (const rows of userRows) addFacts(rows, ofNames);
    return (known = { ofNames, ofAnyName });
  };
  return { factsUnder: (lastName) => table().ofNames.get(lastName) ?? 0, factsOfAnyName: () => table().ofAnyName };
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
function addOtherNames(libraries: readonly Library[], ofNames: FactsByName): void {
  const pairs = libraries.flatMap(({ aliases = {}, reexports = {} }) => [...Object.entries(aliases), ...Object.entries(reexports)]);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const [other, own] of pairs) {
      const last = other.slice(other.lastIndexOf('.') + 1);
      const set = ofNames.get(own.slice(own.lastIndexOf('.') + 1)) ?? 0;
      const before = ofNames.get(last) ?? 0;
      if ((before | set) === before) continue;
      ofNames.set(last, before | set);
      hasChanged = true;
    }
  }
}

const anyMethod = '*';

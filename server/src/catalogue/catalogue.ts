/**
 * The catalogue: facts on Python names, found by any name that reaches the same object.
 *
 * Invariants: a catalogue's answers never change after it is made; a name of no known library costs one look into a map; a
 * row of the project is a row like any other, and where both state a fact, the later library wins.
 *
 * A file asks for a few of the libraries, so one is indexed when a name that begins with its first part is asked for: the
 * start costs nothing for all the others, however many there are.
 */
import { callFactsOf, factTables, type CallFacts } from './callFacts';
import type { Api, Catalogue, Library, NamedApi, NamedError, Rows } from './schema';

/** Joins the built-in libraries and the project's own rows. `facts`: of the libraries, where that is known already. */
export function createCatalogue(libraries: readonly Library[], userRows: readonly Rows[] = [], facts?: CallFacts): Catalogue {
  const index: Index = { rows: new Map(), errors: new Map(), aliases: new Map(), roots: new Map() };
  for (const library of libraries) {
    addToRoot(index, library.module, { library });
    for (const fork of library.forks ?? []) addToRoot(index, fork, { library, fork });
  }
  const ofLibraries = new Set(index.roots.keys());
  for (const rows of userRows) addUserRows(index, rows);
  const answers = new Map<string, NamedApi | 'unknown'>();
  return {
    lookup: (name) => {
      if (name === undefined) return undefined;
      const known = answers.get(name);
      if (known !== undefined) return known === 'unknown' ? undefined : known;
      // Every name of every file is asked for; starting afresh now and then only costs some looking up.
      if (answers.size >= mostAnswers) answers.clear();
      const found = find(index, name);
      answers.set(name, found ?? 'unknown');
      return found;
    },
    error: (name) => (name === undefined ? undefined : findError(index, name)),
    errorsBeside: (name) => {
      const root = name.split('.')[0] ?? name;
      if (index.roots.has(root)) indexRoot(index, root);
      return [...index.errors.values()].filter((error) => error.name.startsWith(`${root}.`));
    },
    callFactsIn: factTables(() => facts ?? callFactsOf(libraries), userRows),
    isLibrary: (module) => ofLibraries.has(module),
    names: () => {
      for (const root of index.roots.keys()) indexRoot(index, root);
      return index.rows.keys();
    },
  };
}

const mostAnswers = 20_000;

interface Index {
  /** By the row's own name, methods as `requests.Session.get`. */
  readonly rows: Map<string, NamedApi>;
  /** Exception classes by their own names. */
  readonly errors: Map<string, NamedError>;
  /** From another name of an object to its own. */
  readonly aliases: Map<string, string>;
  /** By the first part of names, what is still to be indexed: most names that are asked for begin with none of them. */
  readonly roots: Map<string, Source[]>;
}

/** A library, under its own module's name or that of a fork. */
interface Source {
  readonly library: Library;
  readonly fork?: string;
}

function addToRoot({ roots }: Index, module: string, ...sources: readonly Source[]): void {
  const root = module.split('.')[0] ?? module;
  const known = roots.get(root);
  if (known === undefined) roots.set(root, [...sources]);
  else known.push(...sources);
}

/** Indexes the libraries whose names begin so, unless that is done. */
function indexRoot(index: Index, root: string): void {
  // Emptied first: their twins may be in the same libraries, or in some that have their twins in these.
  const sources = index.roots.get(root)?.splice(0) ?? [];
  const added = sources.flatMap(({ library, fork }) =>
    fork === undefined ? addRows(index, library, library.distribution ?? library.module) : addRows(index, renamed(library, fork), fork),
  );
  for (const row of added) addTwinsOfMethods(index, row);
}

/** The row of an object, by any of its names. */
function find(index: Index, name: string): NamedApi | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const root = name.slice(0, dot);
  if (!index.roots.has(root)) return undefined;
  indexRoot(index, root);
  const row = index.rows.get(name);
  if (row !== undefined) return row;
  const own = ownName(index, name);
  return own === name ? inherited(index, name) : find(index, own);
}

/** The exception class, by any of its names. */
function findError(index: Index, name: string): NamedError | undefined {
  const root = name.split('.')[0] ?? name;
  if (!index.roots.has(root)) return undefined;
  indexRoot(index, root);
  const own = ownName(index, name);
  const known = index.errors.get(own);
  return known !== undefined || own === name ? known : findError(index, own);
}

/** The name with its longest part that is an alias replaced. */
function ownName(index: Index, name: string): string {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const own = index.aliases.get(name.slice(0, end));
    if (own !== undefined) return own + name.slice(end);
  }
  return name;
}

function inherited(index: Index, name: string): NamedApi | undefined {
  const dot = name.lastIndexOf('.');
  const owner = name.slice(0, dot);
  const bases = index.rows.get(owner)?.bases ?? [];
  for (const base of bases) {
    const row = find(index, base + name.slice(dot));
    if (row !== undefined) return row;
  }
  // Methods that are made at run time are public ones: what Python itself asks an object for is not among them.
  const other = name.startsWith('_', dot + 1) ? undefined : index.rows.get(`${owner}.*`);
  return other === undefined ? undefined : { ...other, name };
}

/** The rows that are classes, which may have twins. */
function addRows(index: Index, rows: Rows, library: string): readonly NamedApi[] {
  const { module, apis, aliases = {}, reexports = {} } = rows;
  for (const [alias, name] of Object.entries(aliases)) index.aliases.set(`${module}.${alias}`, `${module}.${name}`);
  for (const [alias, name] of Object.entries(reexports)) index.aliases.set(`${module}.${alias}`, name);
  addErrors(index, rows);
  return Object.entries(apis).map(([name, api]) => addRow(index, `${module}.${name}`, api, { library, rows }));
}

function addErrors(index: Index, rows: Rows): void {
  const { module, errors = {} } = rows;
  for (const [name, { of, kind, also = [] }] of Object.entries(errors)) {
    const own = `${module}.${name}`;
    index.errors.set(own, { name: own, bases: of.map((base) => errorName(base, rows)), kind });
    for (const alias of also) index.aliases.set(`${module}.${alias}`, own);
  }
}

/** The qualified name of a class that is of the table, or is qualified already. */
function errorName(name: string, { module, errors }: Rows): string {
  return errors !== undefined && Object.hasOwn(errors, name) ? `${module}.${name}` : name;
}

function addRow(index: Index, name: string, api: Api, origin: { readonly library: string; readonly rows: Rows }): NamedApi {
  const { library, rows } = origin;
  const isClass = api.methods !== undefined || api.bases !== undefined;
  const raised = api.raises ?? (api.blocks === undefined && api.isAsync !== true && api.opens !== true ? undefined : rows.raises);
  const raises = raised === undefined ? {} : { raises: raised.map((error) => errorName(error, rows)) };
  const row = { ...(isClass ? { returns: name, methods: {} } : {}), ...api, ...raises, name, library };
  index.rows.set(name, row);
  for (const [method, facts] of Object.entries(api.methods ?? {})) addRow(index, `${name}.${method}`, facts, origin);
  return row;
}

/** The project may use any name of an object, and of a method that a class inherits. */
function addUserRows(index: Index, { module, apis }: Rows): void {
  addToRoot(index, module);
  for (const [rest, api] of Object.entries(apis)) {
    const said = `${module}.${rest}`;
    const known = find(index, said) ?? { name: said, library: module };
    const name = ownName(index, said);
    index.rows.set(name, { ...joined(known, api), name, library: known.library });
  }
}

/** Facts joined; what the project calls blocking keeps the kind that is known, and is no longer debatable. */
function joined(known: Api, added: Api): Api {
  const { blocks: stated, confidence, ...facts } = { ...known, ...added };
  const blocks = stated === 'declared' ? (known.blocks ?? stated) : stated;
  if (blocks === undefined || facts.neverBlocks === true) return facts;
  return { ...facts, blocks, ...(confidence === undefined || added.blocks !== undefined ? {} : { confidence }) };
}

function addTwinsOfMethods(index: Index, { name, asyncTwin, methods = {} }: NamedApi): void {
  if (asyncTwin === undefined) return;
  for (const method of Object.keys(methods)) {
    const row = index.rows.get(`${name}.${method}`);
    if (row?.blocks === undefined || row.asyncTwin !== undefined || find(index, `${asyncTwin}.${method}`) === undefined) continue;
    index.rows.set(row.name, { ...row, asyncTwin: `${asyncTwin}.${method}` });
  }
}

/** The library under another module's name. */
function renamed(library: Library, module: string): Rows {
  const rename = (name: string): string => (name.startsWith(`${library.module}.`) ? module + name.slice(library.module.length) : name);
  return { ...library, module, apis: mapValues(library.apis, (api) => renamedApi(api, rename)) };
}

function renamedApi(api: Api, rename: (name: string) => string): Api {
  return {
    ...api,
    ...(api.returns === undefined ? {} : { returns: rename(api.returns) }),
    ...(api.enters === undefined ? {} : { enters: rename(api.enters) }),
    ...(api.asyncTwin === undefined ? {} : { asyncTwin: rename(api.asyncTwin) }),
    ...(api.bases === undefined ? {} : { bases: api.bases.map(rename) }),
    ...(api.methods === undefined ? {} : { methods: mapValues(api.methods, (method) => renamedApi(method, rename)) }),
  };
}

function mapValues(record: Readonly<Record<string, Api>>, change: (api: Api) => Api): Record<string, Api> {
  return Object.fromEntries(Object.entries(record).map(([name, api]) => [name, change(api)]));
}

/**
 * The catalogue: facts on Python names, found by any name that reaches the same object.
 *
 * Invariants: a catalogue never changes after it is made; a name of no known library costs one look into a set; a row of
 * the project is a row like any other, and where both state a fact, the later library wins.
 */
import type { Api, Catalogue, Library, NamedApi, Rows } from './schema';

/** Joins the built-in libraries and the project's own rows. */
export function createCatalogue(libraries: readonly Library[], userRows: readonly Rows[] = []): Catalogue {
  const index: Index = { rows: new Map(), aliases: new Map(), roots: new Set() };
  for (const library of libraries) {
    addRows(index, library, library.distribution ?? library.module);
    for (const fork of library.forks ?? []) addRows(index, renamed(library, fork), fork);
  }
  addTwinsOfMethods(index);
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
    names: () => index.rows.keys(),
  };
}

const mostAnswers = 20_000;

interface Index {
  /** By the row's own name, methods as `requests.Session.get`. */
  readonly rows: Map<string, NamedApi>;
  /** From another name of an object to its own. */
  readonly aliases: Map<string, string>;
  /** The first part of every name: most names that are asked for begin with none of them. */
  readonly roots: Set<string>;
}

/** The row of an object, by any of its names. */
function find(index: Index, name: string): NamedApi | undefined {
  const row = index.rows.get(name);
  if (row !== undefined) return row;
  const dot = name.indexOf('.');
  if (dot < 0 || !index.roots.has(name.slice(0, dot))) return undefined;
  const own = ownName(index, name);
  return own === name ? inherited(index, name) : find(index, own);
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
  const bases = index.rows.get(name.slice(0, dot))?.bases ?? [];
  for (const base of bases) {
    const row = find(index, base + name.slice(dot));
    if (row !== undefined) return row;
  }
  return undefined;
}

function addRows(index: Index, { module, apis, aliases = {}, reexports = {} }: Rows, library: string): void {
  index.roots.add(module.split('.')[0] ?? module);
  for (const [name, api] of Object.entries(apis)) addRow(index, `${module}.${name}`, api, library);
  for (const [alias, name] of Object.entries(aliases)) index.aliases.set(`${module}.${alias}`, `${module}.${name}`);
  for (const [alias, name] of Object.entries(reexports)) index.aliases.set(`${module}.${alias}`, name);
}

function addRow(index: Index, name: string, api: Api, library: string): void {
  const isClass = api.methods !== undefined || api.bases !== undefined;
  index.rows.set(name, { ...(isClass ? { returns: name, methods: {} } : {}), ...api, name, library });
  for (const [method, facts] of Object.entries(api.methods ?? {})) addRow(index, `${name}.${method}`, facts, library);
}

/** The project may use any name of an object, and of a method that a class inherits. */
function addUserRows(index: Index, { module, apis }: Rows): void {
  index.roots.add(module.split('.')[0] ?? module);
  for (const [rest, api] of Object.entries(apis)) {
    const name = ownName(index, `${module}.${rest}`);
    const known = find(index, name) ?? { name, library: module };
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

function addTwinsOfMethods(index: Index): void {
  for (const { name, asyncTwin, methods = {} } of [...index.rows.values()]) {
    if (asyncTwin === undefined) continue;
    for (const method of Object.keys(methods)) {
      const row = index.rows.get(`${name}.${method}`);
      const twin = find(index, `${asyncTwin}.${method}`);
      if (row?.blocks === undefined || row.asyncTwin !== undefined || twin === undefined) continue;
      index.rows.set(row.name, { ...row, asyncTwin: `${asyncTwin}.${method}` });
    }
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

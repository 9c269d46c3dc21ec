import type { Api, Rows } from './schema';

/** What a project's settings say about calls, each by dotted name. */
export interface UserCalls {
  readonly blockingExtra: readonly string[];
  readonly blockingSafeWrappers: readonly string[];
  readonly blockingIgnore: readonly string[];
}

/** The settings as rows of the catalogue; the last argument of `createCatalogue`. */
export function userRows(calls: UserCalls): readonly Rows[] {
  return [
    ...calls.blockingExtra.map((name) => rowOf(name, { blocks: 'declared' })),
    // A wrapper's keyword for the callable is not known; `func` is what the standard library and anyio call it.
    ...calls.blockingSafeWrappers.map((name) => rowOf(name, { offloads: [0, 'func'] })),
    ...calls.blockingIgnore.map((name) => rowOf(name, { neverBlocks: true })),
  ];
}

/** A name without a dot is a builtin. */
function rowOf(name: string, api: Api): Rows {
  const [first = name, ...rest] = name.split('.');
  return rest.length === 0 ? { module: 'builtins', apis: { [name]: api } } : { module: first, apis: { [rest.join('.')]: api } };
}

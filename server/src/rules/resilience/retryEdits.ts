/** How fixes change what a policy is given. */
import type { ArgumentPlace } from '../../catalogue/schema';
import type { FixContext } from '../../engine/rule';
import type { SyntaxNode } from '../../syntax/node';
import type { TextEdit } from '../../engine/finding';
import type { Listing } from './retryConditions';
import { isBareCall, passedFor, valueBehind, type RetryPolicy } from './retryPolicy';

/** Gives a policy an argument: in place of what is written, after the others, or with the parentheses that are not there yet. */
export function argumentEdits(
  policy: RetryPolicy,
  place: ArgumentPlace,
  value: string,
  { edit }: FixContext,
): readonly TextEdit[] | undefined {
  const { node, callee } = policy;
  if (!node.is('call')) return [edit.insert(callee.end, `(${place.keyword}=${value})`)];
  // The function that it wraps is all that it takes then.
  if (isBareCall(policy)) return undefined;
  const passed = passedFor(policy, place);
  if (passed === 'hidden') return undefined;
  if (passed === 'nothing') return edit.addArgument(node, `${place.keyword}=${value}`);
  return node.start <= passed.value.start && passed.value.end <= node.end ? [edit.replace(passed.value, value)] : undefined;
}

/** Names of the policy's library as the file writes them, with the edits that import what is missing. */
export interface LibraryNames {
  readonly prefix: string;
  readonly edits: readonly TextEdit[];
}

/** After `tenacity.` where the policy is written so, else imported one by one; undefined where a name means something else. */
export function libraryNames(policy: RetryPolicy, names: readonly string[], { edit, view }: FixContext): LibraryNames | undefined {
  const { callee, api, node } = policy;
  const [library = ''] = api.name.split('.');
  const module = callee.is('attribute') ? callee.field('object') : undefined;
  if (module !== undefined && view.nameOf(module) === library) return { prefix: `${module.text}.`, edits: [] };
  const imported = names.map((name) => ({ name, made: edit.importFrom(library, name, node) }));
  if (imported.some(({ name, made }) => made?.name !== name)) return undefined;
  return { prefix: '', edits: imported.flatMap(({ made }) => made?.edits ?? []) };
}

/** The names of exception classes as code writes them, with the imports they need. */
export function errorNames(errors: readonly string[], at: SyntaxNode, { edit }: FixContext): ErrorNames | undefined {
  const names: string[] = [];
  const edits: TextEdit[] = [];
  for (const error of errors) {
    const dot = error.lastIndexOf('.');
    const module = error.slice(0, dot);
    const imported = module === 'builtins' ? { name: '', edits: [] } : edit.importModule(module, at);
    if (imported === undefined) return undefined;
    names.push(`${imported.name}${imported.name === '' ? '' : '.'}${error.slice(dot + 1)}`);
    for (const each of imported.edits)
      if (!edits.some(({ start, newText }) => start === each.start && newText === each.newText)) edits.push(each);
  }
  return { names, edits };
}

export interface ErrorNames {
  readonly names: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** Several classes as a tuple, one as it is. */
export function tupleOf(names: readonly string[]): string {
  const [only = '', ...others] = names;
  return others.length === 0 ? only : `(${names.join(', ')})`;
}

/**
 * The list of a condition with other classes in it; undefined where it stands elsewhere and others may use it, or where its
 * parts are not all classes.
 */
export function listEdits(
  { list, errors }: Listing,
  change: { readonly dropped: ReadonlySet<number>; readonly added: readonly string[] },
  context: FixContext,
): readonly TextEdit[] | undefined {
  const { edit, view } = context;
  const value = valueBehind(list, view);
  if (list === undefined || value === undefined) return undefined;
  if (value !== list && list.is('identifier') && (view.bindingOf(list)?.references.length ?? 0) > 1) return undefined;
  const entries = value.is('tuple', 'list') ? value.children : [value];
  if (entries.length !== errors.length || errors.some(({ node }, index) => node.id !== entries[index]?.id)) return undefined;
  const kept = entries.filter(({ id }) => !change.dropped.has(id)).map(({ text }) => text);
  const added = errorNames(change.added, value, context);
  const names = added === undefined ? [] : [...kept, ...added.names.filter((name) => !kept.includes(name))];
  return added === undefined || names.length === 0 ? undefined : [...added.edits, edit.replace(value, tupleOf(names))];
}

/** How fixes change what a policy is given. */
import type { ArgumentPlace } from '../../catalogue/schema';
import type { FixContext } from '../../engine/rule';
import type { TextEdit } from '../../engine/finding';
import { isBareCall, passedFor, type RetryPolicy } from './retryPolicy';

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

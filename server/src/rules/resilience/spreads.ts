/**
 * The arguments of a call together with those that a dictionary in view spreads into it: `get(url, **OPTIONS)`.
 *
 * Invariant: a dictionary counts only where the file shows all that may be in it; one that is handed to others, or that comes
 * from a parameter, may hold anything.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, stringValue, unparenthesised } from '../../syntax/query';
import type { CallArguments } from '../../syntax/query';

type Entries = ReadonlyMap<string, SyntaxNode>;

/** The arguments of a call; `hasDoubleSplat` says that a dictionary which is spread may hold more. */
export function allArguments(call: SyntaxNode<'call'>, view: FileView): CallArguments {
  const passed = callArguments(call);
  if (!passed.hasDoubleSplat) return passed;
  const keywords = new Map(passed.keywords);
  let hasDoubleSplat = false;
  for (const argument of call.field('arguments').children) {
    if (!argument.is('dictionary_splat')) continue;
    const entries = entriesOf(argument.children[0], view, mostSteps);
    if (entries === undefined) hasDoubleSplat = true;
    for (const [name, value] of entries ?? []) if (!keywords.has(name)) keywords.set(name, value);
  }
  return { ...passed, keywords, hasDoubleSplat };
}

/** What is spread into a call and brings the value of an argument. */
export function spreadWith(value: SyntaxNode, call: SyntaxNode<'call'>, view: FileView): SyntaxNode | undefined {
  return call.field('arguments').children.find((argument) => {
    if (!argument.is('dictionary_splat')) return false;
    return [...(entriesOf(argument.children[0], view, mostSteps)?.values() ?? [])].some(({ id }) => id === value.id);
  });
}

/** A name may stand for another one, and a dictionary may take in another: so many times. */
const mostSteps = 4;

/** The entries of `{"stop": …}`, `dict(stop=…)` or a name that stands for one of them. */
function entriesOf(node: SyntaxNode | undefined, view: FileView, steps: number): Entries | undefined {
  const value = node === undefined ? undefined : unparenthesised(node);
  if (value === undefined || steps === 0) return undefined;
  if (value.is('identifier')) return entriesBehind(value, view, steps);
  if (value.is('call') && value.field('function').text === 'dict') {
    const { positional, keywords, hasSplat, hasDoubleSplat } = allArguments(value, view);
    return hasSplat || hasDoubleSplat || positional.length > 0 ? undefined : keywords;
  }
  return value.is('dictionary') ? entriesIn(value, view, steps) : undefined;
}

function entriesIn(dictionary: SyntaxNode<'dictionary'>, view: FileView, steps: number): Entries | undefined {
  const entries = new Map<string, SyntaxNode>();
  for (const child of dictionary.children) {
    const spread = child.is('dictionary_splat') ? entriesOf(child.children[0], view, steps - 1) : undefined;
    const name = child.is('pair') ? stringValue(child.field('key')) : undefined;
    if (child.is('pair') && name !== undefined) entries.set(name, child.field('value'));
    else if (spread === undefined) return undefined;
    for (const [key, value] of spread ?? []) entries.set(key, value);
  }
  return entries;
}

/** The entries behind a name that is bound once, with those that it is given later: whether that comes about is not asked. */
function entriesBehind(name: SyntaxNode<'identifier'>, view: FileView, steps: number): Entries | undefined {
  const binding = view.bindingOf(name);
  const [declaration, ...others] = binding?.declarations ?? [];
  if (declaration?.kind !== 'assignment' || others.length > 0) return undefined;
  const begun = entriesOf(declaration.value, view, steps - 1);
  if (begun === undefined) return undefined;
  const entries = new Map(begun);
  for (const reference of binding?.references ?? []) {
    if (isOnlyRead(reference)) continue;
    const added = addedBy(reference);
    // What one of two values says, the other may not.
    if (added === undefined || added.value.is('none') || begun.get(added.name)?.is('none') === true) return undefined;
    entries.set(added.name, added.value);
  }
  return entries;
}

const readingMethods = new Set(['copy', 'get', 'items', 'keys', 'values']);

function isOnlyRead(reference: SyntaxNode): boolean {
  const { parent } = reference;
  if (parent?.is('dictionary_splat') === true) return true;
  if (parent?.is('attribute') === true) return parent.parent?.is('call') === true && readingMethods.has(parent.field('attribute').text);
  if (parent?.is('comparison_operator') === true) return true;
  return parent?.is('subscript') === true && parent.field('value').id === reference.id && !isChangedAt(parent);
}

function isChangedAt(item: SyntaxNode): boolean {
  const { parent } = item;
  if (parent?.is('assignment', 'augmented_assignment') === true) return parent.field('left').id === item.id;
  // An item may be a dictionary of its own, which is another matter; but it may be deleted, or one of several targets.
  return parent?.is('delete_statement', 'pattern_list', 'tuple_pattern', 'expression_list') === true;
}

/** `options["verify"] = False`. */
function addedBy({ parent: item }: SyntaxNode): { readonly name: string; readonly value: SyntaxNode } | undefined {
  const assignment = item?.is('subscript') === true ? item.parent : undefined;
  if (item?.is('subscript') !== true || assignment?.is('assignment') !== true || assignment.field('left').id !== item.id) return undefined;
  const [key, ...others] = item.field('subscript');
  const name = key === undefined || others.length > 0 ? undefined : stringValue(key);
  const value = assignment.field('right');
  return name === undefined || value === undefined ? undefined : { name, value };
}

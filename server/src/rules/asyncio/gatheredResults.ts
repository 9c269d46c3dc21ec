/**
 * What becomes of the results of a gather that gives errors as results.
 *
 * Invariant: what is not understood is unknown; one look at one result is taken for care with all of them.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, callArguments } from '../../syntax/query';

/** `blind`: a result is used in a way that an exception does not allow, and nothing looks whether it is one. */
export type ResultsFate =
  { readonly kind: 'dropped' } | { readonly kind: 'unknown' } | { readonly kind: 'blind'; readonly use: SyntaxNode };

/** What one use does with results: looks whether they are errors or gives them away, has no opinion, or takes them as they come. */
type Use = 'careful' | 'neutral' | { readonly blind: SyntaxNode };

const unknown: ResultsFate = { kind: 'unknown' };

export function fateOfResults(gather: SyntaxNode<'call'>, view: FileView): ResultsFate {
  const awaited = awaitOf(gather, view);
  const parent = awaited?.parent;
  if (awaited === undefined || parent === undefined) return unknown;
  if (parent.is('expression_statement')) return { kind: 'dropped' };
  if (parent.is('for_statement') && parent.field('right').id === awaited.id) return fateOfUses([ofElements(parent.field('left'), view)]);
  if (!parent.is('assignment') || parent.field('right')?.id !== awaited.id || parent.parent?.is('expression_statement') !== true)
    return unknown;
  const target = parent.field('left');
  if (target.is('pattern_list', 'tuple_pattern')) return fateOfUses(target.children.map((each) => ofElements(each, view)));
  if (!target.is('identifier')) return unknown;
  const binding = view.bindingOf(target);
  if (binding?.scope.kind !== 'function' || binding.declarations.length !== 1) return target.text === '_' ? { kind: 'dropped' } : unknown;
  return fateOfUses(binding.references.map((reference) => ofList(reference, view)));
}

/** The `await` that gives the results, also through `asyncio.wait_for`. */
export function awaitOf(gather: SyntaxNode<'call'>, view: FileView): SyntaxNode | undefined {
  let node: SyntaxNode = gather;
  const outer = gather.parent?.is('argument_list') === true ? gather.parent.parent : undefined;
  if (outer?.is('call') === true && waiters.has(view.nameOf(outer.field('function')) ?? '')) node = outer;
  return node.parent?.is('await') === true ? node.parent : undefined;
}

const waiters = new Set(['asyncio.shield', 'asyncio.wait_for']);

function fateOfUses(uses: readonly Use[]): ResultsFate {
  if (uses.includes('careful')) return unknown;
  for (const use of uses) if (typeof use === 'object') return { kind: 'blind', use: use.blind };
  return uses.length === 0 ? { kind: 'dropped' } : unknown;
}

/** The strongest of several uses: one that is careful speaks for the author. */
function together(uses: readonly Use[]): Use {
  if (uses.includes('careful')) return 'careful';
  return uses.find((use) => typeof use === 'object') ?? 'neutral';
}

/** What is done with the list of all results. */
function ofList(list: SyntaxNode, view: FileView): Use {
  const { parent } = list;
  if (parent === undefined) return 'careful';
  if (parent.is('for_statement', 'for_in_clause') && firstOf(parent.field('right'))?.id === list.id)
    return ofElements(parent.field('left'), view);
  if (parent.is('subscript') && parent.field('value').id === list.id) return ofElement(parent, view);
  if (parent.is('list_splat') && parent.parent?.is('argument_list') === true && isChain(parent.parent.parent, view)) return blind(list);
  if (parent.is('assignment') && parent.field('left').is('pattern_list', 'tuple_pattern'))
    return together(parent.field('left').children.map((each) => ofElements(each, view)));
  const call = parent.is('argument_list') ? parent.parent : undefined;
  if (call?.is('call') !== true) return 'careful';
  const name = (view.nameOf(call.field('function')) ?? '').replace(/^builtins\./, '');
  if (name === 'len') return 'neutral';
  if (['all', 'any', 'max', 'min', 'sum'].includes(name) || name === 'itertools.chain.from_iterable') return blind(call);
  return name === 'zip' || name === 'enumerate' ? ofIterator(call, name, list, view) : 'careful';
}

function isChain(call: SyntaxNode | undefined, view: FileView): boolean {
  return call?.is('call') === true && view.nameOf(call.field('function')) === 'itertools.chain';
}

/** `for key, result in zip(keys, results):` and `for place, result in enumerate(results):` */
function ofIterator(call: SyntaxNode<'call'>, name: string, list: SyntaxNode, view: FileView): Use {
  const loop = call.parent;
  if (loop?.is('for_statement', 'for_in_clause') !== true || firstOf(loop.field('right'))?.id !== call.id) return 'careful';
  const target = loop.field('left');
  if (!target.is('pattern_list', 'tuple_pattern')) return 'careful';
  const place = name === 'enumerate' ? 1 : callArguments(call).positional.findIndex((argument) => argument.id === list.id);
  const element = target.children[place];
  return element?.is('identifier') === true ? ofElements(element, view) : 'careful';
}

function firstOf(nodes: SyntaxNode | readonly SyntaxNode[] | undefined): SyntaxNode | undefined {
  return nodes !== undefined && 'length' in nodes ? nodes[0] : nodes;
}

/** What is done with the name that a result has. */
function ofElements(target: SyntaxNode, view: FileView): Use {
  if (!target.is('identifier')) return 'careful';
  const binding = view.bindingOf(target);
  if (binding === undefined || binding.scope.kind === 'module' || binding.declarations.length !== 1) return 'careful';
  return together(binding.references.map((reference) => ofElement(reference, view)));
}

/** What is done with one result. */
function ofElement(element: SyntaxNode, view: FileView): Use {
  const { parent } = element;
  if (parent === undefined || isTried(element)) return 'careful';
  if (parent.is('attribute'))
    return parent.field('object').id === element.id && parent.field('attribute').text !== '__class__' ? blind(parent) : 'careful';
  if (parent.is('subscript')) return parent.field('value').id === element.id ? blind(parent) : 'neutral';
  if (parent.is('for_statement', 'for_in_clause')) return firstOf(parent.field('right'))?.id === element.id ? blind(element) : 'careful';
  if (parent.is('list_splat', 'dictionary_splat', 'await')) return blind(parent);
  if (parent.is('binary_operator')) return blind(parent);
  if (parent.is('augmented_assignment')) return parent.field('right').id === element.id ? blind(parent) : 'careful';
  if (parent.is('assignment')) return parent.field('left').is('pattern_list', 'tuple_pattern') ? blind(parent) : 'careful';
  if (parent.is('comparison_operator', 'not_operator', 'boolean_operator', 'if_statement', 'if_clause', 'interpolation')) return 'neutral';
  return parent.is('argument_list') ? ofArgument(element, parent.parent, view) : 'careful';
}

function ofArgument(element: SyntaxNode, call: SyntaxNode | undefined, view: FileView): Use {
  if (call?.is('call') !== true) return 'careful';
  const callee = call.field('function');
  const name = (view.nameOf(callee) ?? '').replace(/^builtins\./, '');
  if (['float', 'int', 'len', 'list', 'dict', 'set', 'tuple', 'sorted', 'sum'].includes(name)) return blind(call);
  if (name === 'str' || name === 'bool' || name === 'repr') return 'neutral';
  // `found.extend(result)` and `found.update(result)` iterate over what they are given.
  const isTaken = callee.is('attribute') && ['extend', 'update'].includes(callee.field('attribute').text);
  return isTaken && call.field('arguments').children[0]?.id === element.id ? blind(call) : 'careful';
}

function blind(use: SyntaxNode): Use {
  return { blind: use };
}

/** Whether the code around is prepared for errors. */
function isTried(node: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.is('function_definition')) return false;
    if (outer.is('try_statement')) return true;
  }
  return false;
}

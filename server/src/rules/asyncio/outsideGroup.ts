/**
 * What the code of a `try` body may raise outside of a task group in it: errors that reach the handlers as they are.
 *
 * Invariant: whatever is not known to be harmless may raise anything.
 */
import type { Catalogue } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { isWithin } from '../../syntax/query';
import { ownNodes, type TaskGroup } from './taskGroups';

/** The qualified names of the exceptions that code outside of the group may raise. */
export type Outside = ReadonlySet<string>;

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** Looks at all that runs in the body besides what stands in the group's block, whose errors are wrapped too. */
export function raisesOutside(body: SyntaxNode, group: TaskGroup, knowledge: Knowledge): Outside | 'anything' {
  const block = group.statement.field('body');
  const raised = new Set<string>();
  for (const node of ownNodes(body, (each) => each.id === block.id)) {
    if (node.id === group.call.id || node.id === block.id) continue;
    const errors = errorsOf(node, group, knowledge);
    if (errors === 'anything') return 'anything';
    for (const error of errors) raised.add(error);
  }
  return raised;
}

const none: readonly string[] = [];
const ofValues = ['TypeError', 'ValueError', 'AttributeError', 'ArithmeticError', 'ZeroDivisionError', 'OverflowError'].map(
  (name) => `builtins.${name}`,
);
const ofLookups = ['LookupError', 'KeyError', 'IndexError', 'TypeError'].map((name) => `builtins.${name}`);

function errorsOf(node: SyntaxNode, group: TaskGroup, knowledge: Knowledge): readonly string[] | 'anything' {
  if (node.is('call')) return errorsOfCall(node, group, knowledge);
  if (node.is('subscript')) return ofLookups;
  if (node.is('attribute')) return ['builtins.AttributeError'];
  if (node.is('binary_operator', 'unary_operator', 'augmented_assignment', 'comparison_operator', 'pattern_list')) return ofValues;
  if (node.is('with_statement')) return node.id === group.statement.id ? none : errorsOfWith(node, group);
  if (node.is('for_statement', 'for_in_clause') && node.hasToken('async')) return 'anything';
  return node.is('await', 'yield', 'raise_statement', 'assert_statement', 'import_statement', 'import_from_statement', 'exec_statement')
    ? 'anything'
    : none;
}

/** Another `with` on the way to the group: what it enters is a call, or is not known. */
function errorsOfWith(node: SyntaxNode<'with_statement'>, { statement }: TaskGroup): readonly string[] | 'anything' {
  const clause = node.children.find((child) => child.is('with_clause'));
  const entersCalls = (clause?.children ?? []).every((item) => !item.is('with_item') || item.field('value').text.includes('('));
  return isWithin(statement, node.field('body')) && entersCalls ? none : 'anything';
}

const harmlessBuiltins = new Set([
  'dict',
  'enumerate',
  'isinstance',
  'len',
  'list',
  'print',
  'range',
  'repr',
  'set',
  'str',
  'tuple',
  'zip',
]);

function errorsOfCall(call: SyntaxNode<'call'>, group: TaskGroup, { view, catalogue }: Knowledge): readonly string[] | 'anything' {
  const callee = call.field('function');
  const name = view.nameOf(callee) ?? '';
  const api = catalogue.lookup(name);
  // A limit raises TimeoutError as it is, where it stands around the group.
  if (api?.endsWaitOf === 'block') return ['builtins.TimeoutError', 'asyncio.TimeoutError', 'trio.TooSlowError'];
  if (api?.swallows === true || harmlessBuiltins.has(name.replace(/^builtins\./, '')) || name.startsWith('logging.')) return none;
  if (/^time\.(monotonic|perf_counter|time)(_ns)?$/.test(name)) return none;
  if (!callee.is('attribute')) return 'anything';
  const method = callee.field('attribute').text;
  if (/^(debug|info|warning|error|exception|critical)$/.test(method) && /log/i.test(callee.field('object').text)) return none;
  return method === 'result' && isOfGroup(callee.field('object'), group, view) ? none : 'anything';
}

/** Whether a name stands for a task of the group: below the block, all of them have succeeded. */
function isOfGroup(object: SyntaxNode, { statement }: TaskGroup, view: FileView): boolean {
  const name = object.is('subscript') ? object.field('value') : object;
  const declarations = name.is('identifier') ? (view.bindingOf(name)?.declarations ?? []) : [];
  const block = statement.field('body');
  return declarations.some(
    ({ node, kind }) =>
      isWithin(node, block) || (kind === 'loop' && node.is('for_statement', 'for_in_clause') && isMadeIn(node.field('right'), block, view)),
  );
}

function isMadeIn(iterated: SyntaxNode | readonly SyntaxNode[] | undefined, block: SyntaxNode, view: FileView): boolean {
  const each = iterated !== undefined && 'length' in iterated ? iterated[0] : iterated;
  if (each === undefined) return false;
  const names = [each, ...ownNodes(each)].filter((node) => node.is('identifier'));
  return names.some((name) => {
    const binding = name.is('identifier') ? view.bindingOf(name) : undefined;
    return binding?.declarations.some(({ node }) => isWithin(node, block)) === true || isFilledIn(binding?.references ?? [], block);
  });
}

/** `tasks.append(group.create_task(…))`: the list is older than the block, what is in it is not. */
function isFilledIn(references: readonly SyntaxNode[], block: SyntaxNode): boolean {
  return references.some((reference) => isWithin(reference, block) && reference.parent?.is('attribute', 'subscript') === true);
}

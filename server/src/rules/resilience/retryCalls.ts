/** What a retried piece of code can raise, as far as every call in it is known. */
import type { NamedApi } from '../../catalogue/schema';
import { quietModules } from '../../catalogue/quietModules';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, keywordArgument } from '../../syntax/query';
import { constructionOf, receiverOf } from './clients';
import { canBeBoth, isDerived } from './errorClasses';
import { definitionOf, type Knowledge, type RetryTarget } from './retryPolicy';

/** A call that asks another machine, or ends a wait. */
export interface RaisingCall {
  readonly callee: SyntaxNode;
  readonly api: NamedApi;
}

export interface Raised {
  /** The classes that calls raise when what they ask for fails, and those of `raise` statements. */
  readonly classes: ReadonlySet<string>;
  readonly calls: readonly RaisingCall[];
  /** Whether no call can raise the failure of a connection that is not among the classes. */
  readonly isWhole: boolean;
}

interface Gathered {
  readonly classes: Set<string>;
  readonly calls: RaisingCall[];
  isWhole: boolean;
}

export function raisedBy(targets: readonly RetryTarget[], knowledge: Knowledge): Raised {
  const gathered: Gathered = { classes: new Set(), calls: [], isWhole: targets.length > 0 };
  for (const { body, callable } of targets) {
    if (body !== undefined) gatherBody(body, gathered, knowledge, 0);
    if (callable !== undefined) gatherCallee(callable, gathered, knowledge, 0);
  }
  return gathered;
}

function gatherBody(body: SyntaxNode, gathered: Gathered, knowledge: Knowledge, depth: number): void {
  for (const node of ownNodes(body)) {
    if (node.is('call')) gatherCallee(node.field('function'), gathered, knowledge, depth);
    if (node.is('raise_statement')) gatherRaise(node, gathered, knowledge);
    if (node.is('assert_statement')) gathered.classes.add('builtins.AssertionError');
    // What stands in a variable was made elsewhere.
    if (node.is('await') && node.children[0]?.is('call') !== true) gathered.isWhole = false;
  }
}

/** What runs when the block does. */
export function ownNodes(block: SyntaxNode): Iterable<SyntaxNode> {
  return descendants(block, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') });
}

function gatherCallee(callee: SyntaxNode, gathered: Gathered, knowledge: Knowledge, depth: number): void {
  const { view, catalogue } = knowledge;
  const name = view.nameOf(callee);
  const api = catalogue.lookup(name);
  for (const error of api === undefined ? [] : raisedForStatus(callee, api, knowledge)) gathered.classes.add(error);
  if (api?.endsWaitOf !== undefined) gathered.classes.add('builtins.TimeoutError');
  else if (api?.raises !== undefined) {
    for (const error of api.raises) gathered.classes.add(error);
    if (api.raises.length > 0) gathered.calls.push({ callee, api });
  } else if (api !== undefined) {
    if (api.blocks !== undefined || api.isAsync === true || api.opens === true) gathered.isWhole = false;
  } else if (!isQuiet(name, callee) && catalogue.error(name) === undefined) gatherUnknown(callee, gathered, knowledge, depth);
}

/** What a request raises for its status where it, or its client, is told to: `ClientSession(raise_for_status=True)`. */
function raisedForStatus(callee: SyntaxNode, api: NamedApi, { view, catalogue }: Knowledge): readonly string[] {
  const answer = catalogue.lookup(api.returns ?? api.enters);
  const checks = (answer?.answer?.checkedBy ?? []).filter((keyword) => answer?.methods?.[keyword]?.raises !== undefined);
  if (checks.length === 0) return [];
  const request = callee.parent?.is('call') === true ? callee.parent : undefined;
  const made = [request, constructionOf(receiverOf(callee), view)].filter((call) => call !== undefined);
  const isTold = (check: string): boolean => made.some((call) => keywordArgument(call, check)?.is('true') === true);
  return checks.filter(isTold).flatMap((check) => catalogue.lookup(`${answer?.name ?? ''}.${check}`)?.raises ?? []);
}

/** A function of this file is looked into, for a few steps; of others nothing is known. */
function gatherUnknown(callee: SyntaxNode, gathered: Gathered, knowledge: Knowledge, depth: number): void {
  const definition = definitionOf(callee, knowledge.view);
  if (definition === undefined || depth >= deepest) gathered.isWhole = false;
  else gatherBody(definition.field('body'), gathered, knowledge, depth + 1);
}

const deepest = 3;

/** Whether a call waits for nobody, by the module of what is called or by a method that values of many kinds have. */
export function isQuiet(name: string | undefined, callee: SyntaxNode): boolean {
  if (name !== undefined && !name.startsWith('<this>.')) {
    const parts = name.split('.');
    return quietModules.has(parts[0] ?? '') || quietModules.has(parts.slice(0, 2).join('.'));
  }
  // `payload.get("id")` of a local value of unknown type.
  if (!callee.is('attribute') || !callee.field('object').is('identifier', 'subscript')) return false;
  return harmlessMethods.has(callee.field('attribute').text);
}

/** Methods of the built-in containers and strings, of loggers and of answers that have come. */
const harmlessMethods = new Set(
  `append extend items keys values strip split rstrip lstrip startswith endswith lower upper format encode decode join replace
  setdefault copy sort index count isoformat debug info warning error exception total_seconds json raise_for_status`.split(/\s+/),
);

function gatherRaise(statement: SyntaxNode, gathered: Gathered, { view, catalogue }: Knowledge): void {
  const [raised] = statement.children;
  const thrown = raised?.is('call') === true ? raised.field('function') : raised;
  if (thrown === undefined) return;
  const name = view.nameOf(thrown);
  gathered.classes.add(catalogue.error(name)?.name ?? name ?? thrown.text);
}

/** Whether something that is raised may be of a class. */
export function isRaised({ classes }: Raised, error: string, { catalogue }: Knowledge): boolean {
  return [...classes].some((each) => canBeBoth(each, error, catalogue));
}

/**
 * The classes to retry instead: those that calls raise and that may have passed the next time, the most general ones. Of a
 * library that keeps some of them in a module of their own, those that need no second import.
 */
export function transientIn({ calls }: Raised, { catalogue }: Knowledge): readonly string[] {
  const all = [...new Set(calls.flatMap(({ api }) => api.raises ?? []))].filter((name) => catalogue.error(name)?.kind === 'transient');
  return all.filter((name) => {
    const isInner = all.some((other) => rootOf(other) === rootOf(name) && depthOf(other) < depthOf(name));
    return !isInner && !all.some((other) => other !== name && isDerived(name, other, catalogue));
  });
}

function rootOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function depthOf(name: string): number {
  return name.split('.').length;
}

/**
 * What a condition says of the values of names.
 *
 * Invariant: conditions are read by their shape alone, so that the order of control flow needs no inference; what the
 * classes in them are is asked only where a type is wanted.
 */
import { nodeKinds } from '../syntax/kinds.generated';
import type { Chunk, SyntaxNode } from '../syntax/node';
import { callArguments, nodesBelow, unparenthesised } from '../syntax/query';
import type { Possibility } from './agreement';
import { instanceOf } from './annotations';
import type { Inference, InferredType } from './inference';
import { isSymbolic } from './symbolic';
import type { Outcome } from './values';

/** What is known of names when a condition came out true or false. */
export function outcomesOf(condition: SyntaxNode, holds: boolean): readonly Outcome[] {
  const found: Outcome[] = [];
  const pending = [{ node: condition, holds }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const node = unparenthesised(item.node);
    if (node.is('not_operator')) pending.push({ node: node.field('argument'), holds: !item.holds });
    else if (node.is('boolean_operator')) {
      // Of `a and b` both are true; of `a or b` both are false. The other ways leave open which of them it was.
      if ((node.field('operator').text === 'and') !== item.holds) continue;
      pending.push({ node: node.field('right'), holds: item.holds }, { node: node.field('left'), holds: item.holds });
    } else {
      const outcome = outcomeOf(node, item.holds);
      if (outcome !== undefined) found.push(outcome);
    }
  }
  return found;
}

function outcomeOf(node: SyntaxNode, holds: boolean): Outcome | undefined {
  if (node.is('call')) {
    if (node.field('function').text !== 'isinstance') return undefined;
    const [object, classes] = callArguments(node).positional;
    const name = testedName(object);
    if (name === undefined || classes === undefined) return undefined;
    return { test: { kind: 'instance', name, test: node, classes }, holds };
  }
  if (!node.is('comparison_operator')) return undefined;
  const [object, value, ...others] = node.children;
  const operator = node.field('operators')[0]?.text;
  const name = testedName(object);
  if (name === undefined || value?.is('none') !== true || others.length > 0) return undefined;
  if (operator === 'is' || operator === '==') return { test: { kind: 'none', name }, holds };
  return operator === 'is not' || operator === '!=' ? { test: { kind: 'none', name }, holds: !holds } : undefined;
}

function testedName(object: SyntaxNode | undefined): string | undefined {
  const inner = object === undefined ? undefined : unparenthesised(object);
  const name = inner?.is('named_expression') === true ? inner.field('name') : inner;
  return name?.is('identifier') === true ? name.text : undefined;
}

/** What a `case` with a class pattern says of the name that is matched. */
export function outcomeOfCase(subject: SyntaxNode | undefined, patterns: readonly SyntaxNode[]): Outcome | undefined {
  const name = testedName(subject);
  const [pattern, ...others] = patterns;
  let inner = pattern?.is('case_pattern') === true ? pattern.children[0] : undefined;
  while (inner?.is('as_pattern', 'case_pattern') === true) inner = inner.children[0];
  const written = inner?.is('class_pattern') === true ? inner.children[0] : undefined;
  if (name === undefined || inner === undefined || written === undefined || others.length > 0) return undefined;
  return { test: { kind: 'instance', name, test: inner, classes: written }, holds: true };
}

const identifierKind = nodeKinds.indexOf('identifier');
const noneKind = nodeKinds.indexOf('none');
const patternKind = nodeKinds.indexOf('class_pattern');

/** The names that are tested somewhere in a function. */
export function testedNames(scope: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (outcome: Outcome | undefined): void => {
    if (outcome !== undefined) names.add(outcome.test.name);
  };
  for (const node of nodesBelow(scope, isPartOfTest)) {
    const { parent } = node;
    if (parent === undefined) continue;
    if (node.is('class_pattern')) add(outcomeOfCase(matchedBy(parent), [parent]));
    else add(outcomeOf(parent, true));
  }
  return names;
}

function isPartOfTest(kind: number, chunk: Chunk, index: number): boolean {
  return kind === noneKind || kind === patternKind || (kind === identifierKind && chunk.nameAt(index) === 'isinstance');
}

function matchedBy(pattern: SyntaxNode): SyntaxNode | undefined {
  let outer: SyntaxNode | undefined = pattern;
  while (outer !== undefined && !outer.is('match_statement')) outer = outer.parent;
  return outer?.field('subject')[0];
}

/** What is left of the possibilities when a test came out so. */
export function remaining(possible: readonly Possibility[], { test, holds }: Outcome, inference: Inference): readonly Possibility[] {
  if (test.kind === 'none') return holds ? ['none'] : possible.filter((one) => one !== 'none');
  if (test.test.is('call') && inference.nameOf(test.test.field('function')) !== 'builtins.isinstance') return possible;
  const classes = classesOf(test.classes, inference);
  const isOneOf = (one: Possibility): boolean =>
    one !== undefined && one !== 'none' && classes.some((type) => type !== undefined && isSubclass(one.type, type.type, inference));
  if (!holds) return possible.filter((one) => !isOneOf(one));
  const kept = possible.filter((one) => isOneOf(one));
  // One of the possible types fits: of the others no object passes the test, short of a class that inherits from both.
  const isOpen = possible.some((one) => one === undefined || (one !== 'none' && isSymbolic(one.type)));
  if (kept.length > 0) return isOpen ? [...kept, ...classes] : kept;
  return possible.length === 0 ? possible : classes;
}

function classesOf(expression: SyntaxNode, inference: Inference): readonly (InferredType | undefined)[] {
  const classes: (InferredType | undefined)[] = [];
  const pending = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = unparenthesised(node);
    if (inner.is('tuple', 'binary_operator')) pending.push(...inner.children);
    else if (!inner.is('none')) classes.push(instanceOf(inner, inference));
  }
  return classes;
}

function isSubclass(type: string, of: string, inference: Inference): boolean {
  if (type === of) return true;
  if (inference.lineageOf(type).includes(of)) return true;
  return inference.catalogue.lookup(type)?.bases?.includes(of) === true;
}

/** The statuses of answers that a policy retries, as far as they are written out. */
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants } from '../../syntax/query';
import { hasPart, predicatesOf, resultsIn, type Condition } from './retryConditions';
import { passedFor, valueBehind, type Knowledge, type RetryPolicy } from './retryPolicy';

/** An answer that says that the request is wrong; 408, 423, 425 and 429 ask to come back later. */
function isClientError(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 413, 421, 423, 425, 429].includes(status);
}

/** A status that is retried, or a comparison by which all from it on are. */
export interface RetriedStatus {
  readonly node: SyntaxNode;
  readonly text: string;
  /** Set for an element of a set, list or tuple, which can be taken out. */
  readonly isElement: boolean;
}

/** The statuses below 500 that are retried although they will be the same the next time. */
export function clientErrorsIn(policy: RetryPolicy, condition: Condition | undefined, knowledge: Knowledge): readonly RetriedStatus[] {
  const { statuses } = policy.fact;
  const passed = statuses === undefined ? 'nothing' : passedFor(policy, statuses);
  const listed = typeof passed === 'string' || !passed.isOwn ? [] : elementsIn(passed.value, knowledge);
  if (condition === undefined || hasPart(condition, 'all')) return listed;
  const results = predicatesOf(condition).flatMap((predicate) => resultsIn(predicate, knowledge));
  return [...listed, ...results.flatMap((result) => comparedIn(result, knowledge))];
}

function elementsIn(node: SyntaxNode, { view }: Knowledge): readonly RetriedStatus[] {
  const value = valueBehind(node, view);
  const [inner] =
    value?.is('call') === true && /^(?:frozen)?set$|^tuple$|^list$/.test(value.field('function').text)
      ? value.field('arguments').children
      : [value];
  const elements = inner?.is('set', 'list', 'tuple') === true ? inner.children : [];
  return elements
    .filter((element) => element.is('integer') && isClientError(Number(element.text)))
    .map((element) => ({ node: element, text: element.text, isElement: elements.length > 1 }));
}

/** `error.response.status_code in {401, 503}`, `response.status >= 400`, where nothing turns it round. */
function comparedIn(result: SyntaxNode, knowledge: Knowledge): readonly RetriedStatus[] {
  const all = result.is('comparison_operator') ? [result] : [...descendants(result)].filter((node) => node.is('comparison_operator'));
  return all.flatMap((comparison) => {
    const [status, value, ...others] = comparison.children.filter((child) => !child.is('token'));
    if (status === undefined || value === undefined || others.length > 0 || !/(?:^|\.)status(?:_code)?$/.test(status.text)) return [];
    if (isTurnedRound(comparison, result)) return [];
    const operator = comparison.tree.text.slice(status.end, value.start).trim();
    if (operator === 'in') return elementsIn(value, knowledge);
    const number = value.is('integer') ? Number(value.text) : NaN;
    const isRange = (operator === '>=' && number === 400) || (operator === '>' && (number === 399 || number === 400));
    const isAlone = !comparison.parent?.is('boolean_operator') || comparison.parent.hasToken('or');
    if (isRange && isAlone) return [{ node: comparison, text: comparison.text, isElement: false }];
    return operator === '==' && isClientError(number) ? [{ node: value, text: value.text, isElement: false }] : [];
  });
}

function isTurnedRound(node: SyntaxNode, result: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.is('not_operator', 'conditional_expression')) return true;
    if (outer.id === result.id) return false;
  }
  return false;
}

/**
 * Where a policy has little to answer for, because of what it is for.
 *
 * Invariants: each says yes only of what the file shows; what is not seen is taken for a service that others ask too.
 */
import type { SyntaxNode } from '../../syntax/node';
import { isQuiet, ownNodes } from './retryCalls';
import { conditionOf, resultsIn } from './retryConditions';
import { definitionOf, functionOf, targetsOf, type Knowledge, type RetryPolicy } from './retryPolicy';
import { attemptsOf } from './retryTimes';

/** Waiting for a service at start-up, whatever it says meanwhile: by the name of the function, or of its file. */
export function isStartUpWait(policy: RetryPolicy, { view }: Knowledge): boolean {
  const name = functionOf(policy)?.field('name').text ?? '';
  return /(?:^|_)(?:wait_for|wait_until|ready|pre_?start)/.test(name) || /pre_?start\w*\.py$/.test(view.path);
}

/**
 * `retry_if_result(lambda is_there: is_there is False)`: nothing has failed, it has only not come yet, and is looked for again. What
 * fails is not retried.
 */
export function isPolling(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const condition = conditionOf(policy, knowledge);
  const results = condition.kind === 'results' && condition.predicate !== undefined ? resultsIn(condition.predicate, knowledge) : [];
  return results.length > 0 && results.every(isForMissing);
}

/** `not value`, `value is None`, `value == False`. */
function isForMissing(result: SyntaxNode): boolean {
  if (result.is('not_operator')) return result.field('argument').is('identifier');
  return (
    result.is('comparison_operator') &&
    result.children.at(-1)?.is('none', 'false') === true &&
    !result.hasToken('is not') &&
    !result.hasToken('!=')
  );
}

/** Whether the first attempt is the last one too: then nothing is retried. What is put into a client counts what comes after it. */
export function isSingle(policy: RetryPolicy, knowledge: Knowledge): boolean {
  if (policy.fact.isSetting === true) return false;
  const attempts = attemptsOf(policy, knowledge);
  return attempts !== undefined && attempts <= 1;
}

/**
 * Whether all that is retried looks at files of its own machine: then no other process waits for the same service, and what is
 * waited for is another part of the program.
 */
export function isAboutFiles(policy: RetryPolicy, knowledge: Knowledge): boolean {
  const targets = targetsOf(policy, knowledge.view);
  return targets.length > 0 && targets.every(({ body }) => body !== undefined && isBodyAboutFiles(body, knowledge));
}

/** One look at a file at least, and no call but such and those that wait for nobody. */
function isBodyAboutFiles(body: SyntaxNode, knowledge: Knowledge, depth = 0): boolean {
  let looks = false;
  for (const node of ownNodes(body)) {
    if (!node.is('call')) continue;
    const kind = kindOf(node.field('function'), knowledge, depth);
    if (kind === undefined) return false;
    looks ||= kind === 'file';
  }
  return looks;
}

/** `quiet` waits for nobody; undefined for what may ask another machine. */
function kindOf(callee: SyntaxNode, knowledge: Knowledge, depth: number): 'file' | 'quiet' | undefined {
  const { view, catalogue } = knowledge;
  const name = view.nameOf(callee);
  const api = catalogue.lookup(name);
  if (api?.blocks === 'file' || api?.blocks === 'path') return 'file';
  if (api?.blocks === 'sleep' || catalogue.error(name) !== undefined) return 'quiet';
  if ((api?.blocks === undefined || api.blocks === 'cpu') && isQuiet(name, callee)) return 'quiet';
  const definition = api === undefined && depth < deepest ? definitionOf(callee, view) : undefined;
  return definition !== undefined && isBodyAboutFiles(definition.field('body'), knowledge, depth + 1) ? 'file' : undefined;
}

const deepest = 3;

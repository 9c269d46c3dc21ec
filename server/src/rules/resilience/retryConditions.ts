/**
 * Which failures a policy retries.
 *
 * Invariants: an answer is certain or undefined; what a function decides is read only where it is one expression or a few
 * returns; the classes' relations are the catalogue's.
 */
import type { ConditionFact, NamedError, StrategyFact } from '../../catalogue/schema';
import type { SyntaxNode } from '../../syntax/node';
import { bodyStatements, callArguments, descendants, parametersOf, unparenthesised } from '../../syntax/query';
import { isDerived } from './errorClasses';
import { definitionOf, passedFor, valueBehind, type Knowledge, type RetryPolicy } from './retryPolicy';

/** One exception class that is listed, as it is written. */
export interface ListedError {
  readonly node: SyntaxNode;
  readonly name: string | undefined;
  readonly error: NamedError | undefined;
}

/** The listed classes; `others`: all but these; `causes`: by the cause. */
export interface Listing {
  readonly kind: 'errors' | 'others' | 'causes';
  readonly errors: readonly ListedError[];
  /** Whether nothing else can be in the list. */
  readonly isWhole: boolean;
  /** The expression that lists them; undefined for the default, which is `Exception`. */
  readonly list: SyntaxNode | undefined;
}

export type Condition =
  | Listing
  /** A function is asked, about the exception or about what the call gave. */
  | { readonly kind: 'predicate' | 'results'; readonly predicate: SyntaxNode | undefined }
  | { readonly kind: 'any' | 'all'; readonly parts: readonly Condition[] }
  | { readonly kind: 'always' | 'never' | 'unknown' };

const unknown: Condition = { kind: 'unknown' };

/** What a policy retries; the default of the library where nothing is said. */
export function conditionOf(policy: RetryPolicy, knowledge: Knowledge): Condition {
  const { on } = policy.fact;
  if (on === undefined) return unknown;
  const passed = passedFor(policy, on);
  if (passed === 'hidden') return unknown;
  if (passed === 'nothing') return on.whenAbsent === 'exceptions' ? byDefault : unknown;
  if (on.takes === 'strategy') return strategyCondition(passed.value, knowledge);
  if (on.takes === 'result') return { kind: 'results', predicate: passed.value };
  if (on.takes === 'classes-or-function' && isFunction(passed.value, knowledge)) return { kind: 'predicate', predicate: passed.value };
  return listed('errors', passed.value, knowledge);
}

const byDefault: Listing = { kind: 'errors', errors: [], isWhole: true, list: undefined };

/** Whether a policy retries by the library's default, which is every `Exception`. */
export function isDefault(condition: Condition): boolean {
  return condition.kind === 'errors' && condition.list === undefined;
}

function isFunction(node: SyntaxNode, { view }: Knowledge): boolean {
  const value = valueBehind(node, view);
  return value?.is('lambda') === true || definitionOf(value, view) !== undefined;
}

function strategyCondition(node: SyntaxNode, knowledge: Knowledge, depth = 0): Condition {
  const { view, catalogue } = knowledge;
  const value = valueBehind(node, view);
  if (value === undefined || depth > deepest) return unknown;
  if (value.is('binary_operator')) {
    const parts = [value.field('left'), value.field('right')].map((part) => strategyCondition(part, knowledge, depth + 1));
    if (value.hasToken('|')) return { kind: 'any', parts };
    return value.hasToken('&') ? { kind: 'all', parts } : unknown;
  }
  if (!value.is('call')) return valueCondition(catalogue.lookup(view.nameOf(value))?.strategy);
  const strategy = catalogue.lookup(view.nameOf(value.field('function')))?.strategy;
  if (strategy === undefined) return unknown;
  if ('retries' in strategy) return calledCondition(value, strategy, knowledge);
  const isJoin = 'joins' in strategy && (strategy.joins === 'any' || strategy.joins === 'all');
  const { positional, hasSplat } = callArguments(value);
  if (!isJoin || hasSplat) return unknown;
  return { kind: strategy.joins === 'any' ? 'any' : 'all', parts: positional.map((part) => strategyCondition(part, knowledge, depth + 1)) };
}

const deepest = 6;

function valueCondition(strategy: StrategyFact | undefined): Condition {
  if (strategy === undefined || !('retries' in strategy)) return unknown;
  return strategy.retries === 'always' || strategy.retries === 'never' ? { kind: strategy.retries } : unknown;
}

function calledCondition(call: SyntaxNode<'call'>, strategy: ConditionFact, knowledge: Knowledge): Condition {
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  const { by, retries } = strategy;
  const argument = by && (keywords.get(by.keyword) ?? positional[by.position ?? positional.length]);
  const isHidden = argument === undefined && (hasSplat || hasDoubleSplat);
  if (isHidden || retries === 'message' || retries === 'always' || retries === 'never') return unknown;
  const classes = retries === 'predicate' ? classesAsked(argument, knowledge) : undefined;
  if (classes !== undefined) return listed('errors', classes, knowledge);
  if (retries === 'predicate' || retries === 'results') return { kind: retries, predicate: argument };
  if (argument === undefined) return { kind: retries, errors: [], isWhole: true, list: undefined };
  return listed(retries, argument, knowledge);
}

/** The classes of `lambda error: isinstance(error, OSError)`, which might as well be listed; who asks for `Exception` leaves something out. */
function classesAsked(predicate: SyntaxNode | undefined, { view }: Knowledge): SyntaxNode | undefined {
  const call = predicate?.is('lambda') === true ? unparenthesised(predicate.field('body')) : undefined;
  if (predicate?.is('lambda') !== true || call?.is('call') !== true) return undefined;
  if (view.nameOf(call.field('function')) !== 'builtins.isinstance') return undefined;
  const [object, list] = callArguments(call).positional;
  if (list === undefined || object?.text !== parametersOf(predicate)[0]?.name.text) return undefined;
  return /^builtins\.(Base)?Exception$/.test(view.nameOf(list) ?? '') ? undefined : list;
}

function listed(kind: 'errors' | 'others' | 'causes', list: SyntaxNode, knowledge: Knowledge): Condition {
  const { errors, isWhole } = errorsIn(list, knowledge);
  return { kind, errors, isWhole, list };
}

/** The classes in a tuple (or list, or sum of these), through names; `isWhole` where all of it could be seen. */
export function errorsIn(
  list: SyntaxNode,
  knowledge: Knowledge,
  depth = 0,
): { readonly errors: readonly ListedError[]; readonly isWhole: boolean } {
  const { view, catalogue } = knowledge;
  const value = valueBehind(list, view);
  if (value === undefined || depth > deepest) return { errors: [], isWhole: false };
  const parts = value.is('tuple', 'list', 'set')
    ? value.children
    : value.is('list_splat')
      ? value.children.slice(0, 1)
      : value.is('binary_operator') && value.hasToken('+')
        ? [value.field('left'), value.field('right')]
        : undefined;
  if (parts !== undefined) {
    const inner = parts.map((part) => errorsIn(part, knowledge, depth + 1));
    return { errors: inner.flatMap(({ errors }) => errors), isWhole: inner.every(({ isWhole }) => isWhole) };
  }
  const name = value.is('identifier', 'attribute') ? view.nameOf(value) : undefined;
  const error = catalogue.error(name);
  const elsewhere = error === undefined ? view.classesIn(value) : [];
  if (elsewhere.length > 0)
    return {
      errors: elsewhere.map((one) => ({ node: value, name: one, error: catalogue.error(one) })),
      isWhole: elsewhere.every((one) => one !== undefined),
    };
  return { errors: [{ node: value, name, error }], isWhole: error !== undefined || isClassName(value) };
}

/** `ServiceError`, not `TRANSIENT` or `errors`: what such a name stands for is a class, by everybody's convention. */
function isClassName(node: SyntaxNode): boolean {
  const name = node.is('attribute') ? node.field('attribute').text : node.text;
  return /^_*[A-Z]\w*[a-z]/.test(name);
}

/** Whether a condition says yes to an exception class; undefined where that cannot be seen. */
export function retries(condition: Condition, error: string, knowledge: Knowledge): boolean | undefined {
  if ('parts' in condition) {
    const answers = condition.parts.map((part) => retries(part, error, knowledge));
    return joined(answers, condition.kind === 'any');
  }
  if ('errors' in condition) {
    const isListed = condition.kind === 'causes' ? undefined : isAmong(error, condition, knowledge);
    return isListed === undefined ? undefined : isListed === (condition.kind === 'errors');
  }
  if (condition.kind === 'predicate') return predicateSays(condition.predicate, error, knowledge);
  return condition.kind === 'unknown' ? undefined : condition.kind === 'always';
}

/** Answers joined by `or`, where `true` is decisive, or by `and`, where `false` is. */
function joined(answers: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

function isAmong(error: string, { errors, isWhole, list }: Omit<Listing, 'kind'>, { catalogue }: Knowledge): boolean | undefined {
  if (list === undefined) return isDerived(error, 'builtins.Exception', catalogue);
  if (errors.some((each) => each.error !== undefined && isDerived(error, each.error.name, catalogue))) return true;
  return isWhole ? false : undefined;
}

/** What a function that is asked says of an exception. */
interface Question {
  readonly error: string;
  /** The parameter by which it gets the exception. */
  readonly asked: string | undefined;
  readonly knowledge: Knowledge;
}

function predicateSays(predicate: SyntaxNode | undefined, error: string, knowledge: Knowledge): boolean | undefined {
  const value = valueBehind(predicate, knowledge.view);
  const owner = value?.is('lambda') === true ? value : definitionOf(value, knowledge.view);
  if (owner === undefined) return undefined;
  const question: Question = { error, asked: parametersOf(owner)[0]?.name.text, knowledge };
  if (owner.is('lambda')) return says(unparenthesised(owner.field('body')), question);
  const answer = blockSays(owner.field('body'), question);
  return answer === 'goes on' ? undefined : answer;
}

/** What statements say one after another, `goes on` where they say nothing; undefined where that cannot be seen. */
function blockSays(block: SyntaxNode | undefined, question: Question): boolean | undefined | 'goes on' {
  for (const statement of bodyStatements(block)) {
    if (isIdle(statement)) continue;
    if (statement.is('return_statement')) {
      const [value] = statement.children;
      return value === undefined ? undefined : says(unparenthesised(value), question);
    }
    const answer = statement.is('if_statement') ? choiceSays(statement, question) : undefined;
    if (answer !== 'goes on') return answer;
  }
  return 'goes on';
}

/** A docstring, a line for the log, an import: what leaves the answer to what comes after. */
function isIdle(statement: SyntaxNode): boolean {
  if (statement.is('import_from_statement', 'import_statement', 'pass_statement')) return true;
  return statement.is('expression_statement') && statement.children[0]?.is('string', 'call') === true;
}

function choiceSays(statement: SyntaxNode<'if_statement'>, question: Question): boolean | undefined | 'goes on' {
  const clauses = statement.field('alternative');
  const branches = [
    { condition: statement.field('condition'), block: statement.field('consequence') },
    ...clauses.flatMap((clause) =>
      clause.is('elif_clause') ? [{ condition: clause.field('condition'), block: clause.field('consequence') }] : [],
    ),
  ];
  for (const { condition, block } of branches) {
    const holds = says(unparenthesised(condition), question);
    if (holds === undefined) return undefined;
    if (holds) return blockSays(block, question);
  }
  const otherwise = clauses.find((clause) => clause.is('else_clause'));
  return otherwise === undefined
    ? 'goes on'
    : blockSays(
        otherwise.children.find((child) => child.is('block')),
        question,
      );
}

/** The one expression that a function gives which is asked; undefined where it does more. */
export function resultOf(predicate: SyntaxNode | undefined, { view }: Knowledge): SyntaxNode | undefined {
  const value = valueBehind(predicate, view);
  return value?.is('lambda') === true ? value.field('body') : onlyResult(definitionOf(value, view));
}

/** What a function gives that does nothing but give it. */
function onlyResult(definition: SyntaxNode<'function_definition'> | undefined): SyntaxNode | undefined {
  if (definition === undefined) return undefined;
  const statements = bodyStatements(definition.field('body')).filter((statement) => !isDocstring(statement));
  const [only, ...others] = statements;
  return others.length === 0 && only?.is('return_statement') === true ? only.children[0] : undefined;
}

function isDocstring(statement: SyntaxNode): boolean {
  return statement.is('expression_statement') && statement.children[0]?.is('string') === true;
}

function says(expression: SyntaxNode, question: Question): boolean | undefined {
  if (expression.is('true')) return true;
  if (expression.is('false')) return false;
  if (expression.is('not_operator')) {
    const [inner] = expression.children;
    const answer = inner === undefined ? undefined : says(unparenthesised(inner), question);
    return answer === undefined ? undefined : !answer;
  }
  if (expression.is('boolean_operator')) {
    const answers = [expression.field('left'), expression.field('right')].map((side) => says(unparenthesised(side), question));
    return joined(answers, expression.hasToken('or'));
  }
  return expression.is('call') ? isInstance(expression, question) : undefined;
}

function isInstance(call: SyntaxNode<'call'>, { error, asked, knowledge }: Question): boolean | undefined {
  const [object, list] = callArguments(call).positional;
  if (knowledge.view.nameOf(call.field('function')) !== 'builtins.isinstance' || list === undefined) return undefined;
  // Of its cause, or of something else, this says nothing.
  if (object?.is('identifier') !== true || object.text !== asked) return undefined;
  const { errors, isWhole } = errorsIn(list, knowledge);
  return isAmong(error, { errors, isWhole, list }, knowledge);
}

/** Every list of classes that makes a policy retry by itself. */
export function retriedLists(condition: Condition): readonly Listing[] {
  if (condition.kind === 'any') return condition.parts.flatMap((part) => retriedLists(part));
  return 'errors' in condition && condition.kind === 'errors' ? [condition] : [];
}

/** Whether some part of a condition is of a kind. */
export function hasPart(condition: Condition, kind: Condition['kind']): boolean {
  if (condition.kind === kind) return true;
  return 'parts' in condition && condition.parts.some((part) => hasPart(part, kind));
}

/** The functions that a condition asks, about exceptions and about results. */
export function predicatesOf(condition: Condition): readonly SyntaxNode[] {
  if ('parts' in condition) return condition.parts.flatMap((part) => predicatesOf(part));
  return 'predicate' in condition && condition.predicate !== undefined ? [condition.predicate] : [];
}

/** What a function that is asked can answer: the body of a lambda, or what the function returns. */
export function resultsIn(predicate: SyntaxNode, { view }: Knowledge): readonly SyntaxNode[] {
  const value = valueBehind(predicate, view);
  if (value?.is('lambda') === true) return [value.field('body')];
  const definition = definitionOf(value, view);
  const inside = definition === undefined ? [] : [...descendants(definition.field('body'))];
  return inside.flatMap((node) => (node.is('return_statement') ? node.children.slice(0, 1) : []));
}

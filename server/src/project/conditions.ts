/**
 * When a call is made, as far as it rests on what its function was given, or on what earlier calls have left.
 *
 * Invariants: conditions are read by their shape alone; one that is not understood is no condition, so that the call counts
 * as made; a parameter counts only while it holds what the caller passed.
 */
import { classOfMethod, isBound, receiverKind, receiverOf } from '../semantic/classes';
import type { LocalModel } from '../semantic/model';
import type { Scopes } from '../semantic/scopes';
import type { SyntaxNode } from '../syntax/node';
import { ancestors, bodyStatements, callArguments, descendants, isWithin, parametersOf, sameNode, unparenthesised } from '../syntax/query';
import type { Given, Need } from './summary';

type Definition = SyntaxNode<'function_definition'>;

/** What has to be so for a call to be made. */
export interface Conditions {
  /** The parameters that have to be given something. */
  readonly needs: readonly Need[];
  /** Set where the call fills what is kept for all calls to come, and is made for the first one alone. */
  readonly isOnce: boolean;
}

export function conditionsOf(call: SyntaxNode<'call'>, definition: Definition, model: LocalModel): Conditions {
  const needs: Need[] = [];
  let isOnce = false;
  for (const { subject, isThere, isNoneTest } of [...testsAround(call, definition)].flatMap(outcomesOf)) {
    const need = isThere ? emptyUnlessGiven(subject, isNoneTest, definition, model) : undefined;
    if (need !== undefined) needs.push(need);
    isOnce ||= !isThere && isKeptForAll(subject, definition, model);
  }
  return { needs, isOnce };
}

/** The places and names that a call gives something to, other than `None` and `False`; `*` where that cannot be told. */
export function givenBy(call: SyntaxNode<'call'>): Given {
  const { positional, keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  const places = [...positional.keys()].filter((place) => !isNothing(positional[place]));
  const names = [...keywords.keys()].filter((name) => !isNothing(keywords.get(name)));
  return [...places, ...names, ...(hasSplat || hasDoubleSplat ? ['*'] : [])];
}

function isNothing(argument: SyntaxNode | undefined): boolean {
  return argument?.is('none', 'false') === true;
}

/** A condition, and whether it was met where the call stands. */
interface Tested {
  readonly condition: SyntaxNode;
  readonly holds: boolean;
}

function* testsAround(call: SyntaxNode<'call'>, definition: Definition): Generator<Tested, void> {
  let inner: SyntaxNode = call;
  for (const outer of ancestors(call)) {
    if (sameNode(outer, definition)) return;
    if (outer.is('if_statement')) yield* branch(inner, outer);
    else if (outer.is('elif_clause') && sameNode(outer.field('consequence'), inner))
      yield { condition: outer.field('condition'), holds: true };
    else if (outer.is('block')) yield* leftBefore(inner, outer);
    else if (outer.is('boolean_operator') && sameNode(outer.field('right'), inner))
      yield { condition: outer.field('left'), holds: outer.field('operator').text === 'and' };
    inner = outer;
  }
}

/** The consequence, or an `elif` or `else` of a statement. */
function* branch(inner: SyntaxNode, statement: SyntaxNode<'if_statement'>): Generator<Tested, void> {
  const condition = statement.field('condition');
  if (sameNode(inner, statement.field('consequence'))) yield { condition, holds: true };
  else if (!isWithin(inner, condition)) yield { condition, holds: false };
}

/** `if found is not None: return found`: what comes after it runs in the other case only. */
function* leftBefore(inner: SyntaxNode, block: SyntaxNode): Generator<Tested, void> {
  for (const statement of bodyStatements(block)) {
    if (statement.id >= inner.id) return;
    if (!statement.is('if_statement') || statement.field('alternative').length > 0) continue;
    const last = bodyStatements(statement.field('consequence')).at(-1);
    if (last?.is('return_statement', 'raise_statement', 'continue_statement', 'break_statement') === true)
      yield { condition: statement.field('condition'), holds: false };
  }
}

/** That something is there, or is not: neither empty nor `None`, or by a test for `None` alone. */
interface Presence {
  readonly subject: SyntaxNode;
  readonly isThere: boolean;
  readonly isNoneTest: boolean;
}

function outcomesOf({ condition, holds }: Tested): readonly Presence[] {
  const found: Presence[] = [];
  const pending: Tested[] = [{ condition, holds }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const node = unparenthesised(item.condition);
    if (node.is('not_operator')) pending.push({ condition: node.field('argument'), holds: !item.holds });
    else if (node.is('boolean_operator')) {
      // Of `a and b` both are true; of `a or b` both are false. The other ways leave open which of them it was.
      if ((node.field('operator').text === 'and') !== item.holds) continue;
      pending.push({ condition: node.field('left'), holds: item.holds }, { condition: node.field('right'), holds: item.holds });
    } else if (node.is('comparison_operator')) {
      const [subject, value, ...others] = node.children;
      const operator = node.field('operators')[0]?.text;
      if (subject === undefined || value?.is('none') !== true || others.length > 0) continue;
      if (operator === 'is' || operator === 'is not')
        found.push({ subject, isThere: (operator === 'is not') === item.holds, isNoneTest: true });
    } else if (node.is('identifier', 'attribute')) found.push({ subject: node, isThere: item.holds, isNoneTest: false });
  }
  return found;
}

/** A parameter that is empty by default, where the subject is one. */
function emptyUnlessGiven(subject: SyntaxNode, isNoneTest: boolean, definition: Definition, model: LocalModel): Need | undefined {
  if (!subject.is('identifier') || isBoundAgain(subject, model.scopes)) return undefined;
  const parameters = parametersOf(definition);
  const index = parameters.findIndex(({ name }) => name.text === subject.text);
  const parameter = parameters[index];
  const isEmpty = isNoneTest ? parameter?.default?.is('none') : parameter?.default?.is('none', 'false');
  if (parameter === undefined || isEmpty !== true) return undefined;
  if (parameter.kind === 'keyword-only') return [subject.text];
  return [subject.text, isBound(definition, model) ? index - 1 : index];
}

function isBoundAgain(name: SyntaxNode, scopes: Scopes): boolean {
  const declarations = scopes.bindingOf(name)?.declarations ?? [];
  return declarations.length !== 1 || declarations[0]?.kind !== 'parameter';
}

/** Whether the function assigns to it, and it outlives the call: a variable of the module, an attribute of a class. */
function isKeptForAll(subject: SyntaxNode, definition: Definition, model: LocalModel): boolean {
  if (subject.is('identifier')) {
    const binding = model.scopes.bindingOf(subject);
    return binding?.scope.kind === 'module' && binding.declarations.some(({ node }) => isWithin(node, definition));
  }
  if (!subject.is('attribute') || !isOfClass(subject.field('object'), definition, model)) return false;
  const { text } = subject;
  return [...descendants(definition)].some((node) => node.is('assignment') && node.field('left').text === text);
}

/** `cls`, or the class by its name. */
function isOfClass(object: SyntaxNode, definition: Definition, model: LocalModel): boolean {
  const owner = classOfMethod(definition, model);
  if (owner === undefined || !object.is('identifier')) return false;
  const isReceiver = receiverKind(definition, model) === 'class' && receiverOf(definition)?.text === object.text;
  return isReceiver || owner.field('name').text === object.text;
}

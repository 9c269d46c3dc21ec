/**
 * When a call is made, as far as it rests on what its function was given, on the object that it is a method of, or on what
 * earlier calls have left.
 *
 * Invariants: conditions are read by their shape alone; one that is not understood is no condition, so that the call counts
 * as made; a parameter counts only while it holds what the caller passed, and an attribute while the function leaves it alone.
 */
import { classOfMethod, isBound, receiverKind, receiverOf } from '../semantic/classes';
import { isComprehension } from '../semantic/declarations';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import {
  ancestors,
  bodyStatements,
  callArguments,
  caughtBy,
  descendants,
  enclosing,
  isWithin,
  parametersOf,
  sameNode,
  stringValue,
  unparenthesised,
} from '../syntax/query';
import { knownOf, placeOf, type Parameters } from './given';
import { knownBy, negated, outcome, type Known, type Test } from './outcomes';
import { isBehindSwitch } from './switches';
import type { Condition, Detour, Held } from './summary';

type Definition = SyntaxNode<'function_definition'>;

/** What has to be so for a call to be made. */
export interface Conditions {
  /** Of each of these, at least one. */
  readonly needs: readonly (readonly Condition[])[];
  /** What is known of the attributes of the object that the called method is one of. */
  readonly held: readonly Held[];
  /** Set where that object is the one that the calling function is a method of. */
  readonly isOwn: boolean;
  /** Set where the call fills what is kept for all calls to come, and is made for the first one alone. */
  readonly isOnce: boolean;
  /** Set where a parameter that is bound again leads elsewhere, unless it was given something. */
  readonly isDoubtful: boolean;
  /** Set where it is made only if a setting of the environment is turned on that is off by default. */
  readonly isSwitchedOff: boolean;
  /** Set where something else has to be so as well, or an error has to come. */
  readonly when: Detour | undefined;
}

/** The conditions for a call in a function. */
export function conditionsOf(call: SyntaxNode<'call'>, definition: Definition, model: LocalModel): Conditions {
  const { tests, handles } = testsAround(call, definition, model);
  const clauses = tests.flatMap((tested) => clausesOf(tested, model).map((asked) => ({ asked, orRaises: tested.orRaises === true })));
  const callee = call.field('function');
  const object = callee.is('attribute') ? callee.field('object') : undefined;
  const self = receiverKind(definition, model) === 'object' && isBound(definition, model) ? receiverOf(definition) : undefined;
  const parameters = clauses.length === 0 ? [] : parametersOf(definition);
  const needs: (readonly Condition[])[] = [];
  const held = new Map<string, Known>();
  let isDoubtful = false;
  let when: Detour | undefined = handles;
  for (const { asked, orRaises } of clauses) {
    const conditions = asked.map((one) => conditionOn(one, { definition, self, parameters, model }));
    const understood = conditions.filter((condition) => condition !== undefined);
    const isUnderstood = understood.length > 0 && understood.length === conditions.length;
    const isBoundAgain = understood.some((one) => one.isBoundAgain);
    if (isUnderstood && !isBoundAgain) needs.push(understood.map(({ condition }) => (orRaises ? { ...condition, orRaises } : condition)));
    else if (!orRaises) when ??= 'branch';
    if (isUnderstood && isBoundAgain)
      isDoubtful ||= understood.every(({ condition }) => outcome(condition.test, condition.otherwise) === false);
    const known = asked.length === 1 && object !== undefined ? heldBy(asked[0], object, model) : undefined;
    if (known !== undefined && isSaying(known[1], held.get(known[0]))) held.set(...known);
  }
  const isOnce = clauses.some(({ asked: [only, ...others] }) => others.length === 0 && isFirst(only, call, definition, model));
  const isSwitchedOff = tests.some(({ condition, holds }) => isBehindSwitch(condition, holds, model));
  return { needs, held: [...held], isOwn: isSameName(object, self), isOnce, isDoubtful, isSwitchedOff, when };
}

/** Whether something is known better than before. */
function isSaying(known: Known, before: Known | undefined): boolean {
  return before === undefined || before === 'some' || before === 'empty' || known === 'None';
}

/** A condition, and whether it was met where the call stands. */
interface Tested {
  readonly condition: SyntaxNode;
  readonly holds: boolean;
  /** Set where an error is raised in the other case, which is not the usual one. */
  readonly orRaises?: true;
}

interface Surroundings {
  readonly tests: readonly Tested[];
  readonly handles: Detour | undefined;
}

/** The conditions around a call, and whether it stands in what handles errors, or else in what cleans up or in a case of a `match`. */
function testsAround(call: SyntaxNode<'call'>, definition: Definition, model: LocalModel): Surroundings {
  const tests: Tested[] = [];
  let handles: Detour | undefined;
  let inner: SyntaxNode = call;
  for (const outer of ancestors(call)) {
    if (sameNode(outer, definition)) break;
    tests.push(...testsIn(outer, inner));
    if (outer.is('except_clause')) handles = handles === 'failure' || isForFailures(outer, model) ? 'failure' : 'handler';
    else if (outer.is('finally_clause')) handles = handles === undefined || handles === 'branch' ? 'clean-up' : handles;
    else if (outer.is('case_clause')) handles ??= 'branch';
    inner = outer;
  }
  return { tests, handles };
}

/** Whether a clause handles nothing but what goes wrong outside of the program, or whatever goes wrong. */
function isForFailures(clause: SyntaxNode<'except_clause'>, model: LocalModel): boolean {
  return caughtBy(clause).every((type) => failures.has(model.nameOf(type) ?? ''));
}

/** https://docs.python.org/3/library/exceptions.html; a file that is not there, or is already, may be what one waits for. */
const failures: ReadonlySet<string> = new Set(
  `BaseException BlockingIOError BrokenPipeError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
   EnvironmentError Exception IOError InterruptedError MemoryError OSError PermissionError TimeoutError`
    .split(/\s+/)
    .map((name) => `builtins.${name}`),
);

/** What `outer` asks before `inner` runs, which stands in it. */
function testsIn(outer: SyntaxNode, inner: SyntaxNode): readonly Tested[] {
  if (outer.is('if_statement')) return [...branch(inner, outer)];
  if (outer.is('elif_clause'))
    return sameNode(outer.field('consequence'), inner) ? [{ condition: outer.field('condition'), holds: true }] : [];
  if (outer.is('conditional_expression')) return [...choice(inner, outer)];
  if (isComprehension(outer)) return sameNode(outer.field('body'), inner) ? [...filters(outer)] : [];
  if (outer.is('block')) return [...leftBefore(inner, outer)];
  if (!outer.is('boolean_operator') || !sameNode(outer.field('right'), inner)) return [];
  return [{ condition: outer.field('left'), holds: outer.field('operator').text === 'and' }];
}

/** The consequence, or an `elif` or `else` of a statement. */
function* branch(inner: SyntaxNode, statement: SyntaxNode<'if_statement'>): Generator<Tested, void> {
  const condition = statement.field('condition');
  if (sameNode(inner, statement.field('consequence'))) yield { condition, holds: true };
  if (!inner.is('elif_clause', 'else_clause')) return;
  yield { condition, holds: false };
  for (const earlier of statement.field('alternative')) {
    if (sameNode(earlier, inner)) return;
    if (earlier.is('elif_clause')) yield { condition: earlier.field('condition'), holds: false };
  }
}

/** `a if condition else b`. */
function* choice(inner: SyntaxNode, expression: SyntaxNode<'conditional_expression'>): Generator<Tested, void> {
  const [then, condition, otherwise] = expression.children;
  if (condition === undefined || sameNode(inner, condition)) return;
  if (sameNode(inner, then) || sameNode(inner, otherwise)) yield { condition, holds: sameNode(inner, then) };
}

function* filters(comprehension: SyntaxNode): Generator<Tested, void> {
  for (const clause of comprehension.children) {
    const [condition] = clause.is('if_clause') ? clause.children : [];
    if (condition !== undefined) yield { condition, holds: true };
  }
}

/** `if found is not None: return found`: what comes after it runs in the other case only. */
function* leftBefore(inner: SyntaxNode, block: SyntaxNode): Generator<Tested, void> {
  for (const statement of bodyStatements(block)) {
    if (statement.id >= inner.id) return;
    if (!statement.is('if_statement') || statement.field('alternative').length > 0) continue;
    const last = bodyStatements(statement.field('consequence')).at(-1);
    const condition = statement.field('condition');
    if (last?.is('raise_statement') === true) yield { condition, holds: false, orRaises: true };
    else if (last?.is('return_statement', 'continue_statement', 'break_statement') === true) yield { condition, holds: false };
  }
}

/** What is asked of an expression. */
interface Asked {
  readonly subject: SyntaxNode;
  readonly test: Test | 'data';
}

/** A condition as clauses, each of which holds where one of its questions is answered with yes; one without any is not understood. */
function clausesOf({ condition, holds }: Tested, model: LocalModel): readonly (readonly Asked[])[] {
  const node = unparenthesised(condition);
  if (node.is('not_operator')) return clausesOf({ condition: node.field('argument'), holds: !holds }, model);
  if (node.is('boolean_operator')) {
    const [left, right] = (['left', 'right'] as const).map((side) => clausesOf({ condition: node.field(side), holds }, model));
    if (left === undefined || right === undefined) return unclear;
    if ((node.field('operator').text === 'and') === holds) return [...left, ...right];
    // Either of them holds. Where more is meant by one of them, nothing is made of it.
    const [one = [], other = []] = [left[0], right[0]];
    return left.length === 1 && right.length === 1 && one.length > 0 && other.length > 0 ? [[...one, ...other]] : unclear;
  }
  const asked = askedBy(node, model);
  if (asked === undefined) return unclear;
  if (holds) return [[asked]];
  return asked.test === 'data' ? unclear : [[{ ...asked, test: negated(asked.test) }]];
}

const unclear: readonly (readonly Asked[])[] = [[]];

function askedBy(node: SyntaxNode, model: LocalModel): Asked | undefined {
  if (node.is('identifier', 'attribute')) return { subject: node, test: 'true' };
  if (node.is('comparison_operator')) {
    const [subject, value, ...others] = node.children;
    const operator = node.field('operators')[0]?.text;
    if (subject === undefined || value?.is('none') !== true || others.length > 0) return undefined;
    if (operator !== 'is' && operator !== 'is not') return undefined;
    return { subject, test: operator === 'is' ? 'none' : 'some' };
  }
  return node.is('call') ? askedByCall(node, model) : undefined;
}

/** `isinstance(value, (str, bytes))`, `url.startswith("data:")`. */
function askedByCall(call: SyntaxNode<'call'>, model: LocalModel): Asked | undefined {
  const callee = call.field('function');
  const [subject, types] = callArguments(call).positional;
  if (callee.is('attribute') && callee.field('attribute').text === 'startswith')
    return stringValue(subject) === 'data:' ? { subject: callee.field('object'), test: 'data' } : undefined;
  if (subject === undefined || types === undefined || model.nameOf(callee) !== 'builtins.isinstance') return undefined;
  const named = (types.is('tuple') ? types.children : [types]).map((type) => model.nameOf(type)?.replace(/^builtins\./, ''));
  return named.includes(undefined) ? undefined : { subject, test: `is ${named.join(' ')}` };
}

interface Around {
  readonly definition: Definition;
  readonly self: SyntaxNode | undefined;
  readonly parameters: Parameters;
  readonly model: LocalModel;
}

interface Understood {
  readonly condition: Condition;
  readonly isBoundAgain: boolean;
}

/** What is asked of a parameter, or of an attribute of the object that the function is a method of. */
function conditionOn({ subject, test }: Asked, around: Around): Understood | undefined {
  if (test === 'data') return undefined;
  const { definition, self, parameters, model } = around;
  if (subject.is('attribute')) {
    if (self === undefined || !isSameName(subject.field('object'), self) || isAssigned(subject, model)) return undefined;
    return { condition: { subject: `.${subject.field('attribute').text}`, test }, isBoundAgain: false };
  }
  const index = subject.is('identifier') ? parameters.findIndex(({ name }) => name.text === subject.text) : -1;
  const parameter = parameters[index];
  if (parameter === undefined) return undefined;
  const otherwise = parameter.default === undefined ? undefined : knownOf(parameter.default);
  const place = placeOf(parameters, index, definition, model);
  const condition = { subject: subject.text, test, ...(place !== undefined && { place }), ...(otherwise !== undefined && { otherwise }) };
  return { condition, isBoundAgain: isBoundBefore(subject, model) };
}

/** Whether something else may have been bound to a parameter where it is asked about. */
function isBoundBefore(name: SyntaxNode, { scopes }: LocalModel): boolean {
  const others = (scopes.bindingOf(name)?.declarations ?? []).filter(({ kind }) => kind !== 'parameter');
  if (others.length === 0) return false;
  const isRepeated = enclosing(name, 'for_statement', 'while_statement', 'function_definition')?.is('function_definition') !== true;
  return isRepeated || others.some(({ name: bound }) => bound.id < name.id);
}

/** What a condition says of an attribute of the object that a method is called on. */
function heldBy(asked: Asked | undefined, object: SyntaxNode, model: LocalModel): Held | undefined {
  if (asked?.subject.is('attribute') !== true || asked.test === 'data') return undefined;
  const known = knownBy(asked.test);
  if (known === undefined || !isSameName(asked.subject.field('object'), object) || isAssigned(asked.subject, model)) return undefined;
  return [asked.subject.field('attribute').text, known];
}

function isSameName(one: SyntaxNode | undefined, other: SyntaxNode | undefined): boolean {
  return one?.is('identifier') === true && other?.is('identifier') === true && one.text === other.text;
}

/** Whether the function assigns to an attribute of a name, or more than once to the name itself. */
function isAssigned(attribute: SyntaxNode<'attribute'>, { scopes }: LocalModel): boolean {
  const binding = scopes.bindingOf(attribute.field('object'));
  if (binding?.declarations.length !== 1) return true;
  const name = attribute.field('attribute').text;
  return scopes.attributeTargetsOf(binding).some(({ attribute: target }) => target.field('attribute').text === name);
}

/** Whether the call is made for the first time alone, or for data that the URL itself holds. */
function isFirst(asked: Asked | undefined, call: SyntaxNode<'call'>, definition: Definition, model: LocalModel): boolean {
  if (asked === undefined) return false;
  const { subject, test } = asked;
  if (test === 'data') return subject.is('identifier') && callArguments(call).positional.some((argument) => isSameName(argument, subject));
  return (test === 'none' || test === 'false') && isKeptForAll(subject, definition, model);
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

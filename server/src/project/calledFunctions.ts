/**
 * What calls are of, and what they give, as far as the functions of the project say it: coroutines, and managers that only
 * `async with` enters.
 */
import type { Aliases } from '../semantic/aliases';
import { localModule, weaker, type Certainty } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import { valueAt } from '../semantic/symbolic';
import type { SyntaxNode } from '../syntax/node';
import type { Outlook } from './index';
import { isDefinedHere, isSaidHere } from './libraryNames';
import { isAsyncOnly, lineageOf } from './memberLookup';
import { lastName, type FunctionFacts } from './summary';
import { factsOfFunction, type Evaluation, type ProjectFunction } from './values';
import type { FileId } from './files';

type See = () => Outlook;

/** What is called, by names alone. */
export interface Callee {
  /** The last name. */
  readonly name: string;
  readonly aliases: Aliases;
  /** Of a method that is called on a plain name, that name. */
  readonly object: string | undefined;
}

/** How certain it is that something is so. */
export interface Doubt {
  readonly certainty: Certainty;
}

/** How certain it is that a call is one of a coroutine function. Under a decorator that is not known it may be anything. */
export function coroutineCalled(call: SyntaxNode<'call'>, file: FileId, model: LocalModel, see: See): Doubt | undefined {
  const called = functionCalled(call, file, model, see);
  if (called?.facts.kind !== 'coroutine' || called.facts.isManager === true) return undefined;
  if (isOverriddenPlainly(called.definition, see().evaluation)) return undefined;
  const isCoroutine = (called.facts.decorators ?? []).every((decorator) => {
    const made = decorator === '' ? undefined : see().evaluation.evaluate(decorator, called.definition.file)?.value;
    return made?.kind === 'function' && factsOfFunction(made, see().evaluation)?.keepsCoroutines === true;
  });
  return isCoroutine ? called : undefined;
}

/** How certain it is that a value has `__aenter__` and no `__enter__`. */
export function asyncManager(expression: SyntaxNode, file: FileId, model: LocalModel, see: See): Doubt | undefined {
  const called = expression.is('call') ? functionCalled(expression, file, model, see) : undefined;
  if (called !== undefined) {
    const { kind, isManager, decorators } = called.facts;
    return kind === 'async-generator' && isManager === true && decorators === undefined ? called : undefined;
  }
  const type = model.typeOf(expression);
  const found = valueAt(expression, type, model);
  if (found === undefined || isSaidHere(type?.type ?? found.name, model.catalogue)) return undefined;
  const { evaluation } = see();
  const answer = evaluation.evaluate(found.name, file);
  if (answer?.value.kind !== 'instance' || answer.value.of.kind !== 'class' || !isAsyncOnly(answer.value.of, evaluation)) return undefined;
  return { certainty: weaker(found.certainty, answer.certainty) };
}

/**
 * What is defined is called by its own name: whether any coroutine has that is known before it is worked out what is called.
 * What is imported, or assigned, may go by another.
 */
export function mayBeCoroutine({ name, object, aliases }: Callee, { scopes }: LocalModel, see: See): boolean {
  const isCoroutine = (one: string): boolean => scopes.definesCoroutine(one) || see().mayBeCoroutine(one);
  if (aliases.isFromElsewhere || isCoroutine(name) || aliases.names.some(isCoroutine)) return true;
  return object !== undefined && scopes.bindsByImport(object);
}

/** A function of the project that a call is of. */
interface Called extends Doubt {
  readonly facts: FunctionFacts;
  readonly definition: ProjectFunction;
}

/** What a function of the project says of itself that a call is of. */
function functionCalled(call: SyntaxNode<'call'>, file: FileId, model: LocalModel, see: See): Called | undefined {
  const found = model.named(call.field('function'));
  if (found === undefined || isSaidHere(found.name, model.catalogue)) return undefined;
  const { evaluation } = see();
  const here = isDefinedHere(found.name, model) ? functionHere(found.name, file) : undefined;
  const own = here && factsOfFunction(here, evaluation);
  if (here !== undefined && own !== undefined) return { facts: own, definition: here, certainty: found.certainty };
  const answer = evaluation.evaluate(found.name, file);
  if (answer?.value.kind !== 'function') return undefined;
  const facts = factsOfFunction(answer.value, evaluation);
  return facts && { facts, definition: answer.value, certainty: weaker(found.certainty, answer.certainty) };
}

function functionHere(name: string, file: FileId): ProjectFunction {
  return { kind: 'function', file, path: name.slice(localModule.length + 1) };
}

/** Whether a class beside the method's own inherits from that and has a plain method in its place: the object decides then. */
function isOverriddenPlainly({ file, path }: ProjectFunction, evaluation: Evaluation): boolean {
  const knowledge = evaluation.knowledge(file);
  const method = lastName(path);
  const owner = ownerOf(path);
  if (knowledge?.hasClass(owner) !== true) return false;
  return knowledge.functionsNamed(method).some((other) => {
    const heir = ownerOf(other);
    if (heir === owner || !knowledge.hasClass(heir) || knowledge.functionOf(other)?.kind !== 'function') return false;
    const lineage = lineageOf({ kind: 'class', file, path: heir }, evaluation);
    return lineage.some((one) => one?.kind === 'class' && one.file === file && one.path === owner);
  });
}

/** The path of what a function stands in; empty for one that stands in the module. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

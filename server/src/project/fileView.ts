/** Makes the view that rules ask, from a file's own model and from what the project knows of the others. */
import type { Catalogue, FactTable } from '../catalogue/schema';
import type { Aliases } from '../semantic/aliases';
import { classes } from '../semantic/containers';
import { executionOf, isOffloaded } from '../semantic/execution';
import { alteredMark, localModule, weaker, type Inference, type InferredName, type InferredType } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { ReadLog } from '../semantic/reads';
import { isSymbolic, valueAt } from '../semantic/symbolic';
import type { SyntaxNode } from '../syntax/node';
import { enclosingFunction } from '../syntax/query';
import { blockingNames } from './blockingNames';
import { asyncManager, coroutineCalled, mayBeCoroutine, type Callee, type Doubt } from './calledFunctions';
import type { Chain, ChainSearch } from './callGraph';
import { conditionsOf } from './conditions';
import { noneByField } from './fields';
import { isConsumed } from './functionBody';
import { anything, givenBy, noneByDefault } from './given';
import { type ModuleKnowledge, type Outlook, type Project } from './index';
import { isDefinedHere, isSaidHere } from './libraryNames';
import { localKnowledge } from './localKnowledge';
import { attributesOfClass } from './memberLookup';
import type { Modules } from './modules';
import { pathOf, pathOfClass } from './paths';
import { isTest, roleByDefinition, type Role, type RoleSource } from './roles';
import { factsOfFunction, type ProjectFunction, type Value } from './values';
import type { FileId } from './files';
import type { AttributeAnswer, Certainty, FileView, NoneAnswer, Target, TypeAnswer, Wrapping } from './view';

/** A view that also says how certain the answers were that it gave. */
export interface ObservedView extends FileView {
  /** Starts anew to watch the answers. */
  observe(): void;
  /** The least certainty of the answers given since `observe`. */
  observed(): Certainty;
  /** By what other names something goes that an identifier stands for. */
  aliasesOf(identifier: SyntaxNode): Aliases;
  /** Whether something called so may be a coroutine function of the project. */
  mayBeCoroutine(callee: Callee): boolean;
  /** Whether something called so may come to block, as far as names tell: a chain of calls begins only where this is so. */
  mayBlock(name: string): boolean;
  /**
   * The facts that calls in the file can have, by the modules that it imports, and those that other files import which it may have
   * things from. Nothing is noted of it: it is asked for all answers at once.
   */
  readonly reach: FactTable;
  /** Where is noted what answers need from outside of the chunk that they are about. */
  readonly log: ReadLog;
}

/** What a view is made from. */
export interface ViewSource {
  readonly file: FileId;
  /** Relative to the folder of the nearest project file. */
  readonly path?: string | undefined;
  readonly model: LocalModel;
  /** What the model tells, where that is there already. */
  readonly knowledge?: ModuleKnowledge | undefined;
  readonly project: Project;
  readonly target: Target;
}

/** The view of one version of a file, with a note of what it was told with less than certainty. */
export function createFileView({ file, path = file, model, knowledge, project, target }: ViewSource): ObservedView {
  const { catalogue, tree } = model;
  let outlook: Outlook | undefined;
  const seen = (): Outlook => (outlook ??= project.outlook(file, knowledge ?? localKnowledge(model), catalogue));
  let reach: FactTable | undefined;
  const factsInReach = (): FactTable => (reach ??= reachOf(model, seen()));
  const mayBlock = blockingNames(model, factsInReach, () => seen().hasOthers);
  let certainty: Certainty = 'certain';
  const told = <Answer extends { readonly certainty: Certainty }>(answer: Answer | undefined): Answer | undefined => {
    if (answer?.certainty === 'likely') certainty = 'likely';
    return answer;
  };
  const answers: Answers = {
    named: model.keep((expression) => {
      const first = expression.is('identifier') ? model.scopes.bindingOf(expression)?.declarations[0]?.name : undefined;
      // An identifier stands for what it stands for where it is first bound.
      return first === undefined || first.id === expression.id ? evaluatedName(expression, file, model, seen) : answers.named(first);
    }),
    typed: model.keep((expression) => evaluatedType(expression, file, model, seen)),
  };
  const nameOf = (expression: SyntaxNode | undefined): string | undefined => answers.named(expression)?.name;
  const execution: Inference = { ...model, catalogue: withOffloaders(catalogue, file, seen) };
  return {
    file,
    path,
    tree,
    target,
    nameOf: (expression) => told(answers.named(expression))?.name,
    typeOf: (expression) => told(answers.typed(expression)),
    attributesOf: (expression) => attributesOfValue(expression, file, model, seen),
    classesIn: (expression) => classesInTuple(expression, file, model, seen),
    wrappingBy: (line) => told(wrappingBy(line, file, model, seen)),
    runsOn: (node) => executionOf(node, execution),
    blockingChain: (call, ends, depth) => told(chainOf(call, { ends, depth, own: { file, mayBlock } }, file, model, seen)),
    givesCoroutine: (call) => told(coroutineCalled(call, file, model, seen)) !== undefined,
    isEnteredAsync: (expression) => told(asyncManager(expression, file, model, seen)) !== undefined,
    roleOf: (definition) => roleOf(definition, { imports: model.imports, nameOf }, file, model, seen),
    runsPer: (definition) => told(ofFunction(definition, file, model, (one) => seen().callers.occasionOf(one))),
    runsAlone: (definition) => ofFunction(definition, file, model, (one) => seen().callers.runsAlone(one)) === true,
    filesSetting: (setting) => seen().filesSetting(setting),
    droppedBy: (definition) => told(ofFunction(definition, file, model, (one) => seen().callers.dropperOf(one)))?.link,
    noneGiven: (parameter) => told(noneGivenTo(parameter, file, model, seen)),
    flow: (scope) => model.flow(scope),
    bindingOf: (name) => model.scopes.bindingOf(name),
    imports: (module) => model.importsModule(module),
    isFree: (name, at) => model.isFree(name, at),
    isOffloaded: (argument) => isOffloaded(argument, execution),
    observe: () => {
      certainty = 'certain';
    },
    observed: () => certainty,
    aliasesOf: (identifier) => model.aliasesOf(identifier),
    mayBeCoroutine: (callee) => mayBeCoroutine(callee, model, seen),
    mayBlock,
    get reach() {
      return factsInReach();
    },
    log: model.log,
  };
}

/** The facts on what the file imports, and on what it may have from files that import it. */
function reachOf({ catalogue, imports }: LocalModel, { modulesOfAll }: Outlook): FactTable {
  return catalogue.callFactsIn(imports.roots, modulesOfAll);
}

interface Answers {
  named(expression: SyntaxNode | undefined): InferredName | undefined;
  typed(expression: SyntaxNode | undefined): TypeAnswer | undefined;
}

type See = () => Outlook;

/** A name that other files have no say in stays as it is; of the others, what they come to. */
function evaluatedName(expression: SyntaxNode | undefined, file: FileId, model: LocalModel, see: See): InferredName | undefined {
  const found = model.named(expression);
  if (found === undefined || isSaidHere(found.name, model.catalogue) || isDefinedHere(found.name, model)) return found;
  const answer = see().evaluation.evaluate(found.name, file);
  // Nothing is known of it: then a plain name is as good as any, and a symbolic one says nothing.
  if (answer === undefined) return isSymbolic(found.name) ? undefined : found;
  const name = nameOfValue(answer.value, file, see().evaluation.modules) ?? (isSymbolic(found.name) ? undefined : found.name);
  return name === undefined ? undefined : { name, certainty: weaker(found.certainty, answer.certainty) };
}

/** The catalogue, and in it the functions of the project that run in a thread what they are given. */
function withOffloaders(catalogue: Catalogue, file: FileId, see: See): Catalogue {
  return {
    ...catalogue,
    lookup: (name) => {
      const known = catalogue.lookup(name);
      if (known !== undefined || name === undefined || (!name.startsWith(localModule) && isSaidHere(name, catalogue))) return known;
      const { evaluation } = see();
      const value = evaluation.evaluate(name, file)?.value;
      const offloads = value?.kind === 'function' ? factsOfFunction(value, evaluation)?.offloads : undefined;
      return offloads && { name, library: '', offloads };
    },
  };
}

function nameOfValue(value: Value, file: FileId, modules: Modules): string | undefined {
  if (value.kind === 'external') return value.name;
  if (value.kind !== 'class' && value.kind !== 'function') return undefined;
  return value.file === file ? `${localModule}.${value.path}` : `${modules.nameOf(value.file)}.${value.path}`;
}

function evaluatedType(expression: SyntaxNode | undefined, file: FileId, model: LocalModel, see: See): TypeAnswer | undefined {
  const type = model.typeOf(expression);
  if (type !== undefined && (isSaidHere(type.type, model.catalogue) || isDefinedHere(type.type, model)))
    return typeAnswer(type, type.args?.[0]?.type);
  const name = valueAt(expression, type, model);
  if (name === undefined || (type === undefined && isSaidHere(name.name, model.catalogue))) return type && typeAnswer(type);
  const { evaluation } = see();
  const answer = evaluation.evaluate(name.name, file);
  const isKnown = type !== undefined && !isSymbolic(type.type);
  if (answer?.value.kind !== 'instance') return isKnown ? typeAnswer(type) : undefined;
  const of = nameOfValue(answer.value.of, file, evaluation.modules);
  const argument = answer.value.args[0]?.value;
  const mark = argument?.kind === 'instance' && argument.of.kind === 'external' ? argument.of.name : undefined;
  return of === undefined ? undefined : typeAnswer({ type: of, certainty: weaker(name.certainty, answer.certainty) }, mark);
}

function typeAnswer({ type, certainty }: InferredType, argument?: string): TypeAnswer {
  return argument === alteredMark ? { type, certainty, isAltered: true } : { type, certainty };
}

function attributesOfValue(expression: SyntaxNode, file: FileId, model: LocalModel, see: See): readonly AttributeAnswer[] {
  const name = valueAt(expression, model.typeOf(expression), model)?.name;
  if (name === undefined || isSaidHere(name, model.catalogue)) return [];
  const { evaluation } = see();
  const value = evaluation.evaluate(name, file)?.value;
  if (value?.kind !== 'instance' || value.of.kind !== 'class') return [];
  return attributesOfClass(value.of, evaluation).map(([attribute, found]) => ({
    name: attribute,
    type: found?.value.kind === 'instance' ? nameOfValue(found.value.of, file, evaluation.modules) : undefined,
  }));
}

function wrappingBy(line: SyntaxNode<'decorator'>, file: FileId, model: LocalModel, see: See): Wrapping | undefined {
  const { evaluation, hasOthers } = see();
  if (!hasOthers) return undefined;
  const [expression] = line.children;
  const isCalled = expression?.is('call') === true;
  const found = model.named(isCalled ? expression.field('function') : expression);
  if (found === undefined || isSaidHere(found.name, model.catalogue) || isDefinedHere(found.name, model)) return undefined;
  const answer = evaluation.evaluate(found.name, file);
  const fact =
    answer?.value.kind === 'function' && answer.value.file !== file ? factsOfFunction(answer.value, evaluation)?.wraps : undefined;
  if (answer === undefined || fact === undefined || (fact.isCalled === true) !== isCalled) return undefined;
  return { ...fact, certainty: weaker(found.certainty, answer.certainty) };
}

function classesInTuple(expression: SyntaxNode, file: FileId, model: LocalModel, see: See): readonly (string | undefined)[] {
  const type = model.typeOf(expression);
  const name = valueAt(expression, type, model)?.name;
  if (name === undefined || (type === undefined && isSaidHere(name, model.catalogue))) return [];
  const { evaluation } = see();
  const value = evaluation.evaluate(name, file)?.value;
  if (value?.kind !== 'instance' || value.of.kind !== 'external' || value.of.name !== 'builtins.tuple') return [];
  return value.args.map((element) => {
    const held = element?.value;
    const made = held?.kind === 'instance' && held.of.kind === 'external' && held.of.name === classes ? held.args[0]?.value : undefined;
    return made?.kind === 'instance' ? nameOfValue(made.of, file, evaluation.modules) : undefined;
  });
}

/** What is known of a function by its path; undefined for one that has none. */
function ofFunction<Answer>(
  definition: SyntaxNode<'function_definition'>,
  file: FileId,
  model: LocalModel,
  ask: (definition: ProjectFunction) => Answer | undefined,
): Answer | undefined {
  const path = pathOf(definition, model);
  return path === undefined ? undefined : ask({ kind: 'function', file, path });
}

type Parameter = SyntaxNode<'identifier' | 'attribute'>;

function noneGivenTo(parameter: Parameter, file: FileId, model: LocalModel, see: See): (NoneAnswer & Doubt) | undefined {
  if (parameter.is('attribute')) return noneGivenToField(parameter, file, model, see);
  const found = noneByDefault(parameter, model);
  const given = found && ofFunction(found.definition, file, model, (one) => see().callers.noneGiven(one, found.to));
  return found && given && { none: found.none, ...given };
}

function noneGivenToField(field: SyntaxNode<'attribute'>, file: FileId, model: LocalModel, see: See): (NoneAnswer & Doubt) | undefined {
  const found = noneByField(field, model);
  const path = found && pathOfClass(found.owner, model);
  if (found === undefined || path === undefined) return undefined;
  const given = see().callers.noneGivenToField({ kind: 'function', file, path: `${path}.__init__` }, found.to);
  return given && { none: found.none, ...given };
}

/** What the definition says of itself with all names known, then what all files say of it. */
function roleOf(definition: Definition, source: RoleSource, file: FileId, model: LocalModel, see: See): Role | undefined {
  const path = definition.is('function_definition') ? pathOf(definition, model) : undefined;
  const kind =
    roleByDefinition(definition, source) ??
    (isTest(definition.field('name').text, file) ? 'test' : undefined) ??
    (path === undefined ? undefined : see().callers.roleOf({ kind: 'function', file, path }));
  return kind && { kind };
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

function chainOf(call: SyntaxNode<'call'>, search: ChainSearch, file: FileId, model: LocalModel, see: See): Chain | undefined {
  const callee = call.field('function');
  const found = valueAt(callee, model.typeOf(callee), model);
  if (found === undefined || isSaidHere(found.name, model.catalogue)) return undefined;
  const { evaluation, callGraph } = see();
  const answer = evaluation.evaluate(found.name, file);
  if (answer === undefined) return undefined;
  const consumed = isConsumed(call) ? { isConsumed: true as const } : {};
  // Most functions lead nowhere whatever they are given, which is found once for each of them.
  if (callGraph.chainFrom(answer.value, { ...consumed, given: anything }, search) === undefined) return undefined;
  const around = enclosingFunction(call);
  const held = around === undefined ? [] : conditionsOf(call, around, model).held;
  const chain = callGraph.chainFrom(answer.value, { ...consumed, given: givenBy(call, model), held }, search);
  if (chain === undefined) return undefined;
  // Failures are rare, and so is what is done for them alone.
  const made = chain.when === 'failure' ? 'likely' : chain.certainty;
  return { ...chain, certainty: weaker(found.certainty, weaker(answer.certainty, made)) };
}

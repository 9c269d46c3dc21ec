/**
 * One file's knowledge: scopes, names, types, places of execution and control flow.
 *
 * Invariants: knows no other file and no rule; scopes are built at once, everything else when it is asked for, once per
 * node; a question that comes back to itself is answered "unknown".
 */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { linesOf, type Lines } from '../syntax/text';
import { aliasesIn, type Aliases } from './aliases';
import { inferAnnotation } from './annotations';
import { typeBefore, typeOfAllDeclarations } from './bindingTypes';
import { typeOfCall } from './calls';
import { isFollowUp, lineage, readClass } from './classes';
import { executionOf, isOffloaded, type RunsOn } from './execution';
import { controlFlow, type ControlFlow } from './flow';
import { KeptScopes } from './chunkIndex';
import { localModule, type ClassMembers, type Inference } from './inference';
import { definitionName } from './definitions';
import { inferName } from './names';
import { Questions, type Ask } from './questions';
import { ReadLog } from './reads';
import { reachingIn } from './reaching';
import { inferReturns } from './returns';
import { buildScopes, type ImportedModules, type Scopes } from './scopes';
import { inferType } from './types';
import { typeOfAttributePart } from './unpacking';
import type { Reaching } from './values';

/** What one version of a file says by itself. */
export interface LocalModel extends Inference {
  /** A kind of question with one answer for each node; see `Inference.once`. */
  keep<Answer>(infer: (node: SyntaxNode) => Answer | undefined): Ask<Answer>;
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  runsOn(node: SyntaxNode): RunsOn;
  /** Whether an argument is run in a worker thread by the call that it is given to. */
  isOffloaded(argument: SyntaxNode): boolean;
  flow(scope: SyntaxNode<'function_definition' | 'module'>): ControlFlow;
  /** Every module that the file imports, as dotted names. */
  readonly imports: ImportedModules;
  /** Whether the file imports the module or anything below it. */
  importsModule(module: string): boolean;
  /** Whether the name, used at this node, reaches no binding of the file. */
  isFree(name: string, at: SyntaxNode): boolean;
  /** By what other names something goes that an identifier stands for. */
  aliasesOf(identifier: SyntaxNode): Aliases;
  /** The lines of the text, to say where something stands: findings move with their chunk, so nothing has to be noted for it. */
  lines(): Lines;
  /** Where is noted what answers need from outside of the chunk that they are about. */
  readonly log: ReadLog;
}

/** Builds the model of a file. `scopesOfChunks`: what is known of chunks of earlier versions, and will be known of these. */
export function buildModel(plain: SyntaxTree, catalogue: Catalogue, scopesOfChunks = new KeptScopes(), log = new ReadLog()): LocalModel {
  const scopes = buildScopes(plain, log, scopesOfChunks);
  const questions = new Questions(log);
  const named = questions.keep((node) => inferName(node, model));
  const lineages = questions.keep((node) => (node.is('class_definition') ? lineage(definitionName(node), model) : undefined));
  const members = new Map<number, ClassMembers>();
  const flows = new Map<number, ControlFlow>();
  const reaching = new Map<number, Reaching>();
  const swallows = (call: SyntaxNode<'call'>): boolean => catalogue.lookup(model.nameOf(call.field('function')))?.swallows === true;
  const definitions = new Map<string, () => Definition | undefined>();
  const local = (name: string): Definition | undefined =>
    name.startsWith(ownNames) ? kept(definitions, name, () => questions.once(() => definitionOf(name, scopes)))() : undefined;
  let lines: Lines | undefined;
  const model: LocalModel = {
    tree: scopes.module.node.tree,
    scopes,
    log,
    catalogue,
    imports: scopes.imports,
    importsModule: (module) => scopes.importsModule(module),
    lines: () => (lines ??= linesOf(plain.text)),
    keep: (infer) => questions.keep(infer),
    once: (infer) => questions.once(infer),
    named,
    nameOf: (node) => named(node)?.name,
    typeOf: questions.keep((node) => inferType(node, model)),
    typeOfAwaited: questions.keep((node) => (node.is('call') ? typeOfCall(node, true, model) : undefined)),
    typeBefore: questions.keep((node) => typeBefore(node, model)),
    typeOfTarget: questions.keep((node) => typeOfAttributePart(node, model)),
    typeOfReturns: questions.keep((node) => (node.is('function_definition') ? inferReturns(node, model) : undefined)),
    typeOfAll: questions.keep((node) => typeOfAllDeclarations(node, model)),
    reachingIn: (scope) => kept(reaching, scope.node.id, () => reachingIn(scope)),
    annotated: questions.keep((node) => inferAnnotation(node, model)),
    localClass: (name) => asKind(local(name), 'class_definition'),
    localFunction: (name) => asKind(local(name), 'function_definition'),
    membersOf: (definition) => kept(members, definition.id, () => readClass(definition, model)),
    assignedTo: (binding) => scopes.attributeTargetsOf(binding),
    lineageOf: (type) => {
      const definition = model.localClass(type);
      return definition === undefined ? [type] : (lineages(definition) ?? [type]);
    },
    runsOn: (node) => executionOf(node, model),
    isOffloaded: (argument) => isOffloaded(argument, model),
    flow: (scope) => kept(flows, scope.id, () => controlFlow(scope, swallows, questions)),
    aliasesOf: aliasesIn(scopes, catalogue, (infer) => questions.keep(infer)),
    isFree: (name, at) => scopes.lookup(name, scopes.scopeAt(at)) === undefined,
  };
  return model;
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** The definition with a qualified name; where several have one name, any of them may be meant. */
function definitionOf(name: string, scopes: Scopes): Definition | undefined {
  const [definition, ...others] = scopes.definitionsOf(name.slice(ownNames.length)).filter((candidate) => !isFollowUp(candidate));
  return others.length === 0 ? definition : undefined;
}

const ownNames = `${localModule}.`;

function kept<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

function asKind<K extends 'function_definition' | 'class_definition'>(node: SyntaxNode | undefined, kind: K): SyntaxNode<K> | undefined {
  return node?.is(kind) === true ? node : undefined;
}

/**
 * One file's knowledge: scopes, names, types, places of execution and control flow.
 *
 * Invariants: knows no other file and no rule; scopes are built at once, everything else when it is asked for, once per
 * node; a question that comes back to itself is answered "unknown".
 */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { inferAnnotation } from './annotations';
import { isFollowUp, lineage, readClass } from './classes';
import { executionOf, isOffloaded, type RunsOn } from './execution';
import { controlFlow, type ControlFlow } from './flow';
import { importedModules } from './imports';
import { localModule, type ClassMembers, type Inference } from './inference';
import { definitionName, inferName } from './names';
import { Questions } from './questions';
import { buildScopes, type AttributeTarget, type Binding, type Scopes } from './scopes';
import { inferType } from './types';

export interface LocalModel extends Inference {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  runsOn(node: SyntaxNode): RunsOn;
  /** Whether an argument is run in a worker thread by the call that it is given to. */
  isOffloaded(argument: SyntaxNode): boolean;
  flow(scope: SyntaxNode<'function_definition' | 'module'>): ControlFlow;
  /** Every module that the file imports, as dotted names. */
  readonly imports: ReadonlySet<string>;
  /** Whether the name, used at this node, reaches no binding of the file. */
  isFree(name: string, at: SyntaxNode): boolean;
  /** Every function and class definition in document order. */
  readonly definitions: readonly SyntaxNode<'function_definition' | 'class_definition'>[];
}

/** Builds the model of a file. */
export function buildModel(tree: SyntaxTree, catalogue: Catalogue): LocalModel {
  const scopes = buildScopes(tree);
  const questions = new Questions();
  const named = questions.keep((node) => inferName(node, model));
  const lineages = questions.keep((node) => (node.is('class_definition') ? lineage(definitionName(node), model) : undefined));
  const members = new Map<number, ClassMembers>();
  const flows = new Map<number, ControlFlow>();
  const swallows = (call: SyntaxNode<'call'>): boolean => catalogue.lookup(model.nameOf(call.field('function')))?.swallows === true;
  let targets: ReadonlyMap<Binding, readonly AttributeTarget[]> | undefined;
  let byName: ReadonlyMap<string, Definition | undefined> | undefined;
  const local = (name: string): Definition | undefined => {
    if (!name.startsWith(localModule)) return undefined;
    byName ??= definitionsByName(scopes.definitions);
    return byName.get(name);
  };
  const model: LocalModel = {
    tree,
    scopes,
    catalogue,
    definitions: scopes.definitions,
    imports: importedModules(scopes.imports),
    named,
    nameOf: (node) => named(node)?.name,
    typeOf: questions.keep((node) => inferType(node, model)),
    annotated: questions.keep((node) => inferAnnotation(node, model)),
    localClass: (name) => asKind(local(name), 'class_definition'),
    localFunction: (name) => asKind(local(name), 'function_definition'),
    membersOf: (definition) => kept(members, definition.id, () => readClass(definition, model)),
    assignedTo: (binding) => {
      targets ??= targetsByReceiver(scopes);
      return targets.get(binding) ?? [];
    },
    lineageOf: (type) => {
      const definition = model.localClass(type);
      return definition === undefined ? [type] : (lineages(definition) ?? [type]);
    },
    runsOn: (node) => executionOf(node, model),
    isOffloaded: (argument) => isOffloaded(argument, model),
    flow: (scope) => kept(flows, scope.id, () => controlFlow(scope, swallows)),
    isFree: (name, at) => scopes.lookup(name, scopes.scopeAt(at)) === undefined,
  };
  return model;
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** The definitions by qualified name; where several have one name, any of them may be meant. */
function definitionsByName(definitions: readonly Definition[]): ReadonlyMap<string, Definition | undefined> {
  const found = new Map<string, Definition | undefined>();
  for (const definition of definitions) {
    const name = definitionName(definition);
    if (!isFollowUp(definition)) found.set(name, found.has(name) ? undefined : definition);
  }
  return found;
}

/** What is assigned to attributes, by what the name before the dot stands for. */
function targetsByReceiver(scopes: Scopes): ReadonlyMap<Binding, readonly AttributeTarget[]> {
  const found = new Map<Binding, AttributeTarget[]>();
  for (const target of scopes.attributeTargets) {
    const receiver = scopes.bindingOf(target.attribute.field('object'));
    const known = receiver === undefined ? undefined : found.get(receiver);
    if (known !== undefined) known.push(target);
    else if (receiver !== undefined) found.set(receiver, [target]);
  }
  return found;
}

function kept<Value>(values: Map<number, Value>, key: number, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

function asKind<K extends 'function_definition' | 'class_definition'>(node: SyntaxNode | undefined, kind: K): SyntaxNode<K> | undefined {
  return node?.is(kind) === true ? node : undefined;
}

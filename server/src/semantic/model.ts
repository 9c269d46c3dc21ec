/**
 * One file's knowledge: scopes, names, types, places of execution and control flow.
 *
 * Invariants: knows no other file and no rule; scopes are built at once, everything else when it is asked for, once per
 * node; a question that comes back to itself is answered "unknown".
 */
import type { Catalogue } from '../catalogue/schema';
import type { SyntaxNode, SyntaxTree } from '../syntax/node';
import { inferAnnotation } from './annotations';
import { builtinNames } from './builtins';
import { readClass } from './classes';
import { executionOf, isOffloaded, type RunsOn } from './execution';
import { controlFlow, type ControlFlow } from './flow';
import { importedModules } from './imports';
import type { ClassMembers, Inference } from './inference';
import { definitionName, inferName } from './names';
import { buildScopes, type Scopes } from './scopes';
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
  const names = memo((node) => inferName(node, model));
  const types = memo((node) => inferType(node, model));
  const annotations = memo((node) => inferAnnotation(node, model));
  const members = new Map<number, ClassMembers>();
  const flows = new Map<number, ControlFlow>();
  let byName: ReadonlyMap<string, SyntaxNode<'function_definition' | 'class_definition'>> | undefined;
  const local = (name: string): SyntaxNode<'function_definition' | 'class_definition'> | undefined => {
    byName ??= new Map(scopes.definitions.map((definition) => [definitionName(definition), definition]));
    return byName.get(name);
  };
  const model: LocalModel = {
    tree,
    scopes,
    catalogue,
    definitions: scopes.definitions,
    imports: importedModules(scopes.imports),
    nameOf: names,
    typeOf: types,
    annotated: annotations,
    localClass: (name) => asKind(local(name), 'class_definition'),
    localFunction: (name) => asKind(local(name), 'function_definition'),
    membersOf: (definition) => kept(members, definition.id, () => readClass(definition, model)),
    runsOn: (node) => executionOf(node, model),
    isOffloaded: (argument) => isOffloaded(argument, model),
    flow: (scope) => kept(flows, scope.id, () => controlFlow(scope)),
    isFree: (name, at) => scopes.lookup(name, scopes.scopeAt(at)) === undefined,
  };
  return model;
}

/** Whether the name is one that Python has without an import. */
export function isBuiltin(name: string): boolean {
  return builtinNames.has(name);
}

/** Keeps answers per node; a question that is being answered is answered `undefined`. */
function memo<Answer>(infer: (node: SyntaxNode) => Answer | undefined): (node: SyntaxNode | undefined) => Answer | undefined {
  const answers = new Map<number, Answer | undefined>();
  return (node) => {
    if (node === undefined) return undefined;
    if (answers.has(node.id)) return answers.get(node.id);
    answers.set(node.id, undefined);
    const answer = infer(node);
    answers.set(node.id, answer);
    return answer;
  };
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

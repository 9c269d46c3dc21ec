/** What a file says of itself, read from its model when it is asked; and all of it at once, as its summary. */
import { isFollowUp } from '../semantic/classes';
import { localModule } from '../semantic/inference';
import { madeBy } from '../semantic/calls';
import { typeOfMember } from '../semantic/members';
import type { LocalModel } from '../semantic/model';
import { definitionName } from '../semantic/definitions';
import type { Binding } from '../semantic/scopes';
import type { SyntaxNode } from '../syntax/node';
import { stringValue } from '../syntax/query';
import { functionFacts, settled, valueFact } from './functionFacts';
import {
  lastName,
  type ClassFacts,
  type FunctionFacts,
  type ModuleKnowledge,
  type ModuleSummary,
  type Place,
  type ValueFact,
} from './summary';
import { identifiersNamed, rolesNamed, usesIn, usesNamed } from './uses';
import { joinedFacts, variantsOf } from './variants';

/** Knowledge of the file that a model is of. Each answer is worked out once. */
export function localKnowledge(model: LocalModel): ModuleKnowledge {
  const places = placesIn(model);
  const named = kept((name) => functionsNamed(name, model), model);
  const uses = kept((name) => usesNamed(name, model, places), model);
  const roles = kept((name) => rolesNamed(name, model, places), model);
  const attributeOf = kept((path) => {
    const dot = path.lastIndexOf('.');
    return ownAttribute(path.slice(0, dot), path.slice(dot + 1), model);
  }, model);
  return {
    once: (infer) => model.once(infer),
    hasFunction: (path) => model.localFunction(`${localModule}.${path}`) !== undefined || variantsOf(path, model).length > 0,
    hasClass: (path) => model.localClass(`${localModule}.${path}`) !== undefined,
    exportOf: (name) => {
      const binding = model.scopes.module.bindings.get(name);
      return binding === undefined ? undefined : exported(binding, model);
    },
    functionOf: kept((path) => {
      const definition = model.localFunction(`${localModule}.${path}`);
      if (definition !== undefined) return functionFacts(definition, model, places);
      return joinedFacts(variantsOf(path, model).map((variant) => functionFacts(variant, model, places)));
    }, model),
    functionsNamed: (name) => named(name) ?? [],
    basesOf: (path) => {
      const definition = model.localClass(`${localModule}.${path}`);
      return definition === undefined ? [] : basesOf(definition, model);
    },
    usesOf: (name) => uses(name) ?? [],
    rolesOf: (name) => roles(name) ?? [],
    attributeNames: (path) => {
      const definition = model.localClass(`${localModule}.${path}`);
      return definition === undefined ? [] : model.membersOf(definition).names();
    },
    attributeOf: (path, name) => attributeOf(`${path}.${name}`),
    get stars() {
      return model.scopes.stars;
    },
    get all() {
      return namesInAll(model);
    },
  };
}

function functionsNamed(name: string, model: LocalModel): readonly string[] {
  const definitions = identifiersNamed(name, model).flatMap(({ parent, id }) =>
    parent?.is('function_definition') === true && parent.field('name').id === id && !isFollowUp(parent) ? [parent] : [],
  );
  return [...new Set(definitions.map((one) => definitionName(one).slice(localModule.length + 1)))];
}

/** All that a file tells others. */
export function moduleSummary(model: LocalModel): ModuleSummary {
  const steps = summarySteps(model);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, between which whoever has no time to wait for all of it can do something else. */
export function* summarySteps(model: LocalModel): Generator<undefined, ModuleSummary> {
  const knowledge = localKnowledge(model);
  const placeOf = placesIn(model);
  const functions: Record<string, FunctionFacts> = {};
  const classes: Record<string, ClassFacts> = {};
  for (const definition of model.scopes.definitions) {
    yield;
    if (isFollowUp(definition)) continue;
    const path = definitionName(definition).slice(localModule.length + 1);
    const found = definition.is('class_definition') ? undefined : knowledge.functionOf(path);
    const ofClass = definition.is('class_definition') ? model.localClass(`${localModule}.${path}`) : undefined;
    if (found !== undefined) functions[path] = settled(found);
    if (ofClass !== undefined) classes[path] = classFacts(ofClass, path, model, placeOf);
  }
  const exports: Record<string, ValueFact> = {};
  for (const name of model.scopes.module.bindings.keys()) {
    yield;
    const fact = knowledge.exportOf(name);
    // A definition says everything by itself.
    if (fact !== undefined && fact.value !== `${localModule}.${name}`) exports[name] = fact;
  }
  const { stars, all } = knowledge;
  yield;
  const uses = usesIn(model, placesIn(model));
  const heads = { mentions: mentionsIn(functions, uses), coroutines: coroutinesIn(functions) };
  return { imports: [...model.imports], exports, stars, ...(all === undefined ? {} : { all }), functions, classes, uses, ...heads };
}

function coroutinesIn(functions: ModuleSummary['functions']): string {
  const names = Object.entries(functions).flatMap(([path, { kind }]) => (kind === 'coroutine' ? [lastName(path)] : []));
  return [...new Set(names)].join(' ');
}

function mentionsIn(functions: ModuleSummary['functions'], uses: ModuleSummary['uses']): string {
  const called = Object.values(functions).flatMap(({ calls = [] }) => calls.map(({ callee }) => callee));
  const names = new Set([...called, ...uses.map(({ name }) => name)].map(lastName));
  return names.size === 0 ? '' : ` ${[...names].join(' ')} `;
}

function placesIn(model: LocalModel): (node: SyntaxNode) => Place {
  return ({ start, end }) => {
    const { line, character } = model.lines().positionAt(start);
    return [start, end, line, character];
  };
}

/** What a module-level name stands for. */
function exported(binding: Binding, model: LocalModel): ValueFact {
  const [first] = binding.declarations;
  if (first === undefined) return {};
  const named = model.named(first.name);
  const type = model.typeOfAll(first.name);
  if (type !== undefined) return valueFact(madeBy(first.value, type, model)) ?? {};
  const alias = typeAlias(binding, model);
  if (alias !== undefined) return alias;
  if (named === undefined) return {};
  return named.certainty === 'likely' ? { value: named.name, likely: true } : { value: named.name };
}

/** `SessionDep = Annotated[AsyncSession, Depends(get_db)]`, `type Ids = list[int]`. */
function typeAlias({ declarations }: Binding, model: LocalModel): ValueFact | undefined {
  const [only, ...others] = declarations;
  const value = others.length === 0 && only?.kind === 'assignment' ? only.value : undefined;
  if (value?.is('subscript', 'binary_operator', 'type', 'generic_type', 'union_type') !== true) return undefined;
  const fact = valueFact(model.annotated(value));
  return fact === undefined ? undefined : { ...fact, isType: true };
}

function classFacts(
  definition: SyntaxNode<'class_definition'>,
  path: string,
  model: LocalModel,
  placeOf: (node: SyntaxNode) => Place,
): ClassFacts {
  const members = model.membersOf(definition);
  const attributes: Record<string, ValueFact> = {};
  for (const name of members.names()) {
    const fact = ownAttribute(path, name, model);
    if (fact !== undefined) attributes[name] = fact;
  }
  return { bases: basesOf(definition, model), attributes, at: placeOf(definition.field('name')) };
}

function basesOf(definition: SyntaxNode<'class_definition'>, model: LocalModel): readonly string[] {
  return model.membersOf(definition).bases.map((base) => base ?? '');
}

/** What is known of an attribute that a class has itself. Asked for one at a time: a large class has many. */
function ownAttribute(path: string, name: string, model: LocalModel): ValueFact | undefined {
  const definition = model.localClass(`${localModule}.${path}`);
  const members = definition && model.membersOf(definition);
  if (members?.has(name) !== true) return undefined;
  // A method tells its own story, unless several have its name.
  if (members.hasMethod(name) && model.localFunction(`${localModule}.${path}.${name}`) !== undefined) return undefined;
  return model.localClass(`${localModule}.${path}.${name}`) === undefined ? attributeFact(path, name, model) : undefined;
}

function attributeFact(path: string, name: string, model: LocalModel): ValueFact {
  const owner = `${localModule}.${path}`;
  const type = typeOfMember({ type: owner, certainty: 'certain' }, name, model);
  if (type !== undefined) return valueFact(type) ?? {};
  const definition = model.localClass(owner);
  const [source, ...others] = (definition && model.membersOf(definition).attribute(name)) ?? [];
  const found = others.length === 0 && source?.annotation === undefined ? model.named(unwrapped(source?.value, model)) : undefined;
  if (found === undefined) return {};
  return found.certainty === 'likely' ? { value: found.name, likely: true } : { value: found.name };
}

/** The function in `run = staticmethod(function)`. */
function unwrapped(value: SyntaxNode | undefined, model: LocalModel): SyntaxNode | undefined {
  const isWrapped = value?.is('call') === true && model.nameOf(value.field('function')) === 'builtins.staticmethod';
  return isWrapped ? value.field('arguments').children[0] : value;
}

/** `__all__ = ['a', 'b']`, and `__all__ += ['c']`; undefined where anything else is done with it. */
function namesInAll({ scopes }: LocalModel): readonly string[] | undefined {
  const declarations = scopes.module.bindings.get('__all__')?.declarations ?? [];
  const lists = declarations.map(({ node, value }) => (node.is('augmented_assignment') ? node.field('right') : value));
  if (lists.length === 0 || !lists.every((list) => list?.is('list', 'tuple') === true)) return undefined;
  const names = lists.flatMap((list) => list?.children ?? []).map((child) => stringValue(child));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Keeps what a question about a path comes to. */
function kept<Answer>(ask: (path: string) => Answer, model: LocalModel): (path: string) => Answer | undefined {
  const questions = new Map<string, () => Answer | undefined>();
  return (path) => {
    let question = questions.get(path);
    if (question === undefined) questions.set(path, (question = model.once(() => ask(path))));
    return question();
  };
}

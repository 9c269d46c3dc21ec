/** Members of modules, classes and objects, in this project and outside of it. */
import { weaker } from '../semantic/inference';
import { placeOfPart } from '../semantic/symbolic';
import { givenByMethod, partOf } from './containers';
import type { Module } from './modules';
import {
  certain,
  factValue,
  objectOf,
  type Evaluated,
  type Evaluation,
  type External,
  type ProjectClass,
  type ProjectFunction,
  type Value,
} from './values';

/** The value of a member. */
export function memberOf({ value, certainty }: Evaluated, name: string, evaluation: Evaluation): Evaluated | undefined {
  const found = memberOfValue(value, name, evaluation);
  return found && { value: found.value, certainty: weaker(certainty, found.certainty) };
}

function memberOfValue(value: Value, name: string, evaluation: Evaluation): Evaluated | undefined {
  if (value.kind === 'module') return memberOfModule(value.module, name, evaluation, new Set());
  if (value.kind === 'stars') return fromStars(value.file, name, evaluation, new Set([value.file]));
  if (value.kind === 'class') return memberOfClass(value, name, evaluation);
  if (value.kind === 'function') return definedInside(value, name, evaluation);
  if (value.kind === 'inherited') return memberOfClass(value.by, name, evaluation, 1);
  if (value.kind === 'external') return memberOfExternal(value, name, evaluation);
  if (value.kind === 'type') return memberOf(value.instance, name, evaluation);
  if (value.kind !== 'instance') return undefined;
  const place = placeOfPart(name);
  if (place !== undefined) return partOf(value, place);
  if (value.of.kind === 'class') return memberOfClass(value.of, name, evaluation);
  const result = givenByMethod(value, name);
  const found = memberOfExternal(value.of, name, evaluation);
  return result !== undefined && found?.value.kind === 'external' ? { ...found, value: { ...found.value, result } } : found;
}

/** A function or class in the body of a function, which only that body speaks of. */
function definedInside({ file, path }: ProjectFunction, name: string, { knowledge }: Evaluation): Evaluated | undefined {
  const known = knowledge(file);
  const inner = `${path}.${name}`;
  if (known?.hasFunction(inner) === true) return certain({ kind: 'function', file, path: inner });
  return known?.hasClass(inner) === true ? certain({ kind: 'class', file, path: inner }) : undefined;
}

/** A name of a module: what it binds, then what its star imports bring, then a submodule. */
function memberOfModule(module: Module, name: string, evaluation: Evaluation, seen: Set<string>): Evaluated | undefined {
  const { file } = module;
  if (file !== undefined && !seen.has(file)) {
    seen.add(file);
    const found = exported(file, name, evaluation, seen);
    if (found !== 'absent') return found;
  }
  const submodule = evaluation.modules.submodule(module, name);
  return submodule && certain({ kind: 'module', module: submodule, name });
}

function exported(file: string, name: string, evaluation: Evaluation, seen: Set<string>): Evaluated | 'absent' | undefined {
  const knowledge = evaluation.knowledge(file);
  if (knowledge === undefined) return 'absent';
  if (knowledge.hasFunction(name)) return certain({ kind: 'function', file, path: name });
  if (knowledge.hasClass(name)) return certain({ kind: 'class', file, path: name });
  const fact = knowledge.exportOf(name);
  const stub = fact?.value === undefined ? evaluation.modules.stubOf(file) : undefined;
  const told = stub === undefined ? 'absent' : exported(stub, name, evaluation, seen);
  if (told !== 'absent') return told;
  if (fact !== undefined) {
    const found = factValue(fact, file, evaluation);
    return found !== undefined && fact.isType === true ? certain({ kind: 'type', instance: found }) : found;
  }
  return fromStars(file, name, evaluation, seen) ?? 'absent';
}

/** What the star imports of a file bring under a name: the last of them that has it. Of a library that is what the catalogue has. */
function fromStars(file: string, name: string, evaluation: Evaluation, seen: Set<string>): Evaluated | undefined {
  for (const star of [...(evaluation.knowledge(file)?.stars ?? [])].reverse()) {
    const source = evaluation.evaluate(star, file)?.value;
    if (source?.kind === 'external' && evaluation.catalogue.lookup(`${source.name}.${name}`) !== undefined)
      return memberOfExternal(source, name, evaluation);
    if (source?.kind !== 'module' || !isOffered(source.module, name, evaluation)) continue;
    const found = memberOfModule(source.module, name, evaluation, seen);
    if (found !== undefined && found.value.kind !== 'module') return found;
  }
  return undefined;
}

/** Whether a star import brings the name. */
function isOffered({ file }: Module, name: string, evaluation: Evaluation): boolean {
  const all = file === undefined ? undefined : evaluation.knowledge(file)?.all;
  return all === undefined ? !name.startsWith('_') : all.includes(name);
}

/**
 * A member of a class of the project, looked up through its bases. Attributes of the class and of its objects are not told
 * apart: code that reads one from the class has it there. `from` skips so many of the classes.
 */
function memberOfClass(start: ProjectClass, name: string, evaluation: Evaluation, from = 0): Evaluated | undefined {
  let outside: External | undefined;
  for (const ancestor of lineageOf(start, evaluation).slice(from)) {
    // What is not known of a base may hide whatever comes after it.
    if (ancestor === undefined) return undefined;
    if (ancestor.kind === 'external') {
      if (plainBases.has(ancestor.name)) continue;
      const known = memberOfExternal(ancestor, name, evaluation);
      if (evaluation.catalogue.lookup(`${ancestor.name}.${name}`) !== undefined) return known;
      outside ??= ancestor;
      if (evaluation.catalogue.lookup(ancestor.name)?.methods === undefined) return known;
      continue;
    }
    const found = ownMember(ancestor, name, evaluation);
    if (found !== 'absent') return found;
  }
  return outside && memberOfExternal(outside, name, evaluation);
}

const plainBases = new Set(['builtins.object', 'abc.ABC', 'typing.Generic', 'typing.Protocol', 'typing_extensions.Protocol']);

function ownMember({ file, path }: ProjectClass, name: string, evaluation: Evaluation): Evaluated | 'absent' | undefined {
  const knowledge = evaluation.knowledge(file);
  const inner = `${path}.${name}`;
  const facts = knowledge?.functionOf(inner);
  if (facts !== undefined) {
    if (facts.access === 'property') return returnedBy({ file, path: inner }, evaluation);
    return certain({ kind: 'function', file, path: inner });
  }
  if (knowledge?.hasClass(inner) === true) return certain({ kind: 'class', file, path: inner });
  const attribute = knowledge?.attributeOf(path, name);
  const stub = attribute?.value === undefined ? evaluation.modules.stubOf(file) : undefined;
  const told = stub === undefined ? 'absent' : ownMember({ kind: 'class', file: stub, path }, name, evaluation);
  if (told !== 'absent' || attribute === undefined) return told;
  return factValue(attribute, file, evaluation);
}

/** What a call of a function gives, awaited where it is a coroutine: what its file says, else the stub beside that. */
export function returnedBy({ file, path }: Omit<ProjectFunction, 'kind'>, evaluation: Evaluation): Evaluated | undefined {
  const returns = evaluation.knowledge(file)?.functionOf(path)?.returns;
  const stub = returns === undefined ? evaluation.modules.stubOf(file) : undefined;
  return stub === undefined ? factValue(returns, file, evaluation) : returnedBy({ file: stub, path }, evaluation);
}

/** The attributes of a class of the project and of its bases, as far as these are of the project too; the nearest of each name. */
export function attributesOfClass(start: ProjectClass, evaluation: Evaluation): readonly (readonly [string, Evaluated | undefined])[] {
  const found = new Map<string, Evaluated | undefined>();
  for (const ancestor of lineageOf(start, evaluation)) {
    if (ancestor?.kind !== 'class') continue;
    const knowledge = evaluation.knowledge(ancestor.file);
    for (const name of knowledge?.attributeNames(ancestor.path) ?? []) {
      const fact = found.has(name) ? undefined : knowledge?.attributeOf(ancestor.path, name);
      if (fact !== undefined) found.set(name, factValue(fact, ancestor.file, evaluation));
    }
  }
  return [...found];
}

/** The classes in which members of a class are looked up, itself first; `undefined` stands for a base that is not known. */
export function lineageOf(start: ProjectClass, evaluation: Evaluation): readonly Ancestor[] {
  const found: Ancestor[] = [];
  const pending: Ancestor[] = [start];
  while (pending.length > 0 && found.length < mostAncestors) {
    const next = pending.shift();
    if (next?.kind === 'class' && found.some((one) => isSameClass(one, next))) continue;
    found.push(next);
    if (next?.kind === 'class') pending.unshift(...basesOf(next, evaluation));
  }
  return found;
}

type Ancestor = ProjectClass | External | undefined;

function isSameClass(one: Ancestor, other: ProjectClass): boolean {
  return one?.kind === 'class' && one.file === other.file && one.path === other.path;
}

const mostAncestors = 60;

function basesOf({ file, path }: ProjectClass, evaluation: Evaluation): readonly Ancestor[] {
  return (evaluation.knowledge(file)?.basesOf(path) ?? []).map((base) => {
    const value = base === '' ? undefined : evaluation.evaluate(base, file)?.value;
    return value?.kind === 'class' || value?.kind === 'external' ? value : undefined;
  });
}

function memberOfExternal({ name }: External, member: string, evaluation: Evaluation): Evaluated | undefined {
  return attributeOf(certain({ kind: 'external', name: `${name}.${member}` }), evaluation);
}

/** A name of a library; where the catalogue says that it is an attribute, the object that it holds. */
export function attributeOf(found: Evaluated, { catalogue }: Evaluation): Evaluated | undefined {
  if (found.value.kind !== 'external') return found;
  const api = catalogue.lookup(found.value.name);
  return api?.isValue === true && api.returns !== undefined ? { ...found, value: objectOf(api.returns) } : found;
}

/** Whether objects of a class can be entered by `async with` and not by `with`, as far as all its bases are known. */
export function isAsyncOnly(start: ProjectClass, evaluation: Evaluation): boolean {
  let isAsync = false;
  for (const ancestor of lineageOf(start, evaluation)) {
    if (ancestor === undefined) return false;
    if (ancestor.kind === 'external') {
      const known = evaluation.catalogue.lookup(ancestor.name);
      if (known?.isEnteredAsync === true) return true;
      if (!plainBases.has(ancestor.name)) return false;
      continue;
    }
    if (ownMember(ancestor, '__enter__', evaluation) !== 'absent') return false;
    isAsync ||= ownMember(ancestor, '__aenter__', evaluation) !== 'absent';
  }
  return isAsync;
}

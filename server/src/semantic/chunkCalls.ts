/**
 * What the functions of a chunk call, by last names alone: enough to tell what they cannot come to.
 *
 * Invariants: whatever a function may call is found under its name by the last name that is written, or under a name that leads
 * there; coroutine functions call nothing here, since calling one runs nothing of it.
 */
import { calleeNameAt, calleeObjectAt, childInField, isMemberName } from '../syntax/callees';
import { fieldNames, nodeKinds } from '../syntax/kinds.generated';
import type { Chunk } from '../syntax/node';
import type { ChunkScopes } from './chunkScopes';

/** What the functions and classes of one chunk call. */
export interface ChunkCalls {
  /** By the name of a function or class: the last names of what calling it calls. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** All last names of what is called in the chunk, wherever it is. */
  readonly called: ReadonlySet<string>;
  /** What names stand for that are called and bind something else than a definition: pairs of a name and a last name. */
  values(isCalled: (name: string) => boolean): Iterable<readonly [name: string, value: string]>;
}

/** Stands for what is called without a name: `make()()`. */
export const unnamed = '';

/** Stands for the `__init__` of classes of the file itself. */
const ownInit = '<init>';

type Bound = Pick<ChunkScopes, 'declarations' | 'attributeTargets' | 'asyncFunctions'>;

/** Reads the calls of a chunk. */
export function callsIn(chunk: Chunk, bound: Bound): ChunkCalls {
  const calls = new Calls();
  readBodies(chunk, bound.asyncFunctions, calls);
  return { byName: calls.byName, called: calls.called, values: (isCalled) => valuesIn(chunk, bound, isCalled) };
}

class Calls {
  readonly byName = new Map<string, Set<string>>();
  readonly called = new Set<string>();

  of(name: string): Set<string> {
    let called = this.byName.get(name);
    if (called === undefined) this.byName.set(name, (called = new Set()));
    return called;
  }
}

function readBodies(chunk: Chunk, asyncFunctions: ReadonlySet<number>, calls: Calls): void {
  const around: { readonly end: number; readonly called: Set<string> | undefined }[] = [];
  for (let index = 0; index < chunk.length; index += 1) {
    while (around.length > 0 && (around[around.length - 1]?.end ?? 0) <= index) around.pop();
    const kind = chunk.kindAt(index);
    if (kind === functionKind) {
      const called = asyncFunctions.has(index) ? undefined : calledBy(chunk, index, calls);
      around.push({ end: chunk.after(index), called });
    } else if (kind === classKind) addClass(chunk, index, calls);
    else if (kind === callKind) addCall(chunk, index, around[around.length - 1]?.called, calls);
  }
}

/** Where the calls of a function go. */
function calledBy(chunk: Chunk, definition: number, calls: Calls): Set<string> | undefined {
  const name = childInField(chunk, definition, nameField);
  if (name < 0) return undefined;
  const text = chunk.nameAt(name);
  if (text === '__init__') calls.of(ownInit).add(text);
  return calls.of(text);
}

/** Making an object runs an `__init__`, of the class or of one that it inherits from. */
function addClass(chunk: Chunk, definition: number, calls: Calls): void {
  const name = childInField(chunk, definition, nameField);
  if (name < 0) return;
  const made = calls.of(chunk.nameAt(name));
  made.add(ownInit);
  const bases = childInField(chunk, definition, superclassesField);
  for (let index = bases + 1; bases >= 0 && index < chunk.after(bases); index += 1) {
    if (chunk.kindAt(index) === identifierKind) made.add(chunk.nameAt(index));
  }
}

function addCall(chunk: Chunk, call: number, caller: Set<string> | undefined, { called }: Calls): void {
  const nameAt = calleeNameAt(chunk, call);
  const name = nameAt < 0 ? unnamed : chunk.nameAt(nameAt);
  // What `super().__init__()` runs, the class says by its bases.
  if (name === '__init__' && isOfSuper(chunk, call)) return;
  called.add(name);
  caller?.add(name);
}

function isOfSuper(chunk: Chunk, call: number): boolean {
  // The call of `super` is the object of the attribute that is called.
  const object = call + 2;
  const nameAt = chunk.kindAt(object) === callKind ? calleeNameAt(chunk, object) : -1;
  return nameAt >= 0 && calleeObjectAt(chunk, object) < 0 && !isMemberName(chunk, nameAt) && chunk.nameAt(nameAt) === 'super';
}

function* valuesIn(
  chunk: Chunk,
  { declarations, attributeTargets }: Bound,
  isCalled: (name: string) => boolean,
): Generator<readonly [string, string]> {
  for (const { text, imported, value, kind, name, annotation } of declarations) {
    if (kind === 'function' || kind === 'class' || !isCalled(text)) continue;
    if (imported !== undefined) yield [text, imported.slice(imported.lastIndexOf('.') + 1)];
    // Of what callers pass nothing is known, unless it is the object or class of a method.
    else if (kind !== 'parameter' || annotation >= 0 || value >= 0 || isFirst(chunk, name)) yield* valuesAt(text, value, chunk);
  }
  for (const { name, value } of attributeTargets) if (isCalled(name)) yield* valuesAt(name, value, chunk);
}

/** A name stands for what another name stands for, or for an object, or a class: what its type says of calling it. */
function* valuesAt(name: string, value: number, chunk: Chunk): Generator<readonly [string, string]> {
  yield [name, '__call__'];
  yield [name, '__init__'];
  const kind = value < 0 ? -1 : chunk.kindAt(value);
  const last = kind === identifierKind ? value : kind === attributeKind ? chunk.after(value) - 1 : -1;
  if (last >= 0 && chunk.kindAt(last) === identifierKind) yield [name, chunk.nameAt(last)];
}

function isFirst(chunk: Chunk, parameter: number): boolean {
  const list = chunk.parent(parameter);
  let first = list + 1;
  while (first < parameter && chunk.kindAt(first) === tokenKind) first += 1;
  return first === parameter;
}

const functionKind = nodeKinds.indexOf('function_definition');
const classKind = nodeKinds.indexOf('class_definition');
const callKind = nodeKinds.indexOf('call');
const identifierKind = nodeKinds.indexOf('identifier');
const attributeKind = nodeKinds.indexOf('attribute');
const tokenKind = nodeKinds.indexOf('token');
const nameField = fieldNames.indexOf('name');
const superclassesField = fieldNames.indexOf('superclasses');

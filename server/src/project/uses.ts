/**
 * What a file does with functions and classes: which it calls, and which it hands to something that runs them.
 *
 * Invariants: a use is told by the name that is written; what is a builtin, or known of a library, is left out, unless it
 * changes what holds in other files. The uses of one name are found without reading the rest of the file.
 */
import type { LocalModel } from '../semantic/model';
import { valueAt } from '../semantic/symbolic';
import { isMemberName } from '../syntax/callees';
import { fieldNames, nodeKinds } from '../syntax/kinds.generated';
import type { Chunk, SyntaxNode, SyntaxTree } from '../syntax/node';
import { isAsync, nodesBelow, sameNode } from '../syntax/query';
import { isConsumed, isRepeated as isRepeatedCall } from './functionBody';
import { callFact, unlessEmpty } from './functionFacts';
import { anything, givenBy } from './given';
import { callAround, callTold, handOvers, tellingNames } from './handOvers';
import { isOfLibrary } from './libraryNames';
import { pathOf } from './paths';
import { setsForAll } from './processSettings';
import { lastName, useByCall, type Place, type UseFact } from './summary';
import { variantPath } from './variants';

type Call = SyntaxNode<'call'>;
type Definition = SyntaxNode<'function_definition'>;
type PlaceOf = (node: SyntaxNode) => Place;

const identifierKind = nodeKinds.indexOf('identifier');
const functionField = fieldNames.indexOf('function');
const rightField = fieldNames.indexOf('right');

/** What `callAround` goes through, and imports under another name. */
const usingKinds: ReadonlySet<number> = new Set(
  (['argument_list', 'keyword_argument', 'list', 'tuple', 'dictionary', 'pair'] as const).map((kind) => nodeKinds.indexOf(kind)),
);
const classKind = nodeKinds.indexOf('class_definition');
const functionKind = nodeKinds.indexOf('function_definition');
const aliasedKind = nodeKinds.indexOf('aliased_import');
const dottedKind = nodeKinds.indexOf('dotted_name');

/** The names by which a file may use something: whatever has uses that `usesNamed` finds is among them. Needs no model. */
export function usedNames(tree: SyntaxTree): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { chunk } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      if (chunk.kindAt(index) === identifierKind && mayUse(chunk, index)) names.add(chunk.nameAt(index));
    }
  }
  return names;
}

/** The names of all functions of a file that are written with `async`. Needs no model. */
export function namesOfCoroutines(tree: SyntaxTree): ReadonlySet<string> {
  // Most files have not got the word at all, and that is soon seen.
  if (!tree.text.includes('async')) return new Set();
  const definitions = [...nodesBelow(tree.root, (kind) => kind === functionKind)];
  return new Set(definitions.flatMap((node) => (node.is('function_definition') && isAsync(node) ? [node.field('name').text] : [])));
}

function mayUse(chunk: Chunk, identifier: number): boolean {
  const written = isMemberName(chunk, identifier) ? chunk.parent(identifier) : identifier;
  const field = chunk.fieldAt(written);
  if (field === functionField || field === rightField) return true;
  const parent = chunk.parent(written);
  const kind = parent < 0 ? -1 : chunk.kindAt(parent);
  return usingKinds.has(kind) || kind === classKind || (kind === dottedKind && chunk.kindAt(chunk.parent(parent)) === aliasedKind);
}

/** All uses in a file other than the calls in its functions. */
export function usesIn(model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const { root } = model.tree;
  const told = nodesBelow(root, (kind, chunk, index) => kind === identifierKind && tellingNames.has(chunk.nameAt(index)));
  const calls = new Map([...told].map(callTold).flatMap((call) => (call === undefined ? [] : [[call.id, call] as const])));
  return [
    ...[...calls.values()].flatMap((call) => handedUses(call, model, placeOf)),
    ...callsOutside(model).flatMap((call) => usesByModule(call, model, placeOf)),
  ];
}

/** The uses of what has this last name: those that write it, and those of what it is given another name for. */
export function usesNamed(name: string, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const written = identifiersNamed(name, model);
  const calling = otherNames(name, written).flatMap((other) => identifiersNamed(other, model));
  const found = [...written, ...calling].flatMap((identifier) => usesAt(identifier, model, placeOf));
  return inOrder(found, name);
}

/** Those of them that say what it is for. */
export function rolesNamed(name: string, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const written = identifiersNamed(name, model);
  const handing = otherNames(name, written).flatMap((other) => identifiersNamed(other, model));
  const found = [...written, ...handing].flatMap((identifier) => handedAt(identifier, model, placeOf));
  return inOrder(
    found.filter(({ use }) => use.role !== undefined),
    name,
  );
}

/** In the order of a summary, whichever is asked: of what is equally telling the first is told. */
function inOrder(uses: readonly OrderedUse[], name: string): readonly UseFact[] {
  // What is written with this name may be something else that was given it.
  const wanted = uses.filter(({ use }) => lastName(use.name) === name);
  return wanted.sort((a, b) => a.group - b.group || a.call - b.call).map(({ use }) => use);
}

/** The identifiers with this name, in order. */
export function identifiersNamed(name: string, { tree, log }: LocalModel): readonly SyntaxNode[] {
  log.mentions(name);
  const found: SyntaxNode[] = [];
  for (const { chunk, firstId } of tree.chunksBetween(0, tree.nodeCount)) {
    if (!chunk.mentions(name)) continue;
    for (let index = 0; index < chunk.length; index += 1) {
      if (chunk.kindAt(index) === identifierKind && chunk.nameAt(index) === name) found.push(tree.node(firstId + index));
    }
  }
  return found;
}

function otherNames(name: string, written: readonly SyntaxNode[]): readonly string[] {
  const others = new Set(written.flatMap((identifier) => otherName(identifier) ?? []));
  others.delete(name);
  return [...others];
}

/**
 * The last name that something gets where it is imported under another one, or assigned: `load as fetch`, `fetch = load`. In
 * its own methods a class is `cls`.
 */
function otherName(identifier: SyntaxNode): string | undefined {
  const { parent } = identifier;
  if (parent?.is('class_definition') === true) return 'cls';
  const imported = parent?.is('dotted_name') === true ? parent.parent : undefined;
  if (imported?.is('aliased_import') === true) return imported.field('alias').text;
  const written = writtenWith(identifier);
  const call = callOf(written);
  const value = call ?? written;
  const assignment = value.parent?.is('assignment') === true ? value.parent : undefined;
  if (assignment === undefined || !sameNode(assignment.field('right'), value)) return undefined;
  const target = assignment.field('left');
  if (target.is('attribute')) return target.field('attribute').text;
  return target.is('identifier') ? target.text : undefined;
}

/** The identifier, or the attribute whose name it is. */
function writtenWith(identifier: SyntaxNode): SyntaxNode {
  const { parent } = identifier;
  return parent?.is('attribute') === true && sameNode(parent.field('attribute'), identifier) ? parent : identifier;
}

/** The call of what is written. */
function callOf(written: SyntaxNode): Call | undefined {
  const { parent } = written;
  return parent?.is('call') === true && sameNode(parent.field('function'), written) ? parent : undefined;
}

/** A use, with what puts it in order: what is handed over, then what the module calls, then function by function. */
interface OrderedUse {
  readonly use: UseFact;
  readonly group: number;
  /** The id of the call. */
  readonly call: number;
}

function usesAt(identifier: SyntaxNode, model: LocalModel, placeOf: PlaceOf): readonly OrderedUse[] {
  const call = callOf(writtenWith(identifier));
  const handed = handedAt(identifier, model, placeOf);
  return call === undefined ? handed : [...handed, ...usesByCall(call, model, placeOf)];
}

function handedAt(identifier: SyntaxNode, model: LocalModel, placeOf: PlaceOf): readonly OrderedUse[] {
  const written = writtenWith(identifier);
  const taking = callAround(callOf(written) ?? written);
  // What `functools.partial` wraps is handed to the call around it.
  const around = taking && callAround(taking);
  return [taking, around].flatMap((taker) => {
    const uses = taker === undefined ? [] : handedUses(taker, model, placeOf);
    return uses.filter(({ at: [start] }) => start === identifier.start).map((use) => ({ use, group: -2, call: taker?.id ?? 0 }));
  });
}

function usesByCall(call: Call, model: LocalModel, placeOf: PlaceOf): readonly OrderedUse[] {
  const around = codeAround(call);
  if (around === 'module') return usesByModule(call, model, placeOf).map((use) => ({ use, group: -1, call: call.id }));
  if (around === 'deferred') return [];
  const path = pathOf(around, model);
  const variant = path === undefined ? variantPath(around, model) : undefined;
  const by = path ?? variant?.path;
  if (by === undefined) return [];
  const facts = callFact({ call, isConsumed: isConsumed(call) }, around, model, placeOf);
  const group = (variant?.first ?? around).id;
  return facts.map((fact) => ({ use: useByCall(variant === undefined ? fact : { ...fact, likely: true }, by), group, call: call.id }));
}

/** The function whose body a node stands in; `deferred` where it runs at a time of its own. */
function codeAround(node: SyntaxNode): Definition | 'module' | 'deferred' {
  let inner = node;
  for (let outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.is('lambda')) return 'deferred';
    if (outer.is('function_definition')) return sameNode(outer.field('body'), inner) ? outer : 'deferred';
  }
  return 'module';
}

function handedUses(call: Call, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  return handOvers(call, model).flatMap(({ handed, role, runs, isRepeated }): UseFact[] => {
    const found = handed.is('identifier', 'attribute', 'call') ? nameOfUsed(handed, model) : undefined;
    if (found === undefined) return [];
    const around = role === undefined ? codeAround(call) : 'module';
    if (around === 'deferred') return [];
    const by = around === 'module' ? undefined : pathOf(around, model);
    if (by === undefined && around !== 'module') return [];
    const at = placeOf(lastWritten(handed));
    const within = around === 'module' ? model.tree.root : around;
    // What makes a function run in place of a call runs it as often as a call would.
    const repeats = isRepeated ?? (role === undefined && isRepeatedCall(call, within, model));
    const how = { ...(role && { role }), ...(by !== undefined && { by }), ...(runs && { runs }) };
    return [{ ...found, ...how, ...(repeats && { isRepeated: true as const }), given: anything, at }];
  });
}

function usesByModule(call: Call, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const callee = call.field('function');
  const found = nameOfUsed(callee, model);
  if (found === undefined) return [];
  const repeated = isRepeatedCall(call, model.tree.root, model) ? { isRepeated: true as const } : {};
  const given = unlessEmpty(givenBy(call, model));
  return [{ ...found, ...repeated, ...(given && { given }), at: placeOf(lastWritten(callee)) }];
}

function nameOfUsed(expression: SyntaxNode, model: LocalModel): Pick<UseFact, 'name' | 'likely'> | undefined {
  // An object is called by way of its class.
  const found = valueAt(expression, model.typeOf(expression), model);
  if (found === undefined || (isOfLibrary(found.name, model) && !setsForAll(found.name, model.catalogue))) return undefined;
  return found.certainty === 'likely' ? { name: found.name, likely: true } : { name: found.name };
}

/** The identifier by which a use is told. */
function lastWritten(expression: SyntaxNode): SyntaxNode {
  let written = expression;
  while (written.is('call')) written = written.field('function');
  return written.is('attribute') ? written.field('attribute') : written;
}

/** The calls that are made as the module is loaded. */
function callsOutside({ tree }: LocalModel): readonly Call[] {
  const calls: Call[] = [];
  for (const { chunk, firstId } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      const kind = chunk.kindAt(index);
      if (kind !== callKind && !deferred.has(kind)) continue;
      const node = tree.node(firstId + index);
      if (node.is('call')) calls.push(node);
      else index = node.endId - firstId - 1;
    }
  }
  return calls;
}

const callKind = nodeKinds.indexOf('call');
const deferred: ReadonlySet<number> = new Set([nodeKinds.indexOf('function_definition'), nodeKinds.indexOf('lambda')]);

/**
 * What a file does with functions and classes: which it calls, and which it hands to something that runs them.
 *
 * Invariants: a use is told by the name that is written; what is a builtin, or known of a library, is left out. The uses of
 * one name are found without reading the rest of the file.
 */
import type { LocalModel } from '../semantic/model';
import { valueOfType } from '../semantic/symbolic';
import { nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { nodesBelow, sameNode } from '../syntax/query';
import { isConsumed, isRepeated as isRepeatedCall } from './functionBody';
import { callFact, isOfLibrary } from './functionFacts';
import { callAround, callTold, handOvers, tellingNames } from './handOvers';
import { pathOf } from './paths';
import { useByCall, type Place, type UseFact } from './summary';

type Call = SyntaxNode<'call'>;
type Definition = SyntaxNode<'function_definition'>;
type PlaceOf = (node: SyntaxNode) => Place;

const identifierKind = nodeKinds.indexOf('identifier');

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

/** The uses of what is written with this name as its last. */
export function usesNamed(name: string, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  return identifiersNamed(name, model).flatMap((identifier) => {
    const { call } = writtenWith(identifier);
    const handed = handedAt(identifier, model, placeOf);
    return call === undefined ? handed : [...handed, ...usesByCall(call, model, placeOf)];
  });
}

/** Those of them that say what it is for. */
export function rolesNamed(name: string, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  return identifiersNamed(name, model).flatMap((identifier) =>
    handedAt(identifier, model, placeOf).filter(({ role }) => role !== undefined),
  );
}

function identifiersNamed(name: string, { tree, log }: LocalModel): readonly SyntaxNode[] {
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

/** What is written with an identifier as its last name, and the call of it. */
function writtenWith(identifier: SyntaxNode): { readonly written: SyntaxNode; readonly call: Call | undefined } {
  const { parent } = identifier;
  const isMember = parent?.is('attribute') === true && sameNode(parent.field('attribute'), identifier);
  const written = isMember ? parent : identifier;
  const around = written.parent;
  return { written, call: around?.is('call') === true && sameNode(around.field('function'), written) ? around : undefined };
}

function handedAt(identifier: SyntaxNode, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const { written, call } = writtenWith(identifier);
  const taking = callAround(call ?? written);
  return taking === undefined ? [] : handedUses(taking, model, placeOf).filter(({ at: [start] }) => start === identifier.start);
}

function usesByCall(call: Call, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const around = codeAround(call);
  if (around === 'module') return usesByModule(call, model, placeOf);
  const path = around === 'deferred' ? undefined : pathOf(around, model);
  if (around === 'deferred' || path === undefined) return [];
  return callFact({ call, isConsumed: isConsumed(call) }, around, model, placeOf).map((fact) => useByCall(fact, path));
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
  return handOvers(call, model).flatMap(({ handed, role, isRepeated }): UseFact[] => {
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
    return [{ ...found, ...(role && { role }), ...(by !== undefined && { by }), ...(repeats && { isRepeated: true as const }), at }];
  });
}

function usesByModule(call: Call, model: LocalModel, placeOf: PlaceOf): readonly UseFact[] {
  const callee = call.field('function');
  const found = nameOfUsed(callee, model);
  const repeated = isRepeatedCall(call, model.tree.root, model) ? { isRepeated: true as const } : {};
  return found === undefined ? [] : [{ ...found, ...repeated, at: placeOf(lastWritten(callee)) }];
}

function nameOfUsed(expression: SyntaxNode, model: LocalModel): Pick<UseFact, 'name' | 'likely'> | undefined {
  // An object is called by way of its class.
  const type = model.typeOf(expression);
  const found = type === undefined ? model.named(expression) : { name: valueOfType(type), certainty: type.certainty };
  if (found === undefined || isOfLibrary(found.name, model)) return undefined;
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

/** Pools that a lifespan has a function of the project make, of whichever file. */
import type { Catalogue, NamedApi } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosingFunction } from '../../syntax/query';
import { closerOf, isLifespan } from './closing';

interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** The calls before the `yield` of a lifespan by which functions of the project make what has to be closed. */
export function poolsMadeBefore(end: SyntaxNode<'yield'>, knowledge: Knowledge): readonly SyntaxNode<'call'>[] {
  const owner = enclosingFunction(end);
  if (owner === undefined) return [];
  const body = [...descendants(owner.field('body'), { into: (node) => !node.is('function_definition', 'lambda') })];
  const calls = body.flatMap((node) => (node.id < end.id && node.is('call') && isMaking(node) ? [node] : []));
  // One `yield` is enough to look at, and what a function is for is asked last.
  if (calls.length === 0 || body.find((node) => node.is('yield'))?.id !== end.id) return [];
  const pools = calls.filter((call) => givesPool(call, knowledge));
  return pools.length > 0 && isLifespan(owner, knowledge.view) ? pools : [];
}

/** Functions that give what is there already are not called so; of what they give somebody else takes care. */
const makingNames = /^_*(?:build|connect|create|make|new|open)(?:_|$)/;

function isMaking(call: SyntaxNode<'call'>): boolean {
  const callee = call.field('function');
  const isHeld = (call.parent?.is('await') === true ? call.parent : call).parent?.is('assignment') === true;
  return isHeld && makingNames.test(callee.is('attribute') ? callee.field('attribute').text : callee.text);
}

function givesPool(call: SyntaxNode<'call'>, { view, catalogue }: Knowledge): boolean {
  const name = view.nameOf(call.field('function'));
  if (name === undefined || catalogue.lookup(name) !== undefined) return false;
  const given = catalogue.lookup(view.typeOf(call.parent?.is('await') === true ? call.parent : call)?.type);
  return given !== undefined && closerOf(given, catalogue) !== undefined && isPool(given, catalogue);
}

/** Whether objects of a class hold connections: the class says so, or what makes them does. */
function isPool({ name, pools }: NamedApi, catalogue: Catalogue): boolean {
  if (pools !== undefined) return true;
  const made = classesMade.get(catalogue) ?? classesMadeBy(catalogue);
  classesMade.set(catalogue, made);
  return made.has(name);
}

const classesMade = new WeakMap<Catalogue, ReadonlySet<string>>();

function classesMadeBy(catalogue: Catalogue): ReadonlySet<string> {
  const makers = [...catalogue.names()].map((name) => catalogue.lookup(name));
  return new Set(makers.flatMap((maker) => (maker?.pools === undefined ? [] : (catalogue.lookup(maker.returns)?.name ?? []))));
}

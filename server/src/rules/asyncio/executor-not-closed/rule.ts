import { defineRule, type CheckContext } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, enclosing, enclosingFunction, isAsync } from '../../../syntax/query';
import { ownNodes } from '../suspensions';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Call = SyntaxNode<'call'>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { pylint: ['R1732'] },
  fix: 'none',
  messages: {
    open: '`{executor}` is made in `{function}` and never shut down',
    perCall: '`{executor}` is made anew by every call of async function `{function}`',
    unpicklable: '`{work}` cannot be sent to another process: it cannot be pickled',
  },
  knownCalls: {
    facts: ['runsIn'],
    check(node, { view, finding }) {
      const owner = enclosing(node, 'function_definition', 'lambda', 'class_definition');
      const life = owner?.is('function_definition') === true ? lifeOf(node, view) : 'kept';
      if (owner?.is('function_definition') !== true || life === 'kept') return undefined;
      const callee = node.field('function');
      const data = { executor: callee.text, function: owner.field('name').text };
      if (life === 'closed' && (!isAsync(owner) || lendsIt(owner))) return undefined;
      if (owner.field('name').text === 'main' || isWhereNobodyWaits(node, view)) return undefined;
      return finding(callee, life === 'open' ? 'open' : 'perCall', data);
    },
  },
  namedCalls: {
    names: ['submit', 'map', 'run_in_executor'],
    check(node, { view, catalogue, finding }) {
      const work = sentToProcess(node, { view, catalogue });
      if (work === undefined || !(work.is('lambda') || isInnerFunction(work, view))) return undefined;
      return finding(work, 'unpicklable', { work: work.is('lambda') ? 'lambda' : work.text });
    },
  },
});

/** Whether a function hands something out with `yield` and takes it back, as lifespans and dependencies do. */
function lendsIt(owner: SyntaxNode<'function_definition'>): boolean {
  return [...ownNodes(owner.field('body'))].some((node) => node.is('yield'));
}

/** `closed`: by `with` or `shutdown`. `kept`: by something that outlives the function, or that may shut it down. */
type Life = 'closed' | 'open' | 'kept';

function lifeOf(call: Call, view: CheckContext['view']): Life {
  const holder = call.parent?.is('as_pattern') === true ? call.parent.parent : call.parent;
  if (holder?.is('with_item') === true) return 'closed';
  if (isUse(call)) return 'open';
  const target = call.parent?.is('assignment') === true ? call.parent.field('left') : undefined;
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function' || binding.declarations.length > 1) return 'kept';
  const owner = binding.scope.node;
  if (enclosingFunction(call)?.id !== owner.id) return 'kept';
  // What an inner function does with it is done when somebody calls that: at the end of the program, mostly.
  if (binding.references.some((reference) => isShutDown(reference) && enclosingFunction(reference)?.id !== owner.id)) return 'kept';
  if (binding.references.some((reference) => isShutDown(reference))) return 'closed';
  return binding.references.every((reference) => isUse(reference)) ? 'open' : 'kept';
}

function isShutDown(reference: SyntaxNode): boolean {
  const { parent } = reference;
  if (parent?.is('attribute') === true) return parent.field('attribute').text === 'shutdown';
  return parent?.is('with_item') === true || (parent?.is('as_pattern') === true && parent.parent?.is('with_item') === true);
}

/** Whether the executor is only given work here: by a method of its own, or by the event loop. */
function isUse(executor: SyntaxNode): boolean {
  const { parent } = executor;
  if (parent?.is('attribute') === true) return /^(submit|map)$/.test(parent.field('attribute').text);
  const call = parent?.is('argument_list') === true ? parent.parent : undefined;
  const callee = call?.is('call') === true ? call.field('function') : undefined;
  return callee?.is('attribute') === true && callee.field('attribute').text === 'run_in_executor';
}

/** What a call hands to an executor of processes. */
function sentToProcess(call: Call, { view, catalogue }: Asked): SyntaxNode | undefined {
  const callee = call.field('function');
  if (!callee.is('attribute')) return undefined;
  const { positional } = callArguments(call);
  const isLoops = callee.field('attribute').text === 'run_in_executor';
  const executor = isLoops ? positional[0] : callee.field('object');
  if (executor === undefined || catalogue.lookup(view.typeOf(executor)?.type)?.runsIn !== 'processes') return undefined;
  return positional[isLoops ? 1 : 0];
}

/** Whether a name stands for a function that is defined inside of another: pickle finds functions by their module. */
function isInnerFunction(work: SyntaxNode, view: CheckContext['view']): boolean {
  const declarations = work.is('identifier') ? (view.bindingOf(work)?.declarations ?? []) : [];
  const node = declarations.length === 1 ? declarations[0]?.node : undefined;
  return node?.is('function_definition') === true && enclosingFunction(node) !== undefined;
}

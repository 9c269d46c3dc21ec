import { defineRule } from '../../../engine/rule';
import type { CheckContext, Findings } from '../../../engine/rule';
import { isInRole } from '../../../engine/surroundings';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments, descendants, enclosingClass } from '../../../syntax/query';
import { outlivesFunction } from '../clients';
import { choiceWith } from '../closing';
import { isInOneOffFile } from '../oneOff';
import { asksSeveralHosts } from '../requests';

const messages = {
  default: '`{callee}` is kept without a connector: 100 connections, and no limit for one host',
  unlimited: '`{argument}` lets `{callee}` open any number of connections',
} as const;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages,
  namedCalls: {
    names: ['TCPConnector', 'ClientSession'],
    check(node, context) {
      const made = context.catalogue.lookup(context.view.nameOf(node.field('function')))?.name;
      if (made === 'aiohttp.TCPConnector') return unlimitedConnector(node, context);
      return made === 'aiohttp.ClientSession' ? defaultConnector(node, context) : undefined;
    },
  },
  fixes: {
    addConnector: {
      kind: 'unsafe',
      title: 'Add a connector with limits',
      edits(node, _args, { edit }) {
        const module = node.is('call') ? edit.importModule('aiohttp', node) : undefined;
        if (module === undefined || !node.is('call')) return undefined;
        const connector = `connector=${module.name}.TCPConnector(limit=100, limit_per_host=30, ttl_dns_cache=300)`;
        const added = edit.addArgument(node, connector);
        return added === undefined ? undefined : [...module.edits, ...added];
      },
    },
    limit: {
      kind: 'unsafe',
      title: 'Set limit=100',
      edits(node, _args, { edit }) {
        const limit = node.is('call') ? callArguments(node).keywords.get('limit') : undefined;
        return limit === undefined ? undefined : [edit.replace(limit, '100')];
      },
    },
  },
});

type Context = CheckContext<typeof messages>;

function unlimitedConnector(call: SyntaxNode<'call'>, { finding }: Context): Findings {
  const limit = callArguments(call).keywords.get('limit');
  // `None` does the same, though the documentation names 0 only.
  const isUnlimited = limit?.is('none') === true || (limit?.is('integer') === true && Number(limit.text) === 0);
  const argument = isUnlimited ? limit.parent : undefined;
  if (argument === undefined) return undefined;
  const data = { argument: argument.text, callee: call.field('function').text };
  return finding(argument, 'unlimited', data, { fixes: [{ id: 'limit' }] });
}

/** A session for one piece of work ends with it; what is kept is what all requests share. */
function defaultConnector(call: SyntaxNode<'call'>, { view, finding }: Context): Findings {
  const { keywords, hasDoubleSplat } = callArguments(call);
  const connector = keywords.get('connector');
  if (hasDoubleSplat || (connector !== undefined && !connector.is('none'))) return undefined;
  if (isInOneOffFile(view) || isInRole(call, ['test', 'fixture'], view) || !outlivesFunction(call, view)) return undefined;
  if (isForOneHost(call, view)) return undefined;
  const callee = call.field('function');
  const fixes = connector === undefined ? [{ id: 'addConnector' }] : [];
  return finding(callee, 'default', { callee: callee.text }, { level: 'weaker', fixes });
}

/** Whether the object that keeps the session asks one host with it, for all that its class says, and hands it to nobody else. */
function isForOneHost(call: SyntaxNode, view: FileView): boolean {
  const owner = enclosingClass(call);
  const kept = owner === undefined ? undefined : keptAs(call, view);
  if (owner === undefined || (kept !== undefined && kept.field('object').text !== 'self')) return false;
  const uses = kept === undefined ? [] : [...descendants(owner)].filter((node) => node.is('attribute') && node.text === kept.text);
  return !uses.some(isHandedOn) && !asksSeveralHosts(owner, 'aiohttp.ClientSession', view);
}

/** `self.session`, which holds the session at once or after a name of the function has. */
function keptAs(call: SyntaxNode, view: FileView): SyntaxNode<'attribute'> | undefined {
  const { parent: holder } = choiceWith(call);
  const target = holder?.is('assignment') === true ? holder.field('left') : undefined;
  if (target?.is('attribute') === true) return target;
  const uses = target?.is('identifier') === true ? view.bindingOf(target)?.references : undefined;
  for (const { id, parent } of uses ?? []) {
    const place = parent?.is('assignment') === true && parent.field('right')?.id === id ? parent.field('left') : undefined;
    if (place?.is('attribute') === true) return place;
  }
  return undefined;
}

/** Whether others get the session there; not where it is made, named, asked for something, looked at, or given back by a method. */
function isHandedOn({ parent, id }: SyntaxNode): boolean {
  if (parent === undefined || parent.is('attribute', 'return_statement', 'delete_statement')) return false;
  if (parent.is('assignment')) return parent.field('left').id !== id && !parent.field('left').is('identifier');
  return !parent.is('if_statement', 'boolean_operator', 'not_operator', 'comparison_operator', 'assert_statement');
}

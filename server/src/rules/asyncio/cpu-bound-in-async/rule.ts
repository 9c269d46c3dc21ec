import { showsLikely } from '../../../engine/profile';
import { defineRule } from '../../../engine/rule';
import { isDemonstration } from '../../../engine/testFiles';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import type { NamedApi } from '../../../catalogue/schema';
import type { CheckContext, Fix } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, callArguments, descendants, enclosingFunction, parametersOf, sameNode } from '../../../syntax/query';
import { awaited, blockingCall, isAsyncioCode, threadFixes, wrapInThread } from '../shared';

const runInProcessPool: Fix = {
  kind: 'unsafe',
  title: (args) => (typeof args === 'string' ? `Run in the process pool ${args}` : 'Run in the process pool'),
  edits(node, args, context) {
    if (!node.is('call') || typeof args !== 'string' || !isAsyncioCode(context.view)) return undefined;
    const list = node.field('arguments');
    return awaited(node, 'asyncio.get_running_loop', context, (loop) => {
      const callee = node.field('function');
      const passed = `${args}, ${callee.text}${list.children.length === 0 ? '' : ', '}`;
      return [context.edit.replace(callee, `await ${loop}().run_in_executor`), context.edit.insert(list.start + 1, passed)];
    });
  },
};

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages: { computes: '`{callee}` computes on the event loop in async function `{function}`' },
  knownCalls: {
    facts: ['blocks'],
    within: 'async',
    check(node, context, known) {
      const blocking = blockingCall(node, known, ['cpu'], context);
      if (blocking === undefined || isWhereNobodyWaits(node, context.view)) return undefined;
      if (!showsLikely(context.settings.profile) && isDemonstration(context.view)) return undefined;
      const { api, data, related } = blocking;
      const pool = canBeSent(node, api, context) ? poolAt(node, context.view) : undefined;
      const fixes = [...(pool === undefined ? [] : [{ id: 'runInProcessPool', args: pool }]), ...threadFixes(node, api)];
      return context.finding(node.field('function'), 'computes', data, { related, fixes });
    },
  },
  fixes: { runInProcessPool, wrapInThread },
});

/** A function goes to another process by its name; a method takes its object along, which may not travel. */
function canBeSent(call: SyntaxNode<'call'>, { name }: NamedApi, { catalogue }: CheckContext): boolean {
  const { keywords, hasDoubleSplat } = callArguments(call);
  const isMethod = catalogue.lookup(name.slice(0, name.lastIndexOf('.')))?.methods !== undefined;
  return keywords.size === 0 && !hasDoubleSplat && !isMethod && call.field('arguments').is('argument_list');
}

/** The name of a process pool that the code can use: a parameter of the function, or one of the module's names. */
function poolAt(call: SyntaxNode<'call'>, view: FileView): string | undefined {
  const owner = enclosingFunction(call);
  if (owner === undefined) return undefined;
  const names = [...parametersOf(owner).map(({ name }) => name), ...moduleNames(view)];
  return names.find((name) => view.typeOf(name)?.type === 'concurrent.futures.ProcessPoolExecutor' && isMeantIn(owner, name, view))?.text;
}

function moduleNames({ tree }: FileView): readonly SyntaxNode[] {
  return bodyStatements(tree.root).flatMap((statement) => {
    const [assignment] = statement.is('expression_statement') ? statement.children : [];
    return assignment?.is('assignment') === true && assignment.field('left').is('identifier') ? [assignment.field('left')] : [];
  });
}

/** Whether the name means the same wherever the function uses it. */
function isMeantIn(owner: SyntaxNode, name: SyntaxNode, view: FileView): boolean {
  const bound = boundAt(name, view);
  return [...descendants(owner)].every((node) => !node.is('identifier') || node.text !== name.text || sameNode(boundAt(node, view), bound));
}

function boundAt(name: SyntaxNode, view: FileView): SyntaxNode | undefined {
  return name.is('identifier') ? view.bindingOf(name)?.declarations[0]?.name : undefined;
}

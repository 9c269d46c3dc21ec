import { defineRule } from '../../../engine/rule';
import type { Catalogue } from '../../../catalogue/schema';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { callArguments } from '../../../syntax/query';

const asyncSession = 'sqlalchemy.ext.asyncio.AsyncSession';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['sessions-and-pools'],
  fix: 'unsafe',
  messages: {
    absent: '`{callee}` without `expire_on_commit=False` makes objects unreadable after a commit',
    on: '`expire_on_commit=True` makes objects of an async session unreadable after a commit',
  },
  namedCalls: {
    names: ['AsyncSession', 'async_sessionmaker', 'sessionmaker'],
    check(node, { view, catalogue, finding }) {
      const callee = node.field('function');
      if (!isAsyncFactory(node, view, catalogue) || isUsedUpHere(node, view)) return undefined;
      const given = callArguments(node);
      const flag = given.keywords.get('expire_on_commit');
      if (flag?.is('true') === true) return finding(flag, 'on', {}, { fixes: [{ id: 'turnOff' }] });
      if (flag !== undefined || given.hasDoubleSplat) return undefined;
      return finding(callee, 'absent', { callee: callee.text }, { fixes: [{ id: 'add' }] });
    },
  },
  fixes: {
    add: {
      kind: 'unsafe',
      title: 'Add expire_on_commit=False',
      edits: (node, _args, { edit }) => (node.is('call') ? edit.addArgument(node, 'expire_on_commit=False') : undefined),
    },
    turnOff: {
      kind: 'unsafe',
      title: 'Set expire_on_commit=False',
      edits: (node, _args, { edit }) => {
        const flag = node.is('call') ? callArguments(node).keywords.get('expire_on_commit') : undefined;
        return flag === undefined ? undefined : [edit.replace(flag, 'False')];
      },
    },
  },
});

function isAsyncFactory(call: SyntaxNode<'call'>, view: FileView, catalogue: Catalogue): boolean {
  const name = view.nameOf(call.field('function'));
  if (isAsyncSession(name, catalogue)) return true;
  const factory = catalogue.lookup(name)?.name;
  if (factory === 'sqlalchemy.ext.asyncio.async_sessionmaker') return true;
  return factory === 'sqlalchemy.orm.sessionmaker' && isAsyncSession(view.nameOf(callArguments(call).keywords.get('class_')), catalogue);
}

function isAsyncSession(name: string | undefined, catalogue: Catalogue): boolean {
  const api = catalogue.lookup(name);
  return api?.name === asyncSession || api?.bases?.includes(asyncSession) === true;
}

/**
 * Whether the call makes one session under a local name that is neither returned nor yielded: then nobody else reads its
 * objects, and whether this function does after a commit is not looked into.
 */
function isUsedUpHere(call: SyntaxNode<'call'>, view: FileView): boolean {
  const holder = call.parent;
  const target =
    holder?.is('as_pattern') === true
      ? holder.field('alias')?.children[0]
      : holder?.is('assignment') === true
        ? holder.field('left')
        : undefined;
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function') return false;
  return !binding.references.some((reference) => reference.parent?.is('return_statement', 'yield') === true);
}

/** A client for async code that the code at a call has already: then awaiting it is a better cure than a thread. */
import type { NamedApi } from '../../catalogue/schema';
import { isFollowedByTighter } from '../../engine/awaitEdits';
import type { FixRequest } from '../../engine/finding';
import type { Fix } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, descendants, enclosing, enclosingFunction, isWithin, parametersOf } from '../../syntax/query';
import { isEntered } from './shared';

/** `await client.get(…)` for `httpx.get(…)`, where the file has a client and the call says nothing that only making one takes. */
export function clientFixes(call: SyntaxNode<'call'>, { viaClient }: NamedApi, view: FileView): readonly FixRequest[] {
  const callee = call.field('function');
  const method = callee.is('attribute') ? callee.field('attribute').text : undefined;
  const { keywords, hasDoubleSplat } = callArguments(call);
  if (viaClient === undefined || method === undefined || hasDoubleSplat || viaClient.takes.some((name) => keywords.has(name))) return [];
  const client = clientInReach(call, viaClient.client, view);
  return client === undefined ? [] : [{ id: 'awaitClient', args: `${client}.${method}` }];
}

export const awaitClient: Fix = {
  kind: 'unsafe',
  title: (callee) => `Await ${typeof callee === 'string' ? callee : 'the client'} instead`,
  edits(node, callee, { edit }) {
    if (!node.is('call') || typeof callee !== 'string' || !edit.canAwait(node) || isEntered(node)) return undefined;
    const written = edit.replace(node.field('function'), `await ${callee}`);
    if (!isFollowedByTighter(node)) return [written];
    return [edit.insert(node.start, '('), written, edit.insert(node.end, ')')];
  },
};

/** The one expression for an object of the class: a parameter, an attribute of the object, or a name of the module. */
function clientInReach(at: SyntaxNode, type: string, view: FileView): string | undefined {
  const isClient = (node: SyntaxNode): boolean => view.typeOf(node)?.type === type;
  for (const found of [parametersAt(at, isClient), attributesAt(at, type, view), namesAt(at, isClient, view)]) {
    const [only, ...others] = found;
    if (only !== undefined) return others.length === 0 ? only : undefined;
  }
  return undefined;
}

function parametersAt(at: SyntaxNode, isClient: (node: SyntaxNode) => boolean): readonly string[] {
  const owner = enclosingFunction(at);
  const names = owner === undefined ? [] : parametersOf(owner).filter(({ kind }) => !kind.startsWith('var-'));
  return names.flatMap(({ name }) => (isClient(name) ? [name.text] : []));
}

function attributesAt(at: SyntaxNode, type: string, view: FileView): readonly string[] {
  const method = enclosingFunction(at);
  const owner = method === undefined ? undefined : enclosing(method, 'class_definition', 'function_definition');
  const [self] = method === undefined || owner?.is('class_definition') !== true ? [] : parametersOf(method);
  if (self?.name.text !== 'self') return [];
  return view.attributesOf(self.name).flatMap((attribute) => (attribute.type === type ? [`self.${attribute.name}`] : []));
}

/** Names that the module binds above the code, once, and that nothing around the code has for itself. */
function namesAt(at: SyntaxNode, isClient: (node: SyntaxNode) => boolean, view: FileView): readonly string[] {
  const around = view.tree.root.children.find((statement) => isWithin(at, statement));
  if (around === undefined) return [];
  const bound = view.tree.root.children.filter(({ start }) => start < around.start).flatMap(boundNames);
  return bound.flatMap((name) => {
    if (view.bindingOf(name)?.declarations.length !== 1 || !isClient(name)) return [];
    const isHidden = [...descendants(around)].some(
      (node) => node.is('identifier') && node.text === name.text && (view.bindingOf(node)?.scope.kind ?? 'module') !== 'module',
    );
    return isHidden ? [] : [name.text];
  });
}

function boundNames(statement: SyntaxNode): readonly SyntaxNode<'identifier'>[] {
  const assignment = statement.is('expression_statement') ? statement.children[0] : undefined;
  const bound = statement.is('import_from_statement')
    ? statement.field('name').map((name) => (name.is('aliased_import') ? name.field('alias') : name.children.at(-1)))
    : [assignment?.is('assignment') === true ? assignment.field('left') : undefined];
  return bound.flatMap((name) => (name?.is('identifier') === true ? [name] : []));
}

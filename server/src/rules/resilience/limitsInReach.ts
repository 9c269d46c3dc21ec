/** Limits that a project has already, which the fix prefers to a number: of the object, a constant of the file, an imported one, or a setting. */
import type { FileView } from '../../project/view';
import { isMemberName } from '../../syntax/callees';
import { nodeKinds } from '../../syntax/kinds.generated';
import type { Chunk, SyntaxNode } from '../../syntax/node';
import { descendants, enclosing, enclosingFunction, isWithin, nodesBelow, parametersOf, sameNode } from '../../syntax/query';

/** The expression for a number of seconds that the code at the node can use; undefined where there is none, or more than one. */
export function limitInReach(at: SyntaxNode, view: FileView): string | undefined {
  const names = namesOfModule(view);
  const constants = names.filter((name) => isLimitName(name.text) && isNumber(name, view) && isSeen(name, at, view));
  const settings = (): string[] => names.flatMap((name) => limitsOfSettings(name, name.text, view).filter(() => isSeen(name, at, view)));
  for (const limits of [limitsOfObject(at, view), constants.map(({ text }) => text), settings()]) {
    const [only, ...others] = limits;
    if (only !== undefined) return others.length === 0 ? only : undefined;
  }
  return undefined;
}

/** What the object has whose method the node stands in: `self._timeout`, `self.config.http_timeout`. What makes it may not have it yet. */
function limitsOfObject(at: SyntaxNode, view: FileView): readonly string[] {
  const method = enclosingFunction(at);
  const owner = method === undefined ? undefined : enclosing(method, 'class_definition', 'function_definition', 'lambda');
  const [self] = method === undefined ? [] : parametersOf(method);
  if (method === undefined || owner?.is('class_definition') !== true || self?.name.text !== 'self') return [];
  if (method.field('name').text === '__init__') return [];
  const kept = new Map<string, SyntaxNode<'attribute'>>();
  for (const { text, parent } of nodesBelow(owner, maySayLimit))
    if (parent?.is('attribute') === true && parent.field('object').text === 'self' && !kept.has(text)) kept.set(text, parent);
  return [...kept.values()].flatMap((node) => {
    const name = node.field('attribute').text;
    if (isLimitName(name)) return numbers.has(view.typeOf(node)?.type ?? '') ? [node.text] : [];
    return limitsOfSettings(node, name, view);
  });
}

/** Whether an identifier is the name of an attribute that may be a limit, or hold one among settings. */
function maySayLimit(kind: number, chunk: Chunk, index: number): boolean {
  if (kind !== identifierKind || !isMemberName(chunk, index)) return false;
  const name = chunk.nameAt(index);
  return isLimitName(name) || namesSettings.test(name);
}

const identifierKind = nodeKinds.indexOf('identifier');

/** The limits among the attributes of an object whose name says that it holds settings. */
function limitsOfSettings(object: SyntaxNode, name: string, view: FileView): readonly string[] {
  if (!namesSettings.test(name)) return [];
  const limits = view.attributesOf(object).filter((attribute) => isLimitName(attribute.name) && numbers.has(attribute.type ?? ''));
  return limits.map((attribute) => `${object.text}.${attribute.name}`);
}

/** Of whatever else is imported, a class of another file would have to be looked into for each finding. */
const namesSettings = /settings?|conf(?:ig)?|options|defaults|limits|constants|env/i;
const numbers: ReadonlySet<string> = new Set(['builtins.int', 'builtins.float']);
/** What may stand beside "timeout" in the name of a limit for calls to others: not `session_timeout`, nor `timeout_ms`. */
const words = /^(default|http|https|request|requests|client|api|network|external|upstream|call|total|seconds?|secs?|s)$/;

function isLimitName(name: string): boolean {
  if (!/timeout/i.test(name)) return false;
  const parts = name.toLowerCase().split('_');
  return parts.includes('timeout') && parts.every((part) => part === '' || part === 'timeout' || words.test(part));
}

/** The identifiers that assignments and imports on the module's level bind. */
function namesOfModule({ tree }: FileView): readonly SyntaxNode<'identifier'>[] {
  return tree.root.children.flatMap((statement) => {
    const bound = statement.is('import_from_statement') ? statement.field('name').map(importedName) : [assignedName(statement)];
    return bound.flatMap((name) => (name?.is('identifier') === true ? [name] : []));
  });
}

function importedName(name: SyntaxNode): SyntaxNode | undefined {
  return name.is('aliased_import') ? name.field('alias') : name.children.at(-1);
}

function assignedName(statement: SyntaxNode): SyntaxNode | undefined {
  const assignment = statement.is('expression_statement') ? statement.children[0] : undefined;
  return assignment?.is('assignment') === true ? assignment.field('left') : undefined;
}

/** Whether the name is bound before the function that the node stands in, once, and nothing around the node has it for itself. */
function isSeen(name: SyntaxNode<'identifier'>, at: SyntaxNode, view: FileView): boolean {
  const binding = view.bindingOf(name);
  const around = view.tree.root.children.find((statement) => isWithin(at, statement));
  if (binding?.declarations.length !== 1 || around === undefined || name.start > around.start) return false;
  for (const other of descendants(around)) {
    if (!other.is('identifier') || other.text !== name.text || isMember(other)) continue;
    if (view.bindingOf(other)?.scope.kind !== 'module') return false;
  }
  return true;
}

/** `timeout` of `x.timeout` and of `f(timeout=1)`: no name of a variable. */
function isMember(identifier: SyntaxNode): boolean {
  const { parent } = identifier;
  if (parent?.is('attribute') === true) return sameNode(parent.field('attribute'), identifier);
  return parent?.is('keyword_argument') === true && sameNode(parent.field('name'), identifier);
}

function isNumber(name: SyntaxNode<'identifier'>, view: FileView): boolean {
  return numbers.has(view.typeOf(name)?.type ?? '');
}

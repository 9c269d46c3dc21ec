/** What the call that makes a pool of database connections says of its size and its care. */
import type { NamedApi, PoolFact } from '../../catalogue/schema';
import type { CheckContext, Fix } from '../../engine/rule';
import { isInRole } from '../../engine/surroundings';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import {
  ancestors,
  callArguments,
  descendants,
  enclosing,
  enclosingClass,
  enclosingFunction,
  isWithin,
  stringValue,
} from '../../syntax/query';
import type { CallArguments } from '../../syntax/query';
import { isInMainBlock, isInOneOffFile } from './oneOff';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;

export interface MadePool {
  readonly api: NamedApi;
  readonly fact: PoolFact;
  readonly keywords: CallArguments['keywords'];
}

/**
 * The pool that a call makes for a service, of whose arguments all are in sight. One that a function opens, uses and leaves
 * behind serves nobody else, and a database that is a file has no server that could end its connections.
 */
export function madePool(call: SyntaxNode<'call'>, api: NamedApi, { view }: Asked): MadePool | undefined {
  const { pool: fact } = api;
  if (fact === undefined) return undefined;
  const { positional, keywords, hasDoubleSplat } = callArguments(call);
  if (hasDoubleSplat || fact.replacedBy?.some((name) => keywords.has(name)) === true) return undefined;
  if (isInOneOffFile(view) || isInMainBlock(call) || isUsedUpHere(call, view)) return undefined;
  if (isForDevelopment(call) || isInRole(call, ['test', 'fixture', 'migration'], view)) return undefined;
  if (fact.files !== undefined && isOfFile(positional[0], keywords, fact.files, view)) return undefined;
  return isFallback(call, fact, view) ? undefined : { api, fact, keywords };
}

const development: ReadonlySet<string> = new Set(['dev', 'development', 'local', 'test', 'testing']);

/** `if settings.environment == "development": return create_engine(url)`: what is made there serves one person. */
function isForDevelopment(call: SyntaxNode): boolean {
  return [...ancestors(call)].some((outer) => {
    const condition = outer.is('if_statement') && isWithin(call, outer.field('consequence')) ? outer.field('condition') : undefined;
    const isOne = condition?.is('comparison_operator') === true && condition.hasToken('==');
    return isOne && condition.children.some((side) => development.has(stringValue(side)?.toLowerCase() ?? ''));
  });
}

/** Whether the call does without arguments of the pool that have just been tried: it is for the databases that take none. */
function isFallback(call: SyntaxNode<'call'>, { size, check }: PoolFact, view: FileView): boolean {
  const own = [...size.map(({ keyword }) => keyword), ...(check === undefined ? [] : [check.keyword, ...check.orElse])];
  const name = view.nameOf(call.field('function'));
  return [...ancestors(call)].some((clause) => {
    const attempt = clause.is('except_clause') && clause.parent?.is('try_statement') === true ? clause.parent.field('body') : undefined;
    return [...(attempt === undefined ? [] : descendants(attempt))].some((node) => {
      if (!node.is('call') || view.nameOf(node.field('function')) !== name) return false;
      const { keywords, hasDoubleSplat } = callArguments(node);
      return hasDoubleSplat || own.some((keyword) => keywords.has(keyword));
    });
  });
}

/** Whether the code around asks if the database is a file, and comes here if it is one, which takes no size of a pool. */
export function isForFilesToo(call: SyntaxNode, { files = [] }: PoolFact, view: FileView): boolean {
  const owner = enclosingFunction(call);
  const [outermost] = [...ancestors(call)].slice(-1);
  const scope = owner ?? (outermost?.is('module') === true ? outermost : undefined);
  if (scope === undefined) return false;
  const own = descendants(scope, { into: (node) => node.id === scope.id || !node.is('function_definition', 'lambda') });
  return [...own].some((node) => {
    if (!node.is('string') || !files.some((scheme) => stringValue(node)?.toLowerCase().startsWith(scheme) === true)) return false;
    const question = enclosing(node, 'comparison_operator', 'call');
    if (question === undefined || (question.is('call') && !question.field('function').text.endsWith('.startswith'))) return false;
    const decision = [...ancestors(question)].find((outer) => outer.is('if_statement', 'block'));
    if (decision?.is('if_statement') !== true || !isWithin(question, decision.field('condition'))) return true;
    const isDenied = question.hasToken('!=') || question.hasToken('not in') || question.parent?.is('not_operator') === true;
    if (isWithin(call, decision)) return !isDenied && isWithin(call, decision.field('consequence'));
    return view.flow(scope).completions(decision.field('consequence')).has('next');
  });
}

/** The arguments that say how large the pool is without them. */
export function defaultSize({ size }: PoolFact): string {
  return size.map(({ keyword, default: value }) => `${keyword}=${value}`).join(', ');
}

/** Writes the size out as it is, to be thought about and changed. */
export const addSize: Fix = {
  kind: 'unsafe',
  title: (size) => `Write out ${typeof size === 'string' ? size : 'the size'}`,
  edits: (node, size, { edit }) => (node.is('call') && typeof size === 'string' ? edit.addArgument(node, size) : undefined),
};

function isOfFile(first: SyntaxNode | undefined, keywords: CallArguments['keywords'], files: readonly string[], view: FileView): boolean {
  const address = keywords.get('url') ?? first;
  // A module that says so by its own name takes addresses of that kind.
  if (files.some((scheme) => view.path.toLowerCase().includes(scheme))) return true;
  // Only the driver of SQLite takes this one.
  if (keywords.get('connect_args')?.text.includes('check_same_thread') === true) return true;
  return address !== undefined && isFile(address, files, view);
}

/** Whether the address, or what the names in it are given in view, says that the database is a file. */
function isFile(address: SyntaxNode, files: readonly string[], view: FileView, depth = 2): boolean {
  // An empty address is one that somebody else fills in.
  if (stringValue(address) === '') return true;
  return [address, ...descendants(address)].some((part) => {
    if (part.is('string')) return files.some((scheme) => part.children.some((content) => content.text.startsWith(scheme)));
    if (part.is('attribute')) return depth > 0 && isGivenFile(part, (value) => isFile(value, files, view, depth - 1));
    if (!part.is('identifier')) return false;
    // A name that says so is mostly a parameter, whose value nobody sees.
    if (files.some((scheme) => part.text.toLowerCase().includes(scheme))) return true;
    const values = depth === 0 ? [] : (view.bindingOf(part)?.declarations ?? []);
    return values.some(({ value }) => value !== undefined && isFile(value, files, view, depth - 1));
  });
}

/** Whether an attribute is given such an address by the class around; or, where that gives it nothing, by all else in the file. */
function isGivenFile(attribute: SyntaxNode<'attribute'>, isOne: (value: SyntaxNode) => boolean): boolean {
  const name = attribute.field('attribute').text;
  const owner = attribute.field('object').is('identifier') ? enclosingClass(attribute) : undefined;
  const own = owner === undefined ? [] : givenTo(name, owner);
  if (own.length > 0) return own.some(isOne);
  const others = givenTo(name, [...ancestors(attribute)].at(-1) ?? attribute);
  return others.length > 0 && others.every(isOne);
}

/** What the code gives to `self.x`, to the `x` of any other object, and to the `x` in the body of a class. */
function givenTo(name: string, within: SyntaxNode): readonly SyntaxNode[] {
  return [...descendants(within)].flatMap((node) => {
    const [left, right] = node.is('assignment') ? [node.field('left'), node.field('right')] : [];
    const isAttribute = left?.is('attribute') === true && left.field('attribute').text === name;
    const isOfClass = left?.is('identifier') === true && left.text === name && isInClassBody(left);
    return right !== undefined && (isAttribute || isOfClass) ? [right] : [];
  });
}

function isInClassBody(node: SyntaxNode): boolean {
  return enclosing(node, 'class_definition', 'function_definition', 'lambda')?.is('class_definition') === true;
}

/** Whether the pool has a local name that nothing else gets to see: `engine.connect()`, `engine.dispose()`. */
function isUsedUpHere(call: SyntaxNode<'call'>, view: FileView): boolean {
  const value = call.parent?.is('await') === true ? call.parent : call;
  const holder = value.parent;
  if (holder?.is('attribute') === true) return true;
  const target = holder?.is('assignment') === true ? holder.field('left') : undefined;
  const binding = target?.is('identifier') === true ? view.bindingOf(target) : undefined;
  if (binding?.scope.kind !== 'function') return false;
  return binding.references.every((reference) => reference.parent?.is('attribute') === true);
}

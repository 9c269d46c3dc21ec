/** Turns `with open(…) as f:` into `async with aiofiles.open(…) as f:`, where every use of the file can follow. */
import type { Catalogue, NamedApi } from '../../catalogue/schema';
import type { FixRequest, TextEdit } from '../../engine/finding';
import type { Fix, FixContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { isWithin, sameNode } from '../../syntax/query';
import { isAsyncioCode } from './shared';

/** The fix, where the file is opened by a `with` of its own in a project that has the library. */
export function aiofilesFixes(call: SyntaxNode<'call'>, { asyncTwin }: NamedApi, view: FileView): readonly FixRequest[] {
  const isPossible = asyncTwin === 'aiofiles.open' && openedFile(call) !== undefined && hasAiofiles(view) && isAsyncioCode(view);
  return isPossible ? [{ id: 'openWithAiofiles' }] : [];
}

export const openWithAiofiles: Fix = {
  kind: 'unsafe',
  title: 'Open with aiofiles',
  edits(node, _args, context) {
    const opened = node.is('call') ? openedFile(node) : undefined;
    if (opened === undefined || !context.edit.canAwait(opened.statement)) return undefined;
    const { call, target, statement } = opened;
    const uses = editsOfUses(target, statement, context);
    const module = context.edit.importModule('aiofiles', call);
    if (uses === undefined || module === undefined) return undefined;
    const opening = context.edit.replace(call.field('function'), `${module.name}.open`);
    return [...module.edits, context.edit.insert(statement.start, 'async '), opening, ...uses];
  },
};

/** A library that the project does not have yet is not brought in by a fix. */
function hasAiofiles(view: FileView): boolean {
  return view.imports('aiofiles') || view.target.dependsOn('aiofiles') === true;
}

interface OpenedFile {
  readonly call: SyntaxNode<'call'>;
  readonly target: SyntaxNode<'identifier'>;
  readonly statement: SyntaxNode<'with_statement'>;
}

/** The parts of `with open(…) as f:` that opens nothing else. */
function openedFile(call: SyntaxNode<'call'>): OpenedFile | undefined {
  const pattern = call.parent;
  if (pattern?.is('as_pattern') !== true) return undefined;
  const target = pattern.field('alias')?.children[0];
  const clause = pattern.parent?.parent;
  const statement = clause?.parent;
  if (target?.is('identifier') !== true || clause?.is('with_clause') !== true || statement?.is('with_statement') !== true) return undefined;
  return clause.children.length === 1 && !statement.hasToken('async') ? { call, target, statement } : undefined;
}

/** The edits that await what is done with the file; undefined where something is done that cannot be awaited. */
function editsOfUses(target: SyntaxNode<'identifier'>, statement: SyntaxNode, context: FixContext): readonly TextEdit[] | undefined {
  const binding = context.view.bindingOf(target);
  if (binding === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (const reference of binding.references.filter((each) => isWithin(each, statement))) {
    const use = editsOfUse(reference, context);
    if (use === undefined) return undefined;
    edits.push(...use);
  }
  return edits.length === 0 || isUsedOutside(binding.references, statement, binding.declarations.length) ? undefined : edits;
}

/** After the block the file is closed: a reference outside of it is another file of the same name, or cannot be followed. */
function isUsedOutside(references: readonly SyntaxNode[], statement: SyntaxNode, declarations: number): boolean {
  return declarations === 1 && references.some((reference) => !isWithin(reference, statement));
}

function editsOfUse(reference: SyntaxNode<'identifier'>, { edit, catalogue }: FixContext): readonly TextEdit[] | undefined {
  const { parent } = reference;
  if (parent?.is('for_statement') === true && sameNode(parent.field('right'), reference)) {
    return edit.canAwait(parent) && !parent.hasToken('async') ? [edit.insert(parent.start, 'async ')] : undefined;
  }
  const call = parent?.is('attribute') === true ? parent.parent : undefined;
  if (parent?.is('attribute') !== true || call?.is('call') !== true || !sameNode(call.field('function'), parent)) return undefined;
  return isAwaitable(parent.field('attribute').text, catalogue) ? edit.awaitExpression(call) : undefined;
}

function isAwaitable(method: string, catalogue: Catalogue): boolean {
  return catalogue.lookup(`aiofiles.threadpool.text.AsyncTextIOWrapper.${method}`)?.isAsync === true;
}

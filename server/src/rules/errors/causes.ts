/** Names the cause of an error that a handler raises. */
import type { Fix, FixContext } from '../../engine/rule';
import type { TextEdit } from '../../engine/finding';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosing, isWithin } from '../../syntax/query';

type Handler = SyntaxNode<'except_clause'>;

/** `raise X(…) from error`; the handler gets a name for the error where it has none. */
export function raiseFromCaught(handlerOf: (statement: SyntaxNode) => Handler | undefined): Fix {
  return {
    kind: 'unsafe',
    title: 'Raise from the caught error',
    edits(node, _args, context) {
      const handler = handlerOf(node);
      const [raised, ...others] = node.children;
      if (handler === undefined || raised === undefined || others.length > 0) return undefined;
      const caught = caughtIn(handler, node, context);
      return caught === undefined ? undefined : [...caught.edits, context.edit.insert(raised.end, ` from ${caught.name}`)];
    },
  };
}

/** `raise X(…) from None`: the error that was caught is not shown. */
export const raiseFromNone: Fix = {
  kind: 'unsafe',
  title: 'Raise from None, to hide the caught error',
  edits(node, _args, { edit }) {
    const [raised, ...others] = node.children;
    return raised === undefined || others.length > 0 ? undefined : [edit.insert(raised.end, ' from None')];
  },
};

interface Caught {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

function caughtIn(handler: Handler, node: SyntaxNode, { edit, view }: FixContext): Caught | undefined {
  const [first] = handler.children;
  if (first?.is('as_pattern') === true) {
    const name = aliasOf(handler);
    return name === undefined || isRebound(name, handler, view) ? undefined : { name: name.text, edits: [] };
  }
  const name = freeName(handler, node, view);
  if (name === undefined) return undefined;
  if (first === undefined || first.is('block')) {
    const place = handler.start + 'except'.length;
    return view.isFree('BaseException', handler) ? { name, edits: [edit.insert(place, ` BaseException as ${name}`)] } : undefined;
  }
  const last = handler.children.filter((child) => !child.is('block')).at(-1) ?? first;
  if (last.id === first.id) return { name, edits: [edit.insert(first.end, ` as ${name}`)] };
  // `except A, B:`, which Python 3.14 allows, has to be put in parentheses for a name.
  return { name, edits: [edit.insert(first.start, '('), edit.insert(last.end, `) as ${name}`)] };
}

function aliasOf(handler: Handler): SyntaxNode<'identifier'> | undefined {
  const [first] = handler.children;
  const alias = first?.is('as_pattern') === true ? first.field('alias') : undefined;
  const name = alias?.is('as_pattern_target') === true ? alias.children[0] : alias;
  return name?.is('identifier') === true ? name : undefined;
}

/** Whether the name means something else later in the handler: another value, or nothing after an inner handler of that name. */
function isRebound(alias: SyntaxNode<'identifier'>, handler: Handler, view: FileView): boolean {
  const declarations = view.bindingOf(alias)?.declarations ?? [];
  return declarations.some(({ name }) => name.id !== alias.id && isWithin(name, handler));
}

/**
 * A name for the error: the one that other handlers of the file use most, where it is free or only bound by handlers that are
 * over when this one runs. (Python unbinds it at the end of the handler.)
 */
function freeName(handler: Handler, node: SyntaxNode, view: FileView): string | undefined {
  const scope = enclosing(handler, 'function_definition', 'class_definition', 'module')?.id;
  const count = new Map<string, number>();
  const reusable = new Set<string>();
  for (const other of descendants(view.tree.root)) {
    const alias = other.is('except_clause') ? aliasOf(other) : undefined;
    if (alias === undefined) continue;
    count.set(alias.text, (count.get(alias.text) ?? 0) + 1);
    const declarations = view.bindingOf(alias)?.declarations ?? [];
    const isApart = declarations.every((one) => one.kind === 'except' && !isWithin(one.node, handler) && !isWithin(handler, one.node));
    if (isApart && enclosing(other, 'function_definition', 'class_definition', 'module')?.id === scope) reusable.add(alias.text);
  }
  const usual = [...count].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return [...usual, 'error', 'exc', 'caught'].find((name) => reusable.has(name) || view.isFree(name, node));
}

/** What the rules on exception groups share: what an `except` names, and what may be done with a group. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';

type Handler = SyntaxNode<'except_clause'>;

/** The name that the clause binds. */
export function nameOfCaught(handler: Handler): string | undefined {
  const [first] = handler.children;
  return first?.is('as_pattern') === true ? first.field('alias')?.text : undefined;
}

export function blockOf(handler: Handler): SyntaxNode<'block'> | undefined {
  return handler.children.find((child) => child.is('block'));
}

/** The clause without its body, for a message: `except* ValueError`. */
export function headerOf(handler: Handler): { readonly start: number; readonly end: number; readonly text: string } {
  const [first, ...others] = handler.children.filter((child) => !child.is('block'));
  const caught = first?.is('as_pattern') === true ? first.children[0] : (others.at(-1) ?? first);
  const end = caught?.end ?? handler.start + 'except'.length;
  return {
    start: handler.start,
    end,
    text: handler.text
      .slice(0, end - handler.start)
      .replace(/\s+/g, ' ')
      .slice(0, 60),
  };
}

/** Whether an expression names a class of exception groups, or one whose name says so. */
export function isGroupClass(expression: SyntaxNode, view: FileView): boolean {
  const name = view.nameOf(expression) ?? expression.text;
  return groupClasses.has(name) || (name.split('.').at(-1) ?? '').includes('Group');
}

const groupClasses = new Set(['builtins.ExceptionGroup', 'builtins.BaseExceptionGroup']);

/** What an exception group has and can do; whatever else is asked of it belongs to an exception inside. */
export const attributesOfGroups: ReadonlySet<string> = new Set([
  'add_note',
  'args',
  'derive',
  'exceptions',
  'message',
  'split',
  'subgroup',
  'with_traceback',
]);

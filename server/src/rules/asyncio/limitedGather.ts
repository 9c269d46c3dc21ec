/** Writes a gather of calls of which only a few run at once. */
import type { FixEditor } from '../../engine/edits';
import type { ImportedName } from '../../engine/imports';
import { isFirstOnLine } from '../../engine/lines';
import type { TextEdit } from '../../engine/finding';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { isWithin } from '../../syntax/query';
import { freshName } from '../../engine/following';

/** One call for each element: `call for target in iterable`. */
export interface Each {
  /** How the call is written. */
  readonly call: string;
  /** What each element is called. */
  readonly names: readonly string[];
}

/** A call for each element that a name, or names side by side, stand for. */
export function eachCall(call: SyntaxNode, target: SyntaxNode): Each | undefined {
  const names = target.is('identifier') ? [target] : target.is('pattern_list', 'tuple_pattern') ? target.children : [];
  const isPlain = names.length > 0 && names.every((name) => name.is('identifier'));
  return isPlain ? { call: call.text, names: names.map(({ text }) => text) } : undefined;
}

export interface Limited {
  /** The edits that define the limit and the function that keeps to it, and bring in what they need. */
  readonly edits: readonly TextEdit[];
  /** The call that stands for the old one: `limited(item)`. */
  readonly call: string;
  /** The function that it calls. */
  readonly name: string;
}

/** A limited call for each element, with the expression that gives all results. */
export interface LimitedList {
  readonly edits: readonly TextEdit[];
  readonly results: string;
}

/** How many requests at once are few for a server and enough to be quick; whoever applies the fix looks at it. */
const atOnce = 10;

interface Definition {
  readonly asyncio: ImportedName;
  readonly call: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** The limit and the function that keeps to it, defined before a statement. */
export function limited(each: Each, statement: SyntaxNode | undefined, edit: FixEditor, view: FileView): Limited | undefined {
  const made = statement === undefined ? undefined : definition(each, statement, edit, view);
  if (made === undefined || statement === undefined) return undefined;
  const { asyncio, call, name, lines } = made;
  return { edits: [...asyncio.edits, edit.insert(statement.start, written(lines, statement, edit))], call, name };
}

/** The same, and all calls of `for x in xs` started before the statement: in a task group, where Python has them. */
export function limitedList(each: Each, clause: string, statement: SyntaxNode, edit: FixEditor, view: FileView): LimitedList | undefined {
  const made = definition(each, statement, edit, view);
  if (made === undefined) return undefined;
  const { asyncio, call, lines } = made;
  const { major, minor } = view.target.python;
  const isOld = major === 3 && minor < 11;
  const [group, tasks, task] = ['group', 'tasks', 'task'].map((name) => freshName(name, statement, view));
  const started = [
    `async with ${asyncio.name}.TaskGroup() as ${String(group)}:`,
    `${edit.indentUnit}${String(tasks)} = [${String(group)}.create_task(${call}) ${clause}]`,
  ];
  const edits = [...asyncio.edits, edit.insert(statement.start, written(isOld ? lines : [...lines, ...started], statement, edit))];
  const gather = `await ${asyncio.name}.gather(*[${call} ${clause}])`;
  return { edits, results: isOld ? gather : `[${String(task)}.result() for ${String(task)} in ${String(tasks)}]` };
}

function definition({ call, names }: Each, statement: SyntaxNode, edit: FixEditor, view: FileView): Definition | undefined {
  if (!edit.canAwait(statement) || /[\r\n]/.test(call) || !isFirstOnLine(statement.tree.text, statement.start)) return undefined;
  if (statement.tree.comments.some((comment) => isWithin(comment, statement))) return undefined;
  const asyncio = edit.importModule('asyncio', statement);
  if (asyncio === undefined) return undefined;
  const semaphore = freshName('semaphore', statement, view);
  const name = freshName('limited', statement, view);
  const passed = names.join(', ');
  const lines = [
    `${semaphore} = ${asyncio.name}.Semaphore(${String(atOnce)})`,
    '',
    `async def ${name}(${passed}):`,
    `${edit.indentUnit}async with ${semaphore}:`,
    `${edit.indentUnit}${edit.indentUnit}return await ${call}`,
    '',
  ];
  return { asyncio, call: `${name}(${passed})`, name, lines };
}

/** The lines as they stand before a statement, whose own first line has its indentation already. */
function written(lines: readonly string[], statement: SyntaxNode, edit: FixEditor): string {
  const indent = edit.indentOf(statement);
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line) + edit.newline).join('') + indent;
}

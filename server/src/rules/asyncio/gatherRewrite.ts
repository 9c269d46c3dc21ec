/**
 * Rewrites `await asyncio.gather(…)` as a task group.
 *
 * Invariant: it is done only where the new code gives the same results in the same places; everywhere else there is no fix.
 */
import type { FixEditor } from '../../engine/edits';
import type { Fix } from '../../engine/rule';
import { isFirstOnLine, lineEnd } from '../../engine/lines';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, isWithin } from '../../syntax/query';
import { freshName } from '../../engine/following';

/** What a gather is given: calls, one comprehension of calls, both, or coroutines that a name or `map(f, xs)` stands for. */
export type Gathered =
  | { readonly kind: 'calls'; readonly calls: readonly SyntaxNode<'call'>[] }
  | EachGathered
  | { readonly kind: 'mixed'; readonly parts: readonly (SyntaxNode<'call'> | EachGathered)[] }
  | { readonly kind: 'held'; readonly list: SyntaxNode<'identifier' | 'call'> };

/** A call for each of many: `*[f(x) for x in xs]`. */
export interface EachGathered {
  readonly kind: 'each';
  readonly comprehension: SyntaxNode<'list_comprehension' | 'generator_expression'>;
  readonly call: SyntaxNode<'call'>;
}

type Read = (call: SyntaxNode<'call'>, view: FileView) => Gathered | undefined;

/** What becomes of the results. */
type Use = { readonly kind: 'none' | 'return' } | { readonly kind: 'name' | 'names'; readonly target: SyntaxNode };

export function taskGroupRewrite(read: Read): Fix {
  return {
    kind: 'unsafe',
    title: 'Rewrite with asyncio.TaskGroup',
    edits(node, _args, { edit, view }) {
      const awaited = node.parent?.is('await') === true ? node.parent : undefined;
      const statement = awaited && statementOf(awaited);
      if (awaited === undefined || statement === undefined || !node.is('call')) return undefined;
      const gathered = read(node, view);
      const use = useOf(awaited, statement);
      if (gathered === undefined || use === undefined || !edit.canAwait(awaited)) return undefined;
      if (!hasOwnLines(statement) || meetsHandler(statement, view)) return undefined;
      const asyncio = edit.importModule('asyncio', node);
      const lines = asyncio === undefined ? undefined : new Writer(statement, edit, view).lines(gathered, use);
      if (asyncio === undefined || lines === undefined) return undefined;
      const indent = edit.indentOf(statement);
      const group = `async with ${asyncio.name}.TaskGroup() as ${lines.group}:`;
      const body = lines.body.map((line) => `${indent}${edit.indentUnit}${line}`);
      const results = lines.results.map((line) => `${indent}${line}`);
      return [...asyncio.edits, edit.replace(statement, [group, ...body, ...results].join(edit.newline))];
    },
  };
}

function statementOf(awaited: SyntaxNode): SyntaxNode | undefined {
  const { parent } = awaited;
  if (parent?.is('expression_statement', 'return_statement') === true) return parent;
  return parent?.is('assignment') === true && parent.parent?.is('expression_statement') === true ? parent.parent : undefined;
}

function useOf(awaited: SyntaxNode, statement: SyntaxNode): Use | undefined {
  if (statement.is('return_statement')) return { kind: 'return' };
  const { parent } = awaited;
  if (parent?.is('assignment') !== true) return { kind: 'none' };
  const target = parent.field('left');
  if (parent.field('type') !== undefined) return undefined;
  if (target.is('identifier', 'attribute')) return { kind: 'name', target };
  const isPlain = target.is('pattern_list', 'tuple_pattern') && target.children.every((child) => child.is('identifier', 'attribute'));
  return isPlain ? { kind: 'names', target } : undefined;
}

/** Nothing but the statement on its lines, and no comment in it that would have nowhere to go. */
function hasOwnLines(statement: SyntaxNode): boolean {
  const { text, comments } = statement.tree;
  const rest = text.slice(statement.end, lineEnd(text, statement.end)).trim();
  const isAlone = isFirstOnLine(text, statement.start) && (rest === '' || rest.startsWith('#'));
  return isAlone && !comments.some((comment) => isWithin(comment, statement));
}

/** Whether a `try` around would miss the error, which a task group raises in an ExceptionGroup. */
function meetsHandler(statement: SyntaxNode, view: FileView): boolean {
  for (const outer of ancestors(statement)) {
    if (outer.is('function_definition')) return false;
    if (!outer.is('try_statement') || !isWithin(statement, outer.field('body'))) continue;
    if (outer.children.some((child) => child.is('except_clause') && !catchesGroups(child, view))) return true;
  }
  return false;
}

function catchesGroups(handler: SyntaxNode<'except_clause'>, view: FileView): boolean {
  const [first] = handler.children;
  if (first === undefined || first.is('block') || handler.hasToken('*')) return true;
  const caught = view.nameOf(first.is('as_pattern') ? first.children[0] : first);
  return caught === 'builtins.Exception' || caught === 'builtins.BaseException' || caught === 'asyncio.CancelledError';
}

interface Lines {
  readonly group: string;
  readonly body: readonly string[];
  readonly results: readonly string[];
}

class Writer {
  readonly #group: string;
  readonly #taken: string[];

  constructor(
    readonly statement: SyntaxNode,
    readonly edit: FixEditor,
    readonly view: FileView,
  ) {
    this.#group = freshName('group', statement, view);
    this.#taken = [this.#group];
  }

  lines(gathered: Gathered, use: Use): Lines | undefined {
    if (gathered.kind === 'each') return this.#each(gathered, use);
    if (gathered.kind === 'held') return this.#held(gathered.list, use);
    if (gathered.kind === 'mixed') return this.#mixed(gathered.parts, use);
    if (use.kind === 'names') return this.#named(gathered.calls, use.target.children);
    const made = gathered.calls.map((call) => this.#started(call));
    return use.kind === 'none' ? this.#answer(made, []) : this.#listed(this.#list(made), use);
  }

  /** A list on one line where that is short, else with a line for each task. */
  #list(made: readonly string[]): string {
    const { edit, statement } = this;
    const line = `[${made.join(', ')}]`;
    const inner = edit.indentOf(statement) + edit.indentUnit;
    if (inner.length + line.length <= 80 && !/[\r\n]/.test(line)) return line;
    const item = edit.newline + inner + edit.indentUnit;
    const items = made.map((each) => `${item}${each.replaceAll(edit.newline, edit.newline + edit.indentUnit)},`);
    return `[${items.join('')}${edit.newline}${inner}]`;
  }

  /** `a, b = …`: a name for each task whose result is wanted. */
  #named(calls: readonly SyntaxNode[], targets: readonly SyntaxNode[]): Lines | undefined {
    if (calls.length !== targets.length) return undefined;
    const body: string[] = [];
    const results: string[] = [];
    for (const [index, call] of calls.entries()) {
      const target = targets[index];
      if (target === undefined || target.text === '_') {
        body.push(this.#started(call));
        continue;
      }
      const task = this.#name(`${lastName(target)}_task`);
      body.push(`${task} = ${this.#started(call)}`);
      results.push(`${target.text} = ${task}.result()`);
    }
    return this.#answer(body, results);
  }

  #each({ comprehension, call }: EachGathered, use: Use): Lines | undefined {
    if (use.kind === 'names') return undefined;
    if (use.kind !== 'none') return this.#listed(this.#startedEach({ kind: 'each', comprehension, call }), use);
    const [, clause, ...others] = comprehension.children;
    if (clause?.is('for_in_clause') !== true || others.length > 0 || clause.hasToken('async') || /[\r\n]/.test(clause.text))
      return undefined;
    if (!this.#areFree(clause.field('left'))) return undefined;
    return this.#answer([`${clause.text}:`, `${this.edit.indentUnit}${this.#started(call)}`], []);
  }

  /** The comprehension as a list of tasks. */
  #startedEach({ comprehension, call }: EachGathered): string {
    const { text } = comprehension.tree;
    const before = text.slice(comprehension.start + 1, call.start);
    const list = `[${before}${this.#group}.create_task(${call.text})${text.slice(call.end, comprehension.end - 1)}]`;
    return this.#moved(list, comprehension);
  }

  #mixed(parts: readonly (SyntaxNode<'call'> | EachGathered)[], use: Use): Lines | undefined {
    if (use.kind === 'names') return undefined;
    if (use.kind !== 'none') {
      const made = parts.map((part) => (part.kind === 'each' ? `*${this.#startedEach(part)}` : this.#started(part)));
      return this.#listed(this.#list(made), use);
    }
    const bodies = parts.map((part) => (part.kind === 'each' ? this.#each(part, use)?.body : [this.#started(part)]));
    return bodies.includes(undefined)
      ? undefined
      : this.#answer(
          bodies.flatMap((body) => body ?? []),
          [],
        );
  }

  #held(list: SyntaxNode, use: Use): Lines | undefined {
    if (use.kind === 'names') return undefined;
    const each = this.#name('coroutine');
    const start = `${this.#group}.create_task(${each})`;
    if (use.kind !== 'none') return this.#listed(`[${start} for ${each} in ${list.text}]`, use);
    return this.#answer([`for ${each} in ${list.text}:`, `${this.edit.indentUnit}${start}`], []);
  }

  /** All results as a list, which is what a gather gives. */
  #listed(tasks: string, use: Use): Lines {
    const name = this.#name('tasks');
    const task = this.#name('task');
    const list = `[${task}.result() for ${task} in ${name}]`;
    return this.#answer([`${name} = ${tasks}`], [use.kind === 'name' ? `${use.target.text} = ${list}` : `return ${list}`]);
  }

  #answer(body: readonly string[], results: readonly string[]): Lines {
    return { group: this.#group, body, results };
  }

  #started(call: SyntaxNode): string {
    return `${this.#group}.create_task(${this.#moved(call.text, call)})`;
  }

  /** Code of a node, with its further lines set in as the new place has it, unless a string goes over lines. */
  #moved(code: string, node: SyntaxNode): string {
    const lines = code.split(/\r\n|\r|\n/);
    const from = this.edit.indentOf(node);
    const to = this.edit.indentOf(this.statement) + this.edit.indentUnit;
    if (lines.length === 1 || /("""|''')|\\$/m.test(code)) return code;
    return lines.map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line)).join(this.edit.newline);
  }

  #name(wanted: string): string {
    const name = freshName(wanted, this.statement, this.view, this.#taken);
    this.#taken.push(name);
    return name;
  }

  /** A `for` statement's names live on in the function, those of a comprehension do not. */
  #areFree(target: SyntaxNode): boolean {
    const names = target.is('identifier') ? [target] : target.children;
    return names.every((name) => name.is('identifier') && this.view.isFree(name.text, this.statement));
  }
}

function lastName(target: SyntaxNode): string {
  return (target.is('attribute') ? target.field('attribute').text : target.text).replace(/^_+/, '');
}

/** Builds the control-flow graph: a node per statement, and one each for the function's entry and ordinary exit. */
import type { SyntaxNode } from '../syntax/node';
import { blockOf, catchesAll, isEndless, isSwallowing, isTotal, type Swallows } from './completions';

/** Nodes are numbers; most stand for a statement. */
export interface FlowGraph {
  readonly entry: number;
  /** The ordinary end: the last statement or a `return`. Uncaught exceptions do not come here. */
  readonly exit: number;
  successors(node: number): readonly number[];
  statement(node: number): SyntaxNode | undefined;
  /** The graph's node for a statement, or for the statement that holds the syntax node. */
  nodeOf(syntax: SyntaxNode): number | undefined;
}

type Jump = 'return' | 'break' | 'continue';

/** Where jumps and exceptions out of the code at hand go, the innermost last. */
type Frame =
  | { readonly kind: 'loop'; readonly head: number; readonly breaks: number[] }
  /** `onward`: the jumps that went into it and go on from its end. */
  | { readonly kind: 'finally'; readonly first: number; readonly onward: Set<Jump> }
  /** `catchesAll`: whether an exception cannot get past the handlers. */
  | { readonly kind: 'try'; readonly handlers: readonly number[]; readonly catchesAll: boolean }
  /** `leavers`: the nodes whose exceptions end the block and nothing else. */
  | { readonly kind: 'swallowing'; readonly leavers: number[] };

/** The graph of a function or module; `swallows` says which context managers end exceptions. */
export function buildGraph(scope: SyntaxNode<'function_definition' | 'module'>, swallows: Swallows): FlowGraph {
  const builder = new GraphBuilder(swallows);
  const body = scope.is('function_definition') ? scope.field('body') : scope;
  const ends = builder.block(body, [builder.entry]);
  builder.connect(ends, builder.exit);
  return builder;
}

class GraphBuilder implements FlowGraph {
  readonly #statements: (SyntaxNode | undefined)[] = [];
  readonly #successors: number[][] = [];
  readonly #bySyntax = new Map<number, number>();
  readonly #frames: Frame[] = [];
  readonly entry = this.#add(undefined);
  readonly exit = this.#add(undefined);

  constructor(private readonly swallows: Swallows) {}

  successors(node: number): readonly number[] {
    return this.#successors[node] ?? [];
  }

  statement(node: number): SyntaxNode | undefined {
    return this.#statements[node];
  }

  nodeOf(syntax: SyntaxNode): number | undefined {
    for (let node: SyntaxNode | undefined = syntax; node !== undefined; node = node.parent) {
      const found = this.#bySyntax.get(node.id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  connect(from: readonly number[], to: number): void {
    for (const node of from) this.#successors[node]?.push(to);
  }

  /** Adds the statements of a block after the given nodes; answers the nodes from which control goes on after it. */
  block(block: SyntaxNode, before: readonly number[]): readonly number[] {
    let ends = before;
    for (const statement of block.children) ends = this.#statement(statement, ends);
    return ends;
  }

  #add(statement: SyntaxNode | undefined): number {
    const node = this.#statements.push(statement) - 1;
    this.#successors.push([]);
    if (statement !== undefined) this.#bySyntax.set(statement.id, node);
    return node;
  }

  #statement(statement: SyntaxNode, before: readonly number[]): readonly number[] {
    if (statement.is('try_statement')) return this.#try(statement, before);
    const node = this.#add(statement);
    this.connect(before, node);
    this.#mayRaise(node);
    if (statement.is('if_statement')) return this.#if(statement, node);
    if (statement.is('while_statement', 'for_statement')) return this.#loop(statement, node);
    if (statement.is('with_statement')) return this.#with(statement, node);
    if (statement.is('match_statement')) return this.#match(statement, node);
    if (statement.is('return_statement')) return this.#jump(node, 'return');
    if (statement.is('break_statement')) return this.#jump(node, 'break');
    if (statement.is('continue_statement')) return this.#jump(node, 'continue');
    return statement.is('raise_statement') ? [] : [node];
  }

  #if(statement: SyntaxNode<'if_statement'>, node: number): readonly number[] {
    const ends = [...this.block(statement.field('consequence'), [node])];
    let hasElse = false;
    for (const alternative of statement.field('alternative')) {
      hasElse ||= alternative.is('else_clause');
      ends.push(...this.block(alternative.is('elif_clause') ? alternative.field('consequence') : blockOf(alternative), [node]));
    }
    return hasElse ? ends : [...ends, node];
  }

  #loop(statement: SyntaxNode<'while_statement' | 'for_statement'>, node: number): readonly number[] {
    const breaks: number[] = [];
    this.#frames.push({ kind: 'loop', head: node, breaks });
    this.connect(this.block(statement.field('body'), [node]), node);
    this.#frames.pop();
    const alternative = statement.field('alternative');
    if (isEndless(statement)) return breaks;
    return [...breaks, ...(alternative === undefined ? [node] : this.block(blockOf(alternative), [node]))];
  }

  #with(statement: SyntaxNode<'with_statement'>, node: number): readonly number[] {
    if (!isSwallowing(statement, this.swallows)) return this.block(statement.field('body'), [node]);
    const leavers: number[] = [];
    this.#frames.push({ kind: 'swallowing', leavers });
    const ends = this.block(statement.field('body'), [node]);
    this.#frames.pop();
    return [...new Set([...ends, ...leavers])];
  }

  #match(statement: SyntaxNode<'match_statement'>, node: number): readonly number[] {
    const clauses = statement.field('body').field('alternative');
    const ends = clauses.flatMap((clause) => [...this.block(clause.field('consequence'), [node])]);
    return isTotal(statement) ? ends : [node, ...ends];
  }

  #try(statement: SyntaxNode<'try_statement'>, before: readonly number[]): readonly number[] {
    const head = this.#add(statement);
    this.connect(before, head);
    const finallyClause = statement.children.find((child) => child.is('finally_clause'));
    if (finallyClause === undefined) return this.#handled(statement, head);
    const frame = { kind: 'finally', first: this.#add(finallyClause), onward: new Set<Jump>() } as const;
    this.#frames.push(frame);
    const ends = this.#handled(statement, head);
    this.#frames.pop();
    this.connect(ends, frame.first);
    const finallyEnds = this.block(blockOf(finallyClause), [frame.first]);
    for (const jump of frame.onward) this.#leave(finallyEnds, jump);
    return finallyEnds;
  }

  /** The body of a `try` with its handlers and its `else`. */
  #handled(statement: SyntaxNode<'try_statement'>, head: number): readonly number[] {
    const clauses = statement.children.filter((child) => child.is('except_clause'));
    const handlers = clauses.map((clause) => this.#add(clause));
    this.#frames.push({ kind: 'try', handlers, catchesAll: clauses.some(catchesAll) });
    this.#mayRaise(head);
    const bodyEnds = this.block(statement.field('body'), [head]);
    this.#frames.pop();
    const elseClause = statement.children.find((child) => child.is('else_clause'));
    const ends = [...(elseClause === undefined ? bodyEnds : this.block(blockOf(elseClause), bodyEnds))];
    clauses.forEach((clause, index) => ends.push(...this.block(blockOf(clause), [handlers[index] ?? head])));
    return ends;
  }

  /** Adds the edges that an exception takes: to the handlers that may catch it, outwards as far as it can get. */
  #mayRaise(node: number): void {
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame?.kind === 'try') {
        for (const handler of frame.handlers) this.connect([node], handler);
        if (frame.catchesAll) return;
      }
      if (frame?.kind === 'swallowing') {
        frame.leavers.push(node);
        return;
      }
      if (frame?.kind === 'finally') {
        this.connect([node], frame.first);
        return;
      }
    }
  }

  #jump(node: number, jump: Jump): readonly number[] {
    this.#leave([node], jump);
    return [];
  }

  /** Leads from the nodes to where a jump goes, or into the first `finally` on the way, from whose end it goes on. */
  #leave(from: readonly number[], jump: Jump): void {
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame?.kind === 'finally') {
        this.connect(from, frame.first);
        frame.onward.add(jump);
        return;
      }
      if (frame?.kind === 'loop' && jump !== 'return') {
        if (jump === 'continue') this.connect(from, frame.head);
        else frame.breaks.push(...from);
        return;
      }
    }
    this.connect(from, this.exit);
  }
}

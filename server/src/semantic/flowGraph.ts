/** Builds the control-flow graph: a node per statement, and one each for the function's entry and ordinary exit. */
import type { SyntaxNode } from '../syntax/node';
import { blockOf, isEndless } from './completions';

export interface FlowGraph {
  readonly entry: number;
  /** The ordinary end: the last statement or a `return`. Uncaught exceptions do not come here. */
  readonly exit: number;
  successors(node: number): readonly number[];
  statement(node: number): SyntaxNode | undefined;
  /** The graph's node for a statement, or for the statement that holds the syntax node. */
  nodeOf(syntax: SyntaxNode): number | undefined;
}

/** Where jumps out of the code at hand go; `finally` clauses catch them on the way. */
interface Frame {
  readonly kind: 'loop' | 'finally' | 'try';
  /** Of a loop, its head; of a `finally`, its first node; of a `try`, unused. */
  readonly target: number;
  /** Of a loop, the nodes that leave it by `break`. */
  readonly breaks: number[];
  /** Of a `finally`, where the jumps that went into it go on, given the nodes that end it. */
  readonly onward: ((ends: readonly number[]) => void)[];
  /** Of a `try`, the first nodes of its handlers. */
  readonly handlers: readonly number[];
}

export function buildGraph(scope: SyntaxNode<'function_definition' | 'module'>): FlowGraph {
  const builder = new GraphBuilder();
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
    if (statement.is('with_statement')) return this.block(statement.field('body'), [node]);
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
    const frame: Frame = { kind: 'loop', target: node, breaks: [], onward: [], handlers: [] };
    this.#frames.push(frame);
    this.connect(this.block(statement.field('body'), [node]), node);
    this.#frames.pop();
    const alternative = statement.field('alternative');
    if (isEndless(statement)) return frame.breaks;
    return [...frame.breaks, ...(alternative === undefined ? [node] : this.block(blockOf(alternative), [node]))];
  }

  #match(statement: SyntaxNode<'match_statement'>, node: number): readonly number[] {
    const clauses = statement.field('body').field('alternative');
    return [node, ...clauses.flatMap((clause) => [...this.block(clause.field('consequence'), [node])])];
  }

  #try(statement: SyntaxNode<'try_statement'>, before: readonly number[]): readonly number[] {
    const head = this.#add(statement);
    this.connect(before, head);
    const finallyClause = statement.children.find((child) => child.is('finally_clause'));
    const finallyFrame: Frame | undefined = finallyClause && {
      kind: 'finally',
      target: this.#add(finallyClause),
      breaks: [],
      onward: [],
      handlers: [],
    };
    if (finallyFrame !== undefined) this.#frames.push(finallyFrame);
    const handlers = statement.children.filter((child) => child.is('except_clause'));
    const handlerNodes = handlers.map((handler) => this.#add(handler));
    this.#frames.push({ kind: 'try', target: head, breaks: [], onward: [], handlers: handlerNodes });
    this.#mayRaise(head);
    const bodyEnds = this.block(statement.field('body'), [head]);
    this.#frames.pop();
    const elseClause = statement.children.find((child) => child.is('else_clause'));
    const ends = [...(elseClause === undefined ? bodyEnds : this.block(blockOf(elseClause), bodyEnds))];
    handlers.forEach((handler, index) => ends.push(...this.block(blockOf(handler), [handlerNodes[index] ?? head])));
    if (finallyFrame === undefined || finallyClause === undefined) return ends;
    this.#frames.pop();
    this.connect(ends, finallyFrame.target);
    const finallyEnds = this.block(blockOf(finallyClause), [finallyFrame.target]);
    for (const goOn of finallyFrame.onward) goOn(finallyEnds);
    return finallyEnds;
  }

  /** Adds the edges that an exception takes: to the handlers of the innermost `try`, or into the `finally` before it. */
  #mayRaise(node: number): void {
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame?.kind === 'try') {
        for (const handler of frame.handlers) this.connect([node], handler);
        if (frame.handlers.length > 0) return;
      }
      if (frame?.kind === 'finally') {
        this.connect([node], frame.target);
        return;
      }
    }
  }

  #jump(node: number, kind: 'return' | 'break' | 'continue'): readonly number[] {
    const loop = kind === 'return' ? undefined : this.#innermost('loop');
    const clause = this.#innermost('finally');
    const leave = (ends: readonly number[]): void => {
      if (kind === 'return' || loop === undefined) this.connect(ends, this.exit);
      else if (kind === 'continue') this.connect(ends, loop.target);
      else loop.breaks.push(...ends);
    };
    if (clause === undefined || (loop !== undefined && this.#frames.indexOf(loop) > this.#frames.indexOf(clause))) {
      leave([node]);
      return [];
    }
    this.connect([node], clause.target);
    clause.onward.push(leave);
    return [];
  }

  #innermost(kind: Frame['kind']): Frame | undefined {
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame?.kind === kind) return frame;
    }
    return undefined;
  }
}

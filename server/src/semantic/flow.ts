/**
 * The control-flow graph of one function (or of the module): which statements can follow which.
 *
 * Invariants: a graph knows the shape of statements and no values, except that `while True` ends by `break` only and that
 * `suppress` swallows exceptions; every statement of a `try` body may raise; a `finally` is entered from every way out of its
 * `try`, so a path through one may leave by a way that another entered it by. Nested functions and classes are single
 * statements here.
 */
import type { SyntaxNode } from '../syntax/node';
import { buildGraph, type FlowGraph } from './flowGraph';
import { completionsOf, type Completion, type Swallows } from './completions';
import { Questions } from './questions';
import { ReadLog } from './reads';

export type { Completion } from './completions';

/** What can be asked of the paths through one function, or the module. */
export interface ControlFlow {
  /** The ways in which control leaves a statement or block once it has entered it, exceptions that are not written out aside. */
  completions(node: SyntaxNode): ReadonlySet<Completion>;
  /** Whether some path from the start of the function reaches the statement. */
  isReachable(statement: SyntaxNode): boolean;
  /** Whether control can get from after one statement to another, by a path on which no statement satisfies `blocked`. */
  canReach(from: SyntaxNode, to: SyntaxNode, blocked?: (statement: SyntaxNode) => boolean): boolean;
  /** Whether every path from after the statement to an ordinary end of the function passes one that satisfies the condition. */
  everyPathFrom(statement: SyntaxNode, passes: (statement: SyntaxNode) => boolean): boolean;
}

/** The flow of a function or module; the graph is built when a question needs it. */
export function controlFlow(
  scope: SyntaxNode<'function_definition' | 'module'>,
  swallows: Swallows,
  questions = new Questions(new ReadLog()),
): ControlFlow {
  const built = questions.once(() => buildGraph(scope, swallows));
  // Who asks while it is being built gets it without what is just being asked.
  const graph = (): FlowGraph => built() ?? buildGraph(scope, () => false);
  return {
    completions: (node) => completionsOf(node, swallows),
    isReachable: (statement) => {
      const target = graph().nodeOf(statement);
      return target !== undefined && reach(graph(), [graph().entry]).has(target);
    },
    canReach: (from, to, blocked) => {
      const start = graph().nodeOf(from);
      const target = graph().nodeOf(to);
      return start !== undefined && target !== undefined && reach(graph(), graph().successors(start), blocked).has(target);
    },
    everyPathFrom: (statement, passes) => {
      const start = graph().nodeOf(statement);
      return start !== undefined && !reach(graph(), graph().successors(start), passes).has(graph().exit);
    },
  };
}

/** Every node on a path from the starts; a node that satisfies `blocked` is entered and not left. */
function reach(graph: FlowGraph, starts: readonly number[], blocked?: (statement: SyntaxNode) => boolean): ReadonlySet<number> {
  const seen = new Set(starts);
  const pending = [...starts];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const statement = graph.statement(node);
    if (statement !== undefined && blocked?.(statement) === true) continue;
    for (const next of graph.successors(node)) {
      if (seen.has(next)) continue;
      seen.add(next);
      pending.push(next);
    }
  }
  return seen;
}

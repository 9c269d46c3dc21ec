/** What a handler of cancellation does with the error: whether it comes out again, or gets to somebody else. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, descendants } from '../../syntax/query';
import { neverReturns } from './calledFunctions';
import type { Catches } from './cancellation';

/**
 * Whether no path through the handler raises; one that raises on a condition is taken for thought through. What is cleaned up while
 * another error is on its way out need not let a second one through.
 */
export function isSwallowing(
  handler: SyntaxNode<'except_clause'>,
  catches: Catches,
  owner: SyntaxNode<'function_definition'>,
  view: FileView,
): boolean {
  const block = handler.children.find((child) => child.is('block'));
  if (block === undefined || endsTheProgram(block, view)) return false;
  const ways = view.flow(owner).completions(block);
  if (ways.has('raise') && !(catches === 'everything' && ways.size > 1 && raisesForAnotherReason(handler, block))) return false;
  if (isCleaningUp(handler, owner, view) || isKept(handler, block) || isRaisedLater(handler, block, owner)) return false;
  return catches !== 'everything' || !isForwarded(handler, block, view);
}

/**
 * Whether whatever decides that the handler of all exceptions raises asks for something else than the exception, or the end of the
 * work: `if attempt == 3: raise`. Until then, cancellation is swallowed.
 */
function raisesForAnotherReason(handler: SyntaxNode<'except_clause'>, block: SyntaxNode): boolean {
  const name = nameOfCaught(handler);
  const own = descendants(block, { into: (node) => !node.is('function_definition', 'lambda', 'class_definition') });
  return [...own].every((node) => {
    if (!node.is('raise_statement')) return true;
    const reasons = conditionsAround(node, block);
    return reasons.length > 0 && reasons.every((reason) => asksForAnother(reason, name));
  });
}

/** The conditions of the `if` and `elif` in the block on which a statement hangs. */
function conditionsAround(statement: SyntaxNode, block: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const outer of ancestors(statement)) {
    if (outer.id === block.id) return found;
    if (outer.is('if_statement', 'elif_clause')) found.push(outer.field('condition'));
    // What else decides whether it is reached is not looked into.
    if (outer.is('try_statement', 'with_statement', 'for_statement', 'while_statement', 'match_statement')) return [];
  }
  return [];
}

function asksForAnother(condition: SyntaxNode, caught: string | undefined): boolean {
  return [condition, ...descendants(condition)].every(
    (node) => !node.is('identifier') || (node.text !== caught && !aboutTheEnd.test(node.text)),
  );
}

const aboutTheEnd =
  /abort|cancel|clos|done|dying|end|err|exc|exit|fatal|finish|interrupt|isinstance|kill|quit|running|shut|stop|term|type|raise|reraise|suppress|ignore|silent|strict/i;

/** Whether the handler ends in a call that never returns. */
function endsTheProgram(block: SyntaxNode, view: FileView): boolean {
  const call = block.children.at(-1)?.children[0];
  return call?.is('call') === true && neverReturns(call, view);
}

/** Whether the handler stands in another handler of the function that raises what it caught again, whatever happens. */
function isCleaningUp(handler: SyntaxNode, owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  for (const outer of ancestors(handler)) {
    if (outer.id === owner.id) return false;
    const block = outer.is('except_clause') ? outer.children.find((child) => child.is('block')) : undefined;
    const last = block?.children.at(-1);
    if (block === undefined || last?.is('raise_statement') !== true || last.children.length > 0) continue;
    const ways = view.flow(owner).completions(block);
    if (ways.size === 1 && ways.has('raise')) return true;
  }
  return false;
}

/** `cancelled = True`, and further down `if cancelled: raise`: the handler notes that it was caught, and the function ends by it. */
function isRaisedLater(handler: SyntaxNode, block: SyntaxNode, owner: SyntaxNode<'function_definition'>): boolean {
  const noted = new Set([...descendants(block)].flatMap((node) => (node.is('assignment') ? [node.field('left').text] : [])));
  if (noted.size === 0) return false;
  return [...descendants(owner.field('body'))].some((node) => {
    if (!node.is('if_statement') || node.start < handler.end) return false;
    const condition = node.field('condition');
    const isAsked = [condition, ...descendants(condition)].some((part) => part.is('identifier', 'attribute') && noted.has(part.text));
    return isAsked && [...descendants(node.field('consequence'))].some((part) => part.is('raise_statement'));
  });
}

/** Whether the error itself is put where somebody else finds it: `errors.append(error)`, `future.set_exception(error)`. */
function isKept(handler: SyntaxNode<'except_clause'>, block: SyntaxNode): boolean {
  const name = nameOfCaught(handler);
  for (const node of descendants(block)) {
    const call = node.is('identifier') && node.text === name && node.parent?.is('argument_list') === true ? node.parent.parent : undefined;
    const callee = call?.is('call') === true ? call.field('function') : undefined;
    if (callee?.is('attribute') === true && keepers.has(callee.field('attribute').text)) return true;
  }
  return false;
}

const keepers = new Set(['add', 'append', 'put', 'put_nowait', 'set_exception']);

function nameOfCaught(handler: SyntaxNode<'except_clause'>): string | undefined {
  const [pattern] = handler.children;
  return pattern?.is('as_pattern') === true ? pattern.field('alias')?.text : undefined;
}

/** Whether the handler of all exceptions passes the one it caught on: to a future, a queue, a list, its caller. */
function isForwarded(handler: SyntaxNode<'except_clause'>, block: SyntaxNode, view: FileView): boolean {
  const name = nameOfCaught(handler);
  for (const node of descendants(block)) {
    const isCaught = node.is('identifier') && node.text === name;
    const isAsked = node.is('call') && askingForCaught.has(view.nameOf(node.field('function')) ?? '');
    if ((isCaught || isAsked) && !isLogged(node)) return true;
  }
  return false;
}

const askingForCaught = new Set(['sys.exc_info', 'sys.exception']);

function isLogged(use: SyntaxNode): boolean {
  for (let node: SyntaxNode | undefined = use; node !== undefined && !node.is('block'); node = node.parent) {
    if (
      node.is('call') &&
      /(^|\.)(debug|info|warning|warn|error|exception|critical|log|print|print_exc|format_exception|print_exception)$/.test(
        node.field('function').text,
      )
    )
      return true;
  }
  return false;
}

/** The `finally` that leaves in any case, and takes whatever error was on its way out with it. */
export function leavingFinally(
  statement: SyntaxNode<'try_statement'>,
  owner: SyntaxNode<'function_definition'>,
  view: FileView,
): SyntaxNode<'finally_clause'> | undefined {
  const clause = statement.children.find((child) => child.is('finally_clause'));
  const block = clause?.children.find((child) => child.is('block'));
  const ways = block === undefined ? undefined : view.flow(owner).completions(block);
  return ways === undefined || ways.size === 0 || ways.has('next') || ways.has('raise') ? undefined : clause;
}

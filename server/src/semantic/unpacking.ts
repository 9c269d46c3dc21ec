/** The types of names that are bound to a part of something: `a, b = …`, loop targets, `x += …`. */
import type { SyntaxNode } from '../syntax/node';
import { enclosing, isAsync, isWithin, unparenthesised } from '../syntax/query';
import { elementOf, partOf } from './containers';
import { assignedValue } from './declarations';
import type { Inference, InferredType } from './inference';
import type { Declaration } from './scopes';
import { objectOfOtherFile } from './specialMethods';

/** The type of a part of a target; undefined where what is unpacked does not tell. */
export function typeOfPart({ name, node }: Pick<Declaration, 'name' | 'node'>, inference: Inference): InferredType | undefined {
  if (node.is('assignment')) return partAt(name, node.field('left'), { expression: assignedValue(node) }, inference);
  if (node.is('augmented_assignment')) return grown(node, inference);
  const iterable = node.is('for_in_clause') ? node.field('right')[0] : node.is('for_statement') ? node.field('right') : undefined;
  if (!node.is('for_in_clause', 'for_statement')) return undefined;
  const element = elementOf(inference.typeOf(iterable) ?? objectOfOtherFile(iterable, inference), isAsync(node), inference);
  return partAt(name, node.field('left'), { type: element }, inference);
}

/** The same of `self.a, self.b = …`. */
export function typeOfAttributePart(attribute: SyntaxNode, inference: Inference): InferredType | undefined {
  const statement = enclosing(attribute, 'assignment', 'for_statement');
  return statement !== undefined && isWithin(attribute, statement.field('left'))
    ? typeOfPart({ name: attribute, node: statement }, inference)
    : undefined;
}

/** What is unpacked: an expression whose parts may stand there, or a type. */
interface Unpacked {
  readonly expression?: SyntaxNode | undefined;
  readonly type?: InferredType | undefined;
}

const patterns = ['tuple', 'list', 'tuple_pattern', 'list_pattern', 'pattern_list', 'expression_list'] as const;

/** Goes down from a target to the name in it, and as far down in what is unpacked. */
function partAt(name: SyntaxNode, target: SyntaxNode, whole: Unpacked, inference: Inference): InferredType | undefined {
  let source = whole;
  let node = target;
  while (node.id !== name.id) {
    const targets = node.children;
    const index = targets.findIndex((part) => isWithin(name, part));
    const part = targets[index];
    if (part === undefined) return undefined;
    if (node.is(...patterns) && !isOnlyParenthesised(node)) source = partOfSource(source, targets, index, inference);
    node = part;
  }
  return source.type ?? inference.typeOf(source.expression);
}

/** `(a)` as a target, which the parser takes for a tuple of one without a comma. */
function isOnlyParenthesised(node: SyntaxNode): boolean {
  return node.is('tuple_pattern') && node.children.length === 1 && !node.hasToken(',');
}

function partOfSource(source: Unpacked, targets: readonly SyntaxNode[], index: number, inference: Inference): Unpacked {
  const star = targets.findIndex((target) => target.is('list_splat_pattern', 'list_splat'));
  const expression = source.expression === undefined ? undefined : unparenthesised(source.expression);
  if (expression?.is('tuple', 'list', 'expression_list') === true && star < 0) {
    const values = expression.children;
    const isPlain = values.length === targets.length && !values.some((value) => value.is('list_splat'));
    return isPlain ? { expression: values[index] } : {};
  }
  const type = source.type ?? inference.typeOf(expression) ?? objectOfOtherFile(expression, inference);
  return { type: partOf(type, { index, count: targets.length, star }, inference) };
}

/** `x += …` leaves these what they are, or fails. */
const steady = new Set(['builtins.str', 'builtins.bytes', 'builtins.list', 'builtins.set', 'builtins.tuple', 'pathlib.Path']);

function grown(statement: SyntaxNode<'augmented_assignment'>, inference: Inference): InferredType | undefined {
  const left = statement.field('left');
  const before = left.is('identifier') ? inference.typeBefore(left) : undefined;
  return before !== undefined && steady.has(before.type) ? { type: before.type, certainty: before.certainty } : undefined;
}

/** Where `await` may be written. */
import { hasPython } from '../settings/pythonVersion';
import type { PythonVersion } from '../settings/pythonVersion';
import type { SyntaxNode } from '../syntax/node';

/**
 * Whether `await` may stand in the place of a node, in code for this Python. Places where Python would allow it but which
 * run at another time than they seem to, as defaults and decorators of inner functions do, count as no.
 */
export function canAwait(node: SyntaxNode, python: PythonVersion): boolean {
  let comprehensions = 0;
  let child = node;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (parent.is('function_definition'))
      return isBody(child, parent) && parent.hasToken('async') && (comprehensions < 2 || hasPython(python, '3.11'));
    if (parent.is('class_definition') && isBody(child, parent)) return false;
    if (parent.is(...closed)) return false;
    if (parent.is('generator_expression') && !isOutermostIterable(child, parent)) return false;
    // An inner comprehension that awaits makes the ones around it asynchronous, which Python allows since 3.11.
    if (parent.is(...comprehensionKinds) && !isOutermostIterable(child, parent)) comprehensions += 1;
    child = parent;
  }
  return false;
}

const comprehensionKinds = ['list_comprehension', 'set_comprehension', 'dictionary_comprehension'] as const;

/** What never holds an `await`, or holds one that runs elsewhere. */
const closed = [
  'lambda',
  'decorator',
  'parameters',
  'lambda_parameters',
  'type',
  'type_parameter',
  'type_alias_statement',
  'case_pattern',
  'module',
] as const;

function isBody(child: SyntaxNode, owner: SyntaxNode<'function_definition' | 'class_definition'>): boolean {
  return owner.field('body').id === child.id;
}

/** The first iterable is evaluated before the comprehension begins, by the code around it. */
function isOutermostIterable(clause: SyntaxNode, comprehension: SyntaxNode): boolean {
  const first = comprehension.children.find((child) => child.is('for_in_clause'));
  return first?.id === clause.id;
}

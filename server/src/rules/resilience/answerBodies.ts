/**
 * Whether what an answer holds is looked at, so that an error is recognised without the status.
 *
 * Invariant: a condition that mentions it counts, whatever it asks.
 */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors, bodyStatements, callArguments, descendants, enclosingClass, enclosingFunction, stringValue } from '../../syntax/query';

/**
 * What is done with a part of an answer, what was sent or a header: something that shows an error, nothing but a note for a
 * reader, or else.
 */
export type PartUse = 'careful' | 'noted' | 'blind';

/** What is done with the value, here or where the function is called that returns it. */
export function useOfPart(read: SyntaxNode, view: FileView): PartUse {
  if (isWithCare(read, view, 0) || expectsGarbage(read)) return 'careful';
  return isNoted(read) ? 'noted' : 'blind';
}

function isWithCare(read: SyntaxNode, view: FileView, depth: number): boolean {
  const value = partOf(read);
  if (value === 'error' || isInCondition(value)) return true;
  const { parent } = value;
  if (parent === undefined || depth > deepest) return false;
  if (parent.is('named_expression')) return true;
  if (parent.is('return_statement')) return callsOf(enclosingFunction(parent), view).some((call) => isWithCare(call, view, depth + 1));
  if (!parent.is('assignment') || parent.field('right')?.id !== value.id) return false;
  const name = parent.field('left');
  const references = name.is('identifier') ? (view.bindingOf(name)?.references ?? []) : [];
  return references.some((reference) => isWithCare(reference, view, depth + 1));
}

const deepest = 3;

/** The whole of `(await response.json())["rows"].get("id")`, or that one of the steps asks for an error. */
function partOf(read: SyntaxNode): SyntaxNode | 'error' {
  let value = read;
  for (;;) {
    const { parent } = value;
    if (parent?.is('await', 'parenthesized_expression') === true) value = parent;
    else if (parent?.is('subscript') === true && parent.field('value').id === value.id) {
      if (parent.field('subscript').some(isErrorKey)) return 'error';
      value = parent;
    } else if (parent?.is('attribute') === true && parent.field('object').id === value.id && parent.parent?.is('call') === true) {
      if (callArguments(parent.parent).positional.some(isErrorKey)) return 'error';
      value = parent.parent;
    } else return value;
  }
}

/** A key under which answers say that something went wrong, or that nothing did. */
function isErrorKey(node: SyntaxNode): boolean {
  return /^(is_?)?(errors?|err|ok|success|succeeded|status|state|code|message|msg|detail|reason|fault)(_?(code|message|msg))?$/i.test(
    stringValue(node) ?? '',
  );
}

/** Whether the code goes on one way or another by the value. */
function isInCondition(value: SyntaxNode): boolean {
  let inner = value;
  for (const outer of ancestors(value)) {
    if (outer.is('comparison_operator', 'not_operator', 'boolean_operator', 'assert_statement', 'match_statement', 'if_clause'))
      return true;
    if (outer.is('if_statement', 'elif_clause', 'while_statement')) return outer.field('condition').id === inner.id;
    if (outer.is('conditional_expression')) return outer.children[1]?.id === inner.id;
    if (outer.is('block', 'lambda', 'assignment', 'return_statement', 'expression_statement')) return false;
    if (outer.is('call') && outer.field('function').text === 'isinstance') return true;
    inner = outer;
  }
  return false;
}

/** Whether a handler around names what an answer raises that is not what was asked for. */
function expectsGarbage(read: SyntaxNode): boolean {
  for (const outer of ancestors(read)) {
    if (outer.is('function_definition', 'lambda')) return false;
    if (!outer.is('try_statement') || !bodyStatements(outer.field('body')).some(({ id, endId }) => id < read.id && read.id < endId))
      continue;
    const caught = outer.children.filter((clause) => clause.is('except_clause')).flatMap((clause) => [...classesOf(clause)]);
    if (caught.some((name) => /^(.*Decode|.*Content|.*ContentType|Value|Key|Type|Index|Syntax|Parse)Error$/.test(name))) return true;
  }
  return false;
}

function* classesOf(clause: SyntaxNode): Generator<string> {
  for (const node of descendants(clause, { into: (inner) => !inner.is('block') })) if (node.is('identifier')) yield node.text;
}

/** `print(response.text)`, `logger.info("%s", response.text)` */
function isNoted(read: SyntaxNode): boolean {
  for (const outer of ancestors(read)) {
    if (outer.is('assignment', 'return_statement', 'block')) return false;
    const callee = outer.is('call') ? outer.field('function') : undefined;
    if (callee === undefined) continue;
    if (callee.text === 'print') return true;
    if (callee.is('attribute') && /^(debug|info|warning|error|exception|critical|log)$/.test(callee.field('attribute').text)) return true;
  }
  return false;
}

/** The calls of a function or method that the file holds. */
function callsOf(definition: SyntaxNode<'function_definition'> | undefined, view: FileView): readonly SyntaxNode[] {
  if (definition === undefined) return [];
  const name = definition.field('name');
  const owner = enclosingClass(definition);
  const mentions =
    owner === undefined
      ? (view.bindingOf(name)?.references ?? [])
      : [...descendants(owner)].filter((node) => node.is('attribute') && node.field('attribute').text === name.text);
  return mentions.flatMap(({ id, parent }) => (parent?.is('call') === true && parent.field('function').id === id ? [parent] : []));
}

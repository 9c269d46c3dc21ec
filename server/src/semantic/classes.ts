/** What a local class says of its members. */
import type { SyntaxNode } from '../syntax/node';
import type { AttributeSource, ClassMembers, Inference } from './inference';

/** Reads a class: its bases, methods, and what its body and its methods assign to attributes. */
export function readClass(definition: SyntaxNode<'class_definition'>, inference: Inference): ClassMembers {
  const methods = new Map<string, SyntaxNode<'function_definition'>>();
  const attributes = new Map<string, AttributeSource[]>();
  for (const statement of definition.field('body').children) {
    const inner = statement.is('decorated_definition') ? statement.field('definition') : statement;
    if (inner.is('function_definition')) {
      methods.set(inner.field('name').text, inner);
      readMethod(inner, attributes);
    }
    const assignment = statement.is('expression_statement') ? statement.children[0] : undefined;
    if (assignment?.is('assignment') === true && assignment.field('left').is('identifier')) {
      add(attributes, assignment.field('left').text, { value: assignment.field('right'), annotation: assignment.field('type') });
    }
  }
  const bases = (definition.field('superclasses')?.children ?? []).filter((base) => !base.is('keyword_argument'));
  const names = bases.map((base) => inference.nameOf(base));
  return {
    bases: names.filter((name) => name !== undefined),
    basesKnown: names.every((name) => name !== undefined),
    methods,
    attributes,
  };
}

/** Collects `self.x = value` in a method, nested functions left out. */
function readMethod(method: SyntaxNode<'function_definition'>, attributes: Map<string, AttributeSource[]>): void {
  const self = method.field('parameters').children[0]?.text;
  if (self === undefined) return;
  const pending: SyntaxNode[] = [method.field('body')];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.is('function_definition', 'class_definition', 'lambda')) continue;
    const target = targetOf(node);
    if (target !== undefined) recordTarget(target, self, attributes);
    pending.push(...node.children);
  }
}

function targetOf(node: SyntaxNode): { readonly target: SyntaxNode; readonly source: AttributeSource } | undefined {
  if (node.is('assignment')) return { target: node.field('left'), source: { value: node.field('right'), annotation: node.field('type') } };
  // What a tuple, a loop or `with` binds to an attribute is not known, and must not pass for agreement.
  if (node.is('for_statement')) return { target: node.field('left'), source: unknownSource };
  if (node.is('as_pattern_target') && node.children[0] !== undefined) return { target: node.children[0], source: unknownSource };
  return undefined;
}

const unknownSource: AttributeSource = { value: undefined, annotation: undefined };

function recordTarget(
  found: { readonly target: SyntaxNode; readonly source: AttributeSource },
  self: string,
  attributes: Map<string, AttributeSource[]>,
): void {
  const { target, source } = found;
  if (target.is('pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list')) {
    for (const part of target.children) recordTarget({ target: part, source: unknownSource }, self, attributes);
    return;
  }
  if (!target.is('attribute')) return;
  const object = target.field('object');
  if (object.is('identifier') && object.text === self) add(attributes, target.field('attribute').text, source);
}

function add(attributes: Map<string, AttributeSource[]>, name: string, source: AttributeSource): void {
  const sources = attributes.get(name);
  if (sources === undefined) attributes.set(name, [source]);
  else sources.push(source);
}

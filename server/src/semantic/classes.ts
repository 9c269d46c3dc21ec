/** What a local class says of its members, and in which order classes are asked. */
import type { SyntaxNode } from '../syntax/node';
import { decoratorsOf } from '../syntax/query';
import { onlyValue, type AttributeSource, type ClassMembers, type Inference } from './inference';
import type { Binding, Scope } from './scopes';

type Class = SyntaxNode<'class_definition'>;
type Method = SyntaxNode<'function_definition'>;

/** Reads a class: its bases, methods, and what its body and its methods assign to attributes. */
export function readClass(definition: Class, inference: Inference): ClassMembers {
  const passed = definition.field('superclasses')?.children ?? [];
  const bases = passed.filter((base) => !base.is('keyword_argument', 'dictionary_splat'));
  const body = inference.scopes.scopeOf(definition)?.bindings;
  const attributes = inference.once(() => readAttributes(definition, inference));
  const attributesOf = (name: string): readonly AttributeSource[] | undefined => {
    inference.scopes.noteAttribute(definition, name);
    return attributes()?.get(name);
  };
  return {
    get bases() {
      return bases.map((base) => baseName(base, inference));
    },
    hasArguments: bases.length < passed.length,
    names: () => new Set([...(body?.keys() ?? []), ...(attributes()?.keys() ?? [])]),
    has: (name) => body?.has(name) === true || attributesOf(name) !== undefined,
    hasMethod: (name) => methodsOf(body?.get(name)).length > 0,
    method: (name) => {
      const [method, ...others] = methodsOf(body?.get(name)).filter((candidate) => !isFollowUp(candidate));
      return others.length === 0 ? method : undefined;
    },
    attribute: attributesOf,
  };
}

function methodsOf(binding: Binding | undefined): readonly Method[] {
  return (binding?.declarations ?? []).flatMap(({ node }) => (node.is('function_definition') ? [node] : []));
}

/** A class that is subscripted as a base (`Generic[T]`) is that class. */
function baseName(base: SyntaxNode, inference: Inference): string | undefined {
  return inference.nameOf(base.is('subscript') ? base.field('value') : base);
}

/**
 * The names of the classes in which a member is looked up. Each stands after those that inherit from it, which is Python's
 * order wherever Python accepts the class. Classes of other files are not looked into.
 */
export function lineage(type: string, inference: Inference): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const pending: { readonly name: string | undefined; readonly below: readonly string[] }[] = [{ name: type, below: [] }];
  for (let item = pending.pop(); item !== undefined && found.length < mostAncestors; item = pending.pop()) {
    const { name, below } = item;
    // A class that inherits from itself is an error in Python.
    if (name !== undefined && below.includes(name)) continue;
    found.push(name);
    const definition = name === undefined ? undefined : inference.localClass(name);
    if (definition === undefined || name === undefined) continue;
    for (const base of [...inference.membersOf(definition).bases].reverse()) pending.push({ name: base, below: [...below, name] });
  }
  return found.filter((name, index) => name === undefined || found.lastIndexOf(name) === index);
}

const mostAncestors = 200;

/** What the first parameter of a method is: an object of the class, the class itself, or nothing special. */
export function receiverKind(method: Method, inference: Inference): 'object' | 'class' | 'none' {
  for (const decorator of decoratorsOf(method)) {
    const name = inference.nameOf(decorator.children[0]);
    if (name === 'builtins.staticmethod') return 'none';
    if (name === 'builtins.classmethod') return 'class';
  }
  return classMethods.has(method.field('name').text) ? 'class' : 'object';
}

/** Whether a call does not pass the first parameter, because the object or the class is handed to it. */
export function isBound(definition: Method, inference: Inference): boolean {
  return classOfMethod(definition, inference) !== undefined && receiverKind(definition, inference) !== 'none';
}

/** Methods that are handed the class without a decorator. */
const classMethods = new Set(['__new__', '__init_subclass__', '__class_getitem__']);

/** The parameter that a method is handed its object or class in. */
export function receiverOf(method: Method): SyntaxNode<'identifier'> | undefined {
  const [first] = method.field('parameters').children;
  const name = first?.is('default_parameter', 'typed_default_parameter') === true ? first.field('name') : first;
  const own = name?.is('typed_parameter') === true ? name.children[0] : name;
  return own?.is('identifier') === true ? own : undefined;
}

/** The class that a function is a method of, also where the definition stands under an `if` in the class. */
export function classOfMethod(method: Method, inference: Inference): Class | undefined {
  let around: Scope | undefined = inference.scopes.scopeOf(method)?.parent;
  if (around?.kind === 'type-parameters') around = around.parent;
  return around?.node.is('class_definition') === true ? around.node : undefined;
}

/**
 * What the body of a class and its methods assign to each attribute. That the list needs all members is not noted: it is
 * asked for one attribute at a time, and by `names`, which notes it.
 */
function readAttributes(definition: Class, inference: Inference): ReadonlyMap<string, readonly AttributeSource[]> {
  const attributes = new Map<string, AttributeSource[]>();
  for (const { name, declarations } of inference.scopes.bindingsIn(definition)) {
    for (const { node, kind, value, annotation } of declarations) {
      if (node.is('function_definition')) readMethod(node, attributes, inference);
      else if (kind !== 'delete' && kind !== 'class')
        add(attributes, name, { value: kind === 'assignment' ? value : undefined, annotation, isShared: true });
    }
  }
  return attributes;
}

/** Whether `@overload` stands above it: it only says how the function of that name may be called. */
export function isOverload(definition: SyntaxNode<'function_definition' | 'class_definition'>): boolean {
  return decoratorsOf(definition).some(({ children: [expression] }) => {
    const name = expression?.is('attribute') === true ? expression.field('attribute') : expression;
    return name?.is('identifier') === true && name.text === 'overload';
  });
}

/** `@client.setter` and its like, which are more of the property of that name; and what only says how a function may be called. */
export function isFollowUp(method: SyntaxNode<'function_definition' | 'class_definition'>): boolean {
  if (isOverload(method)) return true;
  return decoratorsOf(method).some((decorator) => {
    const [expression] = decorator.children;
    const isOwn = expression?.is('attribute') === true && expression.field('object').text === method.field('name').text;
    return isOwn && followUps.has(expression.field('attribute').text);
  });
}

const followUps = new Set(['setter', 'deleter', 'getter']);

/** Collects what a method assigns to attributes of its object, or of one that it makes. */
function readMethod(method: Method, attributes: Map<string, AttributeSource[]>, inference: Inference): void {
  const receiver = receiverOf(method);
  const scope = inference.scopes.scopeOf(method);
  const binding = receiver === undefined ? undefined : inference.scopes.bindingOf(receiver);
  const kind = receiverKind(method, inference);
  if (binding === undefined || scope === undefined || kind === 'none') return;
  readReceiver(binding, attributes, inference);
  if (kind === 'object') return;
  for (const other of scope.bindings.values()) if (isMadeBy(other, binding, inference)) readReceiver(other, attributes, inference);
}

/** `self = cls()` and `self = super().__new__(cls)` in a method of the class itself. */
function isMadeBy(made: Binding, owner: Binding, inference: Inference): boolean {
  const value = onlyValue(made);
  if (value?.is('call') !== true) return false;
  const callee = value.field('function');
  return inference.scopes.bindingOf(callee) === owner || (callee.is('attribute') && callee.field('attribute').text === '__new__');
}

function readReceiver(receiver: Binding, attributes: Map<string, AttributeSource[]>, inference: Inference): void {
  for (const { attribute, value, annotation } of inference.assignedTo(receiver)) {
    add(attributes, attribute.field('attribute').text, { value, annotation, target: attribute, isShared: false });
  }
}

function add(attributes: Map<string, AttributeSource[]>, name: string, source: AttributeSource): void {
  const sources = attributes.get(name);
  if (sources === undefined) attributes.set(name, [source]);
  else sources.push(source);
}

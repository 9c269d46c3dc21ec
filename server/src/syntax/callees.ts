/** The last name of what is called, and fields, read from packed nodes: for most calls nobody needs to know more. */
import { fieldNames, nodeKinds } from './kinds.generated';
import type { Chunk } from './node';

/**
 * The index of the identifier that ends what a call calls: `get` of `client.get(…)`, `Queue` of `Queue[int]()`; -1 for what
 * is called otherwise, such as `make()()`.
 */
export function calleeNameAt(chunk: Chunk, call: number): number {
  const callee = call + 1;
  return callee < chunk.length && chunk.fieldAt(callee) === functionField ? lastNameAt(chunk, callee) : -1;
}

/** The index of the identifier that ends the name of a decorator, called or not: `cache` of `@functools.cache`. */
export function decoratorNameAt(chunk: Chunk, decorator: number): number {
  let index = decorator + 1;
  while (index < chunk.length && chunk.kindAt(index) === tokenKind) index += 1;
  if (index >= chunk.length) return -1;
  return chunk.kindAt(index) === callKind ? calleeNameAt(chunk, index) : lastNameAt(chunk, index);
}

function lastNameAt(chunk: Chunk, expression: number): number {
  let index = expression;
  for (;;) {
    const kind = chunk.kindAt(index);
    if (kind === identifierKind) return index;
    // The name of an attribute is its last part; in broken code it may be missing.
    if (kind === attributeKind) return memberName(chunk, chunk.after(index) - 1);
    if (kind === subscriptKind) index += 1;
    else if (kind === parenthesesKind && chunk.kindAt(index + 1) === tokenKind) index += 2;
    else return -1;
    if (index >= chunk.length) return -1;
  }
}

/** The index of the identifier that a method is called on: `client` of `client.get(…)`; -1 where something else stands there. */
export function calleeObjectAt(chunk: Chunk, call: number): number {
  const object = call + 2;
  const isName = chunk.kindAt(call + 1) === attributeKind && object < chunk.length && chunk.kindAt(object) === identifierKind;
  return isName ? object : -1;
}

/** The index of the first child that a node has in a field; -1 where it has none. */
export function childInField(chunk: Chunk, node: number, field: number): number {
  const end = chunk.after(node);
  for (let index = node + 1; index < end; index = chunk.after(index)) if (chunk.fieldAt(index) === field) return index;
  return -1;
}

/** Whether the identifier at an index is the name after a dot. */
export function isMemberName(chunk: Chunk, index: number): boolean {
  return chunk.fieldAt(index) === attributeField;
}

function memberName(chunk: Chunk, index: number): number {
  return chunk.kindAt(index) === identifierKind && isMemberName(chunk, index) ? index : -1;
}

const functionField = fieldNames.indexOf('function');
const attributeField = fieldNames.indexOf('attribute');
const identifierKind = nodeKinds.indexOf('identifier');
const callKind = nodeKinds.indexOf('call');
const attributeKind = nodeKinds.indexOf('attribute');
const subscriptKind = nodeKinds.indexOf('subscript');
const parenthesesKind = nodeKinds.indexOf('parenthesized_expression');
const tokenKind = nodeKinds.indexOf('token');

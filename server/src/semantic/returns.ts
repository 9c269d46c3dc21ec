/** What local functions give: what they are annotated with, else what their `return` statements agree on. */
import { nodeKinds } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { bodyStatements, enclosingClass, enclosingFunction, nodesBelow } from '../syntax/query';
import { agreementOf } from './agreement';
import { classOfMethod, receiverOf } from './classes';
import { boundArgument } from './generics';
import { certainly, type Inference, type InferredType } from './inference';

type Definition = SyntaxNode<'function_definition'>;

/** What a function gives that is called on a receiver; of a coroutine function, what awaiting gives. */
export function givenTo(definition: Definition, receiver: InferredType | undefined, inference: Inference): InferredType | undefined {
  const annotation = definition.field('return_type');
  if (annotation === undefined) {
    const isItself = receiver !== undefined && classOfMethod(definition, inference) !== undefined && returnsReceiver(definition);
    return isItself ? receiver : inference.typeOfReturns(definition);
  }
  if (receiver !== undefined && isSelf(annotation, inference)) return receiver;
  return inference.annotated(annotation) ?? boundArgument(annotation, classOfMethod(definition, inference), receiver, inference);
}

function isSelf(annotation: SyntaxNode, inference: Inference): boolean {
  const name = inference.nameOf(annotation.is('type') ? annotation.children[0] : annotation);
  return name === 'typing.Self' || name === 'typing_extensions.Self';
}

/** What the `return` statements agree on; `None` does not count. A function that ends in an error or with the program gives nothing. */
export function inferReturns(definition: Definition, inference: Inference): InferredType | undefined {
  if (inference.scopes.isGenerator(definition)) return undefined;
  const values = givenBy(definition, returnKind);
  if (values.length > mostStatements) return undefined;
  if (values.length === 0) return neverComesBack(definition, inference) ? certainly(noReturn) : undefined;
  return agreementOf(values.filter((value) => value?.is('none') === false).map((value) => inference.typeOf(value)));
}

const noReturn = 'typing.NoReturn';

/** Whether the last line always raises or ends the program. A method may be there for others to put their own in its place. */
function neverComesBack(definition: Definition, inference: Inference): boolean {
  const last = bodyStatements(definition.field('body')).at(-1);
  const [value] = last?.children ?? [];
  if (last === undefined || enclosingClass(definition) !== undefined) return false;
  if (last.is('raise_statement')) return inference.nameOf(value?.is('call') === true ? value.field('function') : value) !== notYet;
  if (value?.is('call') !== true || !mayEnd(value.field('function'))) return false;
  return endings.has(inference.nameOf(value.field('function')) ?? '') || inference.typeOf(value)?.type === noReturn;
}

const notYet = 'builtins.NotImplementedError';

/** Whether names alone let a call end the program: what each method gives that is called last would take long to work out. */
function mayEnd(callee: SyntaxNode): boolean {
  return callee.is('identifier') || (callee.is('attribute') && lastNames.has(callee.field('attribute').text));
}

const endings: ReadonlySet<string> = new Set(['builtins.exit', 'builtins.quit', 'os._exit', 'os.abort', 'sys.exit']);
const lastNames: ReadonlySet<string> = new Set([...endings].map((name) => name.slice(name.lastIndexOf('.') + 1)));

/** What the `yield` expressions of a function agree on. */
export function inferYields(definition: Definition, inference: Inference): InferredType | undefined {
  const values = givenBy(definition, yieldKind);
  return values.length > mostStatements ? undefined : agreementOf(values.map((value) => value && inference.typeOf(value)));
}

/** Whether a method has `return self` and no other `return`. */
function returnsReceiver(method: Definition): boolean {
  const receiver = receiverOf(method)?.text;
  const values = givenBy(method, returnKind);
  return values.length > 0 && values.every((value) => value?.is('identifier') === true && value.text === receiver);
}

const mostStatements = 30;
const returnKind = nodeKinds.indexOf('return_statement');
const yieldKind = nodeKinds.indexOf('yield');

/** What the statements or expressions of one kind give that belong to the function itself. */
function givenBy(definition: Definition, kind: number): readonly (SyntaxNode | undefined)[] {
  const found: (SyntaxNode | undefined)[] = [];
  for (const node of nodesBelow(definition.field('body'), (one) => one === kind)) {
    if (enclosingFunction(node)?.id === definition.id) found.push(node.children[0]);
  }
  return found;
}

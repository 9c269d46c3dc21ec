/** What `with value as x` and `async with value as x` bind. */
import type { SyntaxNode } from '../syntax/node';
import { callArguments, decoratorsOf, enclosing, isAsync, unparenthesised } from '../syntax/query';
import { atMost } from './agreement';
import { decoratorName } from './definitions';
import type { Inference, InferredType } from './inference';
import { inferYields, givenTo } from './returns';
import type { Declaration } from './scopes';
import { applied, valueOfType } from './symbolic';

/** The type of what is bound; undefined where the context manager does not tell. */
export function entered({ name, value }: Declaration, inference: Inference): InferredType | undefined {
  const statement = enclosing(name, 'with_statement');
  return enteredValue(value, statement !== undefined && isAsync(statement), inference);
}

/** What a value gives that is entered, by `with` or `async with`, or by way of an `ExitStack`. */
export function enteredValue(value: SyntaxNode | undefined, isAwaited: boolean, inference: Inference): InferredType | undefined {
  if (value === undefined) return undefined;
  const expression = unparenthesised(value);
  if (expression.is('call')) {
    const found = inference.named(expression.field('function'));
    if (found !== undefined && givingTheirs.has(found.name)) return inference.typeOf(callArguments(expression).positional[0]);
    const enters = inference.catalogue.lookup(found?.name)?.enters;
    if (found !== undefined && enters !== undefined) return { type: enters, certainty: found.certainty };
    const local = found === undefined ? undefined : inference.localFunction(found.name);
    if (found !== undefined && local !== undefined && isContextManager(local, isAwaited, inference)) {
      const type = yielded(local, inference);
      return atMost(type, found.certainty);
    }
  }
  const type = inference.typeOf(expression);
  return type && enteredObject(type, isAwaited, inference);
}

/** Managers that give what they were made with. */
const givingTheirs = new Set(['contextlib.aclosing', 'contextlib.closing', 'contextlib.nullcontext']);

function isContextManager(definition: SyntaxNode<'function_definition'>, isAwaited: boolean, inference: Inference): boolean {
  const maker = isAwaited ? 'contextlib.asynccontextmanager' : 'contextlib.contextmanager';
  // With other decorators it may be something else.
  const [decorator, ...others] = decoratorsOf(definition).filter((one) => !callKinds.has(decoratorName(one, inference) ?? ''));
  return decorator !== undefined && others.length === 0 && decoratorName(decorator, inference) === maker;
}

const callKinds = new Set(['builtins.staticmethod', 'builtins.classmethod', 'functools.wraps']);

const iterators = new Set(['Iterator', 'AsyncIterator', 'Generator', 'AsyncGenerator', 'Iterable', 'AsyncIterable']);
const iteratorModules = new Set(['typing', 'typing_extensions', 'collections.abc']);

/** The first argument of the iterator that a function is annotated with. */
export function yielded(definition: SyntaxNode<'function_definition'>, inference: Inference): InferredType | undefined {
  const written = definition.field('return_type');
  if (written === undefined) return inferYields(definition, inference);
  const [annotation] = written.children;
  if (annotation?.is('generic_type', 'subscript') !== true) return undefined;
  const [form, second] = annotation.children;
  const name = inference.nameOf(form);
  const dot = name?.lastIndexOf('.') ?? -1;
  if (name === undefined || !iterators.has(name.slice(dot + 1)) || !iteratorModules.has(name.slice(0, dot))) return undefined;
  return inference.annotated(annotation.is('generic_type') ? second?.children[0] : second);
}

/** What an object gives when it is entered: what its class says, itself where that is a class of the catalogue. */
function enteredObject(type: InferredType, isAwaited: boolean, inference: Inference): InferredType | undefined {
  const method = isAwaited ? '__aenter__' : '__enter__';
  for (const ancestor of inference.lineageOf(type.type)) {
    const definition = ancestor === undefined ? undefined : inference.localClass(ancestor);
    if (definition === undefined) return enteredElsewhere(type, ancestor, inference);
    const members = inference.membersOf(definition);
    if (members.has(method)) return enteredBy(members.method(method), type, inference);
  }
  return undefined;
}

function enteredElsewhere(type: InferredType, ancestor: string | undefined, inference: Inference): InferredType | undefined {
  const api = inference.catalogue.lookup(ancestor);
  // Containers and iterators are nothing that can be entered.
  if (ancestor === undefined || ancestor.startsWith('builtins.') || ancestor.startsWith('collections.abc.')) return undefined;
  if (api === undefined && ancestor === type.type) return { type: applied(valueOfType(type), '@'), certainty: type.certainty };
  if (api?.enters !== undefined) return { type: api.enters, certainty: type.certainty };
  return api !== undefined || ancestor === type.type ? type : atMost(type, 'likely');
}

function enteredBy(
  method: SyntaxNode<'function_definition'> | undefined,
  type: InferredType,
  inference: Inference,
): InferredType | undefined {
  return method && atMost(givenTo(method, type, inference), type.certainty);
}

/**
 * Works out symbolic names with the knowledge of all files.
 *
 * Invariants: a name that comes back to itself, or that takes too many steps, is unknown; each name is worked out once for
 * each file that it is seen from.
 */
import type { Catalogue } from '../catalogue/schema';
import { localModule, weaker, type Certainty } from '../semantic/inference';
import { parsedSymbolic, type Operation } from '../semantic/symbolic';
import { elementOf, iteratorOf } from './containers';
import { attributeOf, memberOf, returnedBy } from './memberLookup';
import { certain, factsOfFunction, factValue, objectOf, type Evaluated, type Evaluation, type ProjectFunction, type Value } from './values';
import type { FileId } from './files';

/** A name that takes more questions than this is not worth its answer. */
const deepest = 60;

/** What an evaluation is made from. */
export type EvaluationParts = Omit<Evaluation, 'evaluate'>;

/** Works symbolic names out, each seen from its file. */
export function createEvaluation(parts: EvaluationParts): Evaluation {
  const { once = keptOnce } = parts;
  const answers = new Map<FileId, Map<string, () => Evaluated | undefined>>();
  let depth = 0;
  const evaluation: Evaluation = {
    ...parts,
    evaluate: (name, from) => {
      let known = answers.get(from);
      if (known === undefined) answers.set(from, (known = new Map<string, () => Evaluated | undefined>()));
      let answer = known.get(name);
      if (answer === undefined) {
        if (depth >= deepest) return undefined;
        known.set(name, (answer = once(() => work(name, from, evaluation))));
      }
      depth += 1;
      const found = answer();
      depth -= 1;
      return found;
    },
  };
  return evaluation;
}

/** Works an answer out once; while it is being worked out, it is not known. */
export function keptOnce<Answer>(infer: () => Answer): () => Answer | undefined {
  let answer: Answer | undefined;
  let isAsked = false;
  return () => {
    if (isAsked) return answer;
    isAsked = true;
    return (answer = infer());
  };
}

function work(name: string, from: FileId, evaluation: Evaluation): Evaluated | undefined {
  const parsed = parsedSymbolic(name);
  if (parsed === undefined) return undefined;
  let current = start(parsed.base, from, evaluation);
  if (current !== undefined && parsed.args.length > 0) current = withArguments(current, parsed.args, from, evaluation);
  for (const step of parsed.steps) {
    if (current === undefined) return undefined;
    current = 'member' in step ? memberOf(current, step.member, evaluation) : apply(step.apply, current, from, evaluation);
  }
  return current;
}

/** The value of the dotted name that everything else hangs on. */
function start(base: string, from: FileId, evaluation: Evaluation): Evaluated | undefined {
  const dots = /^\.*/.exec(base)?.[0].length ?? 0;
  const parts = base.slice(dots).split('.');
  const [first = '', ...rest] = parts;
  let current: Evaluated | undefined;
  let following: readonly string[] = rest;
  if (dots > 0) {
    const module = evaluation.modules.relative(dots, from);
    current = module && certain({ kind: 'module', module, name: '' });
    following = first === '' ? [] : parts;
  } else if (first === localModule) {
    current = certain({ kind: 'module', module: { file: from, folder: undefined }, name: localModule });
  } else {
    current = certain(outsideOrModule(first, base, from, evaluation));
    if (current.value.kind === 'external')
      return attributeOf({ value: { kind: 'external', name: base }, certainty: 'certain' }, evaluation);
  }
  return current && along(current, following, from, evaluation);
}

/**
 * What comes after a module in a dotted name. What a package binds may have the name of one of its modules, as after
 * `from .session import session`: then the name goes on in what is bound, and in the module where it does not go on there. A
 * package that imports its own module means that, and not what it binds by doing so.
 */
function along(begin: Evaluated, parts: readonly string[], from: FileId, evaluation: Evaluation): Evaluated | undefined {
  let current: Evaluated | undefined = begin;
  for (const [place, part] of parts.entries()) {
    if (current === undefined) return undefined;
    const holder: Value = current.value;
    current = memberOf(current, part, evaluation);
    const module = holder.kind === 'module' && current?.value.kind !== 'module' ? holder.module : undefined;
    const submodule = module && evaluation.modules.submodule(module, part);
    if (module === undefined || submodule === undefined) continue;
    const rest = parts.slice(place + 1);
    const bound = current && along(current, rest, from, evaluation);
    const isMeant = rest.length === 0 ? bound !== undefined || module.file !== from : isKnown(bound, evaluation);
    return isMeant ? bound : (along(certain({ kind: 'module', module: submodule, name: part }), rest, from, evaluation) ?? bound);
  }
  return current;
}

/** Whether more is known of a value than its name; an object of a library has any name that it is asked for. */
function isKnown(found: Evaluated | undefined, { catalogue }: Evaluation): boolean {
  return found !== undefined && (found.value.kind !== 'external' || catalogue.lookup(found.value.name) !== undefined);
}

/** What the catalogue knows is never looked for in the project, whatever its files are called. */
function outsideOrModule(first: string, base: string, from: FileId, { catalogue, modules }: Evaluation): Value {
  const module = first === 'builtins' || catalogue.isLibrary(first) ? undefined : modules.topLevel(first, from);
  return module === undefined ? { kind: 'external', name: base } : { kind: 'module', module, name: first };
}

function withArguments({ value, certainty }: Evaluated, args: readonly string[], from: FileId, evaluation: Evaluation): Evaluated {
  if (value.kind !== 'external' && value.kind !== 'class') return { value, certainty };
  const evaluated = args.map((argument) => (argument === '' ? undefined : evaluation.evaluate(argument, from)));
  return { value: { kind: 'generic', of: value, args: evaluated }, certainty };
}

function apply(operation: Operation, { value, certainty }: Evaluated, from: FileId, evaluation: Evaluation): Evaluated | undefined {
  const result = operations[operation](value, evaluation, from);
  return result && { value: result.value, certainty: weaker(certainty, result.certainty) };
}

type Apply = (value: Value, evaluation: Evaluation, from: FileId) => Evaluated | undefined;

const operations: Readonly<Record<Operation, Apply>> = {
  '()': called,
  '~': objectOfClass,
  '!': awaited,
  '@': entered,
  '*': iterated,
  '^': injected,
};

function called(value: Value, evaluation: Evaluation): Evaluated | undefined {
  if (value.kind === 'type') return value.instance;
  if (value.kind === 'class' || value.kind === 'generic') return objectOfClass(value);
  if (value.kind === 'function') return resultOfFunction(value, evaluation);
  if (value.kind === 'external') return value.result ?? resultOfExternal(value.name, evaluation.catalogue);
  if (value.kind !== 'instance') return undefined;
  return value.of.kind === 'external' ? calledObject(value, evaluation) : calledMethod(value, evaluation);
}

function objectOfClass(value: Value): Evaluated | undefined {
  if (value.kind === 'instance') return certain(value);
  if (value.kind === 'type') return value.instance;
  if (value.kind === 'generic') return certain({ ...value, kind: 'instance' });
  return value.kind === 'class' || value.kind === 'external' ? certain({ kind: 'instance', of: value, args: [] }) : undefined;
}

function calledMethod(value: Value, evaluation: Evaluation): Evaluated | undefined {
  const method = memberOf(certain(value), '__call__', evaluation);
  return method && called(method.value, evaluation);
}

/** An object of a library that is called: a factory gives an object of the class that it was made for. */
function calledObject(value: Value & { kind: 'instance' }, { catalogue }: Evaluation): Evaluated | undefined {
  const name = value.of.kind === 'external' ? value.of.name : '';
  const row = catalogue.lookup(`${name}.__call__`);
  if (row === undefined) return undefined;
  const [made] = value.args;
  if (catalogue.lookup(name)?.makes !== undefined && made !== undefined) return made;
  return row.returns === undefined ? undefined : certain(objectOf(row.returns));
}

function resultOfFunction(called: ProjectFunction, evaluation: Evaluation): Evaluated | undefined {
  const { file } = called;
  const facts = factsOfFunction(called, evaluation);
  if (facts === undefined) return undefined;
  const certainty: Certainty = facts.decorators === undefined ? 'certain' : 'likely';
  if (facts.kind === 'generator' || facts.kind === 'async-generator' || facts.isManager === true)
    return {
      value: { kind: 'generator', element: factValue(facts.yields, file, evaluation), isManager: facts.isManager === true },
      certainty,
    };
  const result = returnedBy(called, evaluation);
  if (facts.kind === 'coroutine') return { value: { kind: 'coroutine', result }, certainty };
  return result && { value: result.value, certainty: weaker(certainty, result.certainty) };
}

function resultOfExternal(name: string, catalogue: Catalogue): Evaluated | undefined {
  const api = catalogue.lookup(name);
  if (api === undefined) return undefined;
  if (api.each !== undefined) return iteratorOf(certain(objectOf(api.each)));
  const returns = api.returns ?? (api.methods === undefined ? undefined : api.name);
  const result = returns === undefined ? undefined : certain(objectOf(returns));
  if (api.enters !== undefined) return certain({ kind: 'generator', element: certain(objectOf(api.enters)), isManager: true });
  return api.isAsync === true ? certain({ kind: 'coroutine', result }) : result;
}

/** What `async with` and `async for` bind is no coroutine any more, and awaiting it is part of what they do. */
function awaited(value: Value): Evaluated | undefined {
  if (value.kind === 'coroutine') return value.result;
  return value.kind === 'instance' && value.of.kind === 'external' && awaitables.has(value.of.name) ? value.args[0] : undefined;
}

const awaitables = new Set(['asyncio.Task', 'asyncio.Future', 'collections.abc.Awaitable']);

/** What `with` binds; of `async with` the same, as whoever wrote it has chosen the method that fits. */
function entered(value: Value, evaluation: Evaluation): Evaluated | undefined {
  if (value.kind === 'class') return certain({ kind: 'inherited', by: value });
  if (value.kind === 'generator') return value.isManager ? value.element : undefined;
  if (value.kind !== 'instance') return undefined;
  if (value.of.kind === 'external') {
    const enters = evaluation.catalogue.lookup(value.of.name)?.enters;
    return certain(enters === undefined ? value : objectOf(enters));
  }
  for (const method of ['__aenter__', '__enter__']) {
    const found = memberOf(certain(value), method, evaluation)?.value;
    if (found?.kind === 'external') return enteredByBase(found.name, value, evaluation);
    if (found?.kind !== 'function') continue;
    return returnedBy(found, evaluation) ?? { value, certainty: 'likely' };
  }
  return undefined;
}

/** What an object gives whose class inherits the method from a library's: what that gives, which mostly is the object. */
function enteredByBase(method: string, value: Value, { catalogue }: Evaluation): Evaluated | undefined {
  const base = catalogue.lookup(method.slice(0, method.lastIndexOf('.')));
  if (base?.methods === undefined) return undefined;
  return certain(base.enters === undefined ? value : objectOf(base.enters));
}

function iterated(value: Value): Evaluated | undefined {
  if (value.kind === 'module') return value.module.file === undefined ? undefined : certain({ kind: 'stars', file: value.module.file });
  if (value.kind === 'generator') return value.isManager ? undefined : value.element;
  return value.kind === 'instance' ? elementOf(value) : undefined;
}

/** What FastAPI hands to a parameter with `Depends(value)`. */
function injected(value: Value, evaluation: Evaluation): Evaluated | undefined {
  const result = called(value, evaluation);
  if (result?.value.kind === 'coroutine') return result.value.result;
  return result?.value.kind === 'generator' ? result.value.element : result;
}

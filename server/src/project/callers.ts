/**
 * Who runs a function: what frameworks, loops and other functions of all files do with it.
 *
 * Invariants: files are asked in the order of their names, so that an answer does not depend on who was known first; a
 * function with a role of its own is run by its framework, whoever calls it besides; what is found of the file at hand rests
 * on its model, and of other files on their summaries.
 */
import { weaker, type Certainty } from '../semantic/inference';
import { runsAlone } from './alone';
import type { ChainLink } from './callGraph';
import { dropperOf, type Dropper } from './droppers';
import { keptOnce } from './evaluate';
import { roleByBaseOf, roleByDecoratorName } from './frameworks';
import type { PassedOn } from './given';
import type { KnownUses, Use } from './knownUses';
import { lineageOf, memberOf } from './memberLookup';
import { noneGiven, noneGivenToField, type NoneGiven } from './noneGiven';
import { isTest, type RoleKind } from './roles';
import { lastName, type ModuleKnowledge, type UseFact } from './summary';
import { certain, factsOfFunction, keyOf, type Evaluation, type ProjectFunction, type Value } from './values';
import type { FileId } from './files';

/** How often something runs: for each request, for each job, for each of many items, or once in the life of a program. */
export type Frequency = 'request' | 'job' | 'item' | 'program';

/** How often a function runs, with what says so. */
export interface Occasion {
  readonly per: Frequency;
  /** What the function is for that the calls begin in; undefined where a loop begins them, or the module itself as it is loaded. */
  readonly role: RoleKind | undefined;
  /** For an item: what the outermost function is for that runs the loop, as far as it is known. */
  readonly loopRole?: RoleKind | undefined;
  /** Set where what the calls begin in is a plain function, so that a coroutine function runs on a loop that is started on the way. */
  readonly isPlain?: true;
  /** The calls that lead to the function, in order; none where the role is its own. */
  readonly links: readonly ChainLink[];
  readonly certainty: Certainty;
}

/** What is asked of the functions of a project, each by its file and path. */
export interface Callers {
  /** What a function is for, by what all files say of it. */
  roleOf(definition: ProjectFunction): RoleKind | undefined;
  /** How often a function runs; undefined where nobody is known to run it. */
  occasionOf(definition: ProjectFunction): Occasion | undefined;
  /** Whether nothing else is known to wait for the event loop while a coroutine function runs. */
  runsAlone(definition: ProjectFunction): boolean;
  /** How a parameter that is `None` by default comes to be that; undefined where no such call is known. */
  noneGiven(definition: ProjectFunction, to: PassedOn): NoneGiven | undefined;
  /** The same of a field of a data class, by the path that its `__init__` would have. */
  noneGivenToField(making: ProjectFunction, to: PassedOn): NoneGiven | undefined;
  /** A call of a function that lets go of what it gives; undefined where none is known. */
  dropperOf(definition: ProjectFunction): Dropper | undefined;
}

/** The files that may use what has this last name and is defined in a file. */
export type FilesUsing = (name: string, definedIn: FileId) => readonly FileId[];

/** Asks the files that may use a function; each answer is worked out once. */
export function createCallers(evaluation: Evaluation, files: FilesUsing): Callers {
  const { once = keptOnce } = evaluation;
  const kept = <Answer>(ask: (definition: ProjectFunction) => Answer): ((definition: ProjectFunction) => Answer | undefined) => {
    const answers = new Map<string, () => Answer | undefined>();
    return (definition) => {
      const key = keyOf(definition);
      let answer = answers.get(key);
      if (answer === undefined) answers.set(key, (answer = once(() => ask(definition))));
      return answer();
    };
  };
  const known: Known = {
    evaluation,
    usesOf: kept((definition) => [...usesIn(filesUsing(definition, files), definition, evaluation, allUses)]),
    eachRoleUse: (definition) => usesIn(filesUsing(definition, files), definition, evaluation, roleUses),
    roleOf: kept((definition) => roleOf(definition, known)),
    eachUse: (definition) => usesIn(ownFirst(filesUsing(definition, files), definition), definition, evaluation, allUses),
  };
  const isAlone = kept((definition) => runsAlone(definition, known));
  return {
    roleOf: known.roleOf,
    occasionOf: kept((definition) => withLoopRole(occasionOf(definition, known), known)),
    runsAlone: (definition) => isAlone(definition) === true,
    noneGiven: (definition, to) => noneGiven(definition, to, known),
    noneGivenToField: (making, to) => noneGivenToField(making, to, known),
    dropperOf: (definition) => dropperOf(definition, known),
  };
}

interface Known extends KnownUses {
  /** Of the uses of a function those that say what it is for, in the order of files. */
  readonly eachRoleUse: (definition: ProjectFunction) => Iterable<Use>;
}

/** Methods that run when an object is made, called or entered: then the name of its class is written, if any. */
const impliedMethods = new Set(['__init__', '__new__', '__call__', '__enter__', '__aenter__']);

/** The name that is written where a function is used. */
function writtenName({ path }: ProjectFunction): string {
  const [name = '', owner] = path.split('.').reverse();
  return impliedMethods.has(name) && owner !== undefined ? owner : name;
}

function filesUsing(definition: ProjectFunction, files: FilesUsing): readonly FileId[] {
  return files(writtenName(definition), definition.file);
}

function ownFirst(files: readonly FileId[], { file: own }: ProjectFunction): readonly FileId[] {
  return files.includes(own) ? [own, ...files.filter((file) => file !== own)] : files;
}

/** What a file tells of the uses of a name. */
type Told = (written: string, knowledge: ModuleKnowledge) => readonly UseFact[];

const allUses: Told = (written, knowledge) => knowledge.usesOf(written);
const roleUses: Told = (written, knowledge) => knowledge.rolesOf(written);

function* usesIn(files: readonly FileId[], definition: ProjectFunction, evaluation: Evaluation, told: Told): Iterable<Use> {
  const written = writtenName(definition);
  for (const file of files) {
    const knowledge = evaluation.knowledge(file);
    if (knowledge === undefined) continue;
    for (const use of told(written, knowledge)) {
      const found = evaluation.evaluate(use.name, file);
      if (found === undefined || !runs(found.value, use, definition, evaluation)) continue;
      yield { ...use, file, certainty: use.likely === true ? 'likely' : found.certainty };
    }
  }
}

/** Whether a use of a value runs the function. */
function runs(value: Value, { role }: UseFact, { file, path }: ProjectFunction, evaluation: Evaluation): boolean {
  if (value.kind === 'function')
    return (value.file === file && value.path === path) || (role === undefined && overrides({ file, path }, value, evaluation));
  if (value.kind !== 'class' && value.kind !== 'instance') return false;
  const method = lastName(path);
  // Calling a class makes an object; calling an object runs one method alone.
  if ((value.kind === 'instance') !== (method === '__call__')) return false;
  // What a framework makes of a class that it is handed, it does not enter.
  if (role !== undefined && (method === '__enter__' || method === '__aenter__')) return false;
  const holder: Value = value.kind === 'class' ? { kind: 'instance', of: value, args: [] } : value;
  const found = memberOf(certain(holder), method, evaluation)?.value;
  // Of a data class nobody writes the method.
  if (found === undefined && method === '__init__')
    return value.kind === 'class' && value.file === file && `${value.path}.__init__` === path;
  return found?.kind === 'function' && found.file === file && found.path === path;
}

/** Whether a method stands in for one of a base: what is called on an object of the base's type may run it. */
function overrides({ file, path }: Place, { file: baseFile, path: basePath }: Place, evaluation: Evaluation): boolean {
  const method = lastName(path);
  const owner = path.slice(0, -method.length - 1);
  const base = basePath.slice(0, -method.length - 1);
  if (lastName(basePath) !== method || owner === '' || base === '' || evaluation.knowledge(file)?.hasClass(owner) !== true) return false;
  const lineage = lineageOf({ kind: 'class', file, path: owner }, evaluation);
  return lineage.some((one) => one?.kind === 'class' && one.file === baseFile && one.path === base);
}

type Place = Pick<ProjectFunction, 'file' | 'path'>;

function roleOf(definition: ProjectFunction, { evaluation, eachRoleUse }: Known): RoleKind | undefined {
  const { file, path } = definition;
  const facts = factsOfFunction(definition, evaluation);
  const name = lastName(path);
  return (
    facts?.role ??
    firstKnown(facts?.decorators ?? [], (decorator) => roleByDecorator(decorator, file, evaluation)) ??
    (isTest(name, file) ? 'test' : undefined) ??
    roleByBase(definition, evaluation) ??
    firstKnown(eachRoleUse(definition), ({ role }) => role)
  );
}

function firstKnown<Item, Answer>(items: Iterable<Item>, ask: (item: Item) => Answer | undefined): Answer | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** A decorator that is made in another file: `@celery_app.task`. */
function roleByDecorator(decorator: string, file: FileId, evaluation: Evaluation): RoleKind | undefined {
  const value = decorator === '' ? undefined : evaluation.evaluate(decorator, file)?.value;
  return value?.kind === 'external' ? roleByDecoratorName(value.name) : undefined;
}

/** A method that a framework runs because of what its class inherits from. */
function roleByBase({ file, path }: ProjectFunction, evaluation: Evaluation): RoleKind | undefined {
  const owner = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  if (owner === '' || evaluation.knowledge(file)?.hasClass(owner) !== true) return undefined;
  const lineage = lineageOf({ kind: 'class', file, path: owner }, evaluation);
  return firstKnown(lineage, (base) => (base?.kind === 'external' ? roleByBaseOf(lastName(path), base.name) : undefined));
}

const perRole: Readonly<Record<RoleKind, Frequency>> = {
  route: 'request',
  websocket: 'request',
  dependency: 'request',
  middleware: 'request',
  'exception-handler': 'request',
  task: 'job',
  command: 'program',
  lifespan: 'program',
  'event-handler': 'program',
  fixture: 'program',
  test: 'program',
  migration: 'program',
  model: 'program',
};

/** A function on the way from the one that is asked about to those that call it. */
interface Reached {
  readonly definition: ProjectFunction;
  readonly links: readonly ChainLink[];
  readonly certainty: Certainty;
  /** Set where the way goes out of a nested function: that the one around it runs once says nothing of how often this one does. */
  readonly isAround: boolean;
}

const entry = 'main';

/** Longer ways than this, and more functions, are not followed. */
const mostSteps = 8;
const mostFunctions = 100;

/** An item says nothing of what its loop is for: that is asked of the functions around, loop by loop. */
function withLoopRole(found: Occasion | undefined, known: Known): Occasion | undefined {
  if (found?.per !== 'item') return found;
  const seen = new Set<string>();
  let around: Occasion | undefined = found;
  while (around?.per === 'item') {
    const [outermost] = around.links;
    if (outermost === undefined || outermost.caller === '') return found;
    const loop: ProjectFunction = { kind: 'function', file: outermost.file, path: outermost.caller };
    if (seen.has(keyOf(loop)) || seen.size >= mostSteps) return found;
    seen.add(keyOf(loop));
    around = occasionOf(loop, known);
  }
  return around?.role === undefined ? found : { ...found, loopRole: around.role };
}

/** Breadth first, so that of what is equally telling the nearest is told. */
function occasionOf(definition: ProjectFunction, known: Known): Occasion | undefined {
  const seen = new Set([keyOf(definition)]);
  let level: readonly Reached[] = [{ definition, links: [], certainty: 'certain', isAround: false }];
  let best: Occasion | undefined;
  let begun: Reached | undefined;
  for (let step = 0; step <= mostSteps && level.length > 0; step += 1) {
    const next: Reached[] = [];
    for (const reached of level) {
      const { occasions, callers } = runnersOf(reached, known);
      for (const occasion of occasions) {
        if (reached.isAround && occasion.per === 'program') continue;
        if (best === undefined || weightOf(occasion) > weightOf(best)) best = occasion;
      }
      for (const caller of callers) {
        const key = keyOf(caller.definition);
        if (seen.has(key) || seen.size >= mostFunctions) continue;
        seen.add(key);
        next.push(caller);
      }
    }
    if (best !== undefined && weightOf(best) === highest) return best;
    begun ??= level.find(({ definition: { path } }) => path === entry);
    level = next;
  }
  // What a package's metadata names as a program's beginning is mostly called so, and no file calls it.
  if (begun === undefined || (best !== undefined && weightOf(best) >= 0)) return best;
  return { per: 'program', role: undefined, links: begun.links, certainty: begun.certainty };
}

/** What is certain counts more, and whatever runs often more than what runs once; what a test does says nothing of a service. */
function weightOf({ per, role, certainty }: Occasion): number {
  if (per === 'program') return role === 'test' || role === 'fixture' ? -1 : 0;
  return (certainty === 'certain' ? highest : highest - 3) - ['request', 'job', 'item'].indexOf(per);
}

const highest = 6;

interface Runners {
  readonly occasions: readonly Occasion[];
  readonly callers: readonly Reached[];
}

function runnersOf(reached: Reached, known: Known): Runners {
  const { definition, links, certainty } = reached;
  const facts = factsOfFunction(definition, known.evaluation);
  if (facts?.isCached === true) return { occasions: [{ per: 'program', role: undefined, links, certainty }], callers: [] };
  const role = known.roleOf(definition);
  if (role !== undefined) {
    const isPlain = facts?.kind === 'function' ? { isPlain: true as const } : {};
    return { occasions: [{ per: perRole[role], role, links, certainty, ...isPlain }], callers: [] };
  }
  const occasions: Occasion[] = [];
  const callers: Reached[] = [];
  for (const use of known.usesOf(definition) ?? []) {
    const link: ChainLink = { file: use.file, at: use.at, caller: use.by ?? '', callee: definition.path };
    const way = { links: [link, ...links], certainty: weaker(certainty, use.certainty) };
    if (use.isRepeated === true) occasions.push({ per: 'item', role: undefined, ...way });
    else if (use.by === undefined) occasions.push({ per: 'program', role: undefined, ...way });
    if (use.by === undefined) continue;
    callers.push({ definition: { kind: 'function', file: use.file, path: use.by }, ...way, isAround: reached.isAround });
  }
  const around = definition.path.slice(0, Math.max(0, definition.path.lastIndexOf('.')));
  const isNested = around !== '' && known.evaluation.knowledge(definition.file)?.hasFunction(around) === true;
  if (isNested) callers.push({ ...reached, definition: { ...definition, path: around }, isAround: true });
  return { occasions, callers };
}

/**
 * The models of files, made when somebody asks what a file says or checks it, and let go of when others are needed more.
 *
 * Invariants: a model that is made again is equal to the one before, as it follows from the file's text alone; what was told
 * of a file holds no model.
 */
import { localKnowledge } from '../project/localKnowledge';
import type { ModuleKnowledge } from '../project/index';
import type { EveryFact, FunctionFacts } from '../project/summary';
import type { LocalModel } from '../semantic/model';

/** A file's model, with what it tells others. */
export interface KnownFile {
  readonly model: LocalModel;
  readonly knowledge: ModuleKnowledge;
}

/** Models by the absolute paths of files. */
export interface Models {
  /** The model of a file; undefined for a file that cannot be read. */
  of(file: string): KnownFile | undefined;
  /** The same for the file's own check: whoever asks for it after that gets another one, as it has grown by what was asked. */
  take(file: string): KnownFile | undefined;
  /** What a file tells others, asked of its model whenever it is asked. */
  knowledgeOf(file: string): ModuleKnowledge | undefined;
}

/** So many nodes the models have together, but for the one that was asked last. What is known of a node takes some 200 bytes. */
const mostNodes = 400_000;

/** Keeps some of the models that `make` makes. */
export function createModels(make: (file: string) => LocalModel | undefined): Models {
  /** The one longest unused first. */
  const kept = new Map<string, KnownFile>();
  let nodes = 0;
  let last: { readonly file: string; readonly known: KnownFile } | undefined;
  const made = (file: string): KnownFile | undefined => {
    const model = make(file);
    if (model === undefined) return undefined;
    nodes += model.tree.nodeCount;
    for (const [other, { model: oldest }] of kept) {
      if (nodes <= mostNodes) break;
      kept.delete(other);
      nodes -= oldest.tree.nodeCount;
    }
    return { model, knowledge: localKnowledge(model) };
  };
  const of = (file: string): KnownFile | undefined => {
    if (last?.file === file) return last.known;
    const known = kept.get(file) ?? made(file);
    if (known === undefined) return undefined;
    kept.delete(file);
    kept.set(file, known);
    last = { file, known };
    return known;
  };
  const take = (file: string): KnownFile | undefined => {
    const known = of(file);
    if (kept.delete(file)) nodes -= known?.model.tree.nodeCount ?? 0;
    last = undefined;
    return known;
  };
  return { of, take, knowledgeOf: (file) => (of(file) === undefined ? undefined : knowledgeThrough(() => of(file)?.knowledge)) };
}

/** What a file told once is kept, as others ask for the same: it is little, and the model may have gone by then. */
function knowledgeThrough(ask: () => ModuleKnowledge | undefined): ModuleKnowledge {
  const attributeOf = kept((path) => kept((name) => ask()?.attributeOf(path, name)));
  const module = kept(() => ({ stars: ask()?.stars ?? [], all: ask()?.all }));
  return {
    hasFunction: kept((path) => ask()?.hasFunction(path) === true),
    hasClass: kept((path) => ask()?.hasClass(path) === true),
    exportOf: kept((name) => ask()?.exportOf(name)),
    functionOf: kept((path) => (ask()?.functionOf(path) === undefined ? undefined : factsThrough(() => ask()?.functionOf(path)))),
    functionsNamed: kept((name) => ask()?.functionsNamed(name) ?? []),
    basesOf: kept((path) => ask()?.basesOf(path) ?? []),
    usesOf: kept((name) => ask()?.usesOf(name) ?? []),
    rolesOf: kept((name) => ask()?.rolesOf(name) ?? []),
    attributeNames: kept((path) => [...(ask()?.attributeNames(path) ?? [])]),
    attributeOf: (path, name) => attributeOf(path)(name),
    get stars() {
      return module('').stars;
    },
    get all() {
      return module('').all;
    },
  };
}

function kept<Name extends string, Answer>(ask: (name: Name) => Answer): (name: Name) => Answer {
  const answers = new Map<Name, Answer>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined || answers.has(name)) return known as Answer;
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
}

/** The facts of a function, each asked for when it is wanted, so that they hold no model. */
function factsThrough(ask: () => FunctionFacts | undefined): EveryFact {
  const fact = kept((name: keyof FunctionFacts) => ask()?.[name]) as <Name extends keyof FunctionFacts>(name: Name) => FunctionFacts[Name];
  return {
    get kind() {
      return fact('kind');
    },
    get access() {
      return fact('access');
    },
    get wraps() {
      return fact('wraps');
    },
    get isManager() {
      return fact('isManager');
    },
    get returns() {
      return fact('returns');
    },
    get yields() {
      return fact('yields');
    },
    get decorators() {
      return fact('decorators');
    },
    get offloads() {
      return fact('offloads');
    },
    get choosesAsync() {
      return fact('choosesAsync');
    },
    get isCached() {
      return fact('isCached');
    },
    get role() {
      return fact('role');
    },
    get awaitsMore() {
      return fact('awaitsMore');
    },
    get keepsCoroutines() {
      return fact('keepsCoroutines');
    },
    get calls() {
      return fact('calls');
    },
    get at() {
      return fact('at');
    },
  };
}

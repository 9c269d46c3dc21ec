/**
 * What files know of one another.
 *
 * Invariants: holds summaries and never trees; what follows from them is worked out when it is asked for and kept until a
 * summary changes in something that others can see. With a single file everything still works: then all there is to know
 * comes from that file. Nothing is read here; where a port can bring the summary of a file that is not known yet, it does.
 */
import type { Catalogue, ProcessSetting } from '../catalogue/schema';
import { rootsOf } from '../semantic/chunkIndex';
import { createCallers, type Callers } from './callers';
import { createCallGraph, type CallGraph } from './callGraph';
import { createEvaluation } from './evaluate';
import { createFileTree } from './fileTree';
import { createImporters, isPackageAround, modulesOnTheWay, type ImportingFiles, type Importers } from './importers';
import { Mentions } from './mentions';
import { createModules, type ModuleFiles, type Modules } from './modules';
import { filesSetting } from './processSettings';
import { factsOf, knowledgeOf, type ModuleKnowledge, type ModuleSummary } from './summary';
import type { Evaluation } from './values';
import type { FileId, ProjectFile } from './files';

export type { ModuleKnowledge, ModuleSummary } from './summary';

/** What a host can bring that the project has not been told. */
export interface ProjectSource {
  /** Whether there is such a file or folder, beyond those that the project was told of. */
  readonly isFile?: (path: string) => boolean;
  readonly isFolder?: (path: string) => boolean;
  /** Files that there are besides those that the project is told of, as far as they are known by name. */
  readonly files?: readonly FileId[];
  /**
   * Set where the project is told of files one after another: before all are there (see `Project.settle`), none of the packages with
   * one name is taken for the only one.
   */
  readonly isTold?: boolean;
  /** Files that count when it is asked who makes use of something, besides those that the project is told of. */
  readonly members?: Members;
  /** The folder above which no module is looked for. */
  readonly topFor?: (file: FileId) => string | undefined;
  /** Folders that project files name as source roots, for a file. */
  readonly rootsFor?: (file: FileId) => readonly string[];
  /** Where a file stands in its project, with `/`. */
  readonly pathFor?: (file: FileId) => string;
  /** What a file says that the project was not told of. Asked once for each file. */
  readonly knowledge?: (file: FileId) => ModuleKnowledge | undefined;
}

/** Files of which is known, without more ado, what they may speak of; in order. */
export interface Members extends ImportingFiles {
  /** Of the files those that may use something with this last name. */
  using(name: string): readonly FileId[];
  /** Whether one of the files may define a coroutine function with this name. */
  defineCoroutine(name: string): boolean;
}

/** The project as it is seen from one file. */
export interface Outlook {
  readonly evaluation: Evaluation;
  readonly callGraph: CallGraph;
  readonly callers: Callers;
  /** Whether a coroutine function of a file may have this name. What a file brings that is not known yet may have any. */
  mayBeCoroutine(name: string): boolean;
  /** Whether there may be other files, which may have anything by any name. */
  readonly hasOthers: boolean;
  /** The top-level modules that the files import; undefined where it is not known of all. */
  readonly modulesOfAll: ReadonlySet<string> | undefined;
  /** The files in which a call sets this for the whole process. */
  filesSetting(setting: ProcessSetting): readonly ProjectFile[];
}

/** All files together: it is told what each says, and gives each its outlook on the others. */
export interface Project {
  /** Takes a file's new summary; whether it says anything else to other files than before. */
  update(file: FileId, summary: ModuleSummary): boolean;
  /** Forgets a file; whether it was known. */
  remove(file: FileId): boolean;
  /** Takes note that the source may give other answers about folders, roots and files. */
  refresh(): void;
  /** The same, and that it was told of all files that there are. */
  settle(): void;
  summaryOf(file: FileId): ModuleSummary | undefined;
  /**
   * Whether what is known in a file may rest on what another says: whether its imports lead there, or whether those of the
   * other lead to it and it has been asked who calls its functions, or the other does something that holds in all files.
   */
  restsOn(file: FileId, other: FileId): boolean;
  /** Another number whenever what is known in a file may have changed because of other files. */
  generationOf(file: FileId): number;
  /** The project as it is seen from a file that speaks for itself. */
  outlook(file: FileId, own: ModuleKnowledge, catalogue: Catalogue): Outlook;
}

/** A project that knows nothing yet but what its source can bring. */
export function createProject(source: ProjectSource = {}): Project {
  const store = new Store(source);
  return {
    update: (file, summary) => store.update(file, summary),
    remove: (file) => store.remove(file),
    refresh: () => store.refresh(),
    settle: () => store.settle(),
    summaryOf: (file) => store.summaryOf(file),
    restsOn: (file, other) => store.restsOn(file, other),
    generationOf: (file) => store.generationOf(file),
    outlook: (file, own, catalogue) => store.outlook(file, own, catalogue),
  };
}

/** What all outlooks have in common. */
type SharedOutlook = Pick<Outlook, 'evaluation'>;

interface Known {
  readonly summary: ModuleSummary;
  readonly knowledge: ModuleKnowledge;
  /** The top-level modules that it imports, once somebody has asked. */
  roots?: readonly string[];
}

/** How often something has happened, in all and to each file. */
class Count {
  all = 0;
  readonly #of = new Map<FileId, number>();

  add(file: FileId | undefined): void {
    this.all += 1;
    if (file !== undefined) this.#of.set(file, this.of(file) + 1);
  }

  of(file: FileId): number {
    return this.#of.get(file) ?? 0;
  }
}

class Store {
  /** How often a file has said something new, or gone. */
  readonly #changes = new Count();
  /** How often a file has done something else with what others offer. */
  readonly #otherUses = new Count();
  #circles = new Map<FileId, boolean>();
  #coroutines: ReadonlySet<string> | undefined;
  #roots: ReadonlySet<string> | undefined;
  /** Files that have been asked who calls their functions, with the count of other uses when that was first done. */
  readonly #asking = new Map<FileId, number>();
  /** The files that the project was told of, in order. */
  #told: readonly FileId[] | undefined;
  readonly #source: ProjectSource;
  #isSettled: boolean;
  readonly #known = new Map<FileId, Known>();
  readonly #mentions = new Mentions(this.#known);
  /** Files that the source brought, or has none of. */
  readonly #brought = new Map<FileId, ModuleKnowledge | undefined>();
  readonly #tree = createFileTree();
  #modules: Modules;
  #shared = new WeakMap<Catalogue, SharedOutlook>();
  #imported = new Map<FileId, ReadonlySet<FileId>>();
  #importers: Importers | undefined;

  constructor(source: ProjectSource) {
    this.#source = source;
    this.#isSettled = source.isTold !== true;
    for (const file of source.files ?? []) this.#tree.add(file);
    for (const file of source.members?.files ?? []) this.#tree.addPackage(file);
    this.#modules = createModules(this.#moduleFiles());
  }

  update(file: FileId, summary: ModuleSummary): boolean {
    const before = this.#known.get(file);
    this.#known.set(file, { summary, knowledge: knowledgeOf(summary) });
    this.#imported.delete(file);
    this.#mentions.note(file, summary);
    if (before === undefined) {
      this.#filesChanged(() => this.#tree.add(file));
      this.#changed(file);
      return true;
    }
    const [facts, newFacts] = [factsOf(before.summary), factsOf(summary)];
    if (facts.offered !== newFacts.offered) this.#changed(file);
    // Where things stand may have changed all the same.
    else this.#shared = new WeakMap();
    if (facts.used !== newFacts.used) this.#otherUses.add(file);
    return facts.offered !== newFacts.offered || facts.used !== newFacts.used;
  }

  remove(file: FileId): boolean {
    if (!this.#known.delete(file)) return false;
    this.#filesChanged(() => this.#tree.remove(file));
    this.#changed(file);
    return true;
  }

  /** What a file itself says counts only where others may bring it back to it. */
  generationOf(file: FileId): number {
    const own = this.#changes.of(file);
    const changes = own === 0 || this.#isInCircle(file) ? this.#changes.all : this.#changes.all - own;
    const begun = this.#asking.get(file);
    return begun === undefined ? changes : changes + this.#otherUsesFor(file) - begun;
  }

  /** Takes note that a file rests on what others do, besides what they offer. */
  #asks(file: FileId): void {
    if (!this.#asking.has(file)) this.#asking.set(file, this.#otherUsesFor(file));
  }

  #otherUsesFor(file: FileId): number {
    return this.#otherUses.all - this.#otherUses.of(file);
  }

  refresh(): void {
    this.#filesChanged(() => undefined);
    this.#changes.add(undefined);
    this.#forgetAnswers();
  }

  settle(): void {
    this.#isSettled = true;
    this.refresh();
  }

  summaryOf(file: FileId): ModuleSummary | undefined {
    return this.#known.get(file)?.summary;
  }

  restsOn(file: FileId, other: FileId): boolean {
    return this.#mentions.has(other) || this.#leadsTo(file, other) || (this.#asking.has(file) && this.#leadsTo(other, file));
  }

  /** Whether the imports of a file lead to another, however far. */
  #leadsTo(file: FileId, other: FileId): boolean {
    const seen = new Set([file]);
    const pending = [file];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const imported of this.#importsOf(next)) {
        if (imported === other) return true;
        if (seen.has(imported)) continue;
        seen.add(imported);
        pending.push(imported);
      }
    }
    return false;
  }

  outlook(file: FileId, own: ModuleKnowledge, catalogue: Catalogue): Outlook {
    const shared = this.#outlookOfAll(catalogue);
    const { knowledge } = shared.evaluation;
    const ofFile = createEvaluation({
      ...shared.evaluation,
      once: own.once,
      knowledge: (other) => (other === file ? own : knowledge(other)),
    });
    const evaluation: Evaluation = {
      ...ofFile,
      evaluate: (name, from) => (from === file ? ofFile : shared.evaluation).evaluate(name, from),
    };
    const files = (name: string, definedIn: FileId): readonly FileId[] => {
      this.#asks(file);
      return this.#filesUsing(name, definedIn, file);
    };
    // Here what other files say of this one is answered by its model too, since its summary may be of an earlier version.
    return {
      evaluation,
      callGraph: createCallGraph(evaluation),
      callers: createCallers(ofFile, files),
      modulesOfAll: this.#source.knowledge === undefined ? this.#rootsImported() : undefined,
      hasOthers: this.#hasOthers(file),
      filesSetting: (setting) => {
        this.#asks(file);
        const setters = filesSetting(setting, (name) => this.#filesMentioning(name, file), evaluation);
        return setters
          .filter((setter) => this.#mayRunTogether(setter, file))
          .map((setter) => ({ file: setter, path: this.#source.pathFor?.(setter) ?? setter }));
      },
      mayBeCoroutine: (name) => !this.#isAllKnown() || this.#definesCoroutine(name),
    };
  }

  /** The files that may use what has this last name and is defined in a file; in order, the asking one among them. */
  #filesUsing(name: string, definedIn: FileId, file: FileId): readonly FileId[] {
    const told = (this.#told ??= [...this.#known.keys()].sort());
    const { members } = this.#source;
    if (members === undefined) return this.#known.has(file) ? told : [...told, file].sort();
    const leadsThere = this.#importersOf(members).leadingTo(definedIn);
    return [...new Set([...told, ...members.using(name).filter(leadsThere), file])].sort();
  }

  /** The files that may use what has this last name, wherever it is defined. */
  #filesMentioning(name: string, file: FileId): ReadonlySet<FileId> {
    return new Set([...this.#mentions.of(name), ...(this.#source.members?.using(name) ?? []), file]);
  }

  /** Whether a program may have both files: the imports of one of all files lead to both. */
  #mayRunTogether(one: FileId, other: FileId): boolean {
    if (one === other || isPackageAround(one, other) || isPackageAround(other, one)) return true;
    // Of a file that is not told yet nobody knows who imports it.
    if (this.#source.members === undefined && !this.#known.has(other)) return false;
    const files = this.#source.members ?? this.#toldFiles();
    const importers = this.#importersOf(files);
    const [leadToOne, leadToOther] = [importers.leadingTo(one), importers.leadingTo(other)];
    return files.files.some((file) => leadToOne(file) && leadToOther(file));
  }

  #toldFiles(): ImportingFiles {
    return { files: [...this.#known.keys()], importsOf: (file) => this.#known.get(file)?.summary.imports };
  }

  /** Of the members, or where there are none of the files that the project was told of. */
  #importersOf(files: ImportingFiles): Importers {
    this.#importers ??= createImporters(files, (module, from) => modulesOnTheWay(module, from, this.#modules));
    return this.#importers;
  }

  #hasOthers(file: FileId): boolean {
    const { knowledge, members } = this.#source;
    return knowledge !== undefined || members !== undefined || this.#known.size > (this.#known.has(file) ? 1 : 0);
  }

  /** Whether nothing can be brought of which is not known already which names it has. */
  #isAllKnown(): boolean {
    const { knowledge, members } = this.#source;
    return knowledge === undefined || (members !== undefined && this.#importersOf(members).areAllMembers);
  }

  #rootsImported(): ReadonlySet<string> {
    // Asked again after each change of any file, which is mostly of one.
    this.#roots ??= new Set([...this.#known.values()].flatMap((known) => (known.roots ??= [...new Set(rootsOf(known.summary.imports))])));
    return this.#roots;
  }

  #definesCoroutine(name: string): boolean {
    this.#coroutines ??= new Set([...this.#known.values()].flatMap(({ summary }) => summary.coroutines.split(' ')));
    return this.#coroutines.has(name) || this.#source.members?.defineCoroutine(name) === true;
  }

  #outlookOfAll(catalogue: Catalogue): SharedOutlook {
    const known = this.#shared.get(catalogue);
    if (known !== undefined) return known;
    const evaluation = createEvaluation({ catalogue, modules: this.#modules, knowledge: (file) => this.#knowledgeOf(file) });
    const outlook = { evaluation };
    this.#shared.set(catalogue, outlook);
    return outlook;
  }

  #knowledgeOf(file: FileId): ModuleKnowledge | undefined {
    const known = this.#known.get(file);
    if (known !== undefined) return known.knowledge;
    if (this.#brought.has(file)) return this.#brought.get(file);
    // Said first, so that files which import each other come to an end.
    this.#brought.set(file, undefined);
    const knowledge = this.#source.knowledge?.(file);
    this.#brought.set(file, knowledge);
    return knowledge;
  }

  #importsOf(file: FileId): ReadonlySet<FileId> {
    const known = this.#imported.get(file);
    if (known !== undefined) return known;
    const found = new Set<FileId>();
    for (const module of this.#known.get(file)?.summary.imports ?? []) {
      for (const target of modulesOnTheWay(module, file, this.#modules)) found.add(target);
    }
    this.#imported.set(file, found);
    return found;
  }

  #moduleFiles(): ModuleFiles {
    const { isFile, isFolder, rootsFor, topFor } = this.#source;
    return {
      isFile: (path) => this.#tree.has(path) || isFile?.(path) === true,
      isFolder: (path) => this.#tree.hasFolder(path) || isFolder?.(path) === true,
      packagesNamed: (name) => (this.#isSettled ? this.#tree.packagesNamed(name) : []),
      rootsFor: (file) => rootsFor?.(file) ?? [],
      topFor: (file) => topFor?.(file),
    };
  }

  #filesChanged(change: () => void): void {
    change();
    this.#told = undefined;
    this.#modules = createModules(this.#moduleFiles());
    this.#imported = new Map();
  }

  #isInCircle(file: FileId): boolean {
    const known = this.#circles.get(file) ?? this.#leadsTo(file, file);
    this.#circles.set(file, known);
    return known;
  }

  #changed(file: FileId): void {
    this.#changes.add(file);
    this.#forgetAnswers();
  }

  #forgetAnswers(): void {
    this.#coroutines = undefined;
    this.#roots = undefined;
    this.#circles = new Map();
    this.#importers = undefined;
    this.#shared = new WeakMap();
    this.#brought.clear();
  }
}

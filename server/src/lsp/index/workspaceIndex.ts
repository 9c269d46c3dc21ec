/**
 * What the files of the workspace tell one another: read in the background, kept up to date, and told to the project.
 *
 * Invariants: no request waits for it longer than a slice; an open document speaks for itself, with the text that its last
 * check was shown for, and never the file under it; whoever is open and may see something else now is told so, and nobody
 * else. Without a workspace there is nothing to read, and open documents know one another all the same.
 */
import type { Event } from 'vscode-languageserver';
import type { Engine } from '../../engine/check';
import type { ModuleSummary } from '../../project/index';
import { lazySummary } from '../../project/summaryStore';
import type { CheckedDocument } from '../checks';
import type { Documents } from '../documents';
import type { Guard } from '../guard';
import type { Cancel, Host, Readers } from '../host';
import { Emitter } from '../library';
import type { Finder, FoundFile } from './finder';
import { breather, shortSlice, type Progress } from './pace';
import type { Summaries } from './summaries';

/** What is known of the files of the workspace, and whom it is told. */
export interface WorkspaceIndex {
  /** Looks for all files anew and reads what it does not know; resolves when that is done, or was cancelled. */
  refresh(): Promise<void>;
  /** Resolves when all files are known, or reading them was cancelled: at once where they are. */
  ready(): Promise<void>;
  /** The files that were found, in order; undefined while that is not done. */
  found(): readonly FoundFile[] | undefined;
  /** The files that were found last; none while that is not done. */
  files(): Iterable<FoundFile>;
  file(uri: string): FoundFile | undefined;
  /** Tells that changes have been taken note of: of the files that say something else to others, or that it may be any. */
  readonly news: Event<readonly string[] | undefined>;
  /** Takes note of files and folders that came, went or changed. */
  touched(uris: readonly string[]): void;
  /** Takes note that the findings of a document have been shown. */
  shown(checked: CheckedDocument): void;
  /** Takes note that a document was closed: what stands on the disk counts again. */
  closed(uri: string): void;
  /** Stops; what is known is kept for the next time. */
  close(): Promise<void>;
}

/** What the index works with. */
export interface IndexParts {
  readonly host: Host;
  readonly guard: Guard;
  readonly engine: Engine;
  readonly documents: Documents;
  readonly finder: Finder;
  readonly summaries: Summaries;
  readonly beginProgress: () => Promise<Progress>;
  /** Told of open documents that may look different with what is known now. */
  readonly stale: Emitter<readonly string[]>;
}

/** In milliseconds: the files that are open come first, and reasons that come together are one. */
const pauseBeforeReading = 100;
/** In milliseconds: a burst of changes on the disk is looked at once. */
const pauseAfterTouch = 200;
/** In milliseconds: off the way of whoever types. */
const pauseAfterShown = 500;

/** An index that begins to read when it is asked to. */
export function createWorkspaceIndex(parts: IndexParts): WorkspaceIndex {
  return new Index(parts);
}

class Index implements WorkspaceIndex {
  readonly #parts: IndexParts;
  #all: ReadonlyMap<string, FoundFile> | undefined;
  #running: Promise<void> | undefined;
  #isWantedAgain = false;
  #isLoaded = false;
  #isClosed = false;
  readonly #news = new Emitter<readonly string[] | undefined>();
  readonly news = this.#news.event;
  readonly #touched = new Set<string>();
  #touchedTimer: Cancel | undefined;
  /** Documents that speak for themselves. */
  readonly #live = new Set<string>();
  readonly #shownTimers = new Map<string, Cancel>();
  /** The versions of documents whose summaries are being made. */
  readonly #summarised = new Map<string, CheckedDocument>();

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  refresh(): Promise<void> {
    this.#isWantedAgain = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async ready(): Promise<void> {
    await (this.#running ?? (this.#all === undefined ? this.refresh() : undefined));
  }

  found(): readonly FoundFile[] | undefined {
    return this.#all && [...this.#all.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  files(): Iterable<FoundFile> {
    return this.#all?.values() ?? [];
  }

  file(uri: string): FoundFile | undefined {
    return this.#all?.get(uri);
  }

  touched(uris: readonly string[]): void {
    for (const uri of uris) this.#touched.add(uri);
    this.#touchedTimer?.();
    const { host, guard } = this.#parts;
    const take = guard.notification('changed files', () => this.#takeTouched());
    this.#touchedTimer = host.schedule(() => take(), pauseAfterTouch);
  }

  shown(checked: CheckedDocument): void {
    const { uri } = checked;
    const { host, guard } = this.#parts;
    this.#shownTimers.get(uri)?.();
    const take = guard.notification('summary of a document', () => this.#takeShown(checked));
    this.#shownTimers.set(
      uri,
      host.schedule(() => take(), pauseAfterShown),
    );
  }

  closed(uri: string): void {
    this.#shownTimers.get(uri)?.();
    this.#shownTimers.delete(uri);
    this.#summarised.delete(uri);
    if (!this.#live.delete(uri)) return;
    const onDisk = this.#parts.summaries.files.get(uri);
    this.#told(onDisk === undefined ? this.#removed(uri) : this.#updated(uri, lazySummary(onDisk.summary)));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#touchedTimer?.();
    for (const cancel of this.#shownTimers.values()) cancel();
    this.#news.dispose();
    await this.#parts.summaries.save();
  }

  async #run(): Promise<void> {
    while (this.#isWantedAgain && !this.#isClosed) {
      await new Promise<void>((resume) => void this.#parts.host.schedule(resume, pauseBeforeReading));
      this.#isWantedAgain = false;
      const progress = await this.#parts.beginProgress();
      try {
        await this.#readAll(() => progress.isCancelled() || this.#isClosed, progress);
      } finally {
        progress.done();
      }
      // Whoever cancels wants no other round either, even where settings have changed meanwhile.
      if (progress.isCancelled()) this.#giveUp();
    }
  }

  /** What was read until somebody had enough of it counts all the same. */
  #giveUp(): void {
    this.#isWantedAgain = false;
    this.#parts.stale.fire(this.#parts.documents.all().map(({ uri }) => uri));
  }

  async #readAll(isOver: () => boolean, progress: Progress): Promise<void> {
    const { finder, summaries, host, engine, documents, guard } = this.#parts;
    const breathe = breather(host);
    if (!this.#isLoaded) await summaries.load(breathe);
    this.#isLoaded = true;
    const all = new Map<string, FoundFile>();
    for await (const some of finder.all()) {
      for (const file of some) all.set(file.uri, file);
      if (isOver()) return;
      await breathe();
    }
    await this.#takeAll([...all.values()], isOver, progress, breathe);
    if (isOver()) return;
    const gone = [...summaries.files.keys()].filter((uri) => !all.has(uri));
    for (const uri of gone) this.#drop(uri);
    summaries.settle();
    const isEmpty = all.size === 0 && gone.length === 0;
    this.#all = all;
    if (isEmpty) return;
    // Roots of folders became known on the way.
    engine.project.settle();
    this.#parts.stale.fire(documents.all().map(({ uri }) => uri));
    this.#news.fire(undefined);
    // Nobody waits for it, and where nothing can be written everything else goes on.
    guard.notification('keeping what was read', () => summaries.save())();
  }

  async #takeAll(files: readonly FoundFile[], isOver: () => boolean, progress: Progress, breathe: () => Promise<void>): Promise<void> {
    const { summaries, host } = this.#parts;
    const unread = files.filter((file) => file.kind === 'python' && summaries.isUnread(file));
    const readers = unread.length < fewestForThreads ? undefined : host.startReaders?.();
    let done = 0;
    const waiting = files.values();
    const lane = async (): Promise<void> => {
      for (const file of waiting) {
        if (isOver()) return;
        await this.#take(file, false, readers);
        progress.report(++done, files.length);
        await breathe();
      }
    };
    try {
      await Promise.all(Array.from({ length: readers?.width ?? 1 }, lane));
    } finally {
      readers?.stop();
    }
  }

  /** Learns what a file says; what changes for others, and for which documents where that is asked. */
  async #take(file: FoundFile, isAsked = true, readers?: Readers): Promise<Change | undefined> {
    const { summaries } = this.#parts;
    // Project files say something to nobody but their readers.
    if (file.kind === 'config') return undefined;
    const { uri, size, configuration } = file;
    const isTooLarge = size > configuration.settings.maxFileSizeKb * 1024;
    const before = summaries.files.get(uri);
    const now = isTooLarge ? undefined : (summaries.known(file) ?? (await summaries.read(file, readers)));
    if (now === undefined) return this.#drop(uri);
    // An open document speaks for itself.
    if (this.#live.has(uri) || before?.summary === now.summary) return undefined;
    return this.#updated(uri, lazySummary(now.summary), isAsked);
  }

  #drop(uri: string): Change | undefined {
    return this.#parts.summaries.forget(uri) && !this.#live.has(uri) ? this.#removed(uri) : undefined;
  }

  async #takeTouched(): Promise<void> {
    await this.#running;
    const { finder } = this.#parts;
    const uris = [...this.#touched];
    this.#touched.clear();
    if (this.#isClosed) return;
    if (this.#all === undefined || uris.length > mostTouched || uris.some((uri) => finder.knowsFolder(uri))) {
      // After a cancellation nothing is read, that is for whoever asks for all; but what was read is true no more.
      if (this.#all === undefined) this.#told(...uris.map((uri) => this.#drop(uri)));
      else await this.refresh();
      return;
    }
    const all = new Map(this.#all);
    const found = await finder.these(uris);
    for (const uri of uris) all.delete(uri);
    for (const file of found) all.set(file.uri, file);
    this.#all = all;
    const changes: (Change | undefined)[] = [];
    for (const uri of uris) if (!all.has(uri)) changes.push(this.#drop(uri));
    for (const file of found) changes.push(await this.#take(file));
    this.#told(...changes);
  }

  /** In short slices: whoever types on after a pause is not to wait until all of a large file is read. */
  async #takeShown(checked: CheckedDocument): Promise<void> {
    const { uri, version, file, configuration } = checked;
    const { documents, engine, host } = this.#parts;
    this.#shownTimers.delete(uri);
    this.#summarised.set(uri, checked);
    // A newer version will be shown, and then it is its turn.
    const isOutdated = (): boolean => this.#isClosed || this.#summarised.get(uri) !== checked || documents.get(uri)?.version !== version;
    const steps = file === undefined || isOutdated() ? undefined : engine.summaryStepsOf(file, configuration.settings);
    const breathe = breather(host, shortSlice);
    for (let step = steps?.next(); step !== undefined; step = steps?.next()) {
      if (step.done === true) {
        this.#live.add(uri);
        this.#told(this.#updated(uri, step.value));
        return;
      }
      await breathe();
      if (isOutdated()) return;
    }
  }

  #updated(uri: string, summary: ModuleSummary, isAsked = true): Change | undefined {
    const { project } = this.#parts.engine;
    const isNew = project.summaryOf(uri) === undefined;
    const open = isAsked ? this.#parts.documents.all().filter((document) => document.uri !== uri) : [];
    // Imports may come or go with the change, so that what rests on the file is asked before and after.
    const before = open.map((document) => [document.uri, project.generationOf(document.uri), project.restsOn(document.uri, uri)] as const);
    if (!project.update(uri, summary)) return undefined;
    const concerned = before.filter(
      ([other, generation, rested]) => project.generationOf(other) !== generation && (rested || project.restsOn(other, uri)),
    );
    return { uri, isStructural: isNew, concerned: concerned.map(([other]) => other) };
  }

  #removed(uri: string): Change | undefined {
    return this.#parts.engine.project.remove(uri) ? { uri, isStructural: true, concerned: [] } : undefined;
  }

  /** Has open documents checked again that rest on what has changed. A file that comes or goes may change what a name means. */
  #told(...changes: readonly (Change | undefined)[]): void {
    const { documents, stale } = this.#parts;
    const known = changes.filter((change) => change !== undefined);
    const isMany = known.length > mostTouched / 10 || known.some(({ isStructural }) => isStructural);
    this.#news.fire(isMany ? undefined : known.map(({ uri }) => uri));
    if (known.length === 0) return;
    const isAnybody = known.length > mostTouched || known.some(({ isStructural }) => isStructural);
    const open = documents.all().map(({ uri }) => uri);
    const concerned = open.filter((uri) => known.some((change) => change.uri !== uri && (isAnybody || change.concerned.includes(uri))));
    if (concerned.length > 0) stale.fire(concerned);
  }
}

/** To start a thread takes as long as to read some fifty files. */
const fewestForThreads = 50;

/** More files than this are looked at as a whole. */
const mostTouched = 500;

interface Change {
  readonly uri: string;
  /** The open documents that may look different now, as far as they rest on the file. */
  readonly concerned: readonly string[];
  /** Whether there was no such file, or is none any more. */
  readonly isStructural: boolean;
}

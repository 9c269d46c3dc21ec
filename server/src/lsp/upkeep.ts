/**
 * Keeps what a check of the workspace has shown right, while files change in the editor and on the disk.
 *
 * Invariants: it does nothing before such a check, and looks at no file that is open; a file is looked at again when it or its
 * settings have changed, or something that its findings rest on; in slices, behind whatever anybody waits for.
 */
import type { Settings } from '../settings/schema';
import { checkedClosedFile } from './closedFiles';
import type { Cancel } from './host';
import type { FoundFile, FoundSource } from './index/finder';
import { breather } from './index/pace';
import type { Session } from './session';

/** Is told what a check of the workspace has looked at. */
export interface Upkeep {
  /** Takes note that a file was checked as it stood then. */
  checked(file: FoundFile): void;
  /** Takes note that all files were checked: one that comes later is one more. */
  checkedAll(): void;
  /** Whether a file was checked, and its results have not been cleared since. */
  covers(uri: string): boolean;
  /** Lets go of everything, as before the first check. */
  clear(): void;
}

/** In milliseconds: whoever types or checks out a branch is not done with the first change. */
const pauseBeforeUpkeep = 500;

/** Listens to changes for as long as the session lasts. */
export function createUpkeep(session: Session): Upkeep {
  const rounds = new Rounds(session);
  const look = session.guard.notification('upkeep of a closed file', (uri: string) => rounds.look(uri));
  session.index.news((changed) => rounds.take(changed));
  session.changed.event((uri) => {
    // At once: somebody is looking.
    if (rounds.covers(uri) && !session.documents.get(uri)) look(uri);
  });
  return rounds;
}

class Rounds implements Upkeep {
  readonly #session: Session;
  /** Files as they stood when they were checked. */
  readonly #checked = new Map<string, FoundFile>();
  readonly #due = new Set<string>();
  /** Files that have findings, or had some: of all others what they rest on is not followed, which may be the whole project. */
  readonly #withFindings = new Set<string>();
  readonly #texts = new WeakMap<Settings, string>();
  #isOfAll = false;
  #isRunning = false;
  #timer: Cancel | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  checked(file: FoundFile): void {
    this.#checked.set(file.uri, file);
  }

  checkedAll(): void {
    this.#isOfAll = true;
  }

  covers(uri: string): boolean {
    return this.#checked.has(uri);
  }

  clear(): void {
    this.#timer?.();
    for (const files of [this.#checked, this.#due, this.#withFindings]) files.clear();
    this.#isOfAll = false;
  }

  /** Takes note that files say something else, or that anything may have changed. */
  take(changed: readonly string[] | undefined): void {
    const { index, guard, host } = this.#session;
    if (this.#checked.size === 0) return;
    for (const uri of this.#checked.keys()) if (index.file(uri) === undefined) this.#due.add(uri);
    for (const file of index.files()) if (this.#isDue(file, changed)) this.#due.add(file.uri);
    if (this.#due.size === 0) return;
    this.#timer?.();
    const run = guard.notification('upkeep', () => this.#run());
    this.#timer = host.schedule(() => run(), pauseBeforeUpkeep);
  }

  async look(uri: string): Promise<void> {
    const { index, closed, documents } = this.#session;
    const file = index.file(uri);
    if (file === undefined) this.#checked.delete(uri);
    else this.#checked.set(uri, file);
    const diagnostics = file && (await checkedClosedFile(file, this.#session));
    // It can have been opened in the meantime, and then shows its own.
    if (!documents.get(uri)) await closed.show(uri, this.covers(uri) ? (diagnostics ?? []) : []);
  }

  #isDue(file: FoundFile, changed: readonly string[] | undefined): boolean {
    const { closed, engine } = this.#session;
    const before = this.#checked.get(file.uri);
    if (before === undefined) return this.#isOfAll;
    // Whenever a project file changes, anything may have.
    if (before.kind === 'config' || file.kind === 'config') return changed === undefined;
    if (before !== file && !this.#isSame(before, file)) return true;
    if (closed.has(file.uri)) this.#withFindings.add(file.uri);
    return this.#withFindings.has(file.uri) && (changed === undefined || changed.some((uri) => engine.project.restsOn(file.uri, uri)));
  }

  #isSame(before: FoundSource, now: FoundSource): boolean {
    const [earlier, later] = [before, now].map(({ configuration: { settings } }) => this.#textOf(settings));
    return before.size === now.size && before.modified === now.modified && earlier === later;
  }

  /** The files of a folder have their settings in common. */
  #textOf(settings: Settings): string {
    const known = this.#texts.get(settings);
    if (known !== undefined) return known;
    const text = JSON.stringify(settings);
    this.#texts.set(settings, text);
    return text;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const { host, documents } = this.#session;
    const breathe = breather(host);
    try {
      for (const uri of this.#due) {
        this.#due.delete(uri);
        if (!documents.get(uri)) await this.look(uri);
        await breathe();
      }
    } finally {
      this.#isRunning = false;
    }
  }
}

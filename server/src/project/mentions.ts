/**
 * Which of the files that a project was told of write a name, for what is asked of all files together.
 *
 * Invariant: a file that has once written one of the names that are asked for stays among those that do, so that whoever asked
 * is known to rest on it when it writes the name no more.
 */
import type { ModuleSummary } from './summary';
import type { FileId } from './files';

/** Of the names that have been asked for, the files that write them. */
export class Mentions {
  readonly #summaries: ReadonlyMap<FileId, { readonly summary: ModuleSummary }>;
  readonly #files = new Map<string, Set<FileId>>();

  /** Over what the project was told, which `note` is called for whenever it changes. */
  constructor(summaries: ReadonlyMap<FileId, { readonly summary: ModuleSummary }>) {
    this.#summaries = summaries;
  }

  /** The files that call or use something with this last name. */
  of(name: string): Iterable<FileId> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const found = new Set<FileId>();
    for (const [file, { summary }] of this.#summaries) if (writes(name, summary)) found.add(file);
    this.#files.set(name, found);
    return found;
  }

  /** Takes what a file says now. */
  note(file: FileId, summary: ModuleSummary): void {
    for (const [name, files] of this.#files) if (writes(name, summary)) files.add(file);
  }

  /** Whether a file writes, or wrote, a name that has been asked for. */
  has(file: FileId): boolean {
    for (const files of this.#files.values()) if (files.has(file)) return true;
    return false;
  }
}

function writes(name: string, { mentions }: ModuleSummary): boolean {
  return mentions.includes(` ${name} `);
}

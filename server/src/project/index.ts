/**
 * What files know of one another.
 *
 * Invariants: holds summaries and never trees; answers which files must be looked at again, and never looks at them
 * itself. With a single file everything still works: then a project holds one module and every question is answered from it.
 */
import type { FileId } from './view';

/** What other files need to know of a file: small, plain data, the same as long as no exported thing changes. */
export interface ModuleSummary {
  /** The dotted name by which other files import it; undefined for files that none can import. */
  readonly module: string | undefined;
  /** The modules that it imports, as it writes them. */
  readonly imports: readonly string[];
}

export interface Project {
  /** Takes a file's new summary; answers the files that must be looked at again because of it. */
  update(file: FileId, summary: ModuleSummary): readonly FileId[];
  remove(file: FileId): readonly FileId[];
  summaryOf(file: FileId): ModuleSummary | undefined;
}

/** A project in which every file stands for itself: nothing that one says changes what is known of another. */
export function createProject(): Project {
  const summaries = new Map<FileId, ModuleSummary>();
  return {
    update: (file, summary) => {
      summaries.set(file, summary);
      return [];
    },
    remove: (file) => {
      summaries.delete(file);
      return [];
    },
    summaryOf: (file) => summaries.get(file),
  };
}

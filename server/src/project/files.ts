/** Files, as a project knows them. */

/** The path or URI by which the host knows a file. */
export type FileId = string;

/** A file of the project. */
export interface ProjectFile {
  readonly file: FileId;
  /** Where the file stands in its project, with `/`; the whole of `file` where no project is known. */
  readonly path: string;
}

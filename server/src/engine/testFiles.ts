/** Which files are tests, or show how something is used, for rules that have nothing or less to say of them. */
import type { ProjectFile } from '../project/view';

/** Whether the file is one of tests, by its place and name. */
export function isTestFile({ path }: ProjectFile): boolean {
  return /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)(?:tests?_[^/]*|[^/]*_tests?|conftest)\.pyi?$/.test(path);
}

/** Whether all of the file is there for tests, by its place: in a folder of tests a helper that no test is named after as well. */
export function isAmongTests({ path }: ProjectFile): boolean {
  return /(?:^|\/)tests?\/|(?:^|\/)conftest\.py$/.test(path);
}

/** Whether the file is a program's side to the terminal, by its place and name: it asks whoever started it, mostly before anything else runs. */
export function isCommandLine({ path }: ProjectFile): boolean {
  return /(?:^|\/)cli\/|(?:^|\/)(?:__main__|_*cli|setup)\.py$/.test(path);
}

/** Whether the file is none of a service, by its place and name: a script, an example, a program's side to the terminal. */
export function isBesideService(file: ProjectFile): boolean {
  return isCommandLine(file) || isDemonstration(file) || /(?:^|\/)scripts?\//.test(file.path);
}

/** Whether the file is an example or a demonstration, by its place and name: its loop serves who looks at it. */
export function isDemonstration({ path }: ProjectFile): boolean {
  return /(?:^|\/)(?:demos?|examples?|samples?|cookbooks?|notebooks?|docs|docs_src)\/|(?:^|\/)(?:demo|example|sample)(?:_[^/]*)?\.pyi?$/.test(
    path,
  );
}

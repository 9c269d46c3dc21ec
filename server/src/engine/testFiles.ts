/** Which files are tests, for rules that have nothing to say of them. */
import type { FileView } from '../project/view';

/** Whether the file is one of tests, by its place and name. */
export function isTestFile({ path }: FileView): boolean {
  return /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)(?:tests?_[^/]*|[^/]*_tests?|conftest)\.pyi?$/.test(path);
}

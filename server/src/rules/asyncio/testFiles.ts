/** Which files are tests, for rules that have nothing to say of them. */
import type { FileView } from '../../project/view';

/** Whether the file is one of tests, by its place. */
export function isTest(view: FileView): boolean {
  return /(^|\/)(tests?|testing)\/|(^|\/)(test_|conftest)[^/]*$|_test\.py$/.test(view.path);
}

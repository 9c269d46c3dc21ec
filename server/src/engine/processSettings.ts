/** What a program sets for all its code. */
import type { ProcessSetting } from '../catalogue/schema';
import type { FileView } from '../project/view';
import { isDemonstration, isTestFile } from './testFiles';

/** Whether the program sets it, in whatever file. What a test or an example sets holds for nobody else. */
export function isSetForAll(setting: ProcessSetting, view: FileView): boolean {
  return view.filesSetting(setting).some((setter) => setter.file === view.file || !(isTestFile(setter) || isDemonstration(setter)));
}

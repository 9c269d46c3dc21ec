/** Problems of settings as findings in the project file. The engine reports them itself: no rule could see them. */
import type { FileId } from '../project/view';
import { quoted } from '../settings/read';
import type { SettingsProblem } from '../settings/read';
import type { Severity } from '../settings/levels';
import type { Reported } from './finding';
import type { Choosable } from './profile';

/** The findings' rule, as far as settings are concerned. */
export const badConfiguration: Choosable = { id: 'bad-configuration', category: 'tooling', profile: 'minimal', severity: 'error' };

/** A finding for each problem. One without a place stands at the beginning of the file. */
export function configurationFindings(file: FileId, problems: readonly SettingsProblem[], severity: Severity): readonly Reported[] {
  return problems.map(({ key, message, range }) => ({
    rule: badConfiguration.id,
    category: badConfiguration.category,
    severity,
    certainty: 'certain',
    file,
    range: { start: range?.start ?? 0, end: range?.end ?? 0 },
    anchor: undefined,
    message: key === '' || message.includes(quoted(key)) ? message : `${quoted(key)}: ${message}`,
    related: [],
    fixes: [],
    tags: [],
  }));
}

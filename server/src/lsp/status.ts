/** What the client's status item says of a file. */
import type { CheckedFile } from '../engine/check';
import type { Reported } from '../engine/finding';
import type { FileStatus } from '../protocol';
import type { FileConfiguration } from './configuration';

export interface StatusSource {
  readonly uri: string;
  readonly configuration: FileConfiguration;
  /** Why the file is skipped although it could be checked; undefined when it is not. */
  readonly skipped: string | undefined;
  readonly file: CheckedFile | undefined;
  readonly findings: readonly Reported[];
}

/** What keeps a file from being checked comes first, then what makes the check incomplete. */
export function statusOf({ uri, configuration, skipped, file, findings }: StatusSource): FileStatus {
  const status = { uri, findings: findings.length };
  const { exclusion, problems, origin } = configuration;
  if (exclusion !== undefined) return { ...status, state: 'off', detail: exclusion };
  if (skipped !== undefined) return { ...status, state: 'skipped', detail: skipped };
  const [problem] = problems;
  if (problem !== undefined) return { ...status, state: 'configuration', detail: problem };
  const failed = [...new Set(file?.failures.map(({ rule }) => rule))];
  if (failed.length > 0) return { ...status, state: 'rule-failed', detail: `${failed.join(', ')} stopped in this file` };
  if (file && !file.complete) return { ...status, state: 'rule-failed', detail: 'the check took too long and is incomplete' };
  return { ...status, state: 'on', detail: origin };
}

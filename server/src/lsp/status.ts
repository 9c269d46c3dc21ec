/**
 * What the client's status item says of a file.
 *
 * Invariant: nothing in a detail can be followed, although project files have a say in it, which anybody may have written:
 * VS Code finds links in details, to commands as well, and shows a pinned item's detail as Markdown that it trusts.
 */
import type { CheckedFile } from '../engine/check';
import type { Reported } from '../engine/finding';
import type { FileStatus } from '../protocol';
import type { FileConfiguration } from './configuration';

/** What a status is made from. */
export interface StatusSource {
  readonly uri: string;
  readonly configuration: FileConfiguration;
  /** Why the file is skipped although it could be checked; undefined when it is not. */
  readonly skipped: string | undefined;
  readonly file: CheckedFile | undefined;
  readonly findings: readonly Reported[];
}

/** The status of a file in words. */
export function statusOf(source: StatusSource): FileStatus {
  const status = wordedStatus(source);
  return { ...status, detail: plain(status.detail) };
}

/** What keeps a file from being checked comes first, then what makes the check incomplete. */
function wordedStatus({ uri, configuration, skipped, file, findings }: StatusSource): FileStatus {
  const status = { uri, findings: findings.length };
  const { exclusion, problems, origin } = configuration;
  if (exclusion !== undefined) return { ...status, state: 'off', detail: exclusion };
  if (skipped !== undefined) return { ...status, state: 'skipped', detail: skipped };
  const [problem] = problems;
  if (problem !== undefined) {
    const { text, place } = problem;
    return { ...status, state: 'configuration', detail: text, ...(place ? { place } : {}) };
  }
  const failed = [...new Set(file?.failures.map(({ rule }) => rule))];
  if (failed.length > 0) return { ...status, state: 'rule-failed', detail: `${failed.join(', ')} stopped in this file` };
  if (file && !file.complete) return { ...status, state: 'rule-failed', detail: 'the check took too long and is incomplete' };
  return { ...status, state: 'on', detail: origin };
}

/** Without what begins a link or an icon. What comes from files stands in code spans, so that no bare address becomes one. */
function plain(text: string): string {
  const cut = text.length <= longestDetail ? text : `${text.slice(0, longestDetail - 1)}…`;
  return cut
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')
    .replaceAll('](', '] (')
    .replaceAll('$(', '$ (')
    .replace(/<(?=\S)/g, '< ');
}

const longestDetail = 200;

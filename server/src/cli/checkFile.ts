/** One file, from bytes to findings; with fixes applied where they are wanted. */
import type { CheckedFile } from '../engine/check';
import type { FixKind, RuleFailure } from '../engine/finding';
import type { FileId } from '../project/view';
import { appliedEdits } from '../engine/textEdits';
import type { Check } from './checker';
import type { FileConfiguration } from './configuration';
import { checkable } from './content';
import type { Content } from './content';
import type { Skipped, Source } from './discover';
import { linesOf } from './places';
import type { Lines } from './places';
import type { FileProblem } from './ports';
import type { Failure, ShownFinding } from './report/report';
import { shownFindings } from './shown';

/** What is wanted besides findings. */
export interface FileWish {
  /** The strongest fixes to apply; undefined for none. */
  readonly fixes: FixKind | undefined;
  readonly wantsEdits: boolean;
  /** The name to show for another file. */
  readonly nameOf: (file: FileId) => string;
}

/** What came of a file. Trees and offsets are gone, so that a run over many files stays small. */
export interface FileOutcome {
  readonly findings: readonly ShownFinding[];
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
  /** Whether the file's bytes could not be had. */
  readonly isUnread: boolean;
  readonly change: Change | undefined;
}

/** What fixes made of a file. */
export interface Change {
  readonly source: Source;
  readonly before: Content;
  readonly after: Content;
  /** How many findings the fixes made go away. */
  readonly fixed: number;
}

/** A fix can uncover another finding; more rounds than this would be fixes that undo each other. */
const mostRounds = 10;

/** Checks a file, and repairs and checks it again as long as fixes find something to do. */
export function checkFile(
  source: Source,
  bytes: Uint8Array | FileProblem,
  configuration: FileConfiguration,
  check: Check,
  wish: FileWish,
): FileOutcome {
  if (!(bytes instanceof Uint8Array)) return unread(source, bytes);
  const before = checkable(bytes, configuration.settings);
  if ('problem' in before) return skip(source, before.problem);
  const rounds = repaired(source, before.text, configuration, check, wish.fixes);
  const last = rounds.at(-1) ?? rounds[0];
  const findings = shownFindings({
    checked: last,
    shown: source.shown,
    lines: linesOf(last.text),
    wantsEdits: wish.wantsEdits,
    nameOf: wish.nameOf,
  });
  const change = {
    source,
    before,
    after: { ...before, text: last.text },
    fixed: Math.max(0, rounds[0].findings.length - last.findings.length),
  };
  return {
    findings,
    // Read last: working out a fix may add a failure.
    failures: failuresIn(rounds, source),
    skipped: [],
    isUnread: false,
    change: last.text === before.text ? undefined : change,
  };
}

const nothing: FileOutcome = { findings: [], failures: [], skipped: [], isUnread: false, change: undefined };

function unread({ shown }: Source, { problem }: FileProblem): FileOutcome {
  return {
    ...nothing,
    isUnread: true,
    failures: [{ file: shown, rule: undefined, place: undefined, message: `it cannot be read: ${problem}` }],
  };
}

function skip(source: Source, reason: string): FileOutcome {
  return { ...nothing, skipped: [{ file: source.shown, reason }] };
}

/** The check of the text, and the checks of what fixes made of it. */
type Rounds = [first: CheckedFile, ...after: CheckedFile[]];

function repaired(source: Source, text: string, configuration: FileConfiguration, check: Check, strongest: FixKind | undefined): Rounds {
  let last = check(source, text, configuration);
  const rounds: Rounds = [last];
  for (let round = 0; strongest !== undefined && round < mostRounds; round++) {
    const edits = last.fixAll(strongest).flatMap((edit) => ('edits' in edit && edit.file === last.file ? edit.edits : []));
    const result = appliedEdits(last.text, edits);
    if (result === last.text) break;
    last = check(source, result, configuration);
    rounds.push(last);
  }
  return rounds;
}

/** What went wrong in any round; the same failure of several rounds is one. */
function failuresIn(rounds: Rounds, source: Source): readonly Failure[] {
  const failures = new Map<string, Failure>();
  for (const { text, failures: inRound, complete } of rounds) {
    const lines = linesOf(text);
    for (const failure of inRound) failures.set(`${failure.rule} ${failure.error}`, shownFailure(failure, source, lines));
    if (!complete && inRound.length === 0) failures.set('', outOfTime(source));
  }
  return [...failures.values()];
}

function shownFailure({ rule, offset, error }: RuleFailure, { shown }: Source, lines: Lines): Failure {
  const place = offset === undefined ? undefined : lines.place(offset);
  return { file: shown, rule, place, message: `the rule ${rule} stopped here, and the others went on: ${error}` };
}

function outOfTime({ shown }: Source): Failure {
  return { file: shown, rule: undefined, place: undefined, message: 'checking it took too long, so some findings may be missing' };
}

/** The flags of `check` as the argument parser hands them over, turned into what the check needs. */
import { isKnownCode, matchesSomeRule, nearestName } from '../settings/codes';
import type { KnownCodes } from '../settings/codes';
import { isAtLeastAsSevere, severities } from '../settings/levels';
import type { Profile, Severity } from '../settings/levels';
import type { PythonName } from '../settings/pythonVersion';
import type { Settings, SeverityOverride } from '../settings/schema';

/** The choices of `--output-format`. */
export const outputFormats = ['full', 'text', 'concise', 'json'] as const;
/** The choices of `--color`. */
export const colorModes = ['auto', 'always', 'never'] as const;
/** The choices of `--fail-on`. */
export const failLevels = [...severities, 'never'] as const;

/** The parser has made sure of the choices; lists hold what each use of a flag gave, still with its commas. */
export interface CheckFlags {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly profile?: Profile;
  readonly severity?: readonly string[];
  readonly targetVersion?: PythonName;
  readonly isolated?: boolean;
  readonly config?: string;
  readonly exitZero?: boolean;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly stdinFilename?: string;
  readonly failOn: (typeof failLevels)[number];
  readonly outputFormat?: (typeof outputFormats)[number];
  readonly outputFile?: string;
  readonly exclude?: readonly string[];
  readonly respectGitignore: boolean;
  readonly threads?: number;
  /** True for the default folder. */
  readonly cache?: string | true;
  readonly statistics?: boolean;
  readonly quiet?: boolean;
  readonly color: (typeof colorModes)[number];
}

/** What is wrong with how the command was called. */
export interface UsageProblem {
  /** Whole sentences: what is wrong and what to do. */
  readonly usage: string;
}

/** What the flags set, which wins over every file; or the first thing that is wrong with them. */
export function overridesOf(flags: CheckFlags, codes: KnownCodes): Partial<Settings> | UsageProblem {
  const select = separated(flags.select);
  const ignore = separated(flags.ignore);
  const severity = (flags.severity ?? []).map((assignment) => severityOf(assignment, codes));
  const problem = [codesProblem('--select', select, codes), codesProblem('--ignore', ignore, codes), ...severity].find(
    (result) => result !== undefined && 'usage' in result,
  );
  if (problem !== undefined && 'usage' in problem) return problem;
  const levels = severity.flatMap((result) => ('usage' in result ? [] : [[result.code, result.level] as const]));
  return {
    select,
    ignore,
    severity: Object.fromEntries(levels),
    exclude: separated(flags.exclude),
    ...(flags.profile === undefined ? {} : { profile: flags.profile }),
    ...(flags.targetVersion === undefined ? {} : { targetVersion: flags.targetVersion }),
  };
}

/** Flags that contradict each other, or the paths. */
export function flagConflict(flags: CheckFlags, paths: readonly string[]): UsageProblem | undefined {
  if (flags.fix === true && flags.diff === true)
    return { usage: '--fix writes files and --diff only shows what it would write. Give one of them.' };
  if (flags.isolated === true && flags.config !== undefined)
    return { usage: '--isolated reads no configuration and --config names one. Give one of them.' };
  if (flags.diff === true && flags.outputFormat === 'json')
    return { usage: '--diff prints a patch and no findings. Leave out --output-format json.' };
  const isStandardInput = paths.includes('-') || flags.stdinFilename !== undefined;
  if (isStandardInput && paths.some((path) => path !== '-'))
    return { usage: 'Standard input is checked alone. Leave out the other paths, or the -.' };
  return undefined;
}

/** Whether a finding of this severity makes the check fail. */
export function isFailing(severity: Severity, failOn: CheckFlags['failOn']): boolean {
  return failOn !== 'never' && isAtLeastAsSevere(severity, failOn);
}

function separated(values: readonly string[] | undefined): readonly string[] {
  return (values ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function codesProblem(flag: string, given: readonly string[], codes: KnownCodes): UsageProblem | undefined {
  const unknown = given.find((code) => !isKnownCode(code, codes));
  return unknown === undefined
    ? undefined
    : { usage: `${flag} names ${unknown}, which is no rule and no category. ${suggestion(unknown, codes)}` };
}

function severityOf(assignment: string, codes: KnownCodes): { readonly code: string; readonly level: SeverityOverride } | UsageProblem {
  const [code = '', value = ''] = assignment.split('=', 2);
  const level = [...severities, 'off' as const].find((name) => name === value);
  if (level === undefined)
    return { usage: `--severity ${assignment} has no level. Write CODE=LEVEL, with the level ${severities.join(', ')} or off.` };
  const isKnown = code.includes('*') ? matchesSomeRule(code, codes) : isKnownCode(code, codes);
  return isKnown ? { code, level } : { usage: `--severity names ${code}, which is no rule and no category. ${suggestion(code, codes)}` };
}

function suggestion(code: string, codes: KnownCodes): string {
  const nearest = nearestName(code, [...codes.rules, ...codes.categories]);
  return nearest === undefined ? 'The command service-patterns rules lists them all.' : `Did you mean ${nearest}?`;
}

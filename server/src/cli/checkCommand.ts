/** `check`: finds the files, checks them one after the other, and says what came of it. */
import { checkFile } from './checkFile';
import type { FileOutcome } from './checkFile';
import { createChecker } from './checker';
import type { Check, Checker } from './checker';
import { configurationFrom } from './configuration';
import type { Configuration } from './configuration';
import { encoded } from './content';
import { differences } from './differences';
import { discover, sourceKind } from './discover';
import type { Discovered, Source } from './discover';
import { exitCodes } from './exitCodes';
import { flagConflict, isFailing, overridesOf } from './flags';
import type { CheckFlags, UsageProblem } from './flags';
import { paintOf, writeReport, writeTroubles } from './output';
import { nameOf, relativeTo } from './paths';
import type { CliHost, Console, FileProblem } from './ports';
import { counted } from './report/report';
import type { CheckReport, Failure } from './report/report';

/** Runs the check and gives the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, host: CliHost): Promise<number> {
  const usage = flagConflict(flags, paths);
  if (flags.unsafeFixes === true && flags.fix !== true && flags.diff !== true)
    host.console.warn('--unsafe-fixes does nothing without --fix or --diff.\n');
  const job = usage ?? jobOf(flags, host, await createChecker(host));
  if ('usage' in job) {
    host.console.warn(`${job.usage}\n`);
    return exitCodes.usage;
  }
  const input = await inputOf(paths, job);
  const outcomes = await outcomesOf(input, job);
  if (outcomes === undefined) return exitCodes.interrupted;
  for (const problem of input.problems) host.console.warn(`${problem}\n`);
  const ending = flags.diff === true ? endWithDifferences : flags.fix === true && input.isStandard ? endWithFixedText : endWithReport;
  return Math.max(ending(input, outcomes, job), input.problems.length > 0 ? exitCodes.usage : exitCodes.clean);
}

interface Job {
  readonly flags: CheckFlags;
  readonly host: CliHost;
  readonly check: Check;
  readonly configuration: Configuration;
}

function jobOf(flags: CheckFlags, host: CliHost, checker: Checker): Job | UsageProblem {
  const overrides = overridesOf(flags, checker.codes);
  if ('usage' in overrides) return overrides;
  if (flags.config !== undefined && host.files.info(flags.config)?.kind !== 'file')
    return { usage: `There is no configuration file ${flags.config}. Check the path after --config.` };
  const from = flags.isolated === true ? 'none' : flags.config === undefined ? 'nearest' : { file: flags.config };
  const configuration = configurationFrom({ host, codes: checker.codes, overrides, from });
  return { flags, host, check: checker.under(configuration), configuration };
}

/** What there is to check, and how to come by its bytes. */
interface Input extends Discovered {
  readonly isStandard: boolean;
  read(source: Source): Uint8Array | FileProblem;
}

async function inputOf(paths: readonly string[], { flags, host, configuration }: Job): Promise<Input> {
  if (paths.includes('-') || flags.stdinFilename !== undefined) {
    const shown = flags.stdinFilename ?? '-';
    const bytes = await host.files.readStandardInput();
    const source = { shown, absolute: host.files.absolute(shown), kind: sourceKind(nameOf(shown)) ?? 'python' } as const;
    return { isStandard: true, sources: [source], skipped: [], problems: [], read: () => bytes };
  }
  const discovered = discover(paths.length === 0 ? ['.'] : paths, host.files, {
    isExcluded: (path, isFolder) => configuration.isExcluded(path, isFolder),
    respectsGitignore: flags.respectGitignore,
  });
  return { ...discovered, isStandard: false, read: (source) => host.files.read(source.absolute) };
}

/** The outcome of each file in order; undefined when the user interrupted. */
async function outcomesOf(input: Input, { flags, host, check, configuration }: Job): Promise<readonly FileOutcome[] | undefined> {
  const fixes = flags.fix === true || flags.diff === true ? (flags.unsafeFixes === true ? 'unsafe' : 'safe') : undefined;
  const wish = {
    fixes,
    wantsEdits: flags.outputFormat === 'json',
    nameOf: (file: string) => shownName(file, input, host),
  } as const;
  const outcomes: FileOutcome[] = [];
  for (const source of input.sources) {
    await host.breathe();
    if (host.isInterrupted()) return undefined;
    outcomes.push(checkFile(source, input.read(source), configuration.of(source.absolute), check, wish));
  }
  return outcomes;
}

function endWithReport(input: Input, outcomes: readonly FileOutcome[], job: Job): number {
  const { flags, host } = job;
  const unwritten = flags.fix === true ? writeChanges(outcomes, host) : [];
  const report = reportOf(input, outcomes, unwritten, job);
  const problem = writeReport(report, flags, host);
  if (problem === undefined) return exitCodeOf(report, flags);
  host.console.warn(`The report cannot be written to ${flags.outputFile ?? ''}: ${problem.problem}.\n`);
  return Math.max(exitCodeOf(report, flags), exitCodes.usage);
}

/** Writes what fixes made of the files; answers what could not be written. */
function writeChanges(outcomes: readonly FileOutcome[], { files }: CliHost): readonly Failure[] {
  return outcomes.flatMap(({ change }): Failure[] => {
    const problem = change === undefined ? undefined : files.write(change.source.absolute, encoded(change.after));
    if (change === undefined || problem === undefined) return [];
    return [{ file: change.source.shown, rule: undefined, place: undefined, message: `its fixes cannot be written: ${problem.problem}` }];
  });
}

/** With standard input the fixed text is the output, and the findings that are left stand beside it. */
function endWithFixedText(input: Input, outcomes: readonly FileOutcome[], job: Job): number {
  const report = reportOf(input, outcomes, [], job);
  const { console } = job.host;
  const change = outcomes[0]?.change;
  const bytes = input.sources.map((source) => input.read(source)).find((content) => content instanceof Uint8Array) ?? new Uint8Array();
  console.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(change === undefined ? bytes : encoded(change.after)));
  writeReport(report, job.flags, {
    ...job.host,
    console: besideOutput(console),
  });
  return exitCodeOf(report, job.flags);
}

/** A console whose words all stand beside the output. */
function besideOutput(console: Console): Console {
  const warn = (text: string): void => console.warn(text);
  return { isTerminal: false, hasColor: false, write: warn, warn };
}

/** Prints a patch and writes nothing. It fails when there is anything to change, so that it can guard a repository. */
function endWithDifferences(input: Input, outcomes: readonly FileOutcome[], job: Job): number {
  const { flags, host } = job;
  const report = reportOf(input, outcomes, [], job);
  const changes = outcomes.flatMap(({ change }) => (change === undefined ? [] : [change]));
  writeTroubles(report, flags, host.console);
  for (const change of changes) host.console.write(differences(change, host.console.isTerminal, paintOf(flags, host)));
  if (flags.quiet !== true)
    host.console.warn(`Would fix ${counted(report.fixed.findings, 'finding')} in ${counted(changes.length, 'file')}.\n`);
  return Math.max(changes.length > 0 && flags.exitZero !== true ? exitCodes.findings : exitCodes.clean, troubleCode(report));
}

function reportOf(
  input: Input,
  outcomes: readonly FileOutcome[],
  unwritten: readonly Failure[],
  { host, configuration }: Job,
): CheckReport {
  const isWritten = ({ change }: FileOutcome): boolean =>
    change !== undefined && !unwritten.some(({ file }) => file === change.source.shown);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const unread = outcomes.filter((outcome) => outcome.isUnread).length;
  const fixed = outcomes.filter(isWritten);
  return {
    findings: outcomes.flatMap((outcome) => outcome.findings),
    checked: outcomes.length - skipped.length - unread,
    skipped: [...input.skipped, ...skipped],
    failures: [...outcomes.flatMap((outcome) => outcome.failures), ...unwritten],
    configuration: configuration.problems().map((problem) => ({ ...problem, file: shownName(problem.file, input, host) })),
    fixed: { findings: fixed.reduce((sum, { change }) => sum + (change?.fixed ?? 0), 0), files: fixed.length },
  };
}

/** As the user wrote it, else as seen from the working folder. */
function shownName(absolute: string, { sources }: Input, { files }: CliHost): string {
  return sources.find((source) => source.absolute === absolute)?.shown ?? relativeTo(files.absolute('.'), absolute) ?? absolute;
}

function exitCodeOf(report: CheckReport, flags: CheckFlags): number {
  const fails = flags.exitZero !== true && report.findings.some(({ severity }) => isFailing(severity, flags.failOn));
  return Math.max(fails ? exitCodes.findings : exitCodes.clean, troubleCode(report));
}

function troubleCode({ failures, configuration }: CheckReport): number {
  if (failures.length > 0) return exitCodes.incomplete;
  return configuration.length > 0 ? exitCodes.usage : exitCodes.clean;
}

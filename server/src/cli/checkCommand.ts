/** `check`: finds the files, checks them, and says what came of it. */
import type { FileOutcome } from './checkFile';
import { encoded } from './content';
import { differences } from './differences';
import { discover, sourceKind } from './discover';
import type { Discovered } from './discover';
import { exitCodes } from './exitCodes';
import { flagConflict, isFailing } from './flags';
import type { CheckFlags } from './flags';
import { fileChecks, jobOf, shownName } from './job';
import type { Job, Read } from './job';
import { paintOf, writeReport, writeTroubles } from './output';
import { nameOf } from './paths';
import type { CliHost, Console } from './ports';
import { counted } from './report/report';
import type { CheckReport, Failure } from './report/report';
import { cacheOf } from './summaryCache';
import type { SummaryCache } from './summaryCache';
import { checkOnThreads } from './threads';

/** Runs the check and gives the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, host: CliHost): Promise<number> {
  const usage = flagConflict(flags, paths);
  if (flags.unsafeFixes === true && flags.fix !== true && flags.diff !== true)
    host.console.warn('--unsafe-fixes does nothing without --fix or --diff.\n');
  const job = usage ?? (await jobOf(paths, flags, host));
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

/** What there is to check, and how to come by its bytes. */
interface Input extends Discovered {
  readonly isStandard: boolean;
  readonly read: Read;
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
async function outcomesOf(input: Input, job: Job): Promise<readonly FileOutcome[] | undefined> {
  const { flags, host } = job;
  const { sources } = input;
  const threads = input.isStandard ? 1 : Math.min(flags.threads ?? host.processors, Math.ceil(sources.length / worthAThread));
  const cache = cacheOf(flags, host);
  const outcomes = threads < 2 ? await outcomesHere(input, job, cache) : await outcomesOnThreads(input, job, threads, cache);
  const unsaved = outcomes === undefined ? undefined : cache?.save();
  if (unsaved !== undefined) host.console.warn(`The cache cannot be written: ${unsaved.problem}. The findings are right all the same.\n`);
  return outcomes;
}

async function outcomesOnThreads(
  { sources }: Input,
  job: Job,
  threads: number,
  cache: SummaryCache | undefined,
): Promise<readonly FileOutcome[] | undefined> {
  const { host } = job;
  const started = Array.from({ length: threads }, () => host.startThread());
  // Each thread reads the configuration for itself; what is wrong in it is told once, by this one.
  for (const source of sources) job.configuration.of(source.absolute);
  try {
    return await checkOnThreads(sources, job, started, cache);
  } finally {
    for (const thread of started) thread.stop();
  }
}

/** With fewer files for each, starting threads is not worth it. */
const worthAThread = 100;

async function outcomesHere(input: Input, job: Job, cache: SummaryCache | undefined): Promise<readonly FileOutcome[] | undefined> {
  const { host } = job;
  const checks = fileChecks(job, input.sources, cache, input.read);
  for (const source of input.sources) {
    await host.breathe();
    if (host.isInterrupted()) return undefined;
    checks.prepare(source);
  }
  const outcomes: FileOutcome[] = [];
  for (const source of input.sources) {
    await host.breathe();
    if (host.isInterrupted()) return undefined;
    outcomes.push(checks.check(source));
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
  const shown = (file: string): string => input.sources.find(({ absolute }) => absolute === file)?.shown ?? shownName(file, host);
  return {
    findings: outcomes.flatMap((outcome) => outcome.findings),
    checked: outcomes.length - skipped.length - unread,
    skipped: [...input.skipped, ...skipped],
    failures: [...outcomes.flatMap((outcome) => outcome.failures), ...unwritten],
    configuration: configuration.problems().map((problem) => ({ ...problem, file: shown(problem.file) })),
    fixed: { findings: fixed.reduce((sum, { change }) => sum + (change?.fixed ?? 0), 0), files: fixed.length },
  };
}

function exitCodeOf(report: CheckReport, flags: CheckFlags): number {
  const fails = flags.exitZero !== true && report.findings.some(({ severity }) => isFailing(severity, flags.failOn));
  return Math.max(fails ? exitCodes.findings : exitCodes.clean, troubleCode(report));
}

function troubleCode({ failures, configuration }: CheckReport): number {
  if (failures.length > 0) return exitCodes.incomplete;
  return configuration.length > 0 ? exitCodes.usage : exitCodes.clean;
}

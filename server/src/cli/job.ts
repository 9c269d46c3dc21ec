/** What one run of `check` works with, made from its flags alone: a thread that is given the same flags makes the same. */
import { createChecker } from './checker';
import type { Checker, Workbench } from './checker';
import { checkFile } from './checkFile';
import type { FileOutcome, FileWish } from './checkFile';
import { configurationFrom } from './configuration';
import type { Configuration } from './configuration';
import type { Source } from './discover';
import { overridesOf } from './flags';
import type { CheckFlags, UsageProblem } from './flags';
import { relativeTo } from './paths';
import type { CliHost, FileProblem } from './ports';
import type { KnownSummaries } from './summaryCache';

export interface Job {
  readonly flags: CheckFlags;
  readonly host: CliHost;
  readonly checker: Checker;
  readonly configuration: Configuration;
}

/** The job that the flags describe, or what is wrong with them. */
export async function jobOf(flags: CheckFlags, host: CliHost): Promise<Job | UsageProblem> {
  const checker = await createChecker(host);
  const overrides = overridesOf(flags, checker.codes);
  if ('usage' in overrides) return overrides;
  if (flags.config !== undefined && host.files.info(flags.config)?.kind !== 'file')
    return { usage: `There is no configuration file ${flags.config}. Check the path after --config.` };
  const from = flags.isolated === true ? 'none' : flags.config === undefined ? 'nearest' : { file: flags.config };
  const configuration = configurationFrom({ host, codes: checker.codes, overrides, from });
  return { flags, host, checker, configuration };
}

/** Checks one file after another. */
export interface FileChecks {
  readonly workbench: Workbench;
  check(source: Source, bytes: Uint8Array | FileProblem): FileOutcome;
}

/** The checks of a job over these files. */
export function fileChecks({ flags, host, checker, configuration }: Job, sources: readonly Source[], cache: KnownSummaries): FileChecks {
  const workbench = checker.under(configuration, cache, sources);
  const shown = new Map(sources.map((source) => [source.absolute, source.shown]));
  const fixes = flags.fix === true || flags.diff === true ? (flags.unsafeFixes === true ? 'unsafe' : 'safe') : undefined;
  const wish: FileWish = {
    fixes,
    wantsEdits: flags.outputFormat === 'json',
    nameOf: (file) => shown.get(file) ?? shownName(file, host),
  };
  return {
    workbench,
    check: (source, bytes) => checkFile(source, bytes, configuration.of(source.absolute), workbench.check, wish),
  };
}

/** A path as seen from the working folder. */
export function shownName(absolute: string, { files }: CliHost): string {
  return relativeTo(files.absolute('.'), absolute) ?? absolute;
}

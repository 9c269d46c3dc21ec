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
  /** The files and folders to check, as the user named them. */
  readonly paths: readonly string[];
  readonly flags: CheckFlags;
  readonly host: CliHost;
  readonly checker: Checker;
  readonly configuration: Configuration;
}

/** The job that the paths and flags describe, or what is wrong with the flags. */
export async function jobOf(paths: readonly string[], flags: CheckFlags, host: CliHost): Promise<Job | UsageProblem> {
  const checker = await createChecker(host);
  const overrides = overridesOf(flags, checker.codes);
  if ('usage' in overrides) return overrides;
  if (flags.config !== undefined && host.files.info(flags.config)?.kind !== 'file')
    return { usage: `There is no configuration file ${flags.config}. Check the path after --config.` };
  const from = flags.isolated === true ? 'none' : flags.config === undefined ? 'nearest' : { file: flags.config };
  const named = paths.map((path) => host.files.absolute(path));
  const configuration = configurationFrom({ host, codes: checker.codes, overrides, from, named });
  return { paths, flags, host, checker, configuration };
}

/** Checks files: each is prepared first, so that what others ask of it is at hand, and then checked. */
export interface FileChecks {
  readonly shelf: Workbench['shelf'];
  prepare(source: Source): void;
  check(source: Source): FileOutcome;
}

/** How to come by the bytes of a file. */
export type Read = (source: Source) => Uint8Array | FileProblem;

/** The checks of a job over these files. */
export function fileChecks(
  { flags, host, checker, configuration }: Job,
  sources: readonly Source[],
  cache: KnownSummaries | undefined,
  read: Read = ({ absolute }) => host.files.read(absolute),
): FileChecks {
  const workbench = checker.under(configuration, cache, sources);
  const shown = new Map(sources.map((source) => [source.absolute, source.shown]));
  const fixes = flags.fix === true || flags.diff === true ? (flags.unsafeFixes === true ? 'unsafe' : 'safe') : undefined;
  const wish: FileWish = {
    fixes,
    wantsEdits: flags.outputFormat === 'json',
    nameOf: (file) => shown.get(file) ?? shownName(file, host),
  };
  const { shelf } = workbench;
  return {
    shelf,
    prepare: (source) => {
      const bytes = read(source);
      if (bytes instanceof Uint8Array) workbench.prepare(source, bytes);
    },
    check: (source) => {
      const { absolute } = source;
      return checkFile(source, shelf.bytes(absolute) ?? read(source), configuration.of(absolute), workbench.check, wish);
    },
  };
}

/** A path as seen from the working folder. */
export function shownName(absolute: string, { files }: CliHost): string {
  return relativeTo(files.absolute('.'), absolute) ?? absolute;
}

/**
 * The command line: arguments in, exit code out.
 *
 * Invariants: every word goes through the console port and every file through the files port; no exit code but those of
 * `exitCodes`; nothing ends the process here.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { profiles } from '../settings/levels';
import { pythonNames } from '../settings/pythonVersion';
import { runCheck } from './checkCommand';
import { runExplain } from './explainCommand';
import { exitCodes } from './exitCodes';
import { colorModes, failLevels, outputFormats } from './flags';
import type { CheckFlags } from './flags';
import type { CliHost } from './ports';
import { defaultCacheFolder, pathsMeant } from './summaryCache';
import { runRules } from './rulesCommand';

/** Runs one command. The arguments are those after the program's name. */
export async function run(programArguments: readonly string[], host: CliHost): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = programFor(host, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(programArguments, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and the version end the parse too, with nothing wrong.
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
}

function programFor(host: CliHost, end: (exitCode: number) => void): Command {
  const program = new Command('service-patterns')
    .description('Finds what takes Python services down, explains it and repairs it.')
    .version(host.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.console.write(text),
      writeErr: (text) => host.console.warn(text),
      getOutHasColors: () => host.console.hasColor,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError('Run service-patterns --help for what there is.');
  addCheck(program, host, end);
  program
    .command('explain')
    .description("print a rule's or a topic's page")
    .argument('<code>', 'a rule, a category or a topic')
    .action((code: string) => end(runExplain(code, host.console)));
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to print them').choices(['table', 'json']).default('table'))
    .action(({ format }: { readonly format: 'table' | 'json' }) => end(runRules(format, host.console)));
  program
    .command('server')
    .description('run the language server')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(() => host.serve());
  return program;
}

function addCheck(program: Command, host: CliHost, end: (exitCode: number) => void): void {
  const check = program
    .command('check')
    .description('check files')
    .argument('[paths...]', 'files and folders; - is standard input (default: .)');
  for (const option of checkFlags()) check.addOption(option);
  check.addHelpText('after', exitCodeHelp).action(async (paths: string[], flags: CheckFlags) => {
    const meant = pathsMeant(paths, flags, host.files);
    end(await runCheck(meant.paths, meant.flags, host));
  });
}

const exitCodeHelp = `
Exit codes: 0 nothing at or above --fail-on · 1 findings · 2 wrong usage or configuration ·
3 a file was not checked to the end · 130 interrupted`;

function checkFlags(): readonly Option[] {
  return [
    list('--select <codes>', 'run these rules and categories only'),
    list('--ignore <codes>', 'leave these rules and categories out'),
    new Option('--profile <profile>', 'the set of rules to run').choices(profiles),
    list('--severity <code=level>', 'change the severity of a rule or category; off silences it'),
    new Option('--target-version <version>', 'the oldest Python that the code has to run on').choices(pythonNames),
    new Option('--isolated', 'read no configuration files'),
    new Option('--config <file>', 'read this configuration file and no other'),
    new Option('--fix', 'apply safe fixes'),
    new Option('--unsafe-fixes', 'with --fix or --diff: also fixes that change behaviour'),
    new Option('--diff', 'print what --fix would change, and write nothing'),
    new Option('--stdin-filename <name>', 'the name of the file that standard input stands for'),
    new Option('--fail-on <level>', 'fail when there are findings at this level or above').choices(failLevels).default('warning'),
    new Option('--exit-zero', 'do not fail because of findings'),
    new Option('--output-format <format>', 'how to print findings (default: full in a terminal, else concise)').choices(outputFormats),
    new Option('--output-file <file>', 'write the findings to a file'),
    list('--exclude <globs>', 'leave these files out, besides those of the configuration'),
    new Option('--no-respect-gitignore', 'also check what .gitignore files name'),
    new Option('--cache [folder]', `keep what files say of each other for the next run (default folder: ${defaultCacheFolder})`),
    new Option('--threads <n>', 'how many threads to use (default: one for each processor)').argParser(threadCount),
    new Option('--statistics', 'print how often each rule was found instead of the findings'),
    new Option('--quiet', 'print findings and nothing else'),
    new Option('--color <mode>', 'when to use colours').choices(colorModes).default('auto'),
  ];
}

/** More threads than this only wait for one another. */
const mostThreads = 64;

function threadCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > mostThreads)
    throw new InvalidArgumentError(`It has to be a number from 1 to ${mostThreads}.`);
  return count;
}

/** A flag that may be given several times. */
function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value]);
}

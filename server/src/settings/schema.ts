/**
 * Every setting there is, as one table of rows.
 *
 * Invariants: types, parser, editor settings, JSON schemas and documentation all come from these rows, so that nothing is
 * said twice; no setting is a path to run, a regular expression, an address to fetch or an environment variable; a row
 * stands here only when something reads it.
 */
import { profiles, severities } from './levels';
import type { Severity } from './levels';
import { pythonNames } from './pythonVersion';

/** What values a setting takes. */
export type SettingType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly integer: boolean; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly optionDescriptions: readonly string[] }
  | { readonly kind: 'strings'; readonly of: 'glob' | 'code' | 'dotted-name' }
  | { readonly kind: 'severities' }
  | { readonly kind: 'codes-by-glob' };

/** The severity that a user gives to a rule, a category or a pattern; `off` silences it. */
export type SeverityOverride = Severity | 'off';

type ValueOf<T extends SettingType> = T extends { readonly kind: 'boolean' }
  ? boolean
  : T extends { readonly kind: 'number' }
    ? number
    : T extends { readonly kind: 'choice'; readonly options: readonly (infer Option extends string)[] }
      ? Option
      : T extends { readonly kind: 'strings' }
        ? readonly string[]
        : T extends { readonly kind: 'severities' }
          ? Readonly<Record<string, SeverityOverride>>
          : Readonly<Record<string, readonly string[]>>;

/** A setting. */
export interface SettingRow<T extends SettingType = SettingType> {
  /** The key after `servicePatterns.` in the editor. */
  readonly editor?: string;
  /** The dotted key in the project file's table. */
  readonly project?: string;
  readonly type: T;
  readonly default: ValueOf<T>;
  /** In the editor: per folder or per window. */
  readonly scope: 'resource' | 'window';
  readonly description: string;
}

const settingRows = {
  enable: row({ editor: 'enable', type: boolean(), default: true, scope: 'resource', description: 'Controls whether files are checked.' }),
  run: row({
    editor: 'run',
    type: choice({
      onType: 'While you type.',
      onSave: 'When a file is opened or saved.',
      manual: 'Only by the command Check Current File.',
    }),
    default: 'onType',
    scope: 'resource',
    description: 'When files are checked.',
  }),
  profile: row({
    editor: 'profile',
    project: 'profile',
    type: choiceOf(profiles, [
      'Only what is certainly a bug.',
      'Also what is nearly always a mistake.',
      'Also opinions of the guides, and findings that are likely but not certain.',
      'Every rule, the noisy and the experimental ones too.',
    ]),
    default: 'recommended',
    scope: 'resource',
    description: 'The set of rules to run. The project file comes first.',
  }),
  severity: row({
    editor: 'severityOverrides',
    project: 'severity',
    type: { kind: 'severities' },
    default: {},
    scope: 'resource',
    description:
      'Severity by rule, category or pattern with `*`; the most specific wins. Naming a rule turns it on in any profile, `off` turns it off.',
  }),
  minimumSeverity: row({
    editor: 'minimumSeverity',
    type: choiceOf(severities, ['Errors only.', 'Errors and warnings.', 'Everything but hints.', 'Everything.']),
    default: 'hint',
    scope: 'resource',
    description: 'Hides findings below this severity, in the editor only.',
  }),
  exclude: row({
    editor: 'exclude',
    project: 'exclude',
    type: { kind: 'strings', of: 'glob' },
    default: [],
    scope: 'resource',
    description: 'Files not to check, as globs relative to the folder, besides the folders that are always left out.',
  }),
  targetVersion: row({
    editor: 'targetVersion',
    project: 'target-version',
    type: choiceOf(
      ['auto', ...pythonNames],
      ['The lower bound of `requires-python`, else the newest.', ...pythonNames.map((name) => `Python 3.${name.slice(3)}.`)],
    ),
    default: 'auto',
    scope: 'resource',
    description: 'The oldest Python that the code has to run on.',
  }),
  noqa: row({
    project: 'noqa',
    type: choice({
      all: '`# noqa` silences its line, and a code of another linter silences the rule that reports the same.',
      codes: 'Only codes are read.',
      off: 'Not read at all.',
    }),
    default: 'all',
    scope: 'resource',
    description: 'How `# noqa` comments are read.',
  }),
  requireIgnoreReason: row({
    project: 'require-ignore-reason',
    type: boolean(),
    default: false,
    scope: 'resource',
    description: 'Whether an ignore comment without a reason is reported.',
  }),
  perFileIgnores: row({
    project: 'per-file-ignores',
    type: { kind: 'codes-by-glob' },
    default: {},
    scope: 'resource',
    description: 'Rules and categories that do not run in files that match a glob.',
  }),
  blockingExtra: row({
    project: 'blocking.extra',
    type: { kind: 'strings', of: 'dotted-name' },
    default: [],
    scope: 'resource',
    description: 'Functions of your own or of other libraries that block, by dotted name.',
  }),
  blockingSafeWrappers: row({
    project: 'blocking.safe-wrappers',
    type: { kind: 'strings', of: 'dotted-name' },
    default: [],
    scope: 'resource',
    description: 'Functions that run their first argument in a worker thread, by dotted name.',
  }),
  blockingIgnore: row({
    project: 'blocking.ignore',
    type: { kind: 'strings', of: 'dotted-name' },
    default: [],
    scope: 'resource',
    description: 'Functions that block but are accepted everywhere, by dotted name.',
  }),
  blockingDepth: row({
    project: 'blocking.depth',
    type: { kind: 'number', integer: true, minimum: 1, maximum: 64 },
    default: 8,
    scope: 'resource',
    description: 'How many functions a chain of calls may go through until the one that blocks; longer chains are not reported.',
  }),
  suggestSeconds: row({
    project: 'timeouts.suggest-seconds',
    type: { kind: 'number', integer: false, minimum: 0.001, maximum: 86_400 },
    default: 10,
    scope: 'resource',
    description: 'The timeout that fixes suggest, in seconds.',
  }),
  maxAttempts: row({
    project: 'retry.max-attempts',
    type: { kind: 'number', integer: true, minimum: 1, maximum: 1000 },
    default: 10,
    scope: 'resource',
    description: 'The number of attempts that fixes put into retries without a limit.',
  }),
  unsafeFixes: row({
    editor: 'unsafeFixes',
    type: choice({ offer: 'Offered one by one, marked for review.', hide: 'Not offered.' }),
    default: 'offer',
    scope: 'resource',
    description: 'Fixes that change behaviour. They never run on save.',
  }),
  suppressActions: row({
    editor: 'suppressActions',
    type: boolean(),
    default: true,
    scope: 'resource',
    description: 'Controls whether the light bulb offers to ignore a finding.',
  }),
  hover: row({
    editor: 'hover',
    type: choice({
      findings: 'Over findings and ignore comments.',
      findingsAndApis: 'Also over calls of libraries that it knows: how long they wait, and whether they hold their thread.',
      off: 'Never.',
    }),
    default: 'findings',
    scope: 'window',
    description: 'Where a hover explains the pattern.',
  }),
  maxFileSizeKb: row({
    editor: 'maxFileSizeKb',
    project: 'max-file-size-kb',
    type: { kind: 'number', integer: true, minimum: 16, maximum: 10_240 },
    default: 1024,
    scope: 'resource',
    description: 'Files above this size are skipped. The status item and the command line say so.',
  }),
  trace: row({
    editor: 'trace.server',
    type: choice({ off: 'The names of messages.', messages: 'The names of messages.', verbose: 'Messages with their content.' }),
    default: 'off',
    scope: 'window',
    description:
      'What the log holds of the conversation between editor and server at the log level Trace, which *Developer: Set Log Level…* sets; at others it holds nothing of it.',
  }),
  select: row({
    type: { kind: 'strings', of: 'code' },
    default: [],
    scope: 'resource',
    description: 'On the command line: run these rules and categories only.',
  }),
  ignore: row({
    type: { kind: 'strings', of: 'code' },
    default: [],
    scope: 'resource',
    description: 'On the command line: leave these rules and categories out.',
  }),
};

type Rows = typeof settingRows;
/** The name of a setting in code. */
export type SettingName = keyof Rows;

/** The settings of one file. */
export type Settings = { readonly [Name in SettingName]: ValueOf<Rows[Name]['type']> };

/**
 * The settings that rules may see: what they suggest and what they count, never what is shown. The profile is among them
 * because it says whether debatable facts count.
 */
export type RuleSettings = Pick<
  Settings,
  'profile' | 'suggestSeconds' | 'maxAttempts' | 'blockingExtra' | 'blockingSafeWrappers' | 'blockingIgnore' | 'blockingDepth'
>;

/** The rows with their names, in the order of the table. */
export function settingEntries(): readonly (readonly [SettingName, SettingRow])[] {
  return Object.entries(settingRows) as (readonly [SettingName, SettingRow])[];
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = Object.fromEntries(
  settingEntries().map(([name, { default: value }]) => [name, value]),
) as unknown as Settings;

/** Folders that are never checked: what tools and package managers put there. */
export const builtInExcludes: readonly string[] = [
  '.bzr',
  '.direnv',
  '.eggs',
  '.git',
  '.hg',
  '.mypy_cache',
  '.nox',
  '.pyenv',
  '.pytest_cache',
  '.ruff_cache',
  '.svn',
  '.tox',
  '.venv',
  '__pycache__',
  '__pypackages__',
  'build',
  'dist',
  'node_modules',
  'site-packages',
  'venv',
].map((folder) => `**/${folder}/**`);

function row<const T extends SettingType>(definition: SettingRow<T>): SettingRow<T> {
  return definition;
}

function boolean(): { readonly kind: 'boolean' } {
  return { kind: 'boolean' };
}

function choice<Option extends string>(described: Readonly<Record<Option, string>>): ChoiceOf<Option> {
  return choiceOf(Object.keys(described) as Option[], Object.values(described));
}

interface ChoiceOf<Option extends string> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly optionDescriptions: readonly string[];
}

function choiceOf<const Option extends string>(options: readonly Option[], optionDescriptions: readonly string[]): ChoiceOf<Option> {
  return { kind: 'choice', options, optionDescriptions };
}

/** The one caller of the engine in tests: a piece of code in, everything that is known of it out. */
import { libraries } from '../../server/src/catalogue/index.generated';
import type { Library } from '../../server/src/catalogue/schema';
import { unlimited } from '../../server/src/engine/budget';
import type { Budget } from '../../server/src/engine/budget';
import { createEngine } from '../../server/src/engine/check';
import type { CheckedFile, Engine } from '../../server/src/engine/check';
import type { Rule } from '../../server/src/engine/rule';
import { matchesGlob } from '../../server/src/hosts/glob';
import { parseConfig } from '../../server/src/hosts/toml';
import { createProject } from '../../server/src/project/index';
import { rules as allRules } from '../../server/src/rules/index.generated';
import type { Profile } from '../../server/src/settings/levels';
import { mergedSettings, isProjectFile } from '../../server/src/settings/parse';
import { settingsOfFile } from '../../server/src/settings/projectFiles';
import { oldestPython } from '../../server/src/settings/pythonVersion';
import type { Settings } from '../../server/src/settings/schema';
import { projectTarget } from '../../server/src/settings/target';
import type { Target } from '../../server/src/settings/target';
import { parseText } from './parser';

export { parseText } from './parser';

export interface CheckOptions {
  /** The rules to have; all that there are, unless given. */
  readonly rules?: readonly Rule[] | undefined;
  readonly profile?: Profile | undefined;
  /** The path of the file that the code pretends to be. A project file is checked as such. */
  readonly file?: string | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /** What the code is written for; the newest Python and unknown libraries, unless given. */
  readonly target?: Partial<Target> | undefined;
  /** The oldest Python to run on: `3.10`. */
  readonly python?: string | undefined;
  readonly budget?: Budget | undefined;
  /** The line that somebody is typing in. */
  readonly editedLine?: number | undefined;
  /** Other files of the same project, by path. */
  readonly beside?: Readonly<Record<string, string>> | undefined;
  /** Facts besides the built-in ones. */
  readonly moreLibraries?: readonly Library[] | undefined;
}

/** Checks a file under settings. */
export function check(source: string, options: CheckOptions = {}): CheckedFile {
  const { rules = allRules, profile, file = 'app/module.py', settings = {}, budget = unlimited } = options;
  const engine =
    options.moreLibraries === undefined && options.beside === undefined ? engineFor(rules) : engineWith(rules, options.moreLibraries ?? []);
  const merged = settingsOfFile(mergedSettings({ ...settings, ...(profile === undefined ? {} : { profile }) }), file, matchesGlob);
  for (const [path, text] of Object.entries({ ...options.beside, [file]: source })) {
    if (options.beside !== undefined && !isProjectFile(path)) engine.project.update(path, engine.summarise(parseText(text), merged));
  }
  if (isProjectFile(file)) return engine.checkConfig({ file, document: parseConfig(source) }, merged);
  return engine.checkPython({ file, tree: parseText(source, options.editedLine), target: targetFor(options, merged) }, merged, budget);
}

/** The engine with these rules; the same for the same list. */
export function engineFor(rules: readonly Rule[]): Engine {
  const known = engines.get(rules);
  if (known !== undefined) return known;
  const engine = engineWith(rules, []);
  engines.set(rules, engine);
  return engine;
}

function engineWith(rules: readonly Rule[], moreLibraries: readonly Library[]): Engine {
  return createEngine({
    rules,
    libraries: [...libraries, ...moreLibraries],
    project: createProject(),
    parse: (text) => parseText(text),
    parseConfig,
  });
}

const engines = new Map<readonly Rule[], Engine>();

function targetFor({ target, python }: CheckOptions, settings: Settings): Target {
  const version = python === undefined ? undefined : oldestPython(python);
  return { ...projectTarget(undefined, settings), ...(version === undefined ? {} : { python: version }), ...target };
}

/** Checks one text with the engine, whatever kind of file it is of. */
import type { Budget } from '../engine/budget';
import { libraries } from '../catalogue/index.generated';
import { createEngine, engineCodes } from '../engine/check';
import type { CheckedFile } from '../engine/check';
import { createProject } from '../project/index';
import { rules } from '../rules/index.generated';
import type { KnownCodes } from '../settings/codes';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import type { Configuration, FileConfiguration } from './configuration';
import type { Source } from './discover';
import type { CliHost } from './ports';
import { surroundings, type Summarise } from './surroundings';

/** Checks the text of a file under settings that are those of the file. */
export type Check = (source: Source, text: string, configuration: FileConfiguration) => CheckedFile;

export interface Checker {
  /** The names by which users may mean rules. */
  readonly codes: KnownCodes;
  /** A check that knows the files around those that it is given, as far as the configuration lets it read them. */
  under(configuration: Configuration): Check;
}

export async function createChecker(host: CliHost): Promise<Checker> {
  const parser = await host.createParser();
  return {
    codes: engineCodes(rules),
    under: (configuration) => checkUnder(configuration, parser, host),
  };
}

function checkUnder(configuration: Configuration, parser: Parser, host: CliHost): Check {
  const { files, parseConfig } = host;
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const summarise: Summarise = (absolute, text) => engine.summarise(parse(text), configuration.of(absolute).settings);
  const project = createProject(surroundings(files, configuration, summarise));
  const engine = createEngine({ rules, libraries, project, parse, parseConfig });
  return ({ absolute: file, kind }, text, { settings, target, path }) => {
    if (kind === 'config') return engine.checkConfig({ file, document: parseConfig(text) }, settings);
    return engine.checkPython({ file, path, tree: parse(text), target }, settings, budgetFrom(host));
  };
}

/** In milliseconds; far above what any file of the size limit takes, so that no report depends on the machine's speed. */
const fileLimit = 60_000;

function budgetFrom(host: CliHost): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end };
}

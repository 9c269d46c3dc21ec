/** Checks one text with the engine, whatever kind of file it is of. */
import type { Budget } from '../engine/budget';
import { libraries } from '../catalogue/index';
import { createEngine } from '../engine/check';
import type { CheckedFile } from '../engine/check';
import { createProject } from '../project/index';
import { rules } from '../rules/index.generated';
import type { KnownCodes } from '../settings/codes';
import type { SyntaxTree } from '../syntax/node';
import { treeOf } from '../syntax/parser';
import type { FileConfiguration } from './configuration';
import type { Source } from './discover';
import type { CliHost } from './ports';

export interface Checker {
  /** The names by which users may mean rules. */
  readonly codes: KnownCodes;
  check(source: Source, text: string, configuration: FileConfiguration): CheckedFile;
}

export async function createChecker(host: CliHost): Promise<Checker> {
  const { parseConfig } = host;
  const parser = await host.createParser();
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const engine = createEngine({ rules, libraries, project: createProject(), parse, parseConfig });
  return {
    codes: engine.codes,
    check: ({ absolute: file, kind }, text, { settings, target, path }) => {
      if (kind === 'config') return engine.checkConfig({ file, document: parseConfig(text) }, settings);
      return engine.checkPython({ file, path, tree: parse(text), target }, settings, budgetFrom(host));
    },
  };
}

/** In milliseconds; far above what any file of the size limit takes, so that no report depends on the machine's speed. */
const fileLimit = 60_000;

function budgetFrom(host: CliHost): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end };
}

/** Checks one text with the engine, whatever kind of file it is of. */
import type { Budget } from '../engine/budget';
import { libraries } from '../catalogue/index.generated';
import { createEngine, engineCodes } from '../engine/check';
import type { CheckedFile } from '../engine/check';
import { createProject, type ModuleSummary } from '../project/index';
import { rules } from '../rules/index.generated';
import type { KnownCodes } from '../settings/codes';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import type { Configuration, FileConfiguration } from './configuration';
import type { Source } from './discover';
import type { CliHost } from './ports';
import { summariesIn, type SummaryTable } from './summaryTable';
import { surroundings } from './surroundings';

/** Checks the text of a file under settings that are those of the file. */
export type Check = (source: Source, text: string, configuration: FileConfiguration) => CheckedFile;

/** Where files are worked on: it knows the files around those that it is given, as far as the configuration reaches. */
export interface Workbench {
  readonly check: Check;
  /** What a file tells others; undefined for a file that is not read. */
  readonly summarise: (absolute: string) => ModuleSummary | undefined;
  /** Takes summaries that others have made, so that their files are not read here. */
  readonly learn: (table: SummaryTable) => void;
}

export interface Checker {
  /** The names by which users may mean rules. */
  readonly codes: KnownCodes;
  under(configuration: Configuration): Workbench;
}

export async function createChecker(host: CliHost): Promise<Checker> {
  const parser = await host.createParser();
  return { codes: engineCodes(rules), under: (configuration) => workbenchUnder(configuration, parser, host) };
}

function workbenchUnder(configuration: Configuration, parser: Parser, host: CliHost): Workbench {
  const { files, parseConfig } = host;
  const trees = keptTrees(parser);
  let learnt: (absolute: string) => ModuleSummary | undefined = () => undefined;
  const source = surroundings(files, configuration, (absolute, text) =>
    engine.summarise(trees.of(absolute, text), configuration.of(absolute).settings),
  );
  const summarise = (absolute: string): ModuleSummary | undefined => learnt(absolute) ?? source.summarise(absolute);
  const project = createProject({ ...source, summarise });
  const engine = createEngine({ rules, libraries, project, parse: (text) => treeOf(text, parser), parseConfig });
  return {
    summarise,
    learn: (table) => {
      learnt = summariesIn(table);
    },
    check: ({ absolute: file, kind }, text, { settings, target, path }) => {
      if (kind === 'config') return engine.checkConfig({ file, document: parseConfig(text) }, settings);
      return engine.checkPython({ file, path, tree: trees.take(file, text), target }, settings, budgetFrom(host));
    },
  };
}

/** Trees that were made for summaries wait here until their files are checked, up to a number of nodes (24 bytes each). */
const mostNodes = 8_000_000;

interface KeptTrees {
  of(file: string, text: string): SyntaxTree;
  take(file: string, text: string): SyntaxTree;
}

function keptTrees(parser: Parser): KeptTrees {
  const kept = new Map<string, SyntaxTree>();
  let nodes = 0;
  return {
    of: (file, text) => {
      const tree = treeOf(text, parser);
      if (nodes + tree.nodeCount > mostNodes) return tree;
      kept.set(file, tree);
      nodes += tree.nodeCount;
      return tree;
    },
    take: (file, text) => {
      const tree = kept.get(file);
      if (tree === undefined || !kept.delete(file)) return treeOf(text, parser);
      nodes -= tree.nodeCount;
      // A fix may have changed the text since.
      return tree.text === text ? tree : treeOf(text, parser);
    },
  };
}

/** In milliseconds; far above what any file of the size limit takes, so that no report depends on the machine's speed. */
const fileLimit = 60_000;

function budgetFrom(host: CliHost): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end };
}

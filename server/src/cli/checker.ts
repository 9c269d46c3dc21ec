/** Checks one text with the engine, whatever kind of file it is of. */
import type { Budget } from '../engine/budget';
import { libraries } from '../catalogue/index.generated';
import { callFacts } from '../catalogue/callFacts.generated';
import { createEngine, engineCodes } from '../engine/check';
import type { CheckedFile } from '../engine/check';
import { createProject, type ModuleSummary } from '../project/index';
import { moduleSummary } from '../project/localKnowledge';
import { lazySummary } from '../project/summaryStore';
import { rules } from '../rules/index.generated';
import type { KnownCodes } from '../settings/codes';
import type { LocalModel } from '../semantic/model';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import type { Configuration, FileConfiguration } from './configuration';
import type { Source } from './discover';
import type { CliHost } from './ports';
import type { KnownSummaries } from './summaryCache';
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
  /** A workbench for the files that are to be checked together. */
  under(configuration: Configuration, cache: KnownSummaries, sources: readonly Source[]): Workbench;
}

export async function createChecker(host: CliHost): Promise<Checker> {
  const parser = await host.createParser();
  return {
    codes: engineCodes(rules),
    under: (configuration, cache, sources) => workbenchUnder(configuration, cache, sources, parser, host),
  };
}

function workbenchUnder(
  configuration: Configuration,
  cache: KnownSummaries,
  sources: readonly Source[],
  parser: Parser,
  host: CliHost,
): Workbench {
  const { files, parseConfig } = host;
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const models = keptModels();
  let learnt: (absolute: string) => ModuleSummary | undefined = () => undefined;
  const modelOf = (text: string, { settings }: FileConfiguration): LocalModel => engine.modelOf(parse(text), settings);
  const source = surroundings(files, configuration, (absolute, text) => {
    const model = modelOf(text, configuration.of(absolute));
    models.keep(absolute, model);
    const summary = moduleSummary(model);
    cache.note(absolute, text, summary, configuration.of(absolute).settings);
    return summary;
  });
  const summarise = (absolute: string): ModuleSummary | undefined => {
    const known = learnt(absolute);
    if (known !== undefined) return known;
    const packed = cache.known(absolute, configuration.of(absolute).settings);
    return packed === undefined ? source.summarise(absolute) : lazySummary(packed);
  };
  const members = sources.filter(({ kind }) => kind === 'python').map(({ absolute }) => absolute);
  const project = createProject({ ...source, summarise, members: () => members });
  const engine = createEngine({ rules, libraries, callFacts, project, parse, parseConfig });
  return {
    summarise,
    learn: (table) => {
      learnt = summariesIn(table);
    },
    check: ({ absolute: file, kind }, text, under) => {
      const { settings, target, path } = under;
      if (kind === 'config') return engine.checkConfig({ file, document: parseConfig(text) }, settings);
      const model = models.take(file, text) ?? modelOf(text, under);
      return engine.checkPython({ file, path, tree: model.tree, model, target }, settings, budgetFrom(host));
    },
  };
}

/** Models that were made for summaries wait here until their files are checked, up to a number of nodes. */
const mostNodes = 4_000_000;

interface KeptModels {
  keep(file: string, model: LocalModel): void;
  /** The model of a file, unless its text is another by now, as after a fix. */
  take(file: string, text: string): LocalModel | undefined;
}

function keptModels(): KeptModels {
  const kept = new Map<string, LocalModel>();
  let nodes = 0;
  return {
    keep: (file, model) => {
      if (nodes + model.tree.nodeCount > mostNodes) return;
      kept.set(file, model);
      nodes += model.tree.nodeCount;
    },
    take: (file, text) => {
      const model = kept.get(file);
      if (model === undefined) return undefined;
      kept.delete(file);
      nodes -= model.tree.nodeCount;
      return model.tree.text === text ? model : undefined;
    },
  };
}

/** In milliseconds; far above what any file of the size limit takes, so that no report depends on the machine's speed. */
const fileLimit = 60_000;

function budgetFrom(host: CliHost): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end };
}

/** Checks one text with the engine, whatever kind of file it is of. */
import type { Budget } from '../engine/budget';
import { libraries } from '../catalogue/index.generated';
import { callFacts } from '../catalogue/callFacts.generated';
import { createEngine, engineCodes } from '../engine/check';
import type { CheckedFile } from '../engine/check';
import { createProject, type Members, type ModuleKnowledge } from '../project/index';
import { moduleSummary } from '../project/localKnowledge';
import { lazySummary } from '../project/summaryStore';
import { knowledgeOf } from '../project/summary';
import { rules } from '../rules/index.generated';
import type { KnownCodes } from '../settings/codes';
import type { LocalModel } from '../semantic/model';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import type { Configuration, FileConfiguration } from './configuration';
import { checkable } from './content';
import type { Source } from './discover';
import { createModels } from './models';
import type { CliHost } from './ports';
import { Shelf } from './shelf';
import type { KnownSummaries } from './summaryCache';
import { surroundings } from './surroundings';

/** Checks the text of a file under settings that are those of the file. */
export type Check = (source: Source, text: string, configuration: FileConfiguration) => CheckedFile;

/** Where files are worked on: it knows the files around those that it is given, as far as the configuration reaches. */
export interface Workbench {
  /** The files that are to be checked, and what was read around them. */
  readonly shelf: Shelf;
  /** Parses a file that is to be checked, and puts it on the shelf. */
  readonly prepare: (source: Source, bytes: Uint8Array) => void;
  readonly check: Check;
}

/** Checks files for the command line. */
export interface Checker {
  /** The names by which users may mean rules. */
  readonly codes: KnownCodes;
  /** A workbench for the files that are to be checked together. */
  under(configuration: Configuration, cache: KnownSummaries | undefined, sources: readonly Source[]): Workbench;
}

/** Loads the parser, once for all workbenches. */
export async function createChecker(host: CliHost): Promise<Checker> {
  const parser = await host.createParser();
  return {
    codes: engineCodes(rules),
    under: (configuration, cache, sources) => workbenchUnder({ configuration, cache, sources, parser, host }),
  };
}

interface Parts {
  readonly configuration: Configuration;
  /** What is known of files around those that are checked from earlier runs. */
  readonly cache: KnownSummaries | undefined;
  readonly sources: readonly Source[];
  readonly parser: Parser;
  readonly host: CliHost;
}

function workbenchUnder({ configuration, cache, sources, parser, host }: Parts): Workbench {
  const { files, parseConfig } = host;
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const shelf = new Shelf();
  const prepare = (file: string, bytes: Uint8Array): void => {
    const content = checkable(bytes, configuration.of(file).settings);
    if ('text' in content) shelf.put(file, bytes, parse(content.text));
  };
  const modelOf = (file: string): LocalModel | undefined => {
    if (!shelf.has(file)) {
      const bytes = files.read(file);
      if (bytes instanceof Uint8Array) prepare(file, bytes);
    }
    const { settings } = configuration.of(file);
    const content = checkable(shelf.bytes(file) ?? files.read(file), settings);
    if ('problem' in content) return undefined;
    return engine.modelOf(shelf.tree(file, content.text) ?? parse(content.text), settings);
  };
  const models = createModels(modelOf);
  const members = membersOf(sources, shelf);
  const isMember = new Set(members.files);
  const knowledge = (file: string): ModuleKnowledge | undefined =>
    cache === undefined || isMember.has(file) ? models.knowledgeOf(file) : keptKnowledge(file, cache);
  const keptKnowledge = (file: string, kept: KnownSummaries): ModuleKnowledge | undefined => {
    const { settings } = configuration.of(file);
    const packed = kept.known(file, settings);
    if (packed !== undefined) return knowledgeOf(lazySummary(packed));
    const model = models.of(file)?.model;
    const summary = model && moduleSummary(model);
    if (summary !== undefined) kept.note(file, model?.tree.text ?? '', summary, settings);
    return summary && knowledgeOf(summary);
  };
  const project = createProject({ ...surroundings(files, configuration), knowledge, members });
  const engine = createEngine({ rules, libraries, callFacts, project, parse, parseConfig });
  return {
    shelf,
    prepare: ({ absolute, kind }, bytes) => {
      if (kind === 'python') prepare(absolute, bytes);
    },
    check: ({ absolute: file, kind }, text, under) => {
      const { settings, target, path } = under;
      if (kind === 'config') return engine.checkConfig({ file, document: parseConfig(text) }, settings);
      const known = shelf.has(file) ? models.take(file) : undefined;
      // After a fix it is another text.
      const own = known?.model.tree.text === text ? known : { model: engine.modelOf(parse(text), settings) };
      return engine.checkPython({ file, path, tree: own.model.tree, ...own, target }, settings, budgetFrom(host));
    },
  };
}

function membersOf(sources: readonly Source[], shelf: Shelf): Members {
  const files = sources.flatMap(({ kind, absolute }) => (kind === 'python' ? [absolute] : [])).sort();
  return {
    files,
    using: (name) => shelf.using(name, files),
    importsOf: (file) => shelf.importsOf(file),
    defineCoroutine: (name) => shelf.defineCoroutine(name, files),
  };
}

/** In milliseconds; far above what any file of the size limit takes, so that no report depends on the machine's speed. */
const fileLimit = 60_000;

function budgetFrom(host: CliHost): Budget {
  const end = host.now() + fileLimit;
  return { spent: () => host.now() > end };
}

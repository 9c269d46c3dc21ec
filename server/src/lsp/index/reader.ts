/** How a file is read for the index, in whichever thread: the answer depends on nothing but the file and the question. */
import { callFacts } from '../../catalogue/callFacts.generated';
import { libraries } from '../../catalogue/index.generated';
import { createEngine, type Engine } from '../../engine/check';
import { createProject } from '../../project/index';
import { packedSummary } from '../../project/summaryStore';
import { fingerprint } from '../../syntax/hash';
import { treeOf, type Parser } from '../../syntax/parser';
import type { Host, SummaryAnswer, SummaryQuestion, WorkspaceFiles } from '../host';

/** What reading takes. */
export interface ReaderParts {
  readonly files: Pick<WorkspaceFiles, 'readSource'>;
  readonly parser: Parser;
  readonly engine: Pick<Engine, 'summarise'>;
}

/** Reads a file, and makes its summary unless that is known. */
export async function answered(
  { uri, settings, known }: SummaryQuestion,
  { files, parser, engine }: ReaderParts,
): Promise<SummaryAnswer | undefined> {
  const text = await files.readSource(uri);
  if (text === undefined) return undefined;
  const own = fingerprint(text);
  // It was touched, or checked out again.
  if (own === known) return { fingerprint: own, summary: undefined };
  return { fingerprint: own, summary: packedSummary(engine.summarise(treeOf(text, parser), settings)) };
}

/** What a thread of readers does with each question. */
export async function createReader({
  createParser,
  parseConfig,
  files,
}: Pick<Host, 'createParser' | 'parseConfig'> & { readonly files: WorkspaceFiles }): Promise<
  (question: SummaryQuestion) => Promise<SummaryAnswer | undefined>
> {
  const parser = await createParser(undefined);
  const parts = { libraries, callFacts, parseConfig, parse: (text: string) => treeOf(text, parser) };
  // No rule runs here, and nobody asks about other files.
  const engine = createEngine({ ...parts, rules: [], project: createProject() });
  return (question) => answered(question, { files, parser, engine });
}

/** Code to begin with: every example and every case of every rule, and the sample service. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleExamples } from '../../support/examples';
import { parsePage, ruleShape } from '../../../server/src/docs/parse';
import { rules, ruleTexts } from '../../../server/src/rules/index.generated';
import { isProjectFile } from '../../../server/src/settings/parse';
import { casesOf } from '../../support/cases';

export interface Sample {
  /** Where it stands. */
  readonly name: string;
  /** The path of the file that it pretends to be. */
  readonly file: string;
  readonly code: string;
  /** The Python that its project is written for, where it says so. */
  readonly python: string | undefined;
}

export const sampleService = 'test/fixtures/sample-service';

const examples: readonly Sample[] = rules.flatMap(({ id, category }) => {
  const { bad, good } = ruleExamples(parsePage(ruleTexts.get(id) ?? '', ruleShape));
  const cases = casesOf(readFileSync(join('server/src/rules', category, id, 'cases.md'), 'utf8'));
  const fromPage = [...bad, ...bad.flatMap(({ fixed }) => fixed), ...good].map((one) => ({
    ...one,
    name: `${id}, line ${String(one.line)}`,
  }));
  const fromCases = cases.flatMap(({ title, files }) => files.map((one) => ({ ...one, name: `${id}, ${title}` })));
  return [...fromPage, ...fromCases].map(({ name, file, language, code, python }) => ({
    name,
    file: file ?? (language === 'toml' ? 'pyproject.toml' : 'app/module.py'),
    code,
    python,
  }));
});

/** The sample service's files by their path in it. */
export const serviceFiles: readonly Sample[] = readdirSync(sampleService, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:py|toml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ name: path, file: path.slice(sampleService.length + 1), code: readFileSync(path, 'utf8'), python: undefined }));

/** All there is, each text once under each name of its file. */
export const samples: readonly Sample[] = [
  ...new Map([...examples, ...serviceFiles].map((sample) => [`${sample.file} ${sample.python ?? ''}\n${sample.code}`, sample])).values(),
];

export const pythonSamples = samples.filter(({ file }) => !isProjectFile(file));
export const configSamples = samples.filter(({ file }) => isProjectFile(file));

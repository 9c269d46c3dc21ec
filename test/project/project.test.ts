/**
 * Runs the cases of `test/project/*.md`: each section is a project of several files, and `reveal_…` calls ask the view of
 * the file that they stand in what it knows through the others. A block that is no Python is a file that is only there.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { libraries } from '../../server/src/catalogue/index.generated';
import { fencesIn, parsePage } from '../../server/src/docs/parse';
import { createFileView } from '../../server/src/project/fileView';
import { createProject } from '../../server/src/project/index';
import { moduleSummary } from '../../server/src/project/localKnowledge';
import { buildModel } from '../../server/src/semantic/model';
import { parseText } from '../support/parser';
import { assertRevealed } from '../support/reveal';

const catalogue = createCatalogue(libraries);
const folder = join('test', 'project');
const target = { python: { major: 3, minor: 13 }, library: () => undefined, dependsOn: () => undefined };

for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  describe(name, () => {
    const page = parsePage(readFileSync(join(folder, name), 'utf8'), { headings: [], optional: [], labels: [] });
    for (const section of page.sections) {
      it(section.heading, () => {
        const files = fencesIn(section).map(({ code, attributes }) => ({ file: attributes['file'] ?? 'main.py', code }));
        const roots = fencesIn(section).flatMap(({ attributes }) => attributes['roots']?.split(',') ?? []);
        // What a summary says survives being written down.
        const project = createProject({ rootsFor: () => roots });
        const models = files.map(({ file, code }) => ({ file, model: buildModel(parseText(code), catalogue) }));
        for (const { file, model } of models) project.update(file, JSON.parse(JSON.stringify(moduleSummary(model))) as never);
        let asked = 0;
        for (const { file, model } of models) asked += assertRevealed(createFileView({ file, model, project, target }));
        assert.ok(asked > 0, 'the case reveals nothing');
      });
    }
  });
}

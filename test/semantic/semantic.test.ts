/**
 * Runs the cases of `test/semantic/*.md`: each `reveal_…(expression)` call in a Python block asks the view, and the comment
 * after it says what the answer must be. `reveal_name` and `reveal_type` answer `unknown` where the view does not know,
 * and an answer that is only likely says so.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { libraries } from '../../server/src/catalogue/index.generated';
import { createFileView } from '../../server/src/project/fileView';
import { createProject } from '../../server/src/project/index';
import { buildModel } from '../../server/src/semantic/model';
import { parseText } from '../support/parser';
import { assertRevealed } from '../support/reveal';

const catalogue = createCatalogue(libraries);
const folder = join('test', 'semantic');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  describe(file, () => {
    for (const { title, code } of sections(readFileSync(join(folder, file), 'utf8'))) {
      it(title, () => {
        const tree = parseText(code);
        const view = createFileView({
          file: 'app/service.py',
          model: buildModel(tree, catalogue),
          project: createProject(),
          target: { python: { major: 3, minor: 13 }, library: () => undefined, dependsOn: () => undefined },
        });
        assert.ok(assertRevealed(view) > 0, 'the case reveals nothing');
      });
    }
  });
}

function sections(markdown: string): readonly { readonly title: string; readonly code: string }[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf('\n')),
      code: /^```python\n([\s\S]*?)^```/m.exec(section)?.[1] ?? '',
    }));
}

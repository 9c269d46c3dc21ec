/** Fix editors on a piece of code: `HERE` in it is the node that a fix would work on. */
import assert from 'node:assert/strict';
import { libraries } from '../../server/src/catalogue/index.generated';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { createFixSession } from '../../server/src/engine/edits';
import type { FixEditor } from '../../server/src/engine/edits';
import type { TextEdit } from '../../server/src/engine/finding';
import { createFileView } from '../../server/src/project/fileView';
import { createProject } from '../../server/src/project/index';
import { buildModel } from '../../server/src/semantic/model';
import { mergedSettings } from '../../server/src/settings/parse';
import { oldestPython } from '../../server/src/settings/pythonVersion';
import { projectTarget } from '../../server/src/settings/target';
import type { SyntaxNode } from '../../server/src/syntax/node';
import { parseText } from './check';
import { applyEdits } from './fixing';

const catalogue = createCatalogue(libraries);

export interface Editing {
  readonly edit: FixEditor;
  readonly here: SyntaxNode;
  /** The code after edits that need not be in order. */
  readonly after: (edits: readonly TextEdit[]) => string;
}

export function editing(code: string, python = '3.14'): Editing {
  const tree = parseText(code);
  const target = { ...projectTarget(undefined, mergedSettings()), python: oldestPython(python) ?? { major: 3, minor: 14 } };
  const view = createFileView({ file: 'app/module.py', model: buildModel(tree, catalogue), project: createProject(), target });
  const { edit } = createFixSession(view);
  const offset = code.indexOf('HERE');
  assert.ok(offset >= 0, 'the code has no HERE');
  return {
    edit,
    here: view.tree.nodeAt(offset),
    after: (edits) =>
      applyEdits(
        code,
        [...edits].sort((a, b) => a.start - b.start),
      ),
  };
}

/** Names alone never hide a chain of blocking calls that is there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { libraries } from '../../server/src/catalogue/index.generated';
import type { BlockingKind } from '../../server/src/catalogue/schema';
import { blockingNames } from '../../server/src/project/blockingNames';
import { createFileView } from '../../server/src/project/fileView';
import { createProject } from '../../server/src/project/index';
import { localKnowledge } from '../../server/src/project/localKnowledge';
import { lastName } from '../../server/src/project/summary';
import type { Value } from '../../server/src/project/values';
import { definitionName } from '../../server/src/semantic/definitions';
import { buildModel } from '../../server/src/semantic/model';
import { mergedSettings } from '../../server/src/settings/parse';
import { projectTarget } from '../../server/src/settings/target';
import { descendants, enclosingFunction, isAsync } from '../../server/src/syntax/query';
import { samples, serviceFiles } from '../fuzz/support/samples';
import { parseText } from '../support/parser';

const catalogue = createCatalogue(libraries);
const file = 'app.py';
const ends: ReadonlySet<BlockingKind> = new Set<BlockingKind>(['sleep', 'http', 'file', 'subprocess', 'socket', 'database']);

/** What is called in an `async def`, in ways by which the name that is called is not that of what runs. */
const detours = {
  'an import under another name': 'from time import sleep as pause\ndef load(): pause(1)\nasync def main(): load()',
  'a name for a function': 'import time\ndef load(): time.sleep(1)\nfetch = load\nasync def main(): fetch()',
  'a local name for a method':
    'import time\nclass Repo:\n    def load(self): time.sleep(1)\n    async def main(self):\n        fetch = self.load\n        fetch()',
  'an object that can be called':
    'import time\nclass Load:\n    def __call__(self): time.sleep(1)\nload = Load()\nasync def main(): load()',
  'an argument that can be called': 'import time\nclass Load:\n    def __call__(self): time.sleep(1)\nasync def main(fetch: Load): fetch()',
  'an attribute that can be called':
    'import time\nclass Load:\n    def __call__(self): time.sleep(1)\nclass App:\n    def __init__(self): self.fetch = Load()\n    async def main(self): self.fetch()',
  'the making of an object': 'import time\nclass Repo:\n    def __init__(self): time.sleep(1)\nasync def main(): Repo()',
  'the making of an object of a class below':
    'import time\nclass Base:\n    def __init__(self): time.sleep(1)\nclass Repo(Base): ...\nasync def main(): Repo()',
  'what a class inherits':
    'import time\nclass Base:\n    def load(self): time.sleep(1)\nclass Repo(Base):\n    def __init__(self):\n        super().__init__()\n        super().load()\nasync def main(): Repo()',
  'a class method that makes its class':
    'import time\nclass Repo:\n    def __init__(self): time.sleep(1)\n    @classmethod\n    def made(cls): return cls()\nasync def main(): Repo.made()',
  'a call of what a call gives':
    'import time\nclass Load:\n    def __call__(self): time.sleep(1)\ndef make() -> Load: ...\nasync def main(): make()()',
  'a helper under an async function of the same name':
    'import time\nclass One:\n    async def load(self): ...\nclass Two:\n    def load(self): time.sleep(1)\nasync def main(): Two().load()',
};

/** The view of a file, with what the names of its project say beside it. */
function look(code: string) {
  const model = buildModel(parseText(code), catalogue);
  const project = createProject();
  const target = projectTarget(undefined, mergedSettings({}));
  const view = createFileView({ file, model, project, target });
  const mayBlock = blockingNames(
    model,
    () => view.reach,
    () => false,
  );
  return { model, view, mayBlock, outlook: project.outlook(file, localKnowledge(model), catalogue) };
}

describe('names that may block', () => {
  for (const [way, code] of Object.entries(detours)) {
    it(`lead through ${way}`, () => {
      const { model, view } = look(code);
      const calls = [...descendants(model.tree.root)].filter((node) => node.is('call'));
      const inAsync = calls.filter((call) => {
        const around = enclosingFunction(call);
        return around !== undefined && isAsync(around);
      });
      const blocking = inAsync.filter((call) => view.blockingChain(call, ends, 8) !== undefined);
      assert.ok(blocking.length > 0, 'the example has a chain');
      for (const call of blocking) {
        const callee = call.field('function');
        const name = callee.is('attribute') ? callee.field('attribute').text : callee.is('identifier') ? callee.text : undefined;
        if (name !== undefined) assert.ok(view.mayBlock(name), name);
      }
    });
  }

  it('hide no chain from any function of real code', () => {
    const page = readFileSync('server/src/rules/asyncio/blocking-call-via-helper/cases.md', 'utf8');
    const cases = [...page.matchAll(/```python[^\n]*\n(.*?)```/gs)].map(([, code = '']) => code);
    let chains = 0;
    for (const code of [...cases, ...serviceFiles.map((one) => one.code), ...samples.map((one) => one.code)]) {
      const { model, mayBlock, outlook } = look(code);
      for (const definition of model.scopes.definitions) {
        const path = definitionName(definition).slice('<this>.'.length);
        const value: Value = { kind: definition.is('class_definition') ? 'class' : 'function', file, path };
        const chainBy = (own: string) =>
          outlook.callGraph.chainFrom(value, { given: ['*'] }, { ends: new Set(ends), depth: 8, own: { file: own, mayBlock } });
        const chain = chainBy('another.py');
        assert.deepEqual(chainBy(file)?.links.at(-1)?.at, chain?.links.at(-1)?.at, code);
        if (chain === undefined) continue;
        chains += 1;
        assert.ok(mayBlock(lastName(path)), `${path} in\n${code}`);
      }
    }
    assert.ok(chains > 20, `${String(chains)} chains`);
  });
});

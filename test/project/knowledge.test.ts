/** What a file tells others is the same whether its model is asked or its summary. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { libraries } from '../../server/src/catalogue/index.generated';
import { createCatalogue } from '../../server/src/catalogue/catalogue';
import { settled } from '../../server/src/project/functionFacts';
import { localKnowledge, moduleSummary, summarySteps } from '../../server/src/project/localKnowledge';
import { knowledgeOf } from '../../server/src/project/summary';
import { usedNames } from '../../server/src/project/uses';
import { buildModel } from '../../server/src/semantic/model';
import type { SyntaxTree } from '../../server/src/syntax/node';
import { samples, serviceFiles } from '../fuzz/support/samples';
import { parseText } from '../support/parser';

const catalogue = createCatalogue(libraries);
const pages = readdirSync('test/project').filter((name) => name.endsWith('.md'));
const inPages = pages.flatMap((name) => [...readFileSync(`test/project/${name}`, 'utf8').matchAll(/```python[^\n]*\n(.*?)```/gs)]);
const codes = [...inPages.map(([, code = '']) => code), ...serviceFiles.map(({ code }) => code), ...samples.map(({ code }) => code)];

/** Every name that is written in a file. */
function namesIn(tree: SyntaxTree): readonly string[] {
  const names = new Set<string>();
  for (let id = 1; id < tree.nodeCount; id += 1) {
    const node = tree.node(id);
    if (node.is('identifier')) names.add(node.text);
  }
  return [...names];
}

describe('what a file tells others', () => {
  it('is the same from its model and from its summary', () => {
    for (const code of codes) {
      const tree = parseText(code);
      const model = buildModel(tree, catalogue);
      const summary = moduleSummary(model);
      const [asked, told] = [localKnowledge(buildModel(tree, catalogue)), knowledgeOf(summary)];
      for (const path of Object.keys(summary.functions)) {
        const facts = asked.functionOf(path);
        assert.deepEqual(facts && settled(facts), told.functionOf(path), code);
      }
      for (const path of Object.keys(summary.classes)) {
        assert.deepEqual(asked.basesOf(path), told.basesOf(path), code);
        for (const name of told.attributeNames(path)) assert.deepEqual(asked.attributeOf(path, name), told.attributeOf(path, name), code);
      }
      for (const name of namesIn(tree)) {
        for (const of of [asked, told]) assert.equal(of.hasFunction(name), Object.hasOwn(summary.functions, name), code);
        for (const of of [asked, told]) assert.equal(of.hasClass(name), Object.hasOwn(summary.classes, name), code);
        // What a definition says by itself is left out of a summary.
        if (told.exportOf(name) !== undefined) assert.deepEqual(asked.exportOf(name), told.exportOf(name), code);
      }
      assert.deepEqual([asked.stars, asked.all], [told.stars, told.all], code);
    }
  });

  it('is worked out in steps, none of which is about more than one function or class', () => {
    for (const code of codes) {
      const model = buildModel(parseText(code), catalogue);
      const steps = summarySteps(model);
      let count = 0;
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) count += 1;
      assert.ok(count > model.scopes.definitions.length, code);
      assert.deepEqual(step.value, moduleSummary(buildModel(parseText(code), catalogue)), code);
    }
  });

  it('is the same of what it makes use of, and no use is without a sign in the tree', () => {
    for (const code of codes) {
      const tree = parseText(code);
      const model = buildModel(tree, catalogue);
      const summary = moduleSummary(model);
      const [asked, told, signs] = [localKnowledge(model), knowledgeOf(summary), usedNames(tree)];
      const defined = [...Object.keys(summary.functions), ...Object.keys(summary.classes)].map((path) => path.split('.').at(-1) ?? '');
      for (const name of new Set(defined)) {
        assert.deepEqual(asked.usesOf(name), told.usesOf(name), `${name} in\n${code}`);
        if (told.usesOf(name).length > 0) assert.ok(signs.has(name), `${name} in\n${code}`);
      }
    }
  });
});

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
import { libraries } from '../../server/src/catalogue/index';
import { createFileView } from '../../server/src/project/fileView';
import { createProject } from '../../server/src/project/index';
import { buildModel } from '../../server/src/semantic/model';
import type { ObservedView } from '../../server/src/project/fileView';
import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import { nodeKinds } from '../../server/src/syntax/kinds.generated';
import { parseText } from '../support/parser';

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
        const reveals = callsOf(tree).filter((call) => call.field('function').text.startsWith('reveal_'));
        assert.ok(reveals.length > 0, 'the case reveals nothing');
        for (const call of reveals) assert.equal(answer(call, view), expected(call, code), call.text);
      });
    }
  });
}

function answer(call: SyntaxNode<'call'>, view: ObservedView): string {
  const [argument] = call.field('arguments').children;
  switch (call.field('function').text) {
    case 'reveal_name':
      return nameAnswer(argument, view);
    case 'reveal_type': {
      const type = view.typeOf(argument);
      return type === undefined ? 'unknown' : type.certainty === 'likely' ? `${type.type} (likely)` : type.type;
    }
    case 'reveal_place':
      return view.runsOn(call);
    case 'reveal_role': {
      const binding = argument?.is('identifier') === true ? view.bindingOf(argument) : undefined;
      const node = binding?.declarations[0]?.node;
      return node?.is('function_definition', 'class_definition') === true ? (view.roleOf(node)?.kind ?? 'unknown') : 'no definition';
    }
    default:
      return 'no such question';
  }
}

function nameAnswer(expression: SyntaxNode | undefined, view: ObservedView): string {
  view.observe();
  const name = view.nameOf(expression);
  return name === undefined ? 'unknown' : view.observed() === 'likely' ? `${name} (likely)` : name;
}

function expected(call: SyntaxNode, code: string): string {
  const end = code.indexOf('\n', call.end);
  const line = code.slice(call.end, end < 0 ? undefined : end);
  return line.slice(line.indexOf('# reveal:') + '# reveal:'.length).trim();
}

function callsOf(tree: SyntaxTree): readonly SyntaxNode<'call'>[] {
  const calls: SyntaxNode<'call'>[] = [];
  const kind = nodeKinds.indexOf('call');
  for (const { chunk, firstId } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      const node = chunk.kindAt(index) === kind ? tree.node(firstId + index) : undefined;
      if (node?.is('call') === true) calls.push(node);
    }
  }
  return calls;
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

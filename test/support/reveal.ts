/** Asks a view what `reveal_…` calls want to know, and compares it with the comments behind them. */
import assert from 'node:assert/strict';
import type { ObservedView } from '../../server/src/project/fileView';
import { nodeKinds, type NodeKind } from '../../server/src/syntax/kinds.generated';
import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import { ancestors } from '../../server/src/syntax/query';

/** Asserts each `reveal_type(x)  # reveal: answer` of a file; the number of them. */
export function assertRevealed(view: ObservedView): number {
  const { tree } = view;
  const reveals = nodesOf('call', tree).filter((call) => call.field('function').text.startsWith('reveal_'));
  for (const call of reveals) assert.equal(answer(call, view), expected(call, tree.text), call.text);
  return reveals.length;
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
    case 'reveal_runs': {
      const definition = definitionOf(argument?.text ?? '', view.tree);
      return definition === undefined ? 'no definition' : occasionAnswer(definition, view);
    }
    default:
      return 'no such question';
  }
}

/** `request as route, from listed, load`: how often, what for, and the functions that call in order. */
function occasionAnswer(definition: SyntaxNode<'function_definition'>, view: ObservedView): string {
  const occasion = view.runsPer(definition);
  if (occasion === undefined) return 'unknown';
  const { per, role, links, certainty } = occasion;
  const callers = links.map(({ caller }) => (caller === '' ? 'the module' : caller));
  const parts = [role === undefined ? per : `${per} as ${role}`, ...(callers.length === 0 ? [] : [`from ${callers.join(', ')}`])];
  return `${parts.join(', ')}${certainty === 'likely' ? ' (likely)' : ''}`;
}

/** The function with a path such as `Repo.load`. */
function definitionOf(path: string, tree: SyntaxTree): SyntaxNode<'function_definition'> | undefined {
  return nodesOf('function_definition', tree).find((definition) => {
    const around = [...ancestors(definition)].filter((node) => node.is('function_definition', 'class_definition'));
    const names = [definition, ...around].map((node) =>
      node.is('function_definition', 'class_definition') ? node.field('name').text : '',
    );
    return names.reverse().join('.') === path;
  });
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

function nodesOf<const Kind extends NodeKind>(wanted: Kind, tree: SyntaxTree): readonly SyntaxNode<Kind>[] {
  const nodes: SyntaxNode<Kind>[] = [];
  const kind = nodeKinds.indexOf(wanted);
  for (const { chunk, firstId } of tree.chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      const node = chunk.kindAt(index) === kind ? tree.node(firstId + index) : undefined;
      if (node?.is(wanted) === true) nodes.push(node);
    }
  }
  return nodes;
}

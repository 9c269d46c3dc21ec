import type { TextEdit } from '../../../engine/finding';
import { isFirstOnLine, lineStart, nextLine } from '../../../engine/lines';
import { defineRule } from '../../../engine/rule';
import type { FixContext } from '../../../engine/rule';
import type { SyntaxNode } from '../../../syntax/node';
import { decoratorCallee } from '../../../syntax/query';
import { disorderedPair, type DecoratorPair } from '../decoratorPairs';
import { isInTests } from '../retryPolicy';

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['retries', 'timeouts'],
  fix: 'unsafe',
  messages: {
    perAttempt: '`{lower}` limits each attempt of `{upper}` at `{function}`, and nothing limits them all',
    cached: '`{lower}` gives each attempt of `{upper}` at `{function}` the same result',
    swallowed: '`{lower}` catches what `{upper}` would retry `{function}` for',
    coroutine: '`{upper}` sees no error of `{function}`: `{lower}` hands it the coroutine unrun',
    pauses: '`{lower}` pauses on the event loop, where `{upper}` runs `{function}`',
    uncallable: '`{upper}` gets the `{lower}` of `{function}`, which cannot be called',
    unregistered: '`{lower}` registers `{function}` without `{upper}`, which stands above it',
  },
  visit: {
    decorator(node, { view, catalogue, finding }) {
      const pair = disorderedPair(node, { view, catalogue });
      if (pair === undefined || isInTests(view)) return undefined;
      const { disorder, upper, lower, definition } = pair;
      const data = { upper: nameOf(upper).text, lower: nameOf(lower).text, function: definition.field('name').text };
      const args = isLowerMoved(pair) ? `@${data.lower} above @${data.upper}` : `@${data.upper} below @${data.lower}`;
      const options = { fixes: [{ id: 'move', args }] };
      const at = disorder === 'perAttempt' ? nameOf(lower) : nameOf(upper);
      return finding(at, disorder, data, disorder === 'perAttempt' ? { ...options, level: 'weaker' } : options);
    },
  },
  fixes: {
    move: {
      kind: 'unsafe',
      title: (args) => `Move ${typeof args === 'string' ? args : 'the decorator'}`,
      edits: (node, _args, context) => {
        const pair = node.is('decorator') ? disorderedPair(node, context) : undefined;
        return pair === undefined ? undefined : moved(pair, context);
      },
    },
  },
});

function nameOf(line: SyntaxNode<'decorator'>): SyntaxNode {
  return decoratorCallee(line) ?? line;
}

/** Whether the lower one is lifted above the other; else the upper one is put below. */
function isLowerMoved({ disorder }: DecoratorPair): boolean {
  return disorder === 'perAttempt' || disorder === 'pauses';
}

function moved(pair: DecoratorPair, { edit }: FixContext): readonly TextEdit[] | undefined {
  const { upper, lower } = pair;
  const { text } = upper.tree;
  if (!isFirstOnLine(text, upper.start) || !isFirstOnLine(text, lower.start)) return undefined;
  const mover = isLowerMoved(pair) ? lower : upper;
  const lines = { start: lineStart(text, mover.start), end: nextLine(text, mover.end) };
  const target = mover.id === upper.id ? nextLine(text, lower.end) : lineStart(text, upper.start);
  return [edit.remove(lines), edit.insert(target, text.slice(lines.start, lines.end))];
}

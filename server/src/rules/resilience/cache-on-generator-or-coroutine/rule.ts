import { defineRule } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { isAsync } from '../../../syntax/query';
import { cachedFunction } from '../caches';
import { isGenerator } from '../decorated';

export default defineRule({
  severity: 'error',
  profile: 'minimal',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { semgrep: ['cannot-cache-generators'] },
  fix: 'none',
  messages: {
    coroutine: '`{cache}` keeps the coroutine of `{function}`, which can be awaited only once',
    generator: '`{cache}` keeps the generator of `{function}`, which is empty the second time',
    manager: '`{cache}` keeps the context manager of `{function}`, which can be entered only once',
  },
  knownDecorators: {
    facts: ['caches'],
    check(node, { view, catalogue, finding }) {
      const cached = cachedFunction(node, { view, catalogue });
      if (cached === undefined) return undefined;
      const { definition, below, name } = cached;
      const data = { cache: name.text, function: definition.field('name').text };
      // What another decorator makes of the function nobody knows, but for these.
      if (below.length > 0) return below.every((one) => makesManager(one, view)) ? finding(name, 'manager', data) : undefined;
      if (isGenerator(definition)) return finding(name, 'generator', data);
      return isAsync(definition) ? finding(name, 'coroutine', data) : undefined;
    },
  },
});

const managers: ReadonlySet<string> = new Set(['contextlib.contextmanager', 'contextlib.asynccontextmanager']);

function makesManager(decorator: SyntaxNode<'decorator'>, view: FileView): boolean {
  return managers.has(view.nameOf(decorator.children[0]) ?? '');
}

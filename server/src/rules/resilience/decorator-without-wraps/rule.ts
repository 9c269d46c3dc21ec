import { defineRule } from '../../../engine/rule';
import type { CheckContext, FixContext } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/finding';
import { usesOf, wrapperOf } from '../../../engine/wrappers';
import type { Covered, Wrapper } from '../../../engine/wrappers';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { decoratorCallee, decoratorsOf } from '../../../syntax/query';
import { isInTests } from '../retryPolicy';
import { isOfOtherKind, mismatchOf } from '../wrappers';

const messages = {
  nameless: '`{wrapper}` takes the place of `{wrapped}` without its name, signature and docstring',
  early: '`{wrapper}` leaves its `{cover}` before the async function `{function}` has run',
  after: '`{wrapper}` goes on before the async function `{function}` has run',
  awaited: '`{wrapper}` awaits `{function}`, which is not async and returns nothing to await',
} as const;
type Context = CheckContext<typeof messages>;

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['error-handling'],
  fix: 'unsafe',
  messages,
  visit: {
    decorator(node, context) {
      const wrapped = functionBelow(node);
      const covers = wrapped === undefined ? undefined : context.view.wrappingBy(node)?.covers;
      if (wrapped === undefined || covers === undefined || !isOfOtherKind(wrapped, covers) || isInTests(context.view)) return undefined;
      return told(node, covers, { wrapper: decoratorCallee(node)?.text ?? '', function: wrapped.field('name').text }, context);
    },
    *function_definition(node, context) {
      const { view, finding } = context;
      const wrapper = wrapperOf(node, view);
      if (wrapper === undefined || isInTests(view)) return;
      const name = node.field('name');
      if (!carriesOver(wrapper, view) && !isAdapter(wrapper, view)) {
        const data = { wrapper: name.text, wrapped: wrapper.wrapped.text };
        yield finding(name, 'nameless', data, { fixes: [{ id: 'addWraps' }] });
      }
      const mismatch = mismatchOf(wrapper, view);
      if (mismatch === undefined) return;
      yield told(mismatch.call, mismatch.kind, { wrapper: name.text, function: mismatch.function.field('name').text }, context);
    },
  },
  fixes: {
    addWraps: {
      kind: 'unsafe',
      title: 'Add @functools.wraps',
      edits: (node, _args, context) => {
        const wrapper = node.is('function_definition') ? wrapperOf(node, context.view) : undefined;
        return wrapper === undefined ? undefined : withWraps(wrapper, context);
      },
    },
  },
});

/** What a wrapper does in vain for a function of the other kind. */
function told(
  at: SyntaxNode,
  covers: Covered,
  data: { readonly wrapper: string; readonly function: string },
  { finding }: Context,
): ReturnType<Context['finding']> {
  return covers === 'awaited' || covers === 'after' ? finding(at, covers, data) : finding(at, 'early', { ...data, cover: covers });
}

/** The function of which a decorator is the one next to it, which gets it as it is written. */
function functionBelow({ parent, id }: SyntaxNode<'decorator'>): SyntaxNode<'function_definition'> | undefined {
  const definition = parent?.is('decorated_definition') === true ? parent.field('definition') : undefined;
  return definition?.is('function_definition') === true && decoratorsOf(definition).at(-1)?.id === id ? definition : undefined;
}

/** Whether the wrapper gets the wrapped function's name: by a decorator, or by anything that is done with it before it is returned. */
function carriesOver({ definition, decorator }: Wrapper, view: FileView): boolean {
  if (decoratorsOf(definition).length > 0) return true;
  return usesOf(definition, view).some((use) => {
    const { parent } = use;
    if (parent?.is('return_statement') === true || use.id < decorator.id) return false;
    return parent?.is('attribute') !== true || /^__(name|doc|wrapped|signature|qualname|dict)__$/.test(parent.field('attribute').text);
  });
}

/**
 * Whether the file only calls the function around with what is to be called, to hand on what it gives: `pool.submit(logged(work))`.
 * A decorator is put on a function, or gives a name to what it makes of one: `load = logged(load)`.
 */
function isAdapter({ decorator }: Wrapper, view: FileView): boolean {
  const uses = usesOf(decorator, view).filter((use) => use.parent?.is('return_statement') !== true);
  return uses.length > 0 && uses.every((use) => isCalledForValue(use));
}

function isCalledForValue(use: SyntaxNode): boolean {
  const call = use.parent?.is('call') === true && use.parent.field('function').id === use.id ? use.parent : undefined;
  return call?.parent !== undefined && !call.parent.is('decorator', 'assignment');
}

function withWraps({ definition, wrapped }: Wrapper, { edit }: FixContext): readonly TextEdit[] | undefined {
  const module = edit.importModule('functools', definition);
  const imported =
    module?.edits.length === 0 ? { name: `${module.name}.wraps`, edits: [] } : edit.importFrom('functools', 'wraps', definition);
  if (imported === undefined) return undefined;
  const line = `@${imported.name}(${wrapped.text})${edit.newline}${edit.indentOf(definition)}`;
  return [...imported.edits, edit.insert(definition.start, line)];
}

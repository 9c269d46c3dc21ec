/** The functions of the same file that calls reach, as far as the file alone says. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosing, enclosingClass } from '../../syntax/query';

/** The definition of a called function, or of a method that is called on `self`; also where `partial` gave it some arguments before. */
export function calledDefinition(callee: SyntaxNode, view: FileView, depth = 3): SyntaxNode<'function_definition'> | undefined {
  if (callee.is('identifier')) {
    const declarations = view.bindingOf(callee)?.declarations ?? [];
    const node = declarations[0]?.node;
    if (node?.is('function_definition') === true) return node;
    const made = declarations.length === 1 ? partialOf(declarations[0]?.value, view) : undefined;
    return made === undefined || depth === 0 ? undefined : calledDefinition(made, view, depth - 1);
  }
  if (!callee.is('attribute') || !/^(self|cls)$/.test(callee.field('object').text)) return undefined;
  const method = callee.field('attribute').text;
  for (const member of enclosingClass(callee)?.field('body').children ?? []) {
    const definition = member.is('decorated_definition') ? member.children.at(-1) : member;
    if (definition?.is('function_definition') === true && definition.field('name').text === method) return definition;
  }
  return undefined;
}

/** Where the file names a function, or the class `self` has it as a method. */
export function namesOf(definition: SyntaxNode<'function_definition'>, view: FileView): readonly SyntaxNode[] {
  const name = definition.field('name');
  const holder = enclosing(definition, 'class_definition', 'function_definition');
  if (holder?.is('class_definition') !== true) return view.bindingOf(name)?.references ?? [];
  return [...descendants(holder.field('body'))].filter(
    (node) => node.is('attribute') && node.field('attribute').text === name.text && node.field('object').text === 'self',
  );
}

/** The function that `functools.partial(function, …)` goes on to call. */
function partialOf(value: SyntaxNode | undefined, view: FileView): SyntaxNode | undefined {
  if (value?.is('call') !== true || view.nameOf(value.field('function')) !== 'functools.partial') return undefined;
  return value.field('arguments').children[0];
}

/**
 * Whether a call never returns: it ends the program or the test, or calls a function that in the end does nothing but that, or raise.
 * Of another file's function its annotation tells.
 */
export function neverReturns(call: SyntaxNode<'call'>, view: FileView, depth = 3): boolean {
  const callee = call.field('function');
  if (endingCalls.has(view.nameOf(callee) ?? '')) return true;
  const definition = calledDefinition(callee, view);
  if (definition === undefined) return /(^|\.)(NoReturn|Never)$/.test(view.typeOf(call)?.type ?? '');
  if (definition.hasToken('async')) return false;
  if (/(^|\.)(NoReturn|Never)$/.test(definition.field('return_type')?.text ?? '')) return true;
  const body = definition.field('body');
  const ways = view.flow(definition).completions(body);
  if (ways.has('return')) return false;
  if (!ways.has('next')) return ways.has('raise');
  const last = depth === 0 ? undefined : body.children.at(-1)?.children[0];
  return last?.is('call') === true && neverReturns(last, view, depth - 1);
}

const endingCalls = new Set([
  'builtins.exit',
  'builtins.quit',
  'os._exit',
  'os.abort',
  'pytest.exit',
  'pytest.fail',
  'pytest.skip',
  'sys.exit',
]);

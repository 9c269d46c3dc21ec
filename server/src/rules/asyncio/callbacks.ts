/** Which functions something outside of the program calls, as their names and decorators say: nobody of ours goes on after them. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { decoratorCallee, decoratorsOf, descendants } from '../../syntax/query';

type Owner = SyntaxNode<'function_definition'>;

/**
 * Whether a function is registered as the callback of an event, a command or a message, or is named as one (`on_timeout`), and the
 * file itself never waits for it.
 */
export function isCallback(owner: Owner, view: FileView): boolean {
  const name = owner.field('name').text;
  return (decoratorsOf(owner).some(registers) || isNamedAsOne(name)) && !isAwaited(name, view);
}

/** Whether it is a callback of a library: what the project itself calls by such names may well go on after it. */
export function isCallbackOfLibrary(owner: Owner, view: FileView): boolean {
  const registering = decoratorsOf(owner).filter(registers);
  const isTheirs = registering.length === 0 || registering.some((decorator) => isOfLibrary(decoratorCallee(decorator), view));
  return isTheirs && isCallback(owner, view) && ![...descendants(owner.field('body'))].some((node) => node.is('yield'));
}

/** `@sio.on("message")`, `@bot.event`, `@commands.command()`: a method of what the callback is registered at. */
function registers(decorator: SyntaxNode<'decorator'>): boolean {
  const callee = decoratorCallee(decorator);
  if (callee?.is('attribute') !== true) return false;
  const name = callee.field('attribute').text;
  return registering.test(name) && !repeating.test(name);
}

const registering = /^on(_[a-z_]+)?$|(^|_)(event|listen|listener|command|group|handler|callback|subscribe|subscriber)$/;
// `backoff.on_exception` calls the function again.
const repeating = /^on_(exception|predicate)$/;

function isNamedAsOne(name: string): boolean {
  return /^on_[a-z]/.test(name);
}

/** Whether a name comes from outside: its first part is none of the folders that the file is in. */
function isOfLibrary(callee: SyntaxNode | undefined, view: FileView): boolean {
  const [first = ''] = view.nameOf(callee)?.split('.') ?? [];
  return /^[a-z]/i.test(first) && !view.path.split('/').includes(first);
}

function isAwaited(name: string, { tree }: FileView): boolean {
  for (const node of descendants(tree.root)) {
    const callee = node.is('await') && node.children[0]?.is('call') === true ? node.children[0].field('function') : undefined;
    // The method that a class inherits is a part of the callback itself.
    if (callee?.is('attribute') === true && callee.field('object').text === 'super()') continue;
    if ((callee?.is('attribute') === true ? callee.field('attribute') : callee)?.text === name) return true;
  }
  return false;
}

/** What the rules on FastAPI and Starlette share: which objects are applications and routers. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';

export type AppKind = 'application' | 'router';

const kinds: Readonly<Record<string, AppKind>> = {
  'fastapi.FastAPI': 'application',
  'fastapi.applications.FastAPI': 'application',
  'starlette.applications.Starlette': 'application',
  'fastapi.APIRouter': 'router',
  'fastapi.routing.APIRouter': 'router',
  'starlette.routing.Router': 'router',
};

/** The last names of what makes them. */
export const makers: readonly string[] = Object.keys(kinds).map((name) => name.slice(name.lastIndexOf('.') + 1));

/** What a call makes, when it makes an application or a router. */
export function madeBy(call: SyntaxNode<'call'>, view: FileView): AppKind | undefined {
  return kinds[view.nameOf(call.field('function')) ?? ''];
}

/**
 * Whether an expression is an application or a router: by its type or, where that is not known, by a name that everybody gives
 * to one, in a file that imports the framework or that name from a file of its own.
 */
export function isApp(expression: SyntaxNode, view: FileView): boolean {
  const type = view.typeOf(expression)?.type;
  if (type !== undefined) return kinds[type] !== undefined;
  if (!expression.is('identifier') || !/^(app|router|api)$/.test(expression.text)) return false;
  return view.imports('fastapi') || view.imports('starlette') || isImported(expression, view);
}

function isImported(name: SyntaxNode<'identifier'>, view: FileView): boolean {
  return view.bindingOf(name)?.declarations.some(({ kind }) => kind === 'import') === true;
}

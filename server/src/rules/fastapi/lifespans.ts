/**
 * Turns the start-up and shutdown handlers of an application into one lifespan that calls them.
 *
 * Invariants: an application that has a lifespan runs no other handlers, so all that the file registers are moved, or none;
 * the handlers stay the functions that they are, with all that stands in them and beside them.
 */
import type { TextEdit } from '../../engine/finding';
import { lineStart, nextLine, skipBlank } from '../../engine/lines';
import type { FixContext } from '../../engine/rule';
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { callArguments, decoratorsOf, descendants, enclosingFunction, isAsync, stringValue } from '../../syntax/query';
import { madeBy } from './apps';

export type AppEvent = 'startup' | 'shutdown';

/** A call that registers a handler: `app.on_event("startup")`, `app.add_event_handler("shutdown", close)`. */
export interface Registration {
  readonly call: SyntaxNode<'call'>;
  readonly method: (typeof registrationMethods)[number];
  readonly app: SyntaxNode;
  readonly event: AppEvent;
}

/** The methods that register a handler. */
export const registrationMethods = ['on_event', 'add_event_handler'] as const;

export function registrationOf(call: SyntaxNode<'call'>): Registration | undefined {
  const callee = call.field('function');
  if (!callee.is('attribute')) return undefined;
  const method = registrationMethods.find((name) => name === callee.field('attribute').text);
  if (method === undefined) return undefined;
  const { positional, keywords } = callArguments(call);
  const first = positional[0] ?? keywords.get('event_type');
  const event = first?.is('string') === true ? stringValue(first) : undefined;
  return event === 'startup' || event === 'shutdown' ? { call, method, app: callee.field('object'), event } : undefined;
}

interface Handler extends Registration {
  readonly definition: SyntaxNode<'function_definition'>;
  /** What registers it: a decorator, or a statement of the module. */
  readonly registered: SyntaxNode<'decorator' | 'expression_statement'>;
}

/** An application whose handlers can be moved. */
export interface LifespanPlan {
  readonly creation: SyntaxNode<'call'>;
  readonly handlers: readonly Handler[];
  /** The name of the new function. */
  readonly name: string;
}

/** How the handlers of a registration's application become a lifespan; undefined where not all of them can. */
export function lifespanPlan({ app }: Registration, view: FileView): LifespanPlan | undefined {
  const creation = creationOf(app, view);
  const binding = app.is('identifier') ? view.bindingOf(app) : undefined;
  if (creation === undefined || binding === undefined) return undefined;
  const handlers: Handler[] = [];
  for (const node of descendants(view.tree.root)) {
    if (mayRegisterMore(node, creation)) return undefined;
    const registration = node.is('call') ? registrationOf(node) : undefined;
    if (registration === undefined) continue;
    const own = registration.app.is('identifier') ? view.bindingOf(registration.app) : undefined;
    if (own !== binding && creationOf(registration.app, view) !== undefined) continue;
    const handler = own === binding ? handlerOf(registration, view) : undefined;
    if (handler === undefined) return undefined;
    handlers.push(handler);
  }
  return view.isFree(lifespanName, creation) ? { creation, handlers, name: lifespanName } : undefined;
}

const lifespanName = 'lifespan';

/** What reaches into the router, and modules that are imported when the application is there, for they import it in turn. */
function mayRegisterMore(node: SyntaxNode, creation: SyntaxNode): boolean {
  if (node.is('attribute')) return /^(on_startup|on_shutdown|lifespan_context)$/.test(node.field('attribute').text);
  return node.is('import_statement', 'import_from_statement') && node.start > creation.end && enclosingFunction(node) === undefined;
}

/** The call at the top of the module that made the application, and that leaves room for a lifespan. */
function creationOf(app: SyntaxNode, view: FileView): SyntaxNode<'call'> | undefined {
  const binding = app.is('identifier') ? view.bindingOf(app) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  const call = declaration?.value;
  if (binding?.scope.kind !== 'module' || others.length > 0 || call?.is('call') !== true) return undefined;
  if (call.parent?.is('assignment') !== true || call.parent.parent?.parent?.is('module') !== true) return undefined;
  const { keywords, hasSplat, hasDoubleSplat } = callArguments(call);
  const isTaken = hasSplat || hasDoubleSplat || ['lifespan', 'on_startup', 'on_shutdown'].some((name) => keywords.has(name));
  return isTaken || madeBy(call, view) !== 'application' ? undefined : call;
}

function handlerOf(registration: Registration, view: FileView): Handler | undefined {
  const holder = registration.call.parent;
  if (registration.method === 'on_event') {
    const definition = holder?.is('decorator') === true ? definitionUnder(holder) : undefined;
    if (holder?.is('decorator') !== true || definition === undefined || hasComment(registration.call)) return undefined;
    const isPlain = decoratorsOf(definition).every((decorator) => isRegistration(decorator));
    return isPlain && isCallable(definition, view) ? { ...registration, definition, registered: holder } : undefined;
  }
  const { positional, keywords } = callArguments(registration.call);
  const given = positional[1] ?? keywords.get('func');
  const definition = given?.is('identifier') === true ? view.bindingOf(given)?.declarations[0]?.node : undefined;
  if (holder?.is('expression_statement') !== true || holder.parent?.is('module') !== true) return undefined;
  if (definition?.is('function_definition') !== true || decoratorsOf(definition).length > 0 || !isCallable(definition, view))
    return undefined;
  return { ...registration, definition, registered: holder };
}

function definitionUnder(decorator: SyntaxNode<'decorator'>): SyntaxNode<'function_definition'> | undefined {
  const definition = decorator.parent?.is('decorated_definition') === true ? decorator.parent.field('definition') : undefined;
  return definition?.is('function_definition') === true ? definition : undefined;
}

/** What other decorators make of a function, nobody knows. */
function isRegistration(decorator: SyntaxNode<'decorator'>): boolean {
  const [expression] = decorator.children;
  return expression?.is('call') === true && registrationOf(expression)?.method === 'on_event';
}

/** Whether the lifespan can call it by its name: one function of the module, without parameters, that is no generator. */
function isCallable(definition: SyntaxNode<'function_definition'>, view: FileView): boolean {
  const holder = definition.parent?.is('decorated_definition') === true ? definition.parent : definition;
  if (holder.parent?.is('module') !== true || view.bindingOf(definition.field('name'))?.declarations.length !== 1) return false;
  if (definition.field('parameters').children.length > 0) return false;
  const inner = descendants(definition.field('body'), { into: (node) => !node.is('function_definition', 'lambda') });
  return ![...inner].some((node) => node.is('yield'));
}

function hasComment(node: SyntaxNode): boolean {
  return node.tree.comments.some(({ start }) => node.start < start && start < node.end);
}

/** The edits of a plan; undefined where what it needs cannot be imported. */
export function lifespanEdits({ creation, handlers, name }: LifespanPlan, { edit }: FixContext): readonly TextEdit[] | undefined {
  const contextManager = edit.importFrom('contextlib', 'asynccontextmanager', creation);
  const iterator = edit.importFrom('collections.abc', 'AsyncIterator', creation);
  const argument = edit.addArgument(creation, `lifespan=${name}`);
  const statement = creation.parent?.parent;
  if (contextManager === undefined || iterator === undefined || argument === undefined || statement === undefined) return undefined;
  const lines = [
    `@${contextManager.name}`,
    `async def ${name}(app: ${creation.field('function').text}) -> ${iterator.name}[None]:`,
    ...lifespanBody(handlers, edit.indentUnit),
  ];
  return [
    ...iterator.edits,
    ...contextManager.edits,
    aboveStatement(statement, lines, edit.newline),
    ...argument,
    ...handlers.map(({ registered }) => (registered.is('decorator') ? withoutDecorator(registered) : edit.removeStatement(registered))),
  ];
}

/** Starlette, too, calls the handlers in the order in which they were registered. */
function lifespanBody(handlers: readonly Handler[], indent: string): readonly string[] {
  const callsAt = (event: AppEvent): readonly string[] =>
    handlers
      .filter((handler) => handler.event === event)
      .map(({ definition }) => `${isAsync(definition) ? 'await ' : ''}${definition.field('name').text}()`);
  const before = callsAt('startup');
  const after = callsAt('shutdown');
  const body = after.length === 0 ? ['yield'] : ['try:', `${indent}yield`, 'finally:', ...after.map((call) => indent + call)];
  return [...before, ...body].map((line) => indent + line);
}

/** Two empty lines around, of which those that are there already count. */
function aboveStatement(statement: SyntaxNode, lines: readonly string[], newline: string): TextEdit {
  const { text, comments } = statement.tree;
  let offset = lineStart(text, statement.start);
  for (const comment of [...comments].reverse()) {
    if (nextLine(text, comment.end - 1) === offset && skipBlank(text, lineStart(text, comment.start)) === comment.start)
      offset = lineStart(text, comment.start);
  }
  const before = text.slice(0, offset);
  const code = before.trimEnd();
  const gap = before.slice(code.length).split('\n').length;
  const above = code === '' ? 0 : Math.max(0, 4 - gap);
  return { start: offset, end: offset, newText: newline.repeat(above) + lines.join(newline) + newline.repeat(3) };
}

/** The decorator's line goes; a comment beside it stays on that line. */
function withoutDecorator({ start, children, end, tree: { text } }: SyntaxNode<'decorator'>): TextEdit {
  // With a comment beside it, the decorator ends after the comment.
  const codeEnd = children[0]?.end ?? end;
  const comment = skipBlank(text, codeEnd);
  return text.charAt(comment) === '#'
    ? { start, end: comment, newText: '' }
    : { start: lineStart(text, start), end: nextLine(text, codeEnd), newText: '' };
}

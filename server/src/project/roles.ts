/**
 * What definitions are for, in the words of the frameworks, as far as they say so themselves: by decorators, bases and names.
 * The names that they say it with stand in `frameworks.ts`; what others do with them is read in `handOvers.ts`, and both are put
 * together in `callers.ts`.
 */
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, decoratorsOf, parametersOf, stringValue } from '../syntax/query';
import { roleByDecoratorName, roleByHook, type RoleKind } from './frameworks';

export type { RoleKind };

/** What a function or class is for. */
export interface Role {
  readonly kind: RoleKind;
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** What roles are read from. */
export type RoleSource = Pick<LocalModel, 'imports' | 'nameOf'>;

/** The role that a definition's own decorators or bases give it. */
export function roleByDefinition(definition: Definition, model: RoleSource): RoleKind | undefined {
  for (const decorator of decoratorsOf(definition)) {
    const role = roleByDecorator(decorator, model);
    if (role !== undefined) return role;
  }
  if (!definition.is('function_definition')) return definition.is('class_definition') ? roleByBase(definition, model) : undefined;
  return isAsgi(definition) ? 'middleware' : roleInMigration(definition.field('name').text, model.imports);
}

/** An application or a middleware as ASGI calls it: https://asgi.readthedocs.io/en/latest/specs/main.html. */
function isAsgi(definition: SyntaxNode<'function_definition'>): boolean {
  const names = parametersOf(definition).map(({ name }) => name.text);
  return names.slice(-asgiNames.length).join() === asgiNames.join();
}

const asgiNames = ['scope', 'receive', 'send'];

const routeMethods = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'api_route', 'route']);

function roleByDecorator(decorator: SyntaxNode<'decorator'>, model: RoleSource): RoleKind | undefined {
  const [expression] = decorator.children;
  const call = expression?.is('call') === true ? expression : undefined;
  const callee = call === undefined ? expression : call.field('function');
  const name = model.nameOf(callee);
  const known = name === undefined ? undefined : roleByDecoratorName(name);
  if (known !== undefined) return known;
  if (callee?.is('attribute') !== true) return undefined;
  const method = callee.field('attribute').text;
  if (method === 'task' && model.imports.has('celery')) return 'task';
  const hook = roleByHook(method);
  if (hook !== undefined || call === undefined) return hook;
  const mayBeApplication = name === undefined || name.startsWith('.') || isOfThisProject(name);
  return takesPath(call) || mayBeApplication ? roleByMethod(method, call) : undefined;
}

/** The role that a decorator gives on an object that nobody knows: by the method, and by what the method is given. */
function roleByMethod(method: string, call: SyntaxNode<'call'>): RoleKind | undefined {
  if (method === 'on_event') return startsOrStops(call) ? 'event-handler' : undefined;
  if (method === 'middleware') return stringValue(callArguments(call).positional[0]) === undefined ? undefined : 'middleware';
  if (method === 'exception_handler') return 'exception-handler';
  if (method === 'command') return 'command';
  // Typer's takes keywords only, Dash's takes what it listens to.
  if (method === 'callback') return callArguments(call).positional.length === 0 ? 'command' : undefined;
  if (method === 'websocket' || method === 'websocket_route') return takesPath(call) ? 'websocket' : undefined;
  return routeMethods.has(method) && takesPath(call) ? 'route' : undefined;
}

/** Whether a call names one of the two events that an ASGI application has; other libraries name their own. */
export function startsOrStops(call: SyntaxNode<'call'>): boolean {
  const { positional, keywords } = callArguments(call);
  const event = stringValue(positional[0] ?? keywords.get('event_type'));
  return event === 'startup' || event === 'shutdown';
}

/** Whether the name may be an object that another file of the same project makes. */
function isOfThisProject(name: string): boolean {
  return name.startsWith(localModule) || routerNames.has(name.split('.').at(-2) ?? '');
}

const routerNames = new Set(['app', 'router', 'api', 'cli', 'bp', 'blueprint']);

/** Whether the first argument is a path such as `"/users/{id}"`. */
export function takesPath(call: SyntaxNode<'call'>): boolean {
  const [first] = call.field('arguments').children;
  const path = stringValue(first);
  return path === '' || path?.startsWith('/') === true;
}

function roleByBase(definition: SyntaxNode<'class_definition'>, model: RoleSource): RoleKind | undefined {
  const names = (definition.field('superclasses')?.children ?? []).map((candidate) => model.nameOf(candidate) ?? '');
  if (names.some((name) => modelBases.has(name) || lastName(name) === 'Base')) return 'model';
  // `unittest.IsolatedAsyncioTestCase`, `django.test.TransactionTestCase`: all that build on the one of the standard library keep its name.
  return names.some((name) => name.endsWith('TestCase')) ? 'test' : undefined;
}

/** SQLAlchemy 2.0.52: lib/sqlalchemy/orm/decl_api.py; SQLModel: sqlmodel/main.py. */
const modelBases = new Set(['sqlalchemy.orm.DeclarativeBase', 'sqlmodel.SQLModel']);

/** The last part of a dotted name. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The role of one of a migration's two functions. */
function roleInMigration(name: string, imports: RoleSource['imports']): RoleKind | undefined {
  const isMigration = (name === 'upgrade' || name === 'downgrade') && (imports.has('alembic') || imports.has('alembic.op'));
  return isMigration ? 'migration' : undefined;
}

/** Whether pytest collects what has this name, by the name of its file. */
export function isTest(name: string, file: string): boolean {
  if (!name.startsWith('test') && !name.startsWith('Test')) return false;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return /^test_.*\.py$|_test\.py$/.test(base);
}

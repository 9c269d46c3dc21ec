/** What definitions are for, in the words of the frameworks. */
import { localModule } from '../semantic/inference';
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { stringValue } from '../syntax/query';

export type RoleKind =
  | 'route'
  | 'websocket'
  | 'dependency'
  | 'lifespan'
  | 'event-handler'
  | 'middleware'
  | 'exception-handler'
  | 'task'
  | 'command'
  | 'fixture'
  | 'test'
  | 'model'
  | 'migration';

export interface Role {
  readonly kind: RoleKind;
  /** The decorator, base class or call that says so, where one does. */
  readonly evidence: SyntaxNode | undefined;
}

type Definition = SyntaxNode<'function_definition' | 'class_definition'>;

/** What roles are read from: names as the whole project knows them. */
export type RoleSource = Pick<LocalModel, 'scopes' | 'imports' | 'nameOf'>;

/** The role of a definition; the first that fits, decorators before uses before names. */
export function roleOfDefinition(definition: Definition, file: string, model: RoleSource): Role | undefined {
  const byDecorator = roleByDecorator(definition, model);
  if (byDecorator !== undefined) return byDecorator;
  if (definition.is('class_definition')) return roleByBase(definition, model) ?? roleByName(definition, file, model);
  return (definition.is('function_definition') ? roleByUse(definition, model) : undefined) ?? roleByName(definition, file, model);
}

const routeMethods = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'api_route', 'route']);
const routers = ['fastapi.', 'starlette.', 'flask.', 'quart.', 'sanic.', 'litestar.', 'aiohttp.web.'];

/** Decorators by their full name, or by the end of it where the object is made in another file. */
const rolesByDecorator: Readonly<Record<string, RoleKind>> = {
  'pytest.fixture': 'fixture',
  'pytest_asyncio.fixture': 'fixture',
  'celery.shared_task': 'task',
  'dramatiq.actor': 'task',
  'click.command': 'command',
  'click.group': 'command',
};

function roleByDecorator(definition: Definition, model: RoleSource): Role | undefined {
  const decorated = definition.parent;
  if (decorated?.is('decorated_definition') !== true) return undefined;
  for (const decorator of decorated.children) {
    if (!decorator.is('decorator')) continue;
    const kind = decoratorRole(decorator, model);
    if (kind !== undefined) return { kind, evidence: decorator };
  }
  return undefined;
}

function decoratorRole(decorator: SyntaxNode<'decorator'>, model: RoleSource): RoleKind | undefined {
  const [expression] = decorator.children;
  const call = expression?.is('call') === true ? expression : undefined;
  const callee = call === undefined ? expression : call.field('function');
  const name = model.nameOf(callee);
  const known = name === undefined ? undefined : rolesByDecorator[name];
  if (known !== undefined) return known;
  if (callee?.is('attribute') !== true) return undefined;
  const method = callee.field('attribute').text;
  if (method === 'task' && (model.imports.has('celery') || name?.startsWith('celery.') === true)) return 'task';
  if (call === undefined) return undefined;
  const isRouter = name !== undefined && routers.some((module) => name.startsWith(module));
  if (!isRouter && !takesPath(call) && name !== undefined && !name.startsWith('.') && !isOfThisProject(name)) return undefined;
  if (method === 'on_event') return 'event-handler';
  if (method === 'middleware') return 'middleware';
  if (method === 'exception_handler') return 'exception-handler';
  if (method === 'command' || method === 'callback') return isRouter ? undefined : 'command';
  if (method === 'websocket' && (isRouter || takesPath(call))) return 'websocket';
  return routeMethods.has(method) && (isRouter || takesPath(call)) ? 'route' : undefined;
}

/** Whether the name may be an object that another file of the same project makes. */
function isOfThisProject(name: string): boolean {
  return name.startsWith(localModule) || routerNames.has(name.split('.').at(-2) ?? '');
}

const routerNames = new Set(['app', 'router', 'api', 'cli', 'bp', 'blueprint']);

/** Whether the first argument is a path such as `"/users/{id}"`. */
function takesPath(call: SyntaxNode<'call'>): boolean {
  const [first] = call.field('arguments').children;
  const path = stringValue(first);
  return path === '' || path?.startsWith('/') === true;
}

function roleByBase(definition: SyntaxNode<'class_definition'>, model: RoleSource): Role | undefined {
  const base = (definition.field('superclasses')?.children ?? []).find((candidate) => {
    const name = model.nameOf(candidate);
    return name !== undefined && (name === 'sqlalchemy.orm.DeclarativeBase' || name === 'sqlmodel.SQLModel' || lastPart(name) === 'Base');
  });
  return base === undefined ? undefined : { kind: 'model', evidence: base };
}

/** What the file does with a function: hands it to `Depends`, `lifespan=`, `add_event_handler`. */
function roleByUse(definition: SyntaxNode<'function_definition'>, model: RoleSource): Role | undefined {
  for (const reference of model.scopes.bindingOf(definition.field('name'))?.references ?? []) {
    const argument = reference.parent?.is('keyword_argument') === true ? reference.parent : reference;
    const call = argument.parent?.is('argument_list') === true ? argument.parent.parent : undefined;
    if (call?.is('call') !== true) continue;
    const callee = lastPart(model.nameOf(call.field('function'))) ?? writtenName(call.field('function'));
    if (callee === 'Depends' || callee === 'Security') return { kind: 'dependency', evidence: call };
    if (argument.is('keyword_argument') && argument.field('name').text === 'lifespan') return { kind: 'lifespan', evidence: call };
    if (callee === 'add_event_handler') return { kind: 'event-handler', evidence: call };
  }
  return undefined;
}

/** The last name that an expression is written with: what an object of unknown type is called for. */
function writtenName(expression: SyntaxNode): string | undefined {
  if (expression.is('attribute')) return expression.field('attribute').text;
  return expression.is('identifier') ? expression.text : undefined;
}

function lastPart(name: string | undefined): string | undefined {
  return name?.slice(name.lastIndexOf('.') + 1);
}

function roleByName(definition: Definition, file: string, model: RoleSource): Role | undefined {
  const name = definition.field('name').text;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (/^test_.*\.py$|_test\.py$/.test(base) && (name.startsWith('test') || name.startsWith('Test')))
    return { kind: 'test', evidence: undefined };
  if ((name === 'upgrade' || name === 'downgrade') && (model.imports.has('alembic') || model.imports.has('alembic.op')))
    return { kind: 'migration', evidence: undefined };
  return undefined;
}

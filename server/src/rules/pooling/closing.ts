/** Whether what holds connections is closed, as far as the file shows. */
import type { Catalogue, NamedApi } from '../../catalogue/schema';
import type { FileView } from '../../project/view';
import {
  decoratorsOf,
  descendants,
  enclosing,
  enclosingClass,
  enclosingFunction,
  enclosingStatement,
  isWithin,
  stringValue,
} from '../../syntax/query';
import type { SyntaxNode } from '../../syntax/node';

type Definition = SyntaxNode<'function_definition'>;

/** What both checks and fixes can ask. */
interface Knowledge {
  readonly view: FileView;
  readonly catalogue: Catalogue;
}

/** Where something that has to be closed is held, and that nothing closes it there. */
export interface LeftOpen {
  /** Used on the spot without a name; never closed; closed on some ways out; kept by a class, by a lifespan or start-up. */
  readonly kind: 'unheld' | 'never' | 'sometimes' | 'class' | 'lifespan';
  /** The name it has: `client`, `app.state.http`. */
  readonly name: string;
  readonly function: Definition;
}

/**
 * The coroutine function by which an object is closed, in the order in which they are to be taken. What has a plain `close` is closed by
 * the garbage collector as well; what has to await it is not.
 */
export function closerOf(api: NamedApi, catalogue: Catalogue): string | undefined {
  const methods = api.methods ?? catalogue.lookup(api.returns)?.methods;
  return ['aclose', 'close', 'dispose'].find((name) => methods?.[name]?.isAsync === true);
}

/** What ends an object, called as its method. */
const closers: ReadonlySet<string> = new Set(
  '__aexit__ aclose close close_all connection_lost detach disconnect dispose shutdown stop terminate wait_closed'.split(' '),
);

export function leftOpen(call: SyntaxNode<'call'>, knowledge: Knowledge): LeftOpen | undefined {
  const { view } = knowledge;
  const owner = enclosingFunction(call);
  const value = call.parent?.is('await') === true ? call.parent : call;
  if (owner === undefined) return undefined;
  if (value.parent?.is('attribute') === true)
    return isUsedOnTheSpot(value.parent) ? { kind: 'unheld', name: '', function: owner } : undefined;
  const choice = choiceWith(value);
  const holder = choice.parent;
  if (holder?.is('assignment') !== true || holder.field('right')?.id !== choice.id) return undefined;
  const target = holder.field('left');
  if (target.is('attribute')) return attributeLeftOpen(target, owner, knowledge);
  // Of what a local name stands for, one that was given belongs to somebody else.
  if (choice.id !== value.id) return undefined;
  if (isItemOfApp(target)) return runsAroundApp(owner, view) || isEventHandler(owner, view) ? itemLeftOpen(target, owner, view) : undefined;
  const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
  if (binding === undefined || !target.is('identifier')) return undefined;
  if (runsAroundApp(owner, view)) return lifespanLeftOpen(target, binding.references, owner, knowledge);
  return binding.scope.kind === 'function' ? localLeftOpen(target, binding.references, owner, view) : undefined;
}

/** `given or AsyncClient()`: the whole of which the value may be what it gives. */
export function choiceWith(value: SyntaxNode): SyntaxNode {
  let whole = value;
  while (whole.parent?.is('boolean_operator', 'conditional_expression', 'parenthesized_expression') === true) whole = whole.parent;
  return whole;
}

/** `AsyncClient().get(url)`: a method is called, and it does not close the object or enter it. */
function isUsedOnTheSpot(attribute: SyntaxNode<'attribute'>): boolean {
  const name = attribute.field('attribute').text;
  return attribute.parent?.is('call') === true && !closers.has(name) && !name.startsWith('_');
}

/** A local name that no other code gets to see: where it is closed, every ordinary way out of the function has to pass there. */
function localLeftOpen(name: SyntaxNode, uses: readonly SyntaxNode[], owner: Definition, view: FileView): LeftOpen | undefined {
  if (uses.length === 0 || !uses.every((use) => isOwnReceiver(use, owner))) return undefined;
  const closing = uses.filter((use) => isClosing(use)).map((use) => enclosingStatement(use)?.id);
  const found = { name: name.text, function: owner };
  if (closing.length === 0) return { ...found, kind: 'never' };
  const statement = enclosingStatement(name);
  if (statement === undefined || enclosing(statement, 'try_statement', 'while_statement', 'for_statement', 'if_statement') !== undefined)
    return undefined;
  const isClosingStatement = (passed: SyntaxNode): boolean => closing.includes(passed.id);
  const flow = view.flow(owner);
  // What only fails is left to `try`, of which this says nothing; a `raise` that is written out is a way like another.
  const isLeft =
    !flow.everyPathFrom(statement, isClosingStatement) || raisesOf(owner).some((way) => flow.canReach(statement, way, isClosingStatement));
  return isLeft ? { ...found, kind: 'sometimes' } : undefined;
}

/** The `raise` statements of the function itself that no `try` of it stands around. */
function raisesOf(owner: Definition): readonly SyntaxNode[] {
  const own = descendants(owner.field('body'), { into: (node) => !node.is('function_definition', 'lambda', 'try_statement') });
  return [...own].filter((node) => node.is('raise_statement'));
}

/** A use by which the object stays with the function: `client.get(url)`, in the function itself. */
function isOwnReceiver(use: SyntaxNode, owner: Definition): boolean {
  const { parent } = use;
  const isReceiver = parent?.is('attribute') === true && parent.field('object').id === use.id && parent.parent?.is('call') === true;
  return isReceiver && parent.parent.field('function').id === parent.id && enclosingFunction(use)?.id === owner.id && !isInLambda(use);
}

function isInLambda(use: SyntaxNode): boolean {
  return enclosing(use, 'lambda', 'function_definition')?.is('lambda') === true;
}

function isClosing({ parent }: SyntaxNode): boolean {
  return parent?.is('attribute') === true && closers.has(parent.field('attribute').text);
}

/** Whether the function runs around the whole life of the application, by its role, or by its name and decorator. */
export function isLifespan(owner: Definition, view: FileView): boolean {
  if (view.roleOf(owner)?.kind === 'lifespan') return true;
  return owner.field('name').text === 'lifespan' && decoratorsOf(owner).some(({ text }) => text.includes('contextmanager'));
}

/** Whether it runs around the life of the application: a lifespan, or a generator among aiohttp's `cleanup_ctx`. */
function runsAroundApp(owner: Definition, view: FileView): boolean {
  return isLifespan(owner, view) || (isEventHandler(owner, view) && ownNodes(owner).some((node) => node.is('yield')));
}

function isEventHandler(owner: Definition, view: FileView): boolean {
  return view.roleOf(owner)?.kind === 'event-handler';
}

/** `app["http"]` or `app[http_key]`, where aiohttp's applications keep what they share. */
function isItemOfApp(target: SyntaxNode): target is SyntaxNode<'subscript'> {
  if (!target.is('subscript')) return false;
  const object = target.field('value');
  const name = object.is('attribute') ? object.field('attribute').text : object.text;
  return /^_*app(?:lication)?$/.test(name) && keyOf(target) !== undefined;
}

/** The one key of an item, as it is written. */
function keyOf(item: SyntaxNode<'subscript'>): SyntaxNode | undefined {
  const [key, ...others] = item.field('subscript');
  return others.length === 0 && key?.is('string', 'identifier', 'attribute') === true ? key : undefined;
}

function itemLeftOpen(target: SyntaxNode<'subscript'>, owner: Definition, view: FileView): LeftOpen | undefined {
  if (isItemClosed(target, view) || (runsAroundApp(owner, view) && !isLeftAfterYield(target, owner, view))) return undefined;
  return { kind: 'lifespan', name: target.text, function: owner };
}

/** Whether the file closes what the item of an application holds, or does with it what nobody here can follow. */
function isItemClosed(target: SyntaxNode<'subscript'>, view: FileView): boolean {
  const key = keyOf(target);
  if (key === undefined) return true;
  const value = key.is('string') ? stringValue(key) : undefined;
  return [...descendants(view.tree.root)].some((node) => {
    const isKey = node.is('string') ? value !== undefined && stringValue(node) === value : value === undefined && node.text === key.text;
    if (!isKey || node.id === key.id || !node.is('string', 'identifier', 'attribute')) return false;
    const item = node.parent;
    // The name of a key is bound somewhere; of a text that stands elsewhere nobody knows whether it is the key.
    if (item?.is('subscript') !== true || keyOf(item)?.id !== node.id) return node.is('string');
    return isClosing(item) || (item.parent?.is('attribute') !== true && !isPlainTest(item));
  });
}

/** What a lifespan makes before its `yield`: under any of its names it is closed after it, or handed to what closes it. */
function lifespanLeftOpen(name: SyntaxNode, uses: readonly SyntaxNode[], owner: Definition, knowledge: Knowledge): LeftOpen | undefined {
  const { view } = knowledge;
  const kept = uses.flatMap((use) => keptAs(use));
  const isClosed = kept.some(
    (holder) => (holder.is('subscript') && isItemClosed(holder, view)) || (holder.is('attribute') && isClosedAs(holder, view)),
  );
  if (isClosed || uses.some((use) => isTakenOver(use, knowledge) || isClosing(use))) return undefined;
  return isLeftAfterYield(name, owner, view) ? { kind: 'lifespan', name: name.text, function: owner } : undefined;
}

/** The attribute in `app.state.http = client`, the item in `app["http"] = client`. */
function keptAs({ id, parent }: SyntaxNode): readonly SyntaxNode<'attribute' | 'subscript'>[] {
  const left = parent?.is('assignment') === true && parent.field('right')?.id === id ? parent.field('left') : undefined;
  return left?.is('attribute') === true || (left !== undefined && isItemOfApp(left)) ? [left] : [];
}

/** Uses after which somebody else may close it. Being yielded, as the state of requests, is none. */
function isTakenOver(use: SyntaxNode, { view, catalogue }: Knowledge): boolean {
  const { parent } = use;
  const argument = parent?.is('keyword_argument') === true ? parent : use;
  const call = argument.parent?.is('argument_list') === true ? argument.parent.parent : undefined;
  // A factory of sessions, which closes no engine.
  if (call?.is('call') === true && catalogue.lookup(view.nameOf(call.field('function')))?.makes !== undefined) return false;
  if (parent?.is('attribute', 'yield') === true) return false;
  if (parent?.is('assignment') === true) return keptAs(use).length === 0;
  return parent?.is('pair') !== true || enclosing(use, 'yield') === undefined;
}

/** Whether a `yield` follows, and no call after it that could stand for the closing: `close_all(app)`, `db.disconnect()`. */
function isLeftAfterYield(made: SyntaxNode, owner: Definition, view: FileView): boolean {
  const body = ownNodes(owner);
  const last = body.filter((node) => node.is('yield')).at(-1);
  if (last === undefined || last.id < made.id) return false;
  return !body.some((node) => node.id > last.id && node.is('call') && maySayGoodbye(node) && !closesAnother(node, view));
}

function ownNodes(owner: Definition): readonly SyntaxNode[] {
  return [...descendants(owner.field('body'), { into: (node) => !node.is('function_definition', 'lambda') })];
}

function maySayGoodbye(call: SyntaxNode<'call'>): boolean {
  return /close|shut|stop|dispose|disconnect|clean|exit|tear/i.test(call.text);
}

/** `await app.state.redis.aclose()`, `await session.close()`: what the lifespan itself holds under another name. */
function closesAnother(call: SyntaxNode<'call'>, view: FileView): boolean {
  const callee = call.field('function');
  if (!callee.is('attribute') || !closers.has(callee.field('attribute').text)) return false;
  let root: SyntaxNode = callee;
  while (root.is('attribute')) root = root.field('object');
  return root.is('identifier') && view.bindingOf(root)?.scope.kind === 'function';
}

/** An attribute: of the application, of an object, of the module's state. */
function attributeLeftOpen(target: SyntaxNode<'attribute'>, owner: Definition, { view, catalogue }: Knowledge): LeftOpen | undefined {
  const found = { name: target.text, function: owner };
  if (isClosedAs(target, view)) return undefined;
  if (isLifespan(owner, view)) return isLeftAfterYield(target, owner, view) ? { ...found, kind: 'lifespan' } : undefined;
  const holder = target.field('object').text === 'self' ? enclosingClass(target) : undefined;
  if (holder !== undefined) return hasBaseElsewhere(holder, { view, catalogue }) ? undefined : { ...found, kind: 'class' };
  const isAppState = /\bstate\b/.test(target.field('object').text) && view.roleOf(owner)?.kind === 'event-handler';
  return isAppState ? { ...found, kind: 'lifespan' } : undefined;
}

/** Whether a base is of another file of the project, which may close what its subclasses keep. */
function hasBaseElsewhere(holder: SyntaxNode<'class_definition'>, { view, catalogue }: Knowledge): boolean {
  return (holder.field('superclasses')?.children ?? []).some((base) => {
    if (base.is('keyword_argument', 'comment')) return false;
    const name = view.nameOf(base.is('subscript') ? base.field('value') : base) ?? '';
    const root = name.slice(0, name.indexOf('.'));
    return !ownOrPlain.has(root) && !catalogue.isLibrary(root);
  });
}

/** Where classes come from that are seen here, or close nothing. */
const ownOrPlain: ReadonlySet<string> = new Set(['<this>', 'abc', 'builtins', 'typing', 'typing_extensions']);

/** Whether the file closes what the attribute holds, or does with it what nobody here can follow. */
function isClosedAs(target: SyntaxNode<'attribute'>, view: FileView): boolean {
  const name = target.field('attribute').text;
  return [...descendants(view.tree.root)].some((node) => {
    if (node.is('string')) return node.text.slice(1, -1) === name;
    if (!node.is('attribute') || node.field('attribute').text !== name || node.id === target.id) return false;
    if (isOfAnotherClass(node, target)) return false;
    return isClosing(node) || (node.parent?.is('attribute') !== true && !isPlainTest(node));
  });
}

/** Whether both are attributes of `self`, in classes of which neither is the other, or a base of it, or has a base in common with it. */
function isOfAnotherClass(node: SyntaxNode<'attribute'>, target: SyntaxNode<'attribute'>): boolean {
  if (![node, target].every((each) => each.field('object').text === 'self')) return false;
  const [one, other] = [enclosingClass(node), enclosingClass(target)];
  if (one === undefined || other === undefined || one.id === other.id) return false;
  const names = familyOf(one);
  return !familyOf(other).some((name) => names.includes(name));
}

/** The names of a class and of its bases, as they are written. */
function familyOf(owner: SyntaxNode<'class_definition'>): readonly string[] {
  return [owner.field('name').text, ...(owner.field('superclasses')?.children ?? []).map(({ text }) => text)];
}

/** `if self.client is None`, `self.client = None`: nothing that closes it, and nothing that hands it on. */
function isPlainTest(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.is('assignment') === true) return isWithin(node, parent.field('left'));
  return (
    parent?.is('if_statement', 'comparison_operator', 'not_operator', 'boolean_operator', 'assert_statement', 'typed_parameter') === true
  );
}

/** Sessions of which no file says what they are: only their name, and that they are told to commit without being awaited. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { descendants, enclosingFunction, isAsync } from '../../syntax/query';

type Call = SyntaxNode<'call'>;

/**
 * The async function that commits what is called a session, where it is the first time that it does so. A commit that is not awaited
 * waits for the database here, or else, in an async session, it never happens.
 */
export function commitsUnknownSession(call: Call, view: FileView): SyntaxNode<'function_definition'> | undefined {
  const session = sessionOf(call);
  const owner = enclosingFunction(call);
  if (session === undefined || owner === undefined || !isAsync(owner)) return undefined;
  if (view.runsOn(call) !== 'event-loop' || view.typeOf(session) !== undefined) return undefined;
  for (const node of descendants(owner.field('body'), {
    into: (inner) => !inner.is('function_definition', 'lambda', 'class_definition'),
  })) {
    if (node.is('await') && isOf(node.children[0], session)) return undefined;
    if (node.is('call') && node.start < call.start && sessionOf(node)?.text === session.text) return undefined;
  }
  return owner;
}

/** `db` of the statement `db.commit()`. */
function sessionOf(call: Call): SyntaxNode | undefined {
  const callee = call.field('function');
  if (!callee.is('attribute') || callee.field('attribute').text !== 'commit' || call.parent?.is('expression_statement') !== true)
    return undefined;
  const session = callee.field('object');
  const name = session.is('attribute') ? session.field('attribute') : session;
  return name.is('identifier') && names.has(name.text.split('_').at(-1) ?? '') ? session : undefined;
}

const names: ReadonlySet<string> = new Set(['db', 'sess', 'session']);

/** Whether an expression is a call of a method of the session: `await db.execute(…)`. */
function isOf(awaited: SyntaxNode | undefined, session: SyntaxNode): boolean {
  const callee = awaited?.is('call') === true ? awaited.field('function') : undefined;
  return callee?.is('attribute') === true && callee.field('object').text === session.text;
}

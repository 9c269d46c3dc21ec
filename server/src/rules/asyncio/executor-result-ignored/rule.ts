import { defineRule, type CheckContext } from '../../../engine/rule';
import { isInRole } from '../../../engine/surroundings';
import type { SyntaxNode } from '../../../syntax/node';
import { bodyStatements, callArguments, enclosingClass } from '../../../syntax/query';

type Asked = Pick<CheckContext, 'view' | 'catalogue'>;
type Definition = SyntaxNode<'function_definition'>;

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['event-loop', 'error-handling'],
  fix: 'none',
  messages: { ignored: 'Nobody learns of an error in `{work}`: the future of `{callee}` is thrown away' },
  namedCalls: {
    names: ['submit', 'run_in_executor'],
    check(node, { view, catalogue, finding }) {
      const callee = node.field('function');
      if (!callee.is('attribute') || !isThrownAway(node, view) || isInRole(node, ['test', 'fixture'], view)) return undefined;
      const work = innermost(workOf(node, callee, { view, catalogue }), node, view);
      if (work === undefined || handlesErrors(definitionOf(work, view))) return undefined;
      return finding(callee, 'ignored', { work: shown(work), callee: shown(callee) });
    },
  },
});

/** Whether a statement drops what the call gives, or gives it to `_` or to another name of the function that nothing reads. */
function isThrownAway({ parent }: SyntaxNode, view: CheckContext['view']): boolean {
  if (parent?.is('assignment') !== true) return parent?.is('expression_statement') === true;
  const target = parent.field('left');
  const binding = target.is('identifier') ? view.bindingOf(target) : undefined;
  return target.text === '_' || (binding?.scope.kind === 'function' && binding.references.length === 0);
}

/** The function that the call has run elsewhere; undefined where it is another kind of call. */
function workOf(call: SyntaxNode<'call'>, callee: SyntaxNode<'attribute'>, { view, catalogue }: Asked): SyntaxNode | undefined {
  const { positional } = callArguments(call);
  const api = catalogue.lookup(view.nameOf(callee));
  const place = api?.offloads?.find((one) => typeof one === 'number');
  if (typeof place === 'number')
    return api?.isStarted === true || api?.returns === 'concurrent.futures.Future' ? positional[place] : undefined;
  // The name of this method is telling enough where the loop's type is not known.
  const isLoops =
    api === undefined && callee.field('attribute').text === 'run_in_executor' && view.typeOf(callee.field('object')) === undefined;
  return isLoops ? positional[1] : undefined;
}

/** The function that `functools.partial` wraps, or that a copied context is told to run: `submit(context.run, work)`. */
function innermost(work: SyntaxNode | undefined, call: SyntaxNode<'call'>, view: CheckContext['view']): SyntaxNode | undefined {
  if (work?.is('call') === true) {
    const isPartial = view.nameOf(work.field('function')) === 'functools.partial';
    return isPartial ? (callArguments(work).positional[0] ?? work) : work;
  }
  if (view.nameOf(work) !== 'contextvars.Context.run') return work;
  const { positional } = callArguments(call);
  return positional[positional.findIndex((argument) => argument.id === work?.id) + 1] ?? work;
}

/** The function of this file that an expression names, by a name or by `self.name`. */
function definitionOf(work: SyntaxNode, view: CheckContext['view']): Definition | undefined {
  if (work.is('identifier')) {
    const declarations = view.bindingOf(work)?.declarations ?? [];
    const node = declarations.length === 1 ? declarations[0]?.node : undefined;
    return node?.is('function_definition') === true ? node : undefined;
  }
  if (!work.is('attribute') || work.field('object').text !== 'self') return undefined;
  const name = work.field('attribute').text;
  const members = bodyStatements(enclosingClass(work)?.field('body')).map((member) =>
    member.is('decorated_definition') ? member.field('definition') : member,
  );
  return members.find((member): member is Definition => member.is('function_definition') && member.field('name').text === name);
}

/** Whether all that a function does stands in a `try` that takes every error. */
function handlesErrors(definition: Definition | undefined): boolean {
  const work = bodyStatements(definition?.field('body')).filter((statement) => !isQuiet(statement));
  return work.length > 0 && work.every((statement) => statement.is('try_statement') && statement.children.some(takesEverything));
}

/** A docstring, an import, an assignment of a value or of a new object: what hardly fails. */
function isQuiet(statement: SyntaxNode): boolean {
  if (statement.is('import_statement', 'import_from_statement', 'global_statement', 'nonlocal_statement', 'pass_statement')) return true;
  if (!statement.is('expression_statement')) return false;
  const [only] = statement.children;
  if (only?.is('assignment') !== true) return only?.is('string') === true;
  const value = only.field('right');
  return value?.is('call') !== true || isConstruction(value);
}

/** Whether a call is written like that of a class: `Report(order)`. */
function isConstruction(call: SyntaxNode<'call'>): boolean {
  const callee = call.field('function');
  return /^_*[A-Z]\w*[a-z]/.test(callee.is('attribute') ? callee.field('attribute').text : callee.text);
}

function takesEverything(clause: SyntaxNode): boolean {
  if (!clause.is('except_clause')) return false;
  const [first] = clause.children;
  const caught = first?.is('as_pattern') === true ? first.children[0] : first;
  return caught === undefined || caught.is('block') || caught.text === 'Exception' || caught.text === 'BaseException';
}

/** How the code writes it, shortened where that is long. */
function shown({ text }: SyntaxNode): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

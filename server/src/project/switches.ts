/**
 * Settings of the environment that are off unless somebody turns them on.
 *
 * Invariant: only what says so itself counts, by comparing a text with what stands for "on" or by reading it as a `bool`. That a
 * variable holds an address or a key mostly means that it is needed, and says nothing.
 */
import type { LocalModel } from '../semantic/model';
import type { SyntaxNode } from '../syntax/node';
import { callArguments, enclosingClass, stringValue, unparenthesised } from '../syntax/query';

/** Whether a condition comes out so only where a setting is turned on: `if ENABLED:`, `if not self.enabled: return`. */
export function isBehindSwitch(condition: SyntaxNode, holds: boolean, model: LocalModel): boolean {
  const node = unparenthesised(condition);
  if (node.is('not_operator')) return isBehindSwitch(node.field('argument'), !holds, model);
  if (!node.is('boolean_operator')) return holds && isOff(node, model, mostNames);
  // Either side may be why it comes out so, unless both are needed.
  if ((node.field('operator').text === 'and') !== holds) return false;
  return (['left', 'right'] as const).some((side) => isBehindSwitch(node.field(side), holds, model));
}

/** Through so many names and attributes a value is followed. */
const mostNames = 3;

/** `os.environ.get("FEATURE", "false") == "true"`, `config("FEATURE", default=False, cast=bool)`, or a name of such a value. */
function isOff(expression: SyntaxNode, model: LocalModel, names: number): boolean {
  const value = unparenthesised(expression);
  if (value.is('comparison_operator')) return isOffAsCompared(value, model);
  if (value.is('call')) return isOffAsRead(value, model);
  if (names === 0) return false;
  if (value.is('identifier')) {
    const [only, ...others] = model.scopes.bindingOf(value)?.declarations ?? [];
    return only?.value !== undefined && others.length === 0 && isOff(only.value, model, names - 1);
  }
  return value.is('attribute') && isOffInClass(value, model, names - 1);
}

/** An attribute of `self` that is given such a value somewhere in its class, and beside it nothing but `True` and `False`. */
function isOffInClass(attribute: SyntaxNode<'attribute'>, model: LocalModel, names: number): boolean {
  const owner = attribute.field('object').text === 'self' ? enclosingClass(attribute) : undefined;
  const sources = owner === undefined ? undefined : model.membersOf(owner).attribute(attribute.field('attribute').text);
  const values = (sources ?? []).map(({ value }) => value);
  const others = values.filter((value) => value === undefined || !isOff(value, model, names));
  return others.length < values.length && others.every((value) => value?.is('true', 'false') === true);
}

/** `os.getenv("FEATURE", "no").lower() in ("1", "yes")`: what is read where nothing is set is none of these. */
function isOffAsCompared(comparison: SyntaxNode<'comparison_operator'>, model: LocalModel): boolean {
  const [read, wanted, ...others] = comparison.children;
  const operator = comparison.field('operators')[0]?.text;
  if (read === undefined || wanted === undefined || others.length > 0 || (operator !== '==' && operator !== 'in')) return false;
  const texts = (wanted.is('tuple', 'list', 'set') ? wanted.children : [wanted]).map(stringValue);
  const unset = textUnset(read, model);
  return unset !== undefined && !texts.includes(undefined) && !texts.includes(unset);
}

/** What a text of the environment is where nobody has set it; empty where there is none then. */
function textUnset(expression: SyntaxNode, model: LocalModel): string | undefined {
  const call = unparenthesised(expression);
  if (!call.is('call')) return undefined;
  const callee = call.field('function');
  const { positional, keywords } = callArguments(call);
  if (readers.has(model.nameOf(callee) ?? '')) {
    const fallback = positional[1] ?? keywords.get('default');
    return fallback === undefined ? '' : stringValue(fallback);
  }
  if (!callee.is('attribute')) return undefined;
  const change = changes.get(callee.field('attribute').text);
  const before = change === undefined ? undefined : textUnset(callee.field('object'), model);
  return before === undefined ? undefined : change?.(before);
}

const readers: ReadonlySet<string> = new Set(['os.environ.get', 'os.getenv']);
const changes: ReadonlyMap<string, (text: string) => string> = new Map([
  ['lower', (text: string) => text.toLowerCase()],
  ['casefold', (text: string) => text.toLowerCase()],
  ['upper', (text: string) => text.toUpperCase()],
  ['strip', (text: string) => text.trim()],
]);

/** What reads a setting as a value of a type: python-decouple, decouple.py. */
function isOffAsRead(call: SyntaxNode<'call'>, model: LocalModel): boolean {
  if (model.nameOf(call.field('function')) !== 'decouple.config') return false;
  const { keywords } = callArguments(call);
  const fallback = keywords.get('default');
  const cast = keywords.get('cast');
  if (fallback === undefined || cast === undefined || model.nameOf(cast) !== 'builtins.bool') return false;
  return fallback.is('false') || offWords.has(stringValue(fallback)?.toLowerCase() ?? '');
}

const offWords: ReadonlySet<string> = new Set(['false', '0', 'no', 'off']);

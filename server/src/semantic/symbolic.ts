/**
 * Symbolic names: values that only other files can tell, written so that they can be worked out later.
 *
 * A symbolic name is a dotted name followed by operations: `app.db.make()` is what calling `app.db.make` gives,
 * `.db.session()@` what `with` or `async with` binds, `app.deps.get_db^` what a framework injects for it, `app.User~` an object
 * of a class, `app.db.make().1` the second part of a tuple, `<this>*.load` what the star imports of the file bring as `load`,
 * `<this>.Users@.load` what a class inherits as `load`. Type arguments stand in brackets behind the name of a class:
 * `builtins.list[app.User~]~`.
 *
 * Invariants: a symbolic name follows from its own file alone; whoever cannot work it out knows nothing of the value.
 */
import type { SyntaxNode } from '../syntax/node';
import type { InferredName, InferredType } from './inference';
import type { LocalModel } from './model';

/**
 * What is done to a value: `()` calls it, `~` takes an object of the class that it is, `!` awaits it, `@` enters it by `with`,
 * `*` iterates it, `^` has it injected.
 */
export type Operation = '()' | '~' | '!' | '@' | '*' | '^';

/** One step from a value to another: an operation, or the name of a member. */
export type Step = { readonly apply: Operation } | { readonly member: string };

/** A symbolic name in parts. */
export interface SymbolicName {
  /** The dotted name that everything starts from, leading dots included. */
  readonly base: string;
  /** Symbolic names of the type arguments of the base. */
  readonly args: readonly string[];
  readonly steps: readonly Step[];
}

/** Whether a name or type has to be worked out with knowledge of other files. */
export function isSymbolic(name: string): boolean {
  return anyOperation.test(name);
}

const anyOperation = /[(~!@*^]|\.\d/;

const operationMarks = '(~!@*^';

/** The value that an operation gives. */
export function applied(name: string, ...operations: readonly Operation[]): string {
  return name + operations.join('');
}

/** The member that a class has from those that it inherits from: `super().member`. Nobody enters a class by `with`. */
export function inheritedName(type: string, member: string): string {
  return `${applied(type, '@')}.${member}`;
}

/** The part of what is unpacked that has this place, from 0; written as a member, which no member can be called. */
export function partName(name: string, place: number): string {
  return `${name}.${place}`;
}

/** The place that a step asks for; undefined for a member by name. */
export function placeOfPart(member: string): number | undefined {
  const first = member.charCodeAt(0);
  return first >= 48 && first <= 57 ? Number(member) : undefined;
}

/** What an expression stands for: the object that it gives, where the type of that is known, else what it names. */
export function valueAt(
  expression: SyntaxNode | undefined,
  type: InferredType | undefined,
  model: Pick<LocalModel, 'named'>,
): InferredName | undefined {
  return type === undefined ? model.named(expression) : { name: valueOfType(type), certainty: type.certainty };
}

/** The symbolic name of a value of the type. */
export function valueOfType({ type, args }: Pick<InferredType, 'type' | 'args'>): string {
  if (isSymbolic(type)) return type;
  const written = args?.map((argument) => (argument === undefined ? '' : valueOfType(argument)));
  return `${type}${written === undefined || written.every((argument) => argument === '') ? '' : `[${written.join(',')}]`}~`;
}

/** Takes a symbolic name apart; undefined for text that is none. */
export function parsedSymbolic(name: string): SymbolicName | undefined {
  let at = 0;
  while (at < name.length && !stops.includes(name[at] ?? '')) at += 1;
  const base = name.slice(0, at);
  const args = name[at] === '[' ? argumentsAt(name, at) : { values: [], end: at };
  if (args === undefined) return undefined;
  const steps: Step[] = [];
  for (at = args.end; at < name.length;) {
    const mark = name[at] ?? '';
    if (mark === '.') {
      const end = memberEnd(name, at + 1);
      steps.push({ member: name.slice(at + 1, end) });
      at = end;
      continue;
    }
    const operation = mark === '(' ? '()' : mark;
    if (!isOperation(operation)) return undefined;
    steps.push({ apply: operation });
    at += operation.length;
  }
  return { base, args: args.values, steps };
}

const stops = `${operationMarks}[`;

function isOperation(text: string): text is Operation {
  return text === '()' || text === '~' || text === '!' || text === '@' || text === '*' || text === '^';
}

function memberEnd(name: string, from: number): number {
  let end = from;
  while (end < name.length && name[end] !== '.' && !stops.includes(name[end] ?? '')) end += 1;
  return end;
}

/** The type arguments that begin at an opening bracket. */
function argumentsAt(name: string, from: number): { readonly values: readonly string[]; readonly end: number } | undefined {
  const values: string[] = [];
  let depth = 0;
  let start = from + 1;
  for (let at = from; at < name.length; at += 1) {
    const mark = name[at];
    if (mark === '[') depth += 1;
    if (mark === ']') depth -= 1;
    if (depth === 0 || (depth === 1 && mark === ',')) {
      values.push(name.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return { values, end: at + 1 };
  }
  return undefined;
}

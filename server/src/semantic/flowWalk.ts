/**
 * The walk over the statements of a function that finds out which values its names have where.
 *
 * Invariants: each statement is walked once; a branch is walked with the values from before it and leaves behind what it
 * changed; where branches meet, a name has any of their values. Blocks nested deeper than Python allows end the walk, and
 * then nothing is said of the function.
 */
import type { SyntaxNode } from '../syntax/node';
import { blockOf, isEndless, isTotal } from './completions';
import { outcomeOfCase, outcomesOf } from './narrowing';
import type { Binding } from './scopes';
import type { Change, Outcome, Stretches, Value } from './values';

/** Walks a function's body. */
export function walkFlow(definition: SyntaxNode<'function_definition'>, changes: readonly Change[]): ReadonlyMap<Binding, Stretches> {
  const walk = new FlowWalk(changes);
  walk.advance(definition.field('body').id);
  walk.block(definition.field('body'));
  walk.advance(definition.endId);
  return walk.isComplete ? walk.stretches : new Map();
}

/** Whether control gets to a place: for a statement, only if its context manager swallows exceptions. */
type Alive = boolean | SyntaxNode<'with_statement'>;

/** What a branch left behind. */
interface Branch {
  readonly alive: Alive;
  /** The values at its end of all names that it changed. */
  readonly ends: ReadonlyMap<Binding, Value | undefined>;
}

interface Loop {
  /** For each name that the loop changes, the values that it begins a turn with. */
  readonly heads: ReadonlyMap<Binding, Value & { readonly kind: 'any' }>;
  readonly breaks: Branch[];
}

type Values = Map<Binding, Value | undefined>;

const deepest = 100;

class FlowWalk {
  readonly stretches = new Map<Binding, Stretches>();
  isComplete = true;
  readonly #byName = new Map<string, Binding>();
  readonly #now: Values = new Map();
  #alive: Alive = true;
  #next = 0;
  #depth = 0;
  readonly #loops: Loop[] = [];
  /** For each branch that is open, what its names were before it. */
  readonly #before: Values[] = [];
  /** For each block whose every value may be met by an exception, what its names were in it. */
  readonly #met: Map<Binding, Set<Value | undefined>>[] = [];

  constructor(private readonly changes: readonly Change[]) {
    for (const { binding } of changes) this.#byName.set(binding.name, binding);
  }

  /** Makes the changes that have taken effect before the node with this id. */
  advance(id: number): void {
    for (let change = this.changes[this.#next]; change !== undefined && change.at <= id; change = this.changes[this.#next]) {
      this.#next += 1;
      const { binding, declaration, isOptional, at } = change;
      const value: Value = { kind: 'declared', declaration };
      this.#set(binding, isOptional ? either([value, this.#now.get(binding)]) : value, at);
    }
  }

  block(block: SyntaxNode): void {
    this.#depth += 1;
    if (this.#depth > deepest) this.isComplete = false;
    this.advance(block.id);
    if (this.isComplete) for (const statement of block.children) this.#statement(statement);
    this.#depth -= 1;
  }

  #statement(statement: SyntaxNode): void {
    if (statement.is('if_statement')) this.#if(statement);
    else if (statement.is('for_statement', 'while_statement')) this.#loop(statement);
    else if (statement.is('try_statement')) this.#try(statement);
    else if (statement.is('with_statement')) this.#with(statement);
    else if (statement.is('match_statement')) this.#match(statement);
    else if (statement.is('break_statement', 'continue_statement')) this.#jump(statement);
    else if (statement.is('assert_statement')) this.#assert(statement);
    else if (statement.is('return_statement', 'raise_statement')) this.#alive = false;
    this.advance(statement.endId);
  }

  #if(statement: SyntaxNode<'if_statement'>): void {
    const untrue: Outcome[] = [];
    const branches: Branch[] = [];
    const arm = (condition: SyntaxNode, block: SyntaxNode): void => {
      this.advance(block.id);
      branches.push(
        this.#branch(block, () => {
          this.#narrow([...untrue, ...outcomesOf(condition, true)], block.id);
          this.block(block);
        }),
      );
      if (untrue.length < mostOutcomes) untrue.push(...outcomesOf(condition, false));
    };
    arm(statement.field('condition'), statement.field('consequence'));
    let hasElse = false;
    for (const alternative of statement.field('alternative')) {
      if (alternative.is('elif_clause')) arm(alternative.field('condition'), alternative.field('consequence'));
      else {
        hasElse = true;
        branches.push(
          this.#branch(alternative, () => {
            this.#narrow(untrue, alternative.id);
            this.block(blockOf(alternative));
          }),
        );
      }
    }
    if (!hasElse) branches.push(this.#branch(statement, () => this.#narrow(untrue, statement.endId)));
    this.#join(branches, statement.endId);
  }

  #loop(statement: SyntaxNode<'for_statement' | 'while_statement'>): void {
    const body = statement.field('body');
    const start = statement.is('while_statement') ? statement.field('condition').id : body.id;
    this.advance(start - 1);
    const heads = new Map<Binding, Value & { readonly kind: 'any' }>();
    for (let index = this.#next; (this.changes[index]?.at ?? Infinity) <= statement.endId; index += 1) {
      const binding = this.changes[index]?.binding;
      if (binding === undefined || heads.has(binding)) continue;
      const before = this.#now.get(binding);
      const head = { kind: 'any', values: before === undefined ? [] : [before] } as const;
      heads.set(binding, head);
      this.#set(binding, head, start);
    }
    const loop: Loop = { heads, breaks: [] };
    const outcomes = (holds: boolean): readonly Outcome[] =>
      statement.is('while_statement') ? outcomesOf(statement.field('condition'), holds) : [];
    this.#loops.push(loop);
    // What the condition binds is bound however it comes out; the target of a `for` is not when there is nothing left.
    if (statement.is('while_statement')) this.advance(body.id);
    this.#branch(body, () => {
      this.advance(body.id);
      this.#narrow(outcomes(true), body.id);
      this.block(body);
      this.#goOn(loop);
    });
    this.#loops.pop();
    const ends = [...loop.breaks];
    if (!isEndless(statement)) ends.push(this.#afterLoop(statement, outcomes(false)));
    this.#join(ends, statement.endId);
  }

  /** The way on from a loop that was not left by `break`. */
  #afterLoop(statement: SyntaxNode<'for_statement' | 'while_statement'>, outcomes: readonly Outcome[]): Branch {
    const alternative = statement.field('alternative');
    return this.#branch(statement, () => {
      this.#narrow(outcomes, alternative?.id ?? statement.endId);
      if (alternative !== undefined) this.block(blockOf(alternative));
    });
  }

  /** Leads from here to the next turn of a loop. */
  #goOn({ heads }: Loop): void {
    if (this.#alive === false) return;
    for (const [binding, head] of heads) {
      const value = this.#now.get(binding);
      if (value !== undefined && value !== head) head.values.push(value);
    }
  }

  #jump(statement: SyntaxNode<'break_statement' | 'continue_statement'>): void {
    const loop = this.#loops.at(-1);
    if (loop !== undefined && statement.is('continue_statement')) this.#goOn(loop);
    else if (loop !== undefined && this.#alive !== false) {
      loop.breaks.push({ alive: this.#alive, ends: new Map([...loop.heads.keys()].map((binding) => [binding, this.#now.get(binding)])) });
    }
    this.#alive = false;
  }

  #assert(statement: SyntaxNode<'assert_statement'>): void {
    const [condition] = statement.children;
    this.advance(statement.endId);
    if (condition !== undefined) this.#narrow(outcomesOf(condition, true), statement.endId);
  }

  #try(statement: SyntaxNode<'try_statement'>): void {
    const clauses = statement.children;
    const last = clauses.find((child) => child.is('finally_clause'));
    const metAnywhere = this.#watch();
    const met = this.#watch();
    const body = this.#branch(statement.field('body'), () => this.block(statement.field('body')));
    this.#met.pop();
    const branches: Branch[] = [];
    for (const clause of clauses) {
      if (!clause.is('except_clause', 'else_clause')) continue;
      branches.push(
        this.#branch(clause, () => {
          if (clause.is('except_clause')) this.#setAny(met, clause.id);
          else this.#continueFrom(body, clause.id);
          this.block(blockOf(clause));
        }),
      );
    }
    if (!clauses.some((clause) => clause.is('else_clause'))) branches.push(body);
    this.#met.pop();
    const end = last?.id ?? statement.endId;
    this.#join(branches, end);
    if (last !== undefined) this.#finally(last, metAnywhere);
  }

  #continueFrom({ alive, ends }: Branch, at: number): void {
    for (const [binding, value] of ends) this.#set(binding, value, at);
    this.#alive = alive;
  }

  /** A `finally` is met with any value; after it, names that it does not change have those with which control went on. */
  #finally(clause: SyntaxNode, met: ReadonlyMap<Binding, ReadonlySet<Value | undefined>>): void {
    const alive: Alive = this.#alive;
    const entered = new Map<Binding, Value | undefined>();
    const branch = this.#branch(clause, () => {
      this.#alive = true;
      this.#setAny(met, clause.id);
      for (const binding of met.keys()) entered.set(binding, this.#now.get(binding));
      this.block(blockOf(clause));
    });
    for (const [binding, value] of branch.ends) if (value !== entered.get(binding)) this.#set(binding, value, clause.endId);
    this.#alive = branch.alive === false ? false : alive;
  }

  #with(statement: SyntaxNode<'with_statement'>): void {
    const body = statement.field('body');
    this.advance(body.id);
    const met = this.#watch();
    const inside = this.#branch(body, () => this.block(body));
    this.#met.pop();
    const isEntered = this.#alive !== false;
    const swallowed = this.#branch(statement, () => {
      this.#setAny(met, statement.endId);
      this.#alive = isEntered && statement;
    });
    this.#join([inside, swallowed], statement.endId);
  }

  #match(statement: SyntaxNode<'match_statement'>): void {
    const [subject, ...others] = statement.field('subject');
    const branches = statement
      .field('body')
      .field('alternative')
      .map((clause) =>
        this.#branch(clause, () => {
          const outcome =
            others.length > 0
              ? undefined
              : outcomeOfCase(
                  subject,
                  clause.children.filter((child) => child.is('case_pattern')),
                );
          if (outcome !== undefined) this.#narrow([outcome], clause.id);
          this.block(clause.field('consequence'));
        }),
      );
    if (!isTotal(statement)) branches.push({ alive: this.#alive, ends: new Map() });
    this.#join(branches, statement.endId);
  }

  /** Begins to note every value that names are given. */
  #watch(): ReadonlyMap<Binding, ReadonlySet<Value | undefined>> {
    const met = new Map<Binding, Set<Value | undefined>>();
    this.#met.push(met);
    return met;
  }

  #setAny(met: ReadonlyMap<Binding, ReadonlySet<Value | undefined>>, at: number): void {
    for (const [binding, values] of met) this.#set(binding, either([this.#now.get(binding), ...values]), at);
  }

  #narrow(outcomes: readonly Outcome[], at: number): void {
    for (const outcome of outcomes) {
      const binding = this.#byName.get(outcome.test.name);
      const value = binding === undefined ? undefined : this.#now.get(binding);
      if (binding !== undefined && value !== undefined) this.#set(binding, { kind: 'tested', value, outcome }, at);
    }
  }

  #set(binding: Binding, value: Value | undefined, at: number): void {
    const before = this.#before.at(-1);
    if (before !== undefined && !before.has(binding)) before.set(binding, this.#now.get(binding));
    for (const met of this.#met) {
      const values = met.get(binding);
      if (values === undefined) met.set(binding, new Set([value]));
      else values.add(value);
    }
    this.#now.set(binding, value);
    this.#hold(binding, value, at);
  }

  #hold(binding: Binding, value: Value | undefined, at: number): void {
    let found = this.stretches.get(binding);
    if (found === undefined) this.stretches.set(binding, (found = { from: [], values: [] }));
    found.from.push(at);
    found.values.push(value ?? nothing);
  }

  /** Walks a branch, and goes back to where it began. */
  #branch(place: SyntaxNode, walk: () => void): Branch {
    const alive = this.#alive;
    const before: Values = new Map();
    this.#before.push(before);
    walk();
    this.advance(place.endId);
    this.#before.pop();
    const ends = new Map<Binding, Value | undefined>();
    for (const [binding, value] of before) {
      ends.set(binding, this.#now.get(binding));
      this.#now.set(binding, value);
      this.#hold(binding, value, place.endId);
    }
    const branch: Branch = { alive: this.#alive, ends };
    this.#alive = alive;
    return branch;
  }

  /** Goes on where branches meet. */
  #join(branches: readonly Branch[], at: number): void {
    this.advance(at);
    const changed = new Set(branches.flatMap(({ ends }) => [...ends.keys()]));
    const live = branches.filter(({ alive }) => alive !== false);
    for (const binding of changed) {
      const values = live.map(({ alive, ends }) => {
        const value = ends.has(binding) ? ends.get(binding) : this.#now.get(binding);
        return value === undefined || typeof alive === 'boolean' ? value : ({ kind: 'swallowed', value, statement: alive } as const);
      });
      if (live.length > 0) this.#set(binding, either(values), at);
    }
    if (live.length === 0) this.#alive = false;
    else if (live.some(({ alive }) => alive === true)) this.#alive = true;
    else this.#alive = live[0]?.alive ?? false;
  }
}

const mostOutcomes = 20;
const nothing: Value = { kind: 'any', values: [] };

/** Any of the values; a name that is not bound has none. */
function either(values: readonly (Value | undefined)[]): Value {
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  const [only] = distinct;
  return only !== undefined && distinct.length === 1 ? only : { kind: 'any', values: distinct };
}

/**
 * Which hook of which rule wants to see which node of a file.
 *
 * Invariants: a rule that wants nothing of a node costs nothing there: nodes are picked out by kind, calls by what the
 * catalogue knows of them or by the last name of what is called, and only then is a rule asked.
 */
import { factSet, factsIn, type FactSet } from '../catalogue/callFacts';
import type { NamedApi } from '../catalogue/schema';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import type { CheckContext, Findings, KnownCalls, Rule } from './rule';

/** One hook of one rule, ready to be asked. */
export interface Check {
  readonly rule: Rule;
  ask(node: SyntaxNode | undefined): Findings;
}

/** What wants to see calls of something that the catalogue knows. */
export interface KnownChecks {
  /** The facts for which any of them wants to see calls: everywhere, and those written in an `async def`. */
  readonly anywhere: FactSet;
  readonly inAsync: FactSet;
  /** What wants to see a call of something. */
  of(api: NamedApi, isInAsync: boolean): readonly Check[];
}

export interface CheckTable {
  /** By the number of a node kind. */
  readonly byKind: readonly (readonly Check[] | undefined)[];
  /** What wants to see the calls that are written in an `async def`. */
  readonly asyncCalls: readonly Check[];
  /** What wants to see the calls that may be of coroutine functions of the project. */
  readonly coroutineCalls: readonly Check[];
  /** By the last name of what is called. */
  readonly namedCalls: ReadonlyMap<string, readonly Check[]>;
  readonly knownCalls: KnownChecks;
}

type Messages = Readonly<Record<string, string>>;
type ContextOf = (rule: Rule) => CheckContext;

/** Sorts the hooks of rules, each with what its rule may ask. */
export function checkTable(rules: readonly Rule[], contextOf: ContextOf): CheckTable {
  const byKind: Check[][] = [];
  for (const rule of rules) {
    for (const [kind, visit] of Object.entries(rule.visit ?? {})) {
      const context = contextOf(rule);
      // The table calls each visitor with nodes of its own kind only, which the types of a record cannot say.
      const visitor = visit as (node: SyntaxNode, context: CheckContext) => Findings;
      const number = nodeKinds.indexOf(kind as NodeKind);
      (byKind[number] ??= []).push({ rule, ask: (node) => (node === undefined ? undefined : visitor(node, context)) });
    }
  }
  const checksBy = (hook: 'asyncCall' | 'coroutineCall'): Check[] =>
    rules.flatMap((rule) => {
      const check = rule[hook];
      return check === undefined ? [] : [callCheck(rule, check, contextOf)];
    });
  const [asyncCalls, coroutineCalls] = [checksBy('asyncCall'), checksBy('coroutineCall')];
  return { byKind, asyncCalls, coroutineCalls, namedCalls: namedChecks(rules, contextOf), knownCalls: knownChecks(rules, contextOf) };
}

/** What wants to see a call of something with these last names, each once. */
export function checksOfNames({ namedCalls }: CheckTable, name: string, aliases: readonly string[]): readonly Check[] {
  const own = namedCalls.get(name) ?? none;
  if (aliases.length === 0) return own;
  return [...new Set([...own, ...aliases.flatMap((alias) => namedCalls.get(alias) ?? none)])];
}

const none: readonly Check[] = [];

function callCheck(rule: Rule, check: (call: SyntaxNode<'call'>, context: CheckContext) => Findings, contextOf: ContextOf): Check {
  const context = contextOf(rule);
  return { rule, ask: (node) => (node?.is('call') === true ? check(node, context) : undefined) };
}

function namedChecks(rules: readonly Rule[], contextOf: ContextOf): ReadonlyMap<string, readonly Check[]> {
  const table = new Map<string, Check[]>();
  for (const rule of rules) {
    if (rule.namedCalls === undefined) continue;
    const check = callCheck(rule, rule.namedCalls.check, contextOf);
    for (const name of new Set(rule.namedCalls.names)) {
      const known = table.get(name);
      if (known === undefined) table.set(name, [check]);
      else known.push(check);
    }
  }
  return table;
}

interface KnownCheck extends Check {
  readonly facts: FactSet;
  readonly isForAsync: boolean;
}

function knownChecks(rules: readonly Rule[], contextOf: ContextOf): KnownChecks {
  const shown: Shown = { api: undefined };
  const checks = rules.flatMap((rule) => [rule.knownCalls ?? []].flat().map((known) => knownCheck(rule, known, contextOf(rule), shown)));
  const union = (some: readonly KnownCheck[]): FactSet => some.reduce((set, { facts }) => set | facts, 0);
  return {
    anywhere: union(checks.filter(({ isForAsync }) => !isForAsync)),
    inAsync: union(checks),
    of: (api, isInAsync) => {
      shown.api = api;
      const facts = factsIn(api);
      return checks.filter((check) => (check.facts & facts) !== 0 && (isInAsync || !check.isForAsync));
    },
  };
}

/** The row on the call that is shown to checks. */
interface Shown {
  api: NamedApi | undefined;
}

function knownCheck(rule: Rule, { facts, within, check }: KnownCalls<Messages>, context: CheckContext, shown: Shown): KnownCheck {
  return {
    rule,
    facts: factSet(facts),
    isForAsync: within === 'async',
    ask: (node) => {
      const findings = node?.is('call') === true && shown.api !== undefined ? check(node, context, shown.api) : undefined;
      // The rule was told what is called without asking: a finding is no more certain than that.
      if (findings !== undefined && node?.is('call') === true) context.view.nameOf(node.field('function'));
      return findings;
    },
  };
}

/**
 * Which hook of which rule wants to see which node of a file.
 *
 * Invariants: a rule that wants nothing of a node costs nothing there: nodes are picked out by kind, calls by what the
 * catalogue knows of them or by the last name of what is called, and only then is a rule asked. A table rests on the rules
 * alone, so that it serves for every file in which they run.
 */
import { factSet, factsIn } from '../catalogue/callFacts';
import type { FactSet, NamedApi } from '../catalogue/schema';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import { decoratorCallee } from '../syntax/query';
import type { CheckContext, Findings, Known, KnownCalls, Rule } from './rule';

/** One hook of one rule. */
export interface Check {
  readonly rule: Rule;
  /** `api`: what the catalogue knows of what is called, where calls are picked out by it. */
  ask(node: SyntaxNode | undefined, context: CheckContext, api: NamedApi | undefined): Findings;
}

/** What wants to see something that the catalogue knows. */
export interface KnownChecks {
  /** The facts for which any of them wants to see it. */
  readonly facts: FactSet;
  /** What wants to see it, by the row on it. */
  of(api: NamedApi): readonly Check[];
}

/** The checks of all rules by what they want to see. */
export interface CheckTable {
  /** What wants to see the file as a whole. */
  readonly ofFile: readonly Check[];
  /** By the number of a node kind. */
  readonly byKind: readonly (readonly Check[] | undefined)[];
  /** What wants to see the calls in an `async def` that may come to block. */
  readonly blockingCalls: readonly Check[];
  /** What wants to see the calls that may be of coroutine functions of the project. */
  readonly coroutineCalls: readonly Check[];
  /** By the last name of what is called. */
  readonly namedCalls: ReadonlyMap<string, readonly Check[]>;
  readonly knownCalls: {
    /** For calls in an `async def`, and for all others. */
    readonly inAsync: KnownChecks;
    readonly elsewhere: KnownChecks;
  };
  readonly knownDecorators: KnownChecks;
}

type Messages = Readonly<Record<string, string>>;

/** Sorts the hooks of rules. */
export function checkTable(rules: readonly Rule[]): CheckTable {
  const byKind: Check[][] = [];
  for (const rule of rules) {
    for (const [kind, visit] of Object.entries(rule.visit ?? {})) {
      // The table calls each visitor with nodes of its own kind only, which the types of a record cannot say.
      const visitor = visit as (node: SyntaxNode, context: CheckContext) => Findings;
      const number = nodeKinds.indexOf(kind as NodeKind);
      (byKind[number] ??= []).push({ rule, ask: (node, context) => (node === undefined ? undefined : visitor(node, context)) });
    }
  }
  const ofFile = rules.flatMap((rule): Check[] => {
    const check = rule.file;
    return check === undefined ? [] : [{ rule, ask: (_, context) => check(context) }];
  });
  const checksBy = (hook: 'blockingCall' | 'coroutineCall'): Check[] =>
    rules.flatMap((rule) => {
      const check = rule[hook];
      return check === undefined ? [] : [callCheck(rule, check)];
    });
  const [blockingCalls, coroutineCalls] = [checksBy('blockingCall'), checksBy('coroutineCall')];
  return {
    ...{ ofFile, byKind, blockingCalls, coroutineCalls },
    namedCalls: namedChecks(rules),
    knownCalls: knownCalls(rules),
    knownDecorators: knownDecorators(rules),
  };
}

/** What wants to see a call of something with these last names, each once. */
export function checksOfNames({ namedCalls }: CheckTable, name: string, aliases: readonly string[]): readonly Check[] {
  const own = namedCalls.get(name) ?? none;
  if (aliases.length === 0) return own;
  return [...new Set([...own, ...aliases.flatMap((alias) => namedCalls.get(alias) ?? none)])];
}

const none: readonly Check[] = [];

function callCheck(rule: Rule, check: (call: SyntaxNode<'call'>, context: CheckContext) => Findings): Check {
  return { rule, ask: (node, context) => (node?.is('call') === true ? check(node, context) : undefined) };
}

function namedChecks(rules: readonly Rule[]): ReadonlyMap<string, readonly Check[]> {
  const table = new Map<string, Check[]>();
  for (const rule of rules) {
    if (rule.namedCalls === undefined) continue;
    const check = callCheck(rule, rule.namedCalls.check);
    for (const name of new Set(rule.namedCalls.names)) {
      const known = table.get(name);
      if (known === undefined) table.set(name, [check]);
      else known.push(check);
    }
  }
  return table;
}

interface FactCheck extends Check {
  readonly facts: FactSet;
}

interface KnownCall extends FactCheck {
  readonly isForAsync: boolean;
}

function knownCalls(rules: readonly Rule[]): CheckTable['knownCalls'] {
  const checks = rules.flatMap((rule) => [rule.knownCalls ?? []].flat().map((known) => knownCall(rule, known)));
  return { inAsync: knownChecks(checks), elsewhere: knownChecks(checks.filter(({ isForAsync }) => !isForAsync)) };
}

function knownDecorators(rules: readonly Rule[]): KnownChecks {
  return knownChecks(rules.flatMap((rule) => (rule.knownDecorators === undefined ? [] : [knownDecorator(rule, rule.knownDecorators)])));
}

function knownChecks(checks: readonly FactCheck[]): KnownChecks {
  // There are few sets of facts that any row states.
  const byFacts = new Map<FactSet, readonly Check[]>();
  return {
    facts: checks.reduce((set, { facts }) => set | facts, 0),
    of: (api) => {
      const stated = factsIn(api);
      let wanted = byFacts.get(stated);
      if (wanted === undefined) byFacts.set(stated, (wanted = checks.filter(({ facts }) => (facts & stated) !== 0)));
      return wanted;
    },
  };
}

function knownCall(rule: Rule, { facts, within, check }: KnownCalls<Messages>): KnownCall {
  return {
    rule,
    facts: factSet(facts),
    isForAsync: within === 'async',
    ask: (node, context, api) => {
      const findings = node?.is('call') === true && api !== undefined ? check(node, context, api) : undefined;
      // The rule was told what is called without asking: a finding is no more certain than that.
      if (findings !== undefined && node?.is('call') === true) context.view.nameOf(node.field('function'));
      return findings;
    },
  };
}

function knownDecorator(rule: Rule, { facts, check }: Known<'decorator', Messages>): FactCheck {
  return {
    rule,
    facts: factSet(facts),
    ask: (node, context, api) => {
      const findings = node?.is('decorator') === true && api !== undefined ? check(node, context, api) : undefined;
      if (findings !== undefined && node?.is('decorator') === true) context.view.nameOf(decoratorCallee(node));
      return findings;
    },
  };
}

/**
 * Which hook of which rule wants to see which node of a file.
 *
 * Invariants: a rule that wants nothing of a node costs nothing there: nodes are picked out by kind, calls by what the
 * catalogue knows of them or by the last name of what is called, and only then is a rule asked.
 */
import type { NamedApi } from '../catalogue/schema';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import type { CheckContext, Findings, NamedCalls, Rule } from './rule';

/** One hook of one rule, ready to be asked. */
export interface Check {
  readonly rule: Rule;
  ask(node: SyntaxNode | undefined): Findings;
}

export interface CheckTable {
  /** By the number of a node kind. */
  readonly byKind: readonly (readonly Check[] | undefined)[];
  /** What wants to see calls of something that the catalogue knows. */
  readonly knownCalls: readonly Check[];
  /** The facts on the call that is shown to them. */
  readonly known: { api: NamedApi | undefined };
  /** By the last name of what is called. */
  readonly namedCalls: ReadonlyMap<string, readonly Check[]>;
}

/** Sorts the hooks of rules, each with what its rule may ask. */
export function checkTable(rules: readonly Rule[], contextOf: (rule: Rule) => CheckContext): CheckTable {
  const byKind: Check[][] = [];
  const knownCalls: Check[] = [];
  const known: CheckTable['known'] = { api: undefined };
  const namedCalls = new Map<string, Check[]>();
  for (const rule of rules) {
    const context = contextOf(rule);
    for (const [kind, visit] of Object.entries(rule.visit ?? {})) {
      // The table calls each visitor with nodes of its own kind only, which the types of a record cannot say.
      const visitor = visit as (node: SyntaxNode, context: CheckContext) => Findings;
      const number = nodeKinds.indexOf(kind as NodeKind);
      (byKind[number] ??= []).push({ rule, ask: (node) => (node === undefined ? undefined : visitor(node, context)) });
    }
    if (rule.knownCall !== undefined) knownCalls.push(knownCallCheck(rule, rule.knownCall, context, known));
    if (rule.namedCalls !== undefined) addNamed(namedCalls, rule, rule.namedCalls, context);
  }
  return { byKind, knownCalls, known, namedCalls };
}

/** What wants to see a call of something with these last names, each once. */
export function checksOfNames({ namedCalls }: CheckTable, name: string, aliases: readonly string[]): readonly Check[] {
  const own = namedCalls.get(name) ?? none;
  if (aliases.length === 0) return own;
  return [...new Set([...own, ...aliases.flatMap((alias) => namedCalls.get(alias) ?? none)])];
}

const none: readonly Check[] = [];

function knownCallCheck(rule: Rule, visit: NonNullable<Rule['knownCall']>, context: CheckContext, known: CheckTable['known']): Check {
  return {
    rule,
    ask: (node) => {
      const findings = node?.is('call') === true && known.api !== undefined ? visit(node, context, known.api) : undefined;
      // The rule was told what is called without asking: a finding is no more certain than that.
      if (findings !== undefined && node?.is('call') === true) context.view.nameOf(node.field('function'));
      return findings;
    },
  };
}

function addNamed(
  table: Map<string, Check[]>,
  rule: Rule,
  { names, check }: NamedCalls<Readonly<Record<string, string>>>,
  context: CheckContext,
): void {
  const named: Check = { rule, ask: (node) => (node?.is('call') === true ? check(node, context) : undefined) };
  for (const name of new Set(names)) {
    const known = table.get(name);
    if (known === undefined) table.set(name, [named]);
    else known.push(named);
  }
}

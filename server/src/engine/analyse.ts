/**
 * Runs rules over one version of one file.
 *
 * Invariants: each chunk is walked once, over its packed kinds, and a view is made only for a node that some rule wants to
 * see; a rule that throws is off for the rest of this version and the others go on; what settings silence is not known here.
 */
import type { Catalogue } from '../catalogue/schema';
import type { ObservedView } from '../project/fileView';
import type { Certainty, FileId } from '../project/view';
import type { RuleSettings } from '../settings/schema';
import type { ConfigDocument } from '../syntax/config';
import { nodeKinds } from '../syntax/kinds.generated';
import type { NodeKind } from '../syntax/kinds.generated';
import type { SyntaxNode } from '../syntax/node';
import type { Budget } from './budget';
import type { Directive } from './directives';
import type { Finding, RuleFailure } from './finding';
import { isolated } from './isolate';
import { findingMaker } from './message';
import type { CheckContext, Findings, Rule } from './rule';

/** What a check is made of. */
export interface Subject {
  readonly view: ObservedView;
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly budget: Budget;
}

/** A finding with the rule that made it and the certainty of what that rule was told. */
export interface RawFinding {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly certainty: Certainty;
}

export interface Analysis {
  readonly findings: readonly RawFinding[];
  readonly failures: readonly RuleFailure[];
  /** False when the budget ran out before every rule had seen every node. Rules that were stopped are among the failures. */
  readonly complete: boolean;
}

/** Runs the rules' checks of nodes and of the whole file. */
export function analyse(rules: readonly Rule[], subject: Subject): Analysis {
  const run = newRun(subject.view.file, subject);
  const table = checksByKind(rules, subject);
  for (const rule of rules) if (rule.file !== undefined) runCheck(run, fileCheck(rule, subject), undefined);
  const isFinished = walk(run, table, subject);
  return { findings: run.findings, failures: run.failures, complete: isFinished };
}

/** Runs the rules that look at the ignore comments themselves. */
export function analyseDirectives(rules: readonly Rule[], directives: readonly Directive[], subject: Subject): Analysis {
  const run = newRun(subject.view.file, subject);
  for (const rule of rules) {
    const context = contextOf(rule, subject);
    runCheck(run, { rule, ask: () => rule.directives?.(directives, context) }, undefined);
  }
  return { findings: run.findings, failures: run.failures, complete: true };
}

/** Runs the rules that look at configuration files. */
export function analyseConfig(rules: readonly Rule[], file: FileId, document: ConfigDocument, settings: RuleSettings): Analysis {
  const run = newRun(file, undefined);
  for (const rule of rules) {
    const context = { file, settings, finding: findingMaker(rule.messages, file) };
    runCheck(run, { rule, ask: () => rule.toml?.(document, context) }, undefined);
  }
  return { findings: run.findings, failures: run.failures, complete: true };
}

/** One hook of one rule, ready to be asked. */
interface Check {
  readonly rule: Rule;
  ask(node: SyntaxNode | undefined): Findings;
}

/** By the number of a node kind: what wants to see such nodes. */
type CheckTable = readonly (readonly Check[] | undefined)[];

/** What is gathered while rules run. */
interface Run {
  readonly file: FileId;
  readonly subject: Subject | undefined;
  readonly findings: RawFinding[];
  readonly failures: RuleFailure[];
  readonly stopped: Set<string>;
  readonly used: Map<string, number>;
}

function newRun(file: FileId, subject: Subject | undefined): Run {
  return { file, subject, findings: [], failures: [], stopped: new Set(), used: new Map() };
}

/** The nodes that stand in no chunk (the module itself) first, then chunk by chunk. False when the budget ran out. */
function walk(run: Run, table: CheckTable, { view, budget }: Subject): boolean {
  const { tree } = view;
  for (const check of table[moduleKind] ?? []) runCheck(run, check, tree.root);
  for (const { chunk, firstId } of tree.chunks) {
    if (budget.spent()) return false;
    for (let index = 0; index < chunk.length; index += 1) {
      const checks = table[chunk.kindAt(index)];
      if (checks === undefined) continue;
      const node = tree.node(firstId + index);
      for (const check of checks) runCheck(run, check, node);
    }
  }
  return true;
}

const moduleKind = nodeKinds.indexOf('module');

function checksByKind(rules: readonly Rule[], subject: Subject): CheckTable {
  const table: Check[][] = [];
  for (const rule of rules) {
    const context = contextOf(rule, subject);
    for (const [kind, visit] of Object.entries(rule.visit ?? {})) {
      // The table calls each visitor with nodes of its own kind only, which the types of a record cannot say.
      const visitor = visit as (node: SyntaxNode, context: CheckContext) => Findings;
      const number = nodeKinds.indexOf(kind as NodeKind);
      const check: Check = { rule, ask: (node) => (node === undefined ? undefined : visitor(node, context)) };
      (table[number] ??= []).push(check);
    }
  }
  return table;
}

function fileCheck(rule: Rule, subject: Subject): Check {
  const context = contextOf(rule, subject);
  return { rule, ask: () => rule.file?.(context) };
}

function contextOf(rule: Rule, { view, catalogue, settings }: Subject): CheckContext {
  return { view, catalogue, settings, finding: findingMaker(rule.messages, view.file) };
}

function runCheck(run: Run, check: Check, node: SyntaxNode | undefined): void {
  const { rule } = check;
  if (run.stopped.has(rule.id)) return;
  const view = run.subject?.view;
  const share = run.subject?.budget.share;
  const begun = share?.now() ?? 0;
  view?.observe();
  const outcome = isolated(() => {
    for (const finding of each(check.ask(node))) {
      const anchored = node === undefined ? finding : { ...finding, anchor: { kind: node.kind, start: node.start, end: node.end } };
      run.findings.push({ rule, finding: anchored, certainty: view?.observed() ?? 'certain' });
    }
  });
  if ('error' in outcome) stop(run, rule, node, outcome.error);
  if (share === undefined) return;
  const used = (run.used.get(rule.id) ?? 0) + share.now() - begun;
  run.used.set(rule.id, used);
  if (used > share.limit && !run.stopped.has(rule.id))
    stop(run, rule, node, `Left out of the rest of the file: it took more than ${String(share.limit)} ms`);
}

function stop(run: Run, rule: Rule, node: SyntaxNode | undefined, error: string): void {
  run.stopped.add(rule.id);
  run.failures.push({ rule: rule.id, file: run.file, offset: node?.start, error });
}

function each(findings: Findings): Iterable<Finding> {
  if (findings === undefined) return [];
  return Symbol.iterator in findings ? findings : [findings];
}

/**
 * Runs rules over one version of one file.
 *
 * Invariants: each chunk is walked once, over its packed kinds, and a view is made only for a node that some rule wants to
 * see; chunks whose findings are remembered are not walked at all, and nothing is remembered of what was cut short; a rule that
 * throws is off for the rest of this version and the others go on; what settings silence is not known here.
 */
import type { Catalogue, FactSet, FactTable, NamedApi } from '../catalogue/schema';
import type { Callee } from '../project/calledFunctions';
import type { ObservedView } from '../project/fileView';
import type { FileId } from '../project/view';
import { noAliases } from '../semantic/aliases';
import type { RuleSettings } from '../settings/schema';
import type { ConfigDocument } from '../syntax/config';
import { calleeNameAt, calleeObjectAt, decoratorNameAt, isMemberName } from '../syntax/callees';
import { nodeKinds } from '../syntax/kinds.generated';
import type { Chunk, PlacedChunk, SyntaxNode } from '../syntax/node';
import { decoratorCallee } from '../syntax/query';
import type { Budget } from './budget';
import type { Directive } from './directives';
import type { Finding, RuleFailure } from './finding';
import { FunctionsAround } from './functionsAround';
import { checksOfNames, type Check, type CheckTable } from './hooks';
import { isolated } from './isolate';
import { keptFindings, type KeptFindings, type Recall } from './memory';
import { findingMaker } from './message';
import type { CheckContext, Findings, RawFinding, Rule } from './rule';

/** What a check is made of. */
export interface Subject {
  readonly view: ObservedView;
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly budget: Budget;
  /** The facts that calls in the file can have. */
  readonly reach: FactTable;
}

/** What the rules said of one version of a file. */
export interface Analysis {
  readonly findings: readonly RawFinding[];
  readonly failures: readonly RuleFailure[];
  /** False when the budget ran out before every rule had seen every node. Rules that were stopped are among the failures. */
  readonly complete: boolean;
}

/** An analysis with what it leaves to that of the next version. */
export interface KeptAnalysis extends Analysis {
  /** By position of the chunk. */
  readonly kept: readonly (KeptFindings | undefined)[];
}

/** Runs the rules' checks of nodes and of the whole file; of chunks that are remembered, the findings are taken from there. */
export function analyse(table: CheckTable, subject: Subject, recall?: Recall): KeptAnalysis {
  const run = newRun(subject);
  runChecks(run, table.ofFile, undefined);
  const { isFinished, kept } = walk(run, table, subject, recall);
  return { findings: run.findings, failures: run.failures, complete: isFinished, kept };
}

/** Runs the rules that look at the ignore comments themselves. */
export function analyseDirectives(rules: readonly Rule[], directives: readonly Directive[], subject: Subject): Analysis {
  const run = newRun(subject);
  const checks = rules.flatMap((rule): Check[] => {
    const check = rule.directives;
    return check === undefined ? [] : [{ rule, ask: (_, context) => check(directives, context) }];
  });
  runChecks(run, checks, undefined);
  return { findings: run.findings, failures: run.failures, complete: true };
}

/** Runs the rules that look at configuration files. */
export function analyseConfig(rules: readonly Rule[], file: FileId, document: ConfigDocument, settings: RuleSettings): Analysis {
  const findings: RawFinding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    const context = { file, settings, finding: findingMaker(rule.messages, file) };
    const outcome = isolated(() => {
      for (const finding of each(rule.toml?.(document, context))) findings.push({ rule, finding, certainty: 'certain' });
    });
    if ('error' in outcome) failures.push({ rule: rule.id, file, offset: undefined, error: outcome.error });
  }
  return { findings, failures, complete: true };
}

/** What is gathered while rules run. */
interface Run {
  readonly subject: Subject;
  /** What rules may ask, made for those that are shown something. */
  readonly contexts: Map<Rule, CheckContext>;
  readonly findings: RawFinding[];
  readonly failures: RuleFailure[];
  readonly stopped: Set<string>;
  readonly used: Map<string, number>;
}

function newRun(subject: Subject): Run {
  return { subject, contexts: new Map(), findings: [], failures: [], stopped: new Set(), used: new Map() };
}

/** The nodes that stand in no chunk (the module itself) first, then chunk by chunk, as long as there is time. */
function walk(run: Run, table: CheckTable, subject: Subject, recall: Recall | undefined): Walked {
  const { view, budget } = subject;
  const { tree, log } = view;
  const { chunks } = tree;
  const kept: (KeptFindings | undefined)[] = [];
  runChecks(run, table.byKind[moduleKind] ?? [], tree.root);
  // By index, as there are many chunks, and nothing is to be made for one whose findings are kept.
  for (let position = 0; position < chunks.length; position += 1) {
    const placed = chunks[position];
    if (placed === undefined) break;
    if (budget.spent()) return { isFinished: false, kept };
    const known = recall?.at(position);
    kept[position] = known?.kept;
    if (known !== undefined) {
      // A rule that has failed in this version says nothing more, whatever it said before.
      for (const raw of known.findings) if (!run.stopped.has(raw.rule.id)) run.findings.push(raw);
      continue;
    }
    const found = run.findings.length;
    log.take();
    visitChunk(run, table, placed, subject);
    const reads = log.take();
    if (run.stopped.size === 0 && !log.isMuted) kept[position] = keptFindings(run.findings.slice(found), reads, position, chunks);
  }
  return { isFinished: true, kept };
}

interface Walked {
  readonly isFinished: boolean;
  readonly kept: readonly (KeptFindings | undefined)[];
}

const moduleKind = nodeKinds.indexOf('module');
const callKind = nodeKinds.indexOf('call');
const decoratorKind = nodeKinds.indexOf('decorator');
const functionKind = nodeKinds.indexOf('function_definition');

function visitChunk(run: Run, table: CheckTable, placed: PlacedChunk, subject: Subject): void {
  const { chunk, firstId } = placed;
  const { view } = subject;
  const around = new FunctionsAround(chunk);
  const { length } = chunk;
  for (let index = 0; index < length; index += 1) {
    const kind = chunk.kindAt(index);
    const checks = table.byKind[kind];
    if (checks !== undefined) runChecks(run, checks, view.tree.node(firstId + index));
    if (kind === functionKind) around.enter(index, view.tree.node(firstId + index).hasToken('async'));
    else if (kind === callKind) visitCall(run, table, { placed, index }, around.isAsyncAt(index), subject);
    else if (kind === decoratorKind) visitDecorator(run, table, { placed, index }, subject);
  }
}

/** Where a call or a decorator stands. */
interface Spot {
  readonly placed: PlacedChunk;
  readonly index: number;
}

/** Shows a call to the rules that pick it out by what is called, or by where it stands: whether in an `async def`. */
function visitCall(run: Run, table: CheckTable, spot: Spot, isInAsync: boolean, subject: Subject): void {
  const { tree } = subject.view;
  const id = spot.placed.firstId + spot.index;
  const nameAt = calleeNameAt(spot.placed.chunk, spot.index);
  if (isInAsync && table.blockingCalls.length > 0 && mayBlock(spot.placed.chunk, nameAt, subject)) {
    runChecks(run, table.blockingCalls, tree.node(id));
  }
  const called = nameAt < 0 ? undefined : calledAt(spot, nameAt, subject);
  if (called === undefined) return;
  const named = checksOfNames(table, called.name, called.aliases.names);
  if (named.length > 0) runChecks(run, named, tree.node(id));
  if (table.coroutineCalls.length > 0 && mayBeCoroutine(called, subject)) runChecks(run, table.coroutineCalls, tree.node(id));
  const known = isInAsync ? table.knownCalls.inAsync : table.knownCalls.elsewhere;
  if ((known.facts & possibleFacts(called, subject)) === 0) return;
  const call = tree.node(id);
  const api = call.is('call') ? knownApi(call.field('function'), subject) : undefined;
  const checks = api === undefined ? [] : known.of(api);
  if (checks.length > 0) runChecks(run, checks, call, api);
}

/** Shows a decorator to the rules that pick it out by what the catalogue knows of it. */
function visitDecorator(run: Run, { knownDecorators }: CheckTable, spot: Spot, subject: Subject): void {
  const { chunk, firstId } = spot.placed;
  const nameAt = decoratorNameAt(chunk, spot.index);
  const called = nameAt < 0 ? undefined : calledAt(spot, nameAt, subject);
  if (called === undefined || (knownDecorators.facts & possibleFacts(called, subject)) === 0) return;
  const decorator = subject.view.tree.node(firstId + spot.index);
  const api = decorator.is('decorator') ? knownApi(decoratorCallee(decorator), subject) : undefined;
  const checks = api === undefined ? [] : knownDecorators.of(api);
  if (checks.length > 0) runChecks(run, checks, decorator, api);
}

/** By which last names something goes that is called. */
interface Called extends Callee {
  readonly isMember: boolean;
}

function calledAt({ placed: { chunk, firstId }, index }: Spot, nameAt: number, { view }: Subject): Called | undefined {
  const name = chunk.nameAt(nameAt);
  if (isMemberName(chunk, nameAt)) {
    const objectAt = calleeObjectAt(chunk, index);
    return { name, isMember: true, object: objectAt < 0 ? undefined : chunk.nameAt(objectAt), aliases: noAliases };
  }
  const outcome = isolated(() => view.aliasesOf(view.tree.node(firstId + nameAt)));
  return 'value' in outcome ? { name, isMember: false, object: undefined, aliases: outcome.value } : undefined;
}

/**
 * The facts that there can be on what is called, as far as last names tell. A function of the project that stands for one of a
 * library under another name is found where it is imported by itself, and not as the attribute of its module.
 */
function possibleFacts({ name, isMember, aliases }: Called, { reach }: Subject): FactSet {
  if (aliases.isFromElsewhere) return allFacts;
  const own = reach.under(name);
  if (isMember) return own | reach.ofAnyName;
  return aliases.names.reduce((set, other) => set | reach.under(other), own);
}

const allFacts: FactSet = ~0;

function mayBeCoroutine(called: Called, { view }: Subject): boolean {
  const outcome = isolated(() => view.mayBeCoroutine(called));
  return 'value' in outcome && outcome.value;
}

/** What is called without a name may be anything. */
function mayBlock(chunk: Chunk, nameAt: number, { view }: Subject): boolean {
  if (nameAt < 0) return true;
  const outcome = isolated(() => view.mayBlock(chunk.nameAt(nameAt)));
  return !('value' in outcome) || outcome.value;
}

/** What the catalogue knows of what is called. Asked once for all the rules that want to know. */
function knownApi(callee: SyntaxNode | undefined, { view, catalogue }: Subject): NamedApi | undefined {
  const outcome = isolated(() => catalogue.lookup(view.nameOf(callee)));
  return 'value' in outcome ? outcome.value : undefined;
}

function contextOf(rule: Rule, { contexts, subject: { view, catalogue, settings } }: Run): CheckContext {
  let context = contexts.get(rule);
  if (context === undefined) contexts.set(rule, (context = { view, catalogue, settings, finding: findingMaker(rule.messages, view.file) }));
  return context;
}

/** Runs the checks one after another; after one that throws it goes on with the next. */
function runChecks(run: Run, checks: readonly Check[], node: SyntaxNode | undefined, api?: NamedApi): void {
  let current = 0;
  while (current < checks.length) {
    const outcome = isolated(() => {
      for (; current < checks.length; current += 1) runCheck(run, checks[current], node, api);
    });
    const rule = checks[current]?.rule;
    if ('error' in outcome && rule !== undefined) stop(run, rule, node, outcome.error);
    current += 1;
  }
}

function runCheck(run: Run, check: Check | undefined, node: SyntaxNode | undefined, api: NamedApi | undefined): void {
  if (check === undefined || run.stopped.has(check.rule.id)) return;
  const { budget, view } = run.subject;
  const { share } = budget;
  const begun = share?.now() ?? 0;
  view.observe();
  const findings = check.ask(node, contextOf(check.rule, run), api);
  if (findings !== undefined) collect(run, check.rule, findings, node);
  if (share !== undefined) addTime(run, check.rule, node, share.now() - begun, share.limit);
}

function collect(run: Run, rule: Rule, findings: Findings, node: SyntaxNode | undefined): void {
  const { view } = run.subject;
  for (const finding of each(findings)) {
    const anchored = node === undefined ? finding : { ...finding, anchor: { kind: node.kind, start: node.start, end: node.end } };
    run.findings.push({ rule, finding: anchored, certainty: view.observed() });
  }
}

function each(findings: Findings): Iterable<Finding> {
  if (findings === undefined) return [];
  return Symbol.iterator in findings ? findings : [findings];
}

function addTime(run: Run, rule: Rule, node: SyntaxNode | undefined, time: number, limit: number): void {
  const used = (run.used.get(rule.id) ?? 0) + time;
  run.used.set(rule.id, used);
  if (used > limit) stop(run, rule, node, `Left out of the rest of the file: it took more than ${String(limit)} ms`);
}

function stop(run: Run, rule: Rule, node: SyntaxNode | undefined, error: string): void {
  run.stopped.add(rule.id);
  run.failures.push({ rule: rule.id, file: run.subject.view.file, offset: node?.start, error });
}

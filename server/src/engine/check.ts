/**
 * One file, checked: the entry to the engine for the language server, the command line and the tests alike.
 *
 * Invariants: nothing is read, written or awaited here; the same text, settings and catalogue give the same findings.
 */
import type { ConfigDocument, ParseConfig } from '../syntax/config';
import type { SyntaxTree } from '../syntax/node';
import { createCatalogue } from '../catalogue/catalogue';
import type { CallFacts } from '../catalogue/callFacts';
import type { Catalogue, Library } from '../catalogue/schema';
import { userRows, type UserCalls } from '../catalogue/userRows';
import { createFileView } from '../project/fileView';
import { KeptScopes } from '../semantic/chunkIndex';
import { buildModel, type LocalModel } from '../semantic/model';
import { ReadLog } from '../semantic/reads';
import type { ModuleKnowledge, ModuleSummary, Project } from '../project/index';
import { moduleSummary, summarySteps } from '../project/localKnowledge';
import type { FileId, FileView, Target } from '../project/view';
import type { KnownCodes } from '../settings/codes';
import { readProjectSettings } from '../settings/parse';
import type { RuleSettings, Settings } from '../settings/schema';
import { analyse, analyseConfig, analyseDirectives } from './analyse';
import type { Analysis } from './analyse';
import type { Budget } from './budget';
import { badConfiguration, configurationFindings } from './configuration';
import type { Directive } from './directives';
import type { FileEdit, FixKind, FixOffer, Reported, RuleFailure, TextEdit } from './finding';
import { closedUp, joinedFixes, parsesAsWell, workOut } from './fixes';
import type { FixSubject, ParseText, WorkedOut } from './fixes';
import { ignoreFile, ignoreLine } from './ignore';
import { isolated } from './isolate';
import { checkTable, type CheckTable } from './hooks';
import { activeRules, findingSeverity, knownCodes, severityOf, showsLikely } from './profile';
import type { ActiveRule } from './profile';
import { recall, type Frame, type Memory } from './memory';
import type { RawFinding, Rule } from './rule';
import { suppressionsOf, type KeptMarks } from './suppress';
import { appliedEdits, orderedEdits } from './textEdits';

/** What is the same for every file. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  /** The names by which settings and comments may mean rules: those of the rules, and what the engine reports itself. */
  readonly codes: KnownCodes;
  readonly project: Project;
  /**
   * What a Python file knows by itself, for whoever needs it for more than one thing. It is for a version of a file that no
   * other one follows: a check with it leaves nothing to the next.
   */
  modelOf(tree: SyntaxTree, settings: RuleSettings): LocalModel;
  /** What a Python file tells other files, to be handed to the project by whoever keeps it. */
  summarise(tree: SyntaxTree, settings: UserCalls): ModuleSummary;
  /** The same of a file that was checked, in steps, for whoever may not be kept waiting. */
  summaryStepsOf(checked: CheckedFile, settings: UserCalls): Generator<undefined, ModuleSummary> | undefined;
  /** Checks a Python file under settings that are already those of this file. */
  checkPython(file: PythonFile, settings: Settings, budget: Budget): CheckedFile;
  /** Checks a `pyproject.toml` or `service-patterns.toml`. */
  checkConfig(file: ConfigFile, settings: Settings): CheckedFile;
}

/** A version of a Python file, to be checked. */
export interface PythonFile {
  readonly file: FileId;
  /** Where the file stands in its project: relative to the folder of the nearest project file, with `/`. */
  readonly path?: string | undefined;
  readonly tree: SyntaxTree;
  readonly target: Target;
  /** Of this tree under the settings of the check, where it was made before; see `Engine.modelOf`. */
  readonly model?: LocalModel | undefined;
  /** What that model tells, where it is asked by others as well. */
  readonly knowledge?: ModuleKnowledge | undefined;
  /** What was found in an earlier version, so that only what has changed since is looked at. It changes no finding. */
  readonly previous?: CheckedFile | undefined;
}

/** A version of a project file, to be checked. */
export interface ConfigFile {
  readonly file: FileId;
  readonly document: ConfigDocument;
}

/** The answer for one version of one file. It keeps what fixes need, so it lives as long as the version does. */
export interface CheckedFile {
  readonly file: FileId;
  readonly text: string;
  /** Sorted by place, then by rule; without what comments, settings and profiles silence. */
  readonly findings: readonly Reported[];
  readonly directives: readonly Directive[];
  /** Rules that stopped. A fix that throws is added when it is asked for. */
  readonly failures: readonly RuleFailure[];
  /** False when the budget ran out before every rule had seen every node. */
  readonly complete: boolean;
  /** The edits of one fix; undefined where it would be wrong here, or where its result would not parse as well as before. */
  fix(finding: Reported, offer: FixOffer): readonly FileEdit[] | undefined;
  /** The edits of all fixes up to this kind that can be applied together: of overlapping ones the first. */
  fixAll(strongest: FixKind, rules?: ReadonlySet<string>): readonly FileEdit[];
  /** The edit that puts an ignore comment for the finding on its line (or in the file), merged with one that is there. */
  ignore(finding: Reported, reach: 'line' | 'file'): readonly FileEdit[] | undefined;
  readonly view: FileView | undefined;
  /** What the check of the next version can make use of. */
  readonly memory: Memory | undefined;
}

/** What an engine is made from. */
export interface EngineParts {
  readonly rules: readonly Rule[];
  readonly libraries: readonly Library[];
  /** What is known of their names before they are looked through; see `callFactsOf`. */
  readonly callFacts?: CallFacts;
  readonly project: Project;
  /** Parse a text from scratch, to prove the results of fixes. */
  readonly parse: ParseText;
  readonly parseConfig: ParseConfig;
}

/** The names by which settings and comments may mean rules: those of the rules, and what the engine reports itself. */
export function engineCodes(rules: readonly Rule[]): KnownCodes {
  return knownCodes(rules, [badConfiguration]);
}

/** An engine with these rules and these facts. */
export function createEngine(parts: EngineParts): Engine {
  const { rules, project } = parts;
  const codes = engineCodes(rules);
  const catalogue = createCatalogue(parts.libraries, [], parts.callFacts);
  const catalogueFor = configuredCatalogues(catalogue, parts);
  const chosen = new WeakMap<Settings, Chosen>();
  const chosenBy = (settings: Settings): Chosen => {
    const known = chosen.get(settings) ?? chosenRules(rules, settings);
    chosen.set(settings, known);
    return known;
  };
  const lastModel = (tree: SyntaxTree, settings: UserCalls, scopes?: KeptScopes): LocalModel =>
    buildModel(tree, catalogueFor(settings), scopes, new ReadLog(true));
  return {
    rules,
    catalogue,
    codes,
    project,
    checkPython: (file, settings, budget) =>
      checkedPython(file, settings, budget, chosenBy(settings), { ...parts, codes, catalogue: catalogueFor(settings) }),
    modelOf: lastModel,
    summarise: (tree, settings) => moduleSummary(lastModel(tree, settings)),
    summaryStepsOf: ({ view, memory }, settings) => view && summarySteps(lastModel(view.tree, settings, memory?.scopes)),
    checkConfig: (file, settings) => checkedConfig(file, settings, chosenBy(settings), { ...parts, codes, catalogue }),
  };
}

/** Everything that checks have in common. */
interface Workshop extends EngineParts {
  readonly codes: KnownCodes;
  readonly catalogue: Catalogue;
}

/** The rules that run under some settings, and what they want to see. */
interface Chosen {
  readonly running: readonly Rule[];
  /** The ids of those that look at code; rules about comments run later than anybody asks. */
  readonly ids: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, ActiveRule['severity']>;
  readonly table: CheckTable;
}

function chosenRules(rules: readonly Rule[], settings: Settings): Chosen {
  const active = activeRules(rules, settings);
  const running = active.map(({ rule }) => rule);
  return {
    ...{ running, table: checkTable(running) },
    ids: new Set(running.filter(({ directives }) => directives === undefined).map(({ id }) => id)),
    severities: new Map(active.map(({ rule, severity }) => [rule.id, severity])),
  };
}

/** The catalogues with the rows of settings. A handful is kept: as many as projects may be open at once. */
function configuredCatalogues(plain: Catalogue, { libraries, callFacts }: EngineParts): (settings: UserCalls) => Catalogue {
  const kept = new Map<string, Catalogue>();
  return (settings) => {
    const rows = userRows(settings);
    if (rows.length === 0) return plain;
    const key = JSON.stringify([settings.blockingExtra, settings.blockingSafeWrappers, settings.blockingIgnore]);
    const catalogue = kept.get(key) ?? createCatalogue(libraries, rows, callFacts);
    if (kept.size >= mostCatalogues) kept.clear();
    kept.set(key, catalogue);
    return catalogue;
  };
}

const mostCatalogues = 8;

function checkedPython(python: PythonFile, settings: Settings, budget: Budget, chosen: Chosen, workshop: Workshop): CheckedFile {
  const { file, path, tree, target, previous } = python;
  const { rules, codes, catalogue, parse, project } = workshop;
  const marks: KeptMarks = previous?.memory?.marks ?? new WeakMap();
  const scopes = previous?.memory?.scopes ?? new KeptScopes();
  const model = python.model ?? buildModel(tree, catalogue, scopes);
  const view = createFileView({ file, path, model, knowledge: python.knowledge, project, target });
  const { reach } = view;
  const subject = { view, catalogue, settings, budget, reach };
  const { running, table } = chosen;
  const frame: Frame = { file, path, rules: running, catalogue, settings, target, generation: project.generationOf(file), reach };
  const { chunks } = tree;
  const analysis = analyse(
    table,
    subject,
    recall(previous?.memory, frame, chunks, (name) => view.mayBlock(name)),
  );
  const suppressions = suppressionsOf(tree, codes, settings, marks);
  const isOpen = ({ rule, finding }: RawFinding): boolean => !suppressions.silences(rule, finding.range.start);
  const open = analysis.findings.filter(isOpen);
  const directives = suppressions.directives(rules, rulesThatRan(chosen, analysis));
  const about = analyseDirectives(running, directives, subject);
  const findings = reportedFindings([...open, ...about.findings.filter(isOpen)], chosen, settings);
  const failures = [...analysis.failures, ...about.failures];
  const ignored = (edit: TextEdit | undefined): readonly FileEdit[] | undefined =>
    edit === undefined ? undefined : [{ file, edits: [edit] }];
  return {
    file,
    text: tree.text,
    findings,
    directives,
    failures,
    complete: analysis.complete,
    ...pythonFixes(findings, { view, catalogue, settings, parse }, rules, failures),
    ignore: (finding, reach) =>
      ignored(
        reach === 'file' ? ignoreFile(tree, directives, finding.rule) : ignoreLine(tree, directives, finding.rule, finding.range.start),
      ),
    view,
    memory: view.log.isMuted ? undefined : { frame, chunks, scopes, marks, kept: analysis.kept },
  };
}

/** The rules of which nothing was left out. */
function rulesThatRan({ ids }: Chosen, { complete, failures }: Analysis): (rule: string) => boolean {
  const stopped = new Set(failures.map(({ rule }) => rule));
  return (rule) => complete && ids.has(rule) && !stopped.has(rule);
}

/** Findings as users see them: with severity and the titles of fixes, in order, without the likely ones unless asked for. */
function reportedFindings(raw: readonly RawFinding[], { severities }: Chosen, settings: Settings): readonly Reported[] {
  const shown = showsLikely(settings.profile) ? raw : raw.filter(({ certainty }) => certainty === 'certain');
  return shown.map((one) => reported(one, severities.get(one.rule.id) ?? one.rule.severity, settings)).sort(byPlace);
}

function reported({ rule, finding, certainty }: RawFinding, severity: Reported['severity'], settings: Settings): Reported {
  const { fixes, level, ...rest } = finding;
  const offers = fixes.flatMap((request): FixOffer[] => {
    const fix = rule.fixes?.[request.id] ?? rule.configFixes?.[request.id];
    if (fix === undefined || (fix.kind === 'unsafe' && settings.unsafeFixes === 'hide')) return [];
    return [{ ...request, title: typeof fix.title === 'string' ? fix.title : fix.title(request.args), kind: fix.kind }];
  });
  return { ...rest, rule: rule.id, category: rule.category, severity: findingSeverity(severity, level), certainty, fixes: offers };
}

function byPlace(a: Reported, b: Reported): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

type Fixing = Pick<CheckedFile, 'fix' | 'fixAll'>;

function pythonFixes(findings: readonly Reported[], subject: FixSubject, rules: readonly Rule[], failures: RuleFailure[]): Fixing {
  const { file } = subject.view;
  const workedOut = (finding: Reported, offer: FixOffer): WorkedOut | undefined => {
    const rule = rules.find(({ id }) => id === finding.rule);
    const outcome = isolated(() => (rule === undefined ? undefined : workOut(rule, finding, offer, subject)));
    if ('value' in outcome) return outcome.value;
    failures.push({ rule: finding.rule, file, offset: finding.range.start, error: outcome.error });
    return undefined;
  };
  const proved = (finding: Reported, offer: FixOffer): readonly FileEdit[] | undefined => {
    const worked = workedOut(finding, offer);
    if (worked === undefined || !parsesAsWell(worked.edits, subject)) return undefined;
    return [{ file, edits: closedUp(worked.edits, worked.importEdits) }];
  };
  // A light bulb asks again whenever the cursor moves, and each proof parses the whole text.
  const tried = new Map<FixOffer, readonly FileEdit[] | undefined>();
  return {
    fix: (finding, offer) => {
      if (!tried.has(offer)) tried.set(offer, proved(finding, offer));
      return tried.get(offer);
    },
    fixAll: (strongest, only) => {
      const fixes = findings.flatMap((finding) => {
        if (only !== undefined && !only.has(finding.rule)) return [];
        return firstOf(permittedOffers(finding, strongest), (offer) => workedOut(finding, offer));
      });
      const edits = joinedFixes(fixes, subject);
      return edits.length === 0 ? [] : [{ file, edits }];
    },
  };
}

function permittedOffers({ fixes }: Reported, strongest: FixKind): readonly FixOffer[] {
  return fixes.filter(({ kind }) => kind === 'safe' || strongest === 'unsafe');
}

/** What is made of the first offer that does not decline, as a list of one; an empty list when all do. */
function firstOf<Made>(offers: readonly FixOffer[], make: (offer: FixOffer) => Made | undefined): readonly Made[] {
  for (const offer of offers) {
    const made = make(offer);
    if (made !== undefined) return [made];
  }
  return [];
}

function checkedConfig({ file, document }: ConfigFile, settings: Settings, chosen: Chosen, workshop: Workshop): CheckedFile {
  const { rules, codes, parseConfig } = workshop;
  const { findings: raw, failures } = analyseConfig(chosen.running, file, document, settings);
  const severity = severityOf(badConfiguration, settings);
  const problems = severity === 'off' ? [] : configurationFindings(file, readProjectSettings(document, file, codes).problems, severity);
  const findings = [...reportedFindings(raw, chosen, settings), ...problems].sort(byPlace);
  return {
    file,
    text: document.text,
    findings,
    directives: [],
    failures,
    complete: true,
    ...configFixes(findings, file, document, rules, parseConfig),
    ignore: () => undefined,
    view: undefined,
    memory: undefined,
  };
}

/** Fixes of configuration files: no result may be TOML no more, and of fixes that touch the same place the first wins. */
function configFixes(
  findings: readonly Reported[],
  file: FileId,
  document: ConfigDocument,
  rules: readonly Rule[],
  parseConfig: ParseConfig,
): Fixing {
  const proved = (edits: readonly TextEdit[]): readonly TextEdit[] | undefined => {
    const ordered = orderedEdits(edits, document.text);
    if (ordered === undefined || document.error !== undefined) return ordered;
    return parseConfig(appliedEdits(document.text, ordered)).error === undefined ? ordered : undefined;
  };
  const made = (finding: Reported, offer: FixOffer, before: readonly TextEdit[]): readonly TextEdit[] | undefined => {
    const edits = rules.find(({ id }) => id === finding.rule)?.configFixes?.[offer.id]?.edits(document, offer.args);
    return edits === undefined ? undefined : proved([...before, ...edits]);
  };
  return {
    fix: (finding, offer) => {
      const edits = made(finding, offer, []);
      return edits === undefined ? undefined : [{ file, edits }];
    },
    fixAll: (strongest, only) => {
      let accepted: readonly TextEdit[] = [];
      for (const finding of findings) {
        if (only !== undefined && !only.has(finding.rule)) continue;
        const before = accepted;
        [accepted = before] = firstOf(permittedOffers(finding, strongest), (offer) => made(finding, offer, before));
      }
      return accepted.length === 0 ? [] : [{ file, edits: accepted }];
    },
  };
}

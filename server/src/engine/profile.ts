/** Which rules run in a file, and how much their findings weigh there. */
import type { KnownCodes } from '../settings/codes';
import { matchesPattern } from '../settings/codes';
import { hasProfile, weakerSeverity } from '../settings/levels';
import type { Profile, Severity } from '../settings/levels';
import type { SeverityOverride, Settings } from '../settings/schema';
import type { Finding } from './finding';
import type { Rule } from './rule';

/** A rule that runs, with its severity under the settings. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The settings that decide which rules run. */
export type RuleChoice = Pick<Settings, 'profile' | 'severity' | 'select' | 'ignore'>;

/** What is asked of a rule to decide whether it runs; the engine's own findings answer it without being rules. */
export interface Choosable {
  readonly id: string;
  readonly category: string;
  readonly profile: Profile;
  readonly severity: Severity;
}

/** The rules that run under the settings of a file. */
export function activeRules(rules: readonly Rule[], settings: RuleChoice): readonly ActiveRule[] {
  const ignored = new Set(settings.ignore);
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, settings);
    return severity === 'off' || isNamed(rule, ignored) ? [] : [{ rule, severity }];
  });
}

/** How much one finding weighs. */
export function findingSeverity(severity: Severity, level: Finding['level']): Severity {
  return level === 'weaker' ? weakerSeverity(severity) : severity;
}

/** Findings that are likely but not certain are for those who asked for more. */
export function showsLikely(profile: Profile): boolean {
  return hasProfile(profile, 'strict');
}

/** The ids and categories by which users may mean rules. */
export function knownCodes(rules: readonly Rule[], others: readonly Pick<Choosable, 'id' | 'category'>[]): KnownCodes {
  const all = [...rules, ...others];
  return { rules: new Set(all.map((rule) => rule.id)), categories: new Set(all.map((rule) => rule.category)) };
}

/**
 * The severity of a rule, `off` for rules that do not run. A rule that is named runs in any profile; a category or a
 * pattern changes the severity of the rules that the profile has, and can only turn them off. What the command line
 * selects runs even where the project turns it off, and nothing else does.
 */
export function severityOf(rule: Choosable, { profile, severity, select }: RuleChoice): SeverityOverride {
  const override = overrideFor(rule, severity);
  if (select.includes(rule.id)) return override === undefined || override === 'off' ? rule.severity : override;
  if (select.length > 0 && !select.includes(rule.category)) return 'off';
  const isNamedBySeverity = Object.hasOwn(severity, rule.id);
  if (!isNamedBySeverity && !hasProfile(profile, rule.profile)) return 'off';
  return override ?? rule.severity;
}

/** The most specific override: the rule's id, then its category, then the longest pattern. */
function overrideFor(rule: Choosable, overrides: Settings['severity']): SeverityOverride | undefined {
  if (Object.hasOwn(overrides, rule.id)) return overrides[rule.id];
  if (Object.hasOwn(overrides, rule.category)) return overrides[rule.category];
  const matching = Object.keys(overrides).filter((pattern) => pattern.includes('*') && matchesPattern(pattern, rule.id));
  const [longest] = matching.sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : overrides[longest];
}

function isNamed(rule: Choosable, codes: ReadonlySet<string>): boolean {
  return codes.has(rule.id) || codes.has(rule.category);
}

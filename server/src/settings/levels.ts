/** How much a finding weighs, strongest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
/** How much a finding weighs. */
export type Severity = (typeof severities)[number];

/** The sets of rules, each holding the ones before it. */
export const profiles = ['minimal', 'recommended', 'strict', 'all'] as const;
/** The name of a set of rules. */
export type Profile = (typeof profiles)[number];

/** The severity one step below; a hint stays a hint. */
export function weakerSeverity(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? severity;
}

/** Whether a severity is the minimum or above it. */
export function isAtLeastAsSevere(severity: Severity, minimum: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(minimum);
}

/** Whether a profile holds the rules whose smallest profile is `member`. */
export function hasProfile(profile: Profile, member: Profile): boolean {
  return profiles.indexOf(member) <= profiles.indexOf(profile);
}

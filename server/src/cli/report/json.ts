/** The machine-readable form. Its version goes up when a field changes its meaning or goes away, not when one is added. */
import { severities } from '../../settings/levels';
import type { CheckReport, ShownFinding } from './report';
import { tally } from './report';

/** The report as one JSON object. */
export function jsonReport(report: CheckReport): string {
  const bySeverity = tally(report.findings.map((finding) => finding.severity));
  const byRule = [...tally(report.findings.map((finding) => finding.rule))].sort(([a], [b]) => (a < b ? -1 : 1));
  const document = {
    version: 1,
    summary: {
      files: report.checked,
      findings: report.findings.length,
      bySeverity: Object.fromEntries(severities.map((severity) => [severity, bySeverity.get(severity) ?? 0])),
      byRule: Object.fromEntries(byRule),
      fixed: report.fixed.findings,
      complete: report.failures.length === 0,
      skipped: report.skipped,
      failures: report.failures,
      configuration: report.configuration,
    },
    findings: report.findings.map(jsonFinding),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonFinding({ rule, category, severity, message, file, range, related, fixes, url }: ShownFinding): Omit<ShownFinding, 'excerpt'> {
  return { rule, category, severity, message, file, range, related, fixes, url };
}

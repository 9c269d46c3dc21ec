/** Writes a report in the form wanted, and beside it what went wrong: findings to standard output, the rest to standard error. */
import { encoded } from './content';
import { visible } from './escape';
import type { CheckFlags } from './flags';
import type { CliHost, Console, FileProblem } from './ports';
import { jsonReport } from './report/json';
import { paintFor } from './report/paint';
import type { Paint } from './report/paint';
import type { CheckReport } from './report/report';
import { conciseReport, fullReport, statisticsReport, summaryLine } from './report/text';

/** Colours for standard output. */
export function paintOf({ color }: CheckFlags, { console }: CliHost): Paint {
  return paintFor(color === 'auto' ? console.hasColor : color === 'always');
}

/** Writes the report; a problem is one of the file that it should go to. */
export function writeReport(report: CheckReport, flags: CheckFlags, host: CliHost): FileProblem | undefined {
  const isListed = flags.outputFile === undefined && flags.outputFormat !== 'json' && flags.statistics !== true;
  writeTroubles(isListed ? withoutListedProblems(report) : report, flags, host.console);
  const paint = flags.outputFile === undefined || flags.color === 'always' ? paintOf(flags, host) : paintFor(false);
  const text = reportText(report, flags, host, paint);
  const hasSummary = flags.outputFormat !== 'json' && flags.quiet !== true;
  if (flags.outputFile === undefined) {
    host.console.write(hasSummary ? text + summaryLine(report) : text);
    return undefined;
  }
  if (flags.quiet !== true) host.console.write(summaryLine(report));
  return host.files.write(flags.outputFile, encoded({ text, hasMark: false }));
}

/** What keeps a report from being whole, for people, whatever form the report has. */
export function writeTroubles({ failures, configuration, skipped }: CheckReport, { quiet }: CheckFlags, console: Console): void {
  for (const { file, place, message } of configuration)
    console.warn(`${visible(file)}:${place.line}:${place.column}: ${visible(message)}\n`);
  for (const { file, place, message } of failures) {
    const where = place === undefined ? visible(file) : `${visible(file)}:${place.line}:${place.column}`;
    console.warn(`${where}: ${visible(message)}.\n`);
  }
  if (quiet === true) return;
  for (const { file, reason } of skipped) console.warn(`${visible(file)}: skipped, because ${visible(reason)}.\n`);
}

/** Problems of a configuration file that is itself checked stand among the findings, and need not be said twice. */
function withoutListedProblems(report: CheckReport): CheckReport {
  const listed = new Set(
    report.findings.filter(({ category }) => category === 'tooling').map(({ file, range }) => `${file}:${range.start.line}`),
  );
  return { ...report, configuration: report.configuration.filter(({ file, place }) => !listed.has(`${file}:${place.line}`)) };
}

function reportText(report: CheckReport, flags: CheckFlags, { console }: CliHost, paint: Paint): string {
  const { outputFormat, outputFile, statistics } = flags;
  if (outputFormat === 'json') return jsonReport(report);
  if (statistics === true) return statisticsReport(report, paint);
  // A file holds the same wherever the command was run.
  const isFull = outputFormat === undefined ? console.isTerminal && outputFile === undefined : outputFormat !== 'concise';
  return isFull ? fullReport(report, paint) : conciseReport(report, paint);
}

/** `rules`: what rules there are. */
import type { Rule } from '../engine/rule';
import { ruleUrl } from '../protocol';
import { rules } from '../rules/index.generated';
import { exitCodes } from './exitCodes';
import type { Console } from './ports';

/** Prints every rule, by category and id. */
export function runRules(format: 'table' | 'json', console: Console): number {
  console.write(format === 'json' ? asJson() : asTable());
  return exitCodes.clean;
}

function asJson(): string {
  return `${JSON.stringify({ version: 1, rules: rules.map(described) }, undefined, 2)}\n`;
}

function described({ id, category, title, summary, severity, profile, fix, since, topics, peers = {} }: Rule): object {
  return { id, category, title, summary, severity, profile, fix, since, topics, peers, url: ruleUrl(id) };
}

function asTable(): string {
  const rows = [
    ['rule', 'category', 'severity', 'profile', 'fix', 'title'],
    ...rules.map(({ id, category, severity, profile, fix, title }) => [id, category, severity, profile, fix, title]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

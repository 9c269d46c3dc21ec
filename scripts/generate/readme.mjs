// @ts-check
import { readFile } from 'node:fs/promises';
import { editorTable } from './settingTables.mjs';

/** @typedef {import('./sources.mjs').Sources} Sources */

/** The README's tables of rules, topics and settings, each between its two marks. */
export const artifact = {
  path: 'README.md',
  generate,
};

/** @param {Sources} sources */
async function generate(sources) {
  const parts = { rules: ruleTable(sources), topics: topicTable(sources), settings: editorTable(sources) };
  return Object.entries(parts).reduce((text, [name, table]) => replaceBetween(text, name, table), await readFile('README.md', 'utf8'));
}

/** @param {string} text @param {string} name @param {string} table */
function replaceBetween(text, name, table) {
  const [begin, end] = [`<!-- begin generated: ${name} -->`, `<!-- end generated: ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md needs the lines "${begin}" and "${end}"`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

/** @param {Sources} sources */
function ruleTable({ rules, cell, fixWords }) {
  const lines = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.category} | ${cell(rule.summary)} | ${rule.severity} | \`${rule.profile}\` | ${fixWords(rule.fix)} |`,
  );
  return ['| Rule | Category | What it finds | Severity | From profile | Fix |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

/** @param {Sources} sources */
function topicTable({ topics, cell }) {
  const lines = topics.map((topic) => `| [${cell(topic.title)}](docs/topics/${topic.id}.md) | ${cell(topic.summary)} |`);
  return ['| Topic | In one line |', '|---|---|', ...lines].join('\n');
}

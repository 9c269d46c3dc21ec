// @ts-check
import { optionDescriptions, valueSchema } from './settingSchema.mjs';

/** @typedef {{ type: 'object', additionalProperties: false, properties: Record<string, unknown>, description?: string }} Table */

/** The JSON schema of the project file's table, for editors that complete and check TOML by schemas. */
export const artifact = {
  path: 'schemas/service-patterns.schema.json',
  generate,
};

/** @param {import('./sources.mjs').Sources} sources */
function generate(sources) {
  const root = table();
  for (const [, row] of sources.settingEntries()) {
    if (row.project === undefined) continue;
    const keys = row.project.split('.');
    const last = keys.pop() ?? '';
    const inner = keys.reduce((parent, key) => subTable(parent, key), root);
    inner.properties[last] = { ...valueSchema(row, sources), description: description(row), default: row.default };
  }
  const head = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Python Service Patterns',
    description: 'The table [tool.service-patterns] of pyproject.toml, and the whole of service-patterns.toml.',
  };
  return `${JSON.stringify({ ...head, ...root }, undefined, 2)}\n`;
}

/** @returns {Table} */
function table() {
  return { type: 'object', additionalProperties: false, properties: {} };
}

/** @param {Table} parent @param {string} key @returns {Table} */
function subTable(parent, key) {
  parent.properties[key] ??= table();
  return /** @type {Table} */ (parent.properties[key]);
}

/** @param {import('./settingSchema.mjs').SettingRow} row */
function description(row) {
  const options = optionDescriptions(row);
  if (row.type.kind !== 'choice' || options === undefined) return row.description;
  return [row.description, ...row.type.options.map((option, index) => `- ${option}: ${options[index]}`)].join('\n');
}

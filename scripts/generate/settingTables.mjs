// @ts-check
/** The settings as tables in Markdown. */

/** @typedef {import('../../server/src/settings/schema').SettingRow} SettingRow */
/** @typedef {import('./sources.mjs').Sources} Sources */

/** What the editor's settings are. @param {Sources} sources */
export function editorTable(sources) {
  return settingTable(sources, (row) => (row.editor === undefined ? undefined : `servicePatterns.${row.editor}`));
}

/** What the project file may say. @param {Sources} sources */
export function projectTable(sources) {
  return settingTable(sources, (row) => row.project);
}

/** @param {Sources} sources @param {(row: SettingRow) => string | undefined} keyOf */
function settingTable({ settingEntries, cell }, keyOf) {
  const lines = settingEntries().flatMap(([, row]) => {
    const key = keyOf(row);
    return key === undefined ? [] : [`| \`${key}\` | ${cell(values(row))} | \`${JSON.stringify(row.default)}\` | ${cell(meaning(row))} |`];
  });
  return ['| Key | Values | Default | Meaning |', '|---|---|---|---|', ...lines].join('\n');
}

/** @param {SettingRow} row */
function values({ type }) {
  switch (type.kind) {
    case 'boolean':
      return '`true`, `false`';
    case 'number':
      return `${type.integer ? 'whole number' : 'number'} from ${type.minimum} to ${type.maximum}`;
    case 'choice':
      return type.options.map((option) => `\`${option}\``).join(', ');
    case 'strings':
      return `list of ${{ glob: 'globs', code: 'rules and categories', 'dotted-name': 'dotted names' }[type.of]}`;
    case 'severities':
      return 'table: rule, category or pattern → `error`, `warning`, `information`, `hint`, `off`';
    case 'codes-by-glob':
      return 'table: glob → list of rules and categories';
  }
}

/** @param {SettingRow} row */
function meaning({ type, description }) {
  if (type.kind !== 'choice') return description;
  return [description, ...type.options.map((option, index) => `\`${option}\`: ${lowerFirst(type.optionDescriptions[index] ?? '')}`)].join(
    ' ',
  );
}

/** @param {string} text */
function lowerFirst(text) {
  return /^[A-Z][a-z]/.test(text) && !text.startsWith('Python') ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

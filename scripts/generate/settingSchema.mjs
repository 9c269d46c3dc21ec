// @ts-check
/** What a row of the settings table is in JSON schema. */

/** @typedef {import('../../server/src/settings/schema').SettingRow} SettingRow */
/** @typedef {import('./sources.mjs').Sources} Sources */

const severityNames = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * @param {SettingRow} row
 * @param {Sources} sources
 * @returns {Record<string, unknown>}
 */
export function valueSchema({ type }, sources) {
  switch (type.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: type.integer ? 'integer' : 'number', minimum: type.minimum, maximum: type.maximum };
    case 'choice':
      return { type: 'string', enum: [...type.options] };
    case 'strings':
      return { type: 'array', items: { type: 'string' }, uniqueItems: true };
    case 'severities':
      return { type: 'object', properties: severitiesByName(sources), additionalProperties: { type: 'string', enum: severityNames } };
    case 'codes-by-glob':
      return {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string', examples: codes(sources).map(([code]) => code) } },
      };
  }
}

/** The options of a choice in words, one for each. @param {SettingRow} row */
export function optionDescriptions({ type }) {
  return type.kind === 'choice' ? type.optionDescriptions : undefined;
}

/** @param {Sources} sources */
function severitiesByName(sources) {
  return Object.fromEntries(codes(sources).map(([code, description]) => [code, { type: 'string', enum: severityNames, description }]));
}

/**
 * Every name that stands for rules, with what it stands for.
 * @param {Sources} sources
 * @returns {[string, string][]}
 */
function codes({ rules }) {
  const categories = [...new Set(rules.map((rule) => rule.category))];
  return [
    ...categories.map((category) => /** @type {[string, string]} */ ([category, `All rules of the category ${category}.`])),
    ...rules.map((rule) => /** @type {[string, string]} */ ([rule.id, rule.summary])),
  ];
}

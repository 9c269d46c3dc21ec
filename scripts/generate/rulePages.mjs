// @ts-check

/** A page for each rule, for readers outside of the editor. */
export const artifact = {
  folder: 'docs/rules',
  generate,
};

/** @param {import('./sources.mjs').Sources} sources */
function generate({ rules, ruleTexts, rulePage }) {
  const topicLink = (/** @type {string} */ id) => `../topics/${id}.md`;
  return Object.fromEntries(rules.map((rule) => [`${rule.id}.md`, rulePage(rule, ruleTexts.get(rule.id) ?? '', { topicLink })]));
}

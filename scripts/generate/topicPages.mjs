// @ts-check

/** A page for each guidance topic, for readers outside of the editor. */
export const artifact = {
  folder: 'docs/topics',
  generate,
};

/** @param {import('./sources.mjs').Sources} sources */
function generate({ rules, topics, topicPage }) {
  const ruleLink = (/** @type {string} */ id) => `../rules/${id}.md`;
  return Object.fromEntries(topics.map((topic) => [`${topic.id}.md`, topicPage(topic, rules, { ruleLink })]));
}

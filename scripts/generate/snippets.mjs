// @ts-check

/** All snippets of rules and topics, in the form that VS Code reads. */
export const artifact = {
  path: 'snippets/python.json',
  generate,
};

/** @param {import('./sources.mjs').Sources} sources */
function generate({ rules, ruleTexts, topics, parsePage, ruleShape, topicShape, snippetsOf }) {
  const pages = [
    ...topics.map((topic) => parsePage(topic.text, topicShape)),
    ...rules.map((rule) => parsePage(ruleTexts.get(rule.id) ?? '', ruleShape)),
  ];
  const snippets = pages.flatMap((page) => snippetsOf(page)).sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  const entries = snippets.map(({ prefix, title, description, body }) => [
    title,
    { prefix, description, body: body.trimEnd().split('\n') },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

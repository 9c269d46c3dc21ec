/** `explain`: the page of a rule, a topic, or what a category holds. */
import { rulePage } from '../docs/page';
import { topicPage } from '../docs/topic';
import { badConfiguration } from '../engine/configuration';
import { ruleUrl } from '../protocol';
import { rules, ruleTexts } from '../rules/index.generated';
import { nearestName } from '../settings/codes';
import { topics } from '../topics/index.generated';
import { exitCodes } from './exitCodes';
import type { Console } from './ports';

/** Prints the page, or says what was probably meant. */
export function runExplain(code: string, console: Console): number {
  const page = pageOf(code);
  if (page !== undefined) {
    console.write(page);
    return exitCodes.clean;
  }
  const nearest = nearestName(code, [...rules.map((rule) => rule.id), ...topics.map((topic) => topic.id), ...categories()]);
  console.warn(
    `There is no rule, category or topic ${code}. ${nearest === undefined ? 'The command service-patterns rules lists the rules.' : `Did you mean ${nearest}?`}\n`,
  );
  return exitCodes.usage;
}

function pageOf(code: string): string | undefined {
  const rule = rules.find(({ id }) => id === code);
  const text = ruleTexts.get(code);
  if (rule !== undefined && text !== undefined) return rulePage(rule, text);
  const topic = topics.find(({ id }) => id === code);
  if (topic !== undefined) return topicPage(topic, rules);
  if (code === badConfiguration.id) return settingsPage;
  return categories().has(code) ? categoryPage(code) : undefined;
}

/** What the engine reports of settings has no rule, and so no page of its own. */
const settingsPage = `# Wrong settings

\`${badConfiguration.id}\` · ${badConfiguration.category} · ${badConfiguration.severity}

A key or a value in \`pyproject.toml\` or \`service-patterns.toml\` is unknown or wrong. The message says which, and the rest of the
file holds. All settings: ${ruleUrl(badConfiguration.id)}
`;

function categoryPage(category: string): string {
  const held = rules.filter((rule) => rule.category === category);
  return `# ${category}\n\n${held.map(({ id, summary }) => `- \`${id}\`: ${summary}\n`).join('')}`;
}

function categories(): ReadonlySet<string> {
  return new Set(rules.map((rule) => rule.category));
}

/** The page of a guidance topic: its own text, and the list of the rules that name it. */
import type { Rule } from '../engine/rule';
import { sectionText } from './page';
import { parsePage, topicShape } from './parse';

/** A guidance topic as the index of topics holds it. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The heading that it stands under in lists of topics. */
  readonly group: string;
  /** The page's own text. */
  readonly text: string;
}

/** How a topic's page leads to rules. */
export interface TopicPageOptions {
  /** The address of a rule's page, as a link target; without it rules are named and not linked. */
  readonly ruleLink?: (id: string) => string;
}

const afterRules = ['By Python version', 'Sources', 'Snippets'];

/** The topic's page; the list of rules stands before what the Python versions change, and before the sources. */
export function topicPage(topic: Topic, rules: readonly Rule[], options: TopicPageOptions = {}): string {
  const page = parsePage(topic.text, topicShape);
  const before = page.sections.filter((section) => !afterRules.includes(section.heading));
  const after = page.sections.filter((section) => afterRules.includes(section.heading));
  const blocks = [
    `# ${page.title}`,
    page.summary,
    ...before.map((section) => sectionText(section, false)),
    ...ruleList(topic, rules, options),
    ...after.map((section) => sectionText(section, false)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The rules that name a topic, in the order of their ids. */
export function rulesOfTopic(id: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => rule.topics.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ruleList(topic: Topic, rules: readonly Rule[], { ruleLink }: TopicPageOptions): string[] {
  const lines = rulesOfTopic(topic.id, rules).map((rule) => {
    const name = ruleLink === undefined ? `\`${rule.id}\`` : `[\`${rule.id}\`](${ruleLink(rule.id)})`;
    return `- ${name} (${rule.severity}, \`${rule.profile}\`): ${rule.summary}`;
  });
  return lines.length === 0 ? [] : [`## Rules\n\n${lines.join('\n')}`];
}

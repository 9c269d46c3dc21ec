/** The whole page of a rule: in the editor, on the command line and in `docs/rules`. */
import type { Rule } from '../engine/rule';
import { codeBlock } from './markdown';
import type { Fence, Prose, Section } from './parse';
import { parsePage, ruleShape } from './parse';
import { filledIn } from './snippets';
import { fixWords } from './words';

/** How a rule's page leads to others. */
export interface RulePageOptions {
  /** The address of a topic's page, as a link target; without it topics are named and not linked. */
  readonly topicLink?: (id: string) => string;
}

/** The rule's page with what its code says of it: severity, profile, fix, topics and its peers in other linters. */
export function rulePage(rule: Rule, pageText: string, options: RulePageOptions = {}): string {
  const page = parsePage(pageText, ruleShape);
  return `${[`# ${page.title}`, facts(rule), page.summary, ...page.sections.map((section) => sectionText(section, true)), ...afterword(rule, options)].join('\n\n')}\n`;
}

/** One section as Markdown. Examples are labelled by what the rule says of them; a topic has no rule, and its headings say it. */
export function sectionText({ heading, blocks }: Section, hasRule: boolean): string {
  return [`## ${heading}`, ...blocks.map((block) => blockText(block, hasRule))].join('\n\n');
}

function facts(rule: Rule): string {
  return `\`${rule.id}\` · ${rule.category} · ${rule.severity} · in profile \`${rule.profile}\` · ${fixWords(rule.fix)} · since ${rule.since}`;
}

function blockText(block: Prose | Fence, hasRule: boolean): string {
  if (block.kind === 'prose') return block.text;
  const label = labelOf(block, hasRule);
  const code = codeBlock(block.language, block.role === 'snippet' ? filledIn(block.code) : block.code);
  return label === '' ? code : `${label}\n\n${code}`;
}

function labelOf({ role, attributes }: Fence, hasRule: boolean): string {
  if (role === 'snippet') return `Snippet \`${attributes['prefix'] ?? ''}\`:`;
  if (!hasRule) return '';
  if (role === 'bad') return 'Reported:';
  if (role === 'fixed') return 'After the fix:';
  return role === 'good' ? 'Not reported:' : '';
}

function afterword(rule: Rule, { topicLink }: RulePageOptions): string[] {
  const topics = rule.topics.map((id) => (topicLink === undefined ? id : `[${id}](${topicLink(id)})`)).join(', ');
  const peers = Object.entries(rule.peers ?? {}).map(([linter, codes]) => `- ${linter}: ${codes.join(', ')}`);
  const ignore = `## Ignoring it\n\n${codeBlock('python', `# patterns: ignore[${rule.id}] why it is fine here\n`)}`;
  return [`## Topics\n\n${topics}`, ...(peers.length === 0 ? [] : [`## The same in other linters\n\n${peers.join('\n')}`]), ignore];
}

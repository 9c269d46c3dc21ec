/** The whole page of a rule: in the editor, on the command line and in `docs/rules`. */
import type { Rule } from '../engine/rule';
import { codeBlock } from './markdown';
import type { Fence, Page, Prose, Section } from './parse';
import { parsePage, ruleShape } from './parse';
import { filledIn } from './snippets';
import { fixWords } from './words';

export interface RulePageOptions {
  /** The address of a topic's page, as a link target; without it topics are named and not linked. */
  readonly topicLink?: (id: string) => string;
}

/** The rule's page with what its code says of it: severity, profile, fix, topics and its peers in other linters. */
export function rulePage(rule: Rule, pageText: string, options: RulePageOptions = {}): string {
  const page = parsePage(pageText, ruleShape);
  return `${[`# ${page.title}`, facts(rule), page.summary, ...sectionTexts(page), ...afterword(rule, options)].join('\n\n')}\n`;
}

/** The sections of a page as Markdown, with examples labelled by what they are. */
export function sectionTexts(page: Page): string[] {
  return page.sections.map((section) => sectionText(section));
}

/** One section as Markdown. */
export function sectionText(section: Section): string {
  return [`## ${section.heading}`, ...section.blocks.map((block) => blockText(block))].join('\n\n');
}

function facts(rule: Rule): string {
  return `\`${rule.id}\` · ${rule.category} · ${rule.severity} · in profile \`${rule.profile}\` · ${fixWords(rule.fix)} · since ${rule.since}`;
}

function blockText(block: Prose | Fence): string {
  if (block.kind === 'prose') return block.text;
  const label = labelOf(block);
  const code = codeBlock(block.language, block.role === 'snippet' ? filledIn(block.code) : block.code);
  return label === '' ? code : `${label}\n\n${code}`;
}

function labelOf({ role, attributes }: Fence): string {
  if (role === 'bad') return 'Reported:';
  if (role === 'fixed') return 'After the fix:';
  if (role === 'good') return 'Not reported:';
  return role === 'snippet' ? `Snippet \`${attributes['prefix'] ?? ''}\`:` : '';
}

function afterword(rule: Rule, { topicLink }: RulePageOptions): string[] {
  const topics = rule.topics.map((id) => (topicLink === undefined ? id : `[${id}](${topicLink(id)})`)).join(', ');
  const peers = Object.entries(rule.peers ?? {}).map(([linter, codes]) => `- ${linter}: ${codes.join(', ')}`);
  const ignore = `## Ignoring it\n\n${codeBlock('python', `# patterns: ignore[${rule.id}] why it is fine here\n`)}`;
  return [`## Topics\n\n${topics}`, ...(peers.length === 0 ? [] : [`## The same in other linters\n\n${peers.join('\n')}`]), ignore];
}

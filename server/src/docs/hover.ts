/**
 * "Explain pattern": what the editor shows over a finding, and over a rule's id in an ignore comment or project file.
 *
 * Invariants: at most twelve lines of text, one code block of at most six, three links. Texts come from the rule's page; whatever
 * comes from the user's files stands in a code span. The finding's own message is not repeated: editors show it beside.
 */
import type { Rule } from '../engine/rule';
import { codeBlock, codeSpan, commandLink } from './markdown';
import type { Fence, Page } from './parse';
import { fencesIn, firstParagraph, parsePage, ruleShape, sectionOf } from './parse';
import { fixWords } from './words';

/** What a hover says besides the page. */
export interface HoverOptions {
  /** The severity under the settings of the file; the rule's own unless given. */
  readonly severity?: Rule['severity'];
  /** The commands that links may run, where the client runs any; without them only the web link is there. */
  readonly commands?: { readonly explainRule: string; readonly openTopic: string };
  /** The titles of topics by id; a topic without one gets no link. */
  readonly topicTitles: ReadonlyMap<string, string>;
  /** The address of the rule's page, where there is one. */
  readonly url?: string;
}

const maxCodeLines = 6;

/** What a rule is about, why it matters, what to write instead, and when the code is fine. */
export function hoverOfRule(rule: Rule, pageText: string, options: HoverOptions): string {
  const page = parsePage(pageText, ruleShape);
  const fine = firstSentences(firstParagraph(sectionOf(page, 'When it is fine')));
  return blocks(
    headLine(rule, options),
    rule.summary,
    instead(page),
    fine === '' ? '' : `**When it is fine:** ${fine}`,
    links(rule, options),
  );
}

/** The first two lines of the explanation, for an id in a comment or a project file. */
export function hoverOfRuleId(rule: Rule, options: HoverOptions): string {
  return blocks(headLine(rule, options), rule.summary, links(rule, options));
}

/** For an id that no rule has, with the nearest one that there is. */
export function hoverOfUnknownId(id: string, nearest: string | undefined): string {
  const guess = nearest === undefined ? '' : ` Did you mean ${codeSpan(nearest)}?`;
  return `No rule or category is called ${codeSpan(id)}.${guess}`;
}

function headLine(rule: Rule, { severity }: HoverOptions): string {
  return `**${rule.title}** — ${rule.id} · ${severity ?? rule.severity} · ${fixWords(rule.fix)}`;
}

function links(rule: Rule, { commands, topicTitles, url }: HoverOptions): string {
  const parts: string[] = [];
  const topic = rule.topics.find((id) => topicTitles.has(id));
  if (commands !== undefined && topic !== undefined)
    parts.push(commandLink(`Topic: ${topicTitles.get(topic) ?? topic}`, commands.openTopic, topic));
  if (commands !== undefined) parts.push(commandLink(`Rule ${rule.id}`, commands.explainRule, rule.id));
  if (url !== undefined) parts.push(`[Web](${url})`);
  return parts.join(' · ');
}

/** What to do: in code, else in words. */
function instead(page: Page): string {
  const code = advice(page);
  if (code !== undefined) return codeBlock(code.language, code.code);
  const words = firstSentences(firstParagraph(sectionOf(page, 'What to do instead')));
  return words === '' ? '' : `**What to do instead:** ${words}`;
}

/** The code that shows what to do: from the advice itself, else what the first fix gives, where it is short enough. */
function advice(page: Page): Fence | undefined {
  const section = sectionOf(page, 'What to do instead');
  const examples = sectionOf(page, 'Examples');
  const candidates = [
    ...(section === undefined ? [] : fencesIn(section).filter((fence) => fence.role !== 'snippet')),
    ...(examples === undefined ? [] : fencesIn(examples).filter((fence) => fence.role === 'fixed')),
  ];
  const short = candidates.map((fence) => ({ ...fence, code: withoutImports(fence.code) }));
  return short.find((fence) => fence.code !== '' && lineCount(fence.code) <= maxCodeLines);
}

/** An example without its import lines and with single blank lines: a hover has little room, and shows the idea. */
function withoutImports(code: string): string {
  const lines = code.split('\n').filter((line) => !line.startsWith('import ') && !line.startsWith('from '));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** As many whole sentences as fit on about two lines; at least one. */
function firstSentences(paragraph: string): string {
  const sentences = paragraph.split(/(?<=[.!?]) (?=[A-Z`])/);
  return sentences.reduce(
    (text, sentence) => (text !== '' && text.length + sentence.length > 200 ? text : `${text} ${sentence}`.trim()),
    '',
  );
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

/** Paragraphs, leaving out the empty ones. */
function blocks(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

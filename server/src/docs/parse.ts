/**
 * Markdown in, structure out: the pages of rules and topics, whose headings are fixed and whose examples are tests.
 *
 * Invariants: nothing here fails. A page that is not as it should be still parses, and `problems` says what is wrong in
 * words; tests hold every page of the repository to having none. Only the Markdown that our pages use is understood:
 * one title, second-level headings, fenced code.
 */

/** A fenced block of code; its info string is `language role name=value name="value with spaces"`. */
export interface Fence {
  readonly kind: 'fence';
  readonly language: string;
  /** The second word: `bad`, `fixed`, `good`, `snippet`, or nothing. */
  readonly role: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** With a line end after the last line. */
  readonly code: string;
  /** The line of the page on which the code begins, counted from 1. */
  readonly line: number;
}

/** Text between code blocks. */
export interface Prose {
  readonly kind: 'prose';
  readonly text: string;
}

/** What stands below one heading. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly (Prose | Fence)[];
}

/** A page of the documentation. */
export interface Page {
  readonly title: string;
  /** The one line below the title. */
  readonly summary: string;
  /** `Name: value` lines below the summary, by name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly sections: readonly Section[];
  /** What is wrong with the page, in words. */
  readonly problems: readonly string[];
}

/** What a kind of page has to look like. */
export interface PageShape {
  /** The headings in order. */
  readonly headings: readonly string[];
  /** Those headings that a page may leave out. */
  readonly optional: readonly string[];
  /** The `Name: value` lines that stand below the summary, by name. */
  readonly labels: readonly string[];
}

/** The headings of a rule's page. */
export const ruleShape: PageShape = {
  headings: ['Why', 'Examples', 'What to do instead', 'When it is fine', 'Sources'],
  optional: [],
  labels: [],
};

/** The list of rules is no heading here: it is put in before the versions, from what the rules say. */
export const topicShape: PageShape = {
  headings: ['In one sentence', 'Do', "Don't", 'Why', 'When it is fine not to', 'By Python version', 'Sources', 'Snippets'],
  optional: ['By Python version', 'Snippets'],
  labels: ['Group'],
};

const labelLine = /^([A-Z][a-z]+): (\S.*)$/;

/** Reads a page and compares it with the shape that it should have. */
export function parsePage(text: string, shape: PageShape): Page {
  const { head, sections } = splitSections(text);
  const lines = head.split('\n').map((line) => line.trim());
  const titleLine = lines.find((line) => line !== '') ?? '';
  const rest = lines.slice(lines.indexOf(titleLine) + 1).filter((line) => line !== '');
  const labels = Object.fromEntries(rest.slice(1).flatMap((line) => labelOf(line)));
  const page = { title: titleLine.replace(/^# /, ''), summary: rest[0] ?? '', labels, sections };
  return {
    ...page,
    problems: [
      ...headProblems(titleLine, rest),
      ...labelProblems(labels, shape),
      ...headingProblems(sections, shape),
      ...fenceProblems(sections),
    ],
  };
}

/** The section with a heading. */
export function sectionOf(page: Page, heading: string): Section | undefined {
  return page.sections.find((section) => section.heading === heading);
}

/** All fenced blocks of a page in order. */
export function fencesOf(page: Page): readonly Fence[] {
  return page.sections.flatMap((section) => fencesIn(section));
}

/** The fenced blocks of one section in order. */
export function fencesIn(section: Section): readonly Fence[] {
  return section.blocks.flatMap((block) => (block.kind === 'fence' ? [block] : []));
}

/** The first paragraph of a section on one line; where that is a list, its items one after another. */
export function firstParagraph(section: Section | undefined): string {
  const prose = section?.blocks.find((block) => block.kind === 'prose');
  const [paragraph = ''] = (prose?.kind === 'prose' ? prose.text : '').split(/\n\s*\n/, 1);
  return paragraph
    .split('\n')
    .map((line) => line.trim().replace(/^[-*] /, ''))
    .join(' ');
}

function splitSections(text: string): { head: string; sections: Section[] } {
  const head: string[] = [];
  const sections: { heading: string; blocks: (Prose | Fence)[] }[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let prose: string[] = head;
  const closeProse = (): void => {
    const written = prose.join('\n').trim();
    if (written !== '') sections.at(-1)?.blocks.push({ kind: 'prose', text: written });
    prose = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('## ')) {
      closeProse();
      sections.push({ heading: line.slice(3).trim(), blocks: [] });
      continue;
    }
    const fence = /^(`{3,})(.*)$/.exec(line);
    const section = sections.at(-1);
    if (fence === null || section === undefined) {
      prose.push(line);
      continue;
    }
    closeProse();
    const end = lines.indexOf(fence[1] ?? '', index + 1);
    const last = end === -1 ? lines.length : end;
    section.blocks.push(readFence(fence[2] ?? '', lines.slice(index + 1, last), index + 2));
    index = last;
  }
  closeProse();
  return { head: head.join('\n'), sections };
}

function readFence(info: string, lines: readonly string[], line: number): Fence {
  const words = info.match(/[\w-]+=(?:"[^"]*"|\S+)|\S+/g) ?? [];
  const named = words.filter((word) => /^[\w-]+=/.test(word));
  const [language = '', role = ''] = words.filter((word) => !named.includes(word));
  const attributes = Object.fromEntries(named.map((word) => attributeOf(word)));
  return { kind: 'fence', language, role, attributes, code: lines.map((each) => `${each}\n`).join(''), line };
}

function attributeOf(word: string): [string, string] {
  const [name = '', ...value] = word.split('=');
  return [name, value.join('=').replace(/^"(.*)"$/, '$1')];
}

function labelOf(line: string): [string, string][] {
  const [, name, value] = labelLine.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value]];
}

function headProblems(titleLine: string, rest: readonly string[]): string[] {
  const problems: string[] = [];
  if (!titleLine.startsWith('# ')) problems.push('the page does not begin with a title (`# …`)');
  if (rest.length === 0) problems.push('there is no one-line summary below the title');
  const extra = rest.slice(1).filter((line) => !labelLine.test(line));
  if (extra.length > 0) problems.push(`the summary has more than one line: "${extra[0] ?? ''}"`);
  return problems;
}

function labelProblems(labels: Page['labels'], shape: PageShape): string[] {
  const unknown = Object.keys(labels).filter((name) => !shape.labels.includes(name));
  const missing = shape.labels.filter((name) => labels[name] === undefined);
  return [
    ...unknown.map((name) => `below the summary stands "${name}: …", which no page of this kind has`),
    ...missing.map((name) => `below the summary, "${name}: …" is missing`),
  ];
}

function headingProblems(sections: readonly Section[], { headings, optional }: PageShape): string[] {
  const found = sections.map((section) => section.heading);
  const missing = headings.filter((heading) => !found.includes(heading) && !optional.includes(heading));
  const problems = missing.map((heading) => `the section "${heading}" is missing`);
  problems.push(
    ...found.filter((heading) => !headings.includes(heading)).map((heading) => `no page of this kind has a section "${heading}"`),
  );
  problems.push(
    ...found.filter((heading, index) => found.indexOf(heading) !== index).map((heading) => `the section "${heading}" is there twice`),
  );
  const ordered = headings.filter((heading) => found.includes(heading));
  if (problems.length === 0 && ordered.join() !== found.join()) problems.push(`the order of the sections is not ${ordered.join(', ')}`);
  problems.push(...sections.filter((section) => section.blocks.length === 0).map((section) => `the section "${section.heading}" is empty`));
  return problems;
}

const knownAttributes: Readonly<Record<string, readonly string[]>> = {
  '': [],
  bad: ['count', 'also', 'file', 'fix', 'min', 'python', 'blocking'],
  fixed: ['fix', 'also', 'min'],
  good: ['also', 'file', 'min', 'python', 'blocking'],
  snippet: ['prefix', 'title', 'description', 'min'],
};

function fenceProblems(sections: readonly Section[]): string[] {
  return sections.flatMap((section) =>
    fencesIn(section).flatMap((fence) => {
      const known = knownAttributes[fence.role];
      if (known === undefined) return [`line ${String(fence.line)}: "${fence.role}" is no kind of example`];
      const unknown = Object.keys(fence.attributes).filter((name) => !known.includes(name));
      return unknown.map((name) => `line ${String(fence.line)}: an example of kind "${fence.role}" has no attribute "${name}"`);
    }),
  );
}

/** Texts to edit at random: samples joined into files of some length, with large classes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonSamples } from './samples';

/** How long a file of joined samples gets, in characters. */
const wanted = 2500;

/** The texts: those of a folder's Python files, where one is given, before our own. */
export function editTexts(folder: string | undefined): readonly string[] {
  const own = joinedSamples();
  return folder === undefined ? own : [...pythonFiles(folder), ...own];
}

function joinedSamples(): readonly string[] {
  const texts: string[] = [];
  let text = '';
  for (const [index, { code }] of shuffled(pythonSamples).entries()) {
    text += `${index % 4 === 3 ? asMembers(code, index) : code.trimEnd()}\n\n\n`;
    if (text.length < wanted) continue;
    texts.push(text);
    text = '';
  }
  return texts;
}

/** A class with the code as its body; filled up so that it is cut into members. */
function asMembers(code: string, index: number): string {
  const filling = Array.from({ length: 60 }, (_, line) => `        # ${line}: ${'what is written here says nothing at all '.repeat(2)}`);
  const body = code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : `    ${line}`));
  return [
    `class Large${index}:`,
    '    def __init__(self):',
    ...filling,
    '        self.client = requests.Session()',
    ...body,
    '    async def last(self):',
    '        self.client.get("https://x.example")',
    '        self.first()',
  ].join('\n');
}

/** In an order that has nothing to do with rules, and that is the same each time. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const rank = (index: number): number => (index * 7919) % 10007;
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => rank(a.index) - rank(b.index))
    .map(({ item }) => item);
}

const longest = 60_000;

function pythonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.length > 0 && text.length < longest);
}

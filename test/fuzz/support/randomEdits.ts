/** Edits as people make them: typing, deleting, pasting, moving statements, renaming, undoing. */

/** A number from 0 to below the limit. */
export type Random = (limit: number) => number;

export interface RandomEdit {
  readonly what: string;
  readonly text: string;
}

/** The next edit of a text. `history` has the texts before; undoing takes its last. */
export function nextEdit(text: string, others: readonly string[], history: string[], random: Random): RandomEdit {
  const number = random(100);
  if (number < 8 && history.length > 0) return { what: 'undo', text: history.pop() ?? text };
  const [, what = 'type', edit = type] = kinds.find(([below]) => number < below) ?? [];
  return { what, text: edit(text, random, others) };
}

type Edit = (text: string, random: Random, others: readonly string[]) => string;

/** By the number below which chance picks them. */
const kinds: readonly (readonly [below: number, what: string, edit: Edit])[] = [
  [26, 'type', type],
  [38, 'insert a line', insertLine],
  [48, 'use a name', useName],
  [53, 'delete', deletePart],
  [59, 'delete lines', deleteLines],
  [66, 'paste', paste],
  [74, 'move a statement', moveStatement],
  [80, 'repeat a statement', repeatStatement],
  [90, 'rename', rename],
  [95, 'rename once', renameOnce],
  [100, 'change the indentation', indent],
];

function type(text: string, random: Random): string {
  const at = random(text.length + 1);
  return replaced(text, at, at, pick(['a', 'x', '.', '(', ')', '"', ' ', '\n', ':', '=', '#', 'await ', 'async ', '_', ','], random));
}

function insertLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random(lines.length);
  const indentation = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
  lines.splice(at, 0, indentation + pick(statements, random));
  return lines.join('\n');
}

/** Statements that change what names elsewhere stand for, or what may be said of them. */
const statements = [
  'import time',
  'import requests',
  'from time import *',
  'from time import sleep',
  'from app.other import helper',
  'time = None',
  'requests = object()',
  'client = requests.Session()',
  'session = requests.Session()',
  'def helper(): pass',
  'async def helper(): pass',
  'def open(path): return path',
  'class Session: pass',
  'self.client = None',
  'self.session = requests.Session()',
  'global client',
  'client.timeout = 3',
  'await asyncio.to_thread(helper)',
  'asyncio.run(main())',
  'asyncio.create_task(helper())',
  'socket.setdefaulttimeout(3)',
  'import socket, celery, trio',
  'time.sleep(1)',
  '# patterns: ignore[blocking-sleep] so it is',
  '# patterns: disable[asyncio]',
  '@staticmethod',
  'staticmethod = None',
  'pass',
  'try:',
  'return None',
  'yield 1',
  '"""',
];

/** A new use of something that the file defines, wherever: it may change what is said of the definition. */
function useName(text: string, random: Random): string {
  const names = [...text.matchAll(/^\s*(?:async )?(?:def|class) (\w+)|^(\w+) =/gm)].map(
    ([, definition, variable]) => definition ?? variable,
  );
  const name = names.length === 0 ? 'name' : pick(names, random);
  const lines = text.split('\n');
  const at = random(lines.length);
  const indentation = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
  lines.splice(at, 0, indentation + pick(uses, random).replaceAll('NAME', name ?? 'name'));
  return lines.join('\n');
}

const uses = [
  'NAME()',
  'await NAME()',
  'asyncio.run(NAME())',
  'await asyncio.to_thread(NAME)',
  'value = Depends(NAME)',
  'app = FastAPI(lifespan=NAME)',
  'NAME.timeout = 3',
  'NAME.mount("https://", adapter)',
  'asyncio.create_task(NAME())',
  'def test_it(value=Depends(NAME)): return NAME()',
  'async def route(): return NAME()',
  'NAME = None',
];

function deletePart(text: string, random: Random): string {
  const from = random(text.length + 1);
  return replaced(text, from, from + 1 + random(12), '');
}

function deleteLines(text: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(random(lines.length), 1 + random(6));
  return lines.join('\n');
}

function paste(text: string, random: Random, others: readonly string[]): string {
  const source = statementsOf(pick(others, random));
  const target = statementsOf(text);
  const from = random(source.length);
  target.splice(random(target.length + 1), 0, ...source.slice(from, from + 1 + random(3)));
  return target.join('');
}

function moveStatement(text: string, random: Random): string {
  const parts = statementsOf(text);
  const moved = parts.splice(random(parts.length), 1 + random(2));
  parts.splice(random(parts.length + 1), 0, ...moved);
  return parts.join('');
}

function repeatStatement(text: string, random: Random): string {
  const parts = statementsOf(text);
  parts.splice(random(parts.length + 1), 0, pick(parts, random));
  return parts.join('');
}

/** What begins at the left margin, with all lines below that do not. */
function statementsOf(text: string): string[] {
  return text.split(/^(?=\S)/m);
}

function rename(text: string, random: Random): string {
  const [from, to] = [pick(namesIn(text), random), pick(namesIn(text), random)];
  return text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), random(2) === 0 ? to : `${from}_new`);
}

function renameOnce(text: string, random: Random): string {
  const names = [...text.matchAll(/\b[A-Za-z_]\w*\b/g)];
  const name = names[random(names.length)];
  return name === undefined ? text : replaced(text, name.index, name.index + name[0].length, pick(namesIn(text), random));
}

function namesIn(text: string): readonly string[] {
  return text.match(/\b[A-Za-z_]\w*\b/g) ?? ['name'];
}

function indent(text: string, random: Random): string {
  const lines = text.split('\n');
  const from = random(lines.length);
  const isDeeper = random(2) === 0;
  for (let at = from; at <= from + random(5); at += 1) {
    const line = lines[at] ?? '';
    if (line !== '') lines[at] = isDeeper ? `    ${line}` : line.replace(/^ {1,4}/, '');
  }
  return lines.join('\n');
}

function replaced(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

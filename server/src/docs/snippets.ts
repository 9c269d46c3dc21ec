/** Snippets: code blocks of pages that the editor inserts, written in VS Code's snippet syntax. */
import type { Page } from './parse';
import { fencesOf } from './parse';

/** A piece of code to insert. */
export interface Snippet {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  /** In VS Code's snippet syntax, with a line end after the last line. */
  readonly body: string;
  /** The oldest Python that can compile it, where the page says so: `3.12`. */
  readonly min: string | undefined;
  readonly line: number;
}

/** The snippets of a page; one without a title or description takes the page's. */
export function snippetsOf(page: Page): readonly Snippet[] {
  return fencesOf(page).flatMap(({ role, attributes, code, line }) => {
    if (role !== 'snippet') return [];
    const { prefix = '', title = page.title, description = page.summary, min } = attributes;
    return [{ prefix, title, description, body: code, min, line }];
  });
}

/** The code that a snippet inserts when every placeholder keeps its default. */
export function filledIn(body: string): string {
  return fill(body, { at: 0, inside: false, defaults: defaultsOf(body) });
}

interface Cursor {
  at: number;
  /** Whether the text is the default of a placeholder, so that a closing brace ends it. */
  readonly inside: boolean;
  readonly defaults: ReadonlyMap<string, string>;
}

function fill(body: string, cursor: Cursor): string {
  let text = '';
  while (cursor.at < body.length) {
    const character = body.charAt(cursor.at);
    if (cursor.inside && character === '}') return text;
    if (character === '\\' && /[$}\\]/.test(body.charAt(cursor.at + 1))) {
      text += body.charAt(cursor.at + 1);
      cursor.at += 2;
      continue;
    }
    const placeholder = character === '$' ? placeholderAt(body, cursor) : undefined;
    text += placeholder ?? character;
    if (placeholder === undefined) cursor.at += 1;
  }
  return text;
}

/** The text of the placeholder at the cursor, which moves past it; undefined where there is only a dollar sign. */
function placeholderAt(body: string, cursor: Cursor): string | undefined {
  const simple = /^\$(\d+|[A-Z_]+)/.exec(body.slice(cursor.at)) ?? /^\$\{(\w+)\}/.exec(body.slice(cursor.at));
  if (simple !== null) {
    cursor.at += simple[0].length;
    return cursor.defaults.get(simple[1] ?? '') ?? '';
  }
  const choice = /^\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/.exec(body.slice(cursor.at));
  if (choice !== null) {
    cursor.at += choice[0].length;
    return (choice[1] ?? '').replace(/\\(.)/g, '$1');
  }
  const opening = /^\$\{(?:\d+|[A-Z_]+):/.exec(body.slice(cursor.at));
  if (opening === null) return undefined;
  const inner = { at: cursor.at + opening[0].length, inside: true, defaults: cursor.defaults };
  const text = fill(body, inner);
  cursor.at = inner.at + 1;
  return text;
}

/** What each numbered placeholder says where it has a default: its mirrors (`$1`) repeat that. */
function defaultsOf(body: string): ReadonlyMap<string, string> {
  const defaults = new Map<string, string>();
  for (const match of body.matchAll(/\$\{(\d+)[:|]/g)) {
    const name = match[1] ?? '';
    if (defaults.has(name)) continue;
    defaults.set(name, placeholderAt(body, { at: match.index, inside: false, defaults }) ?? '');
  }
  return defaults;
}

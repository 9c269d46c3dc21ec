/** Makes findings out of a rule's message texts. */
import type { FileId } from '../project/view';
import type { Range } from '../syntax/node';
import type { Finding, Related } from './finding';
import type { FindingOptions, MakeFinding } from './rule';

type Messages = Readonly<Record<string, string>>;

/** The function by which one rule makes findings in one file. The engine adds the anchor. */
export function findingMaker(messages: Messages, file: FileId): MakeFinding<Messages> {
  return (at, message, data, options) => makeFinding(file, at, filled(messages[message] ?? message, data), options);
}

function makeFinding(file: FileId, at: Range, message: string, options: FindingOptions | undefined): Finding {
  return {
    file,
    range: { start: at.start, end: at.end },
    anchor: undefined,
    message,
    related: options?.related?.map((place) => inFile(place, file)) ?? [],
    fixes: options?.fixes ?? [],
    level: options?.level ?? 'normal',
    tags: options?.tags ?? [],
  };
}

/** A related place as plain data; one of the finding's own file moves with its text, and its line is told when it is shown. */
function inFile({ file, range: { start: from, end }, start, message }: Related, own: FileId): Related {
  const range = { start: from, end };
  return file === own || start === undefined ? { file, range, message } : { file, range, start, message };
}

function filled(text: string, data: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => (Object.hasOwn(data, name) ? shown(data[name] ?? '') : placeholder));
}

/** A piece of the user's code as a message can hold it: on one line, short, without characters that end its code span. */
function shown(value: string | number): string {
  const text = String(value)
    .replace(/[\s\p{C}]+/gu, ' ')
    .replaceAll('`', "'");
  if (text.length <= longestValue) return text;
  // A character can be two units long, and half of one is nothing that can be shown.
  return `${text.slice(0, longestValue - 1).replace(/\p{Cs}$/u, '')}…`;
}

const longestValue = 60;

/**
 * What a quoted annotation says: `"list[User]"`, `"User | None"`. The tree has it as a text and nothing more.
 *
 * Invariant: whatever is not made of dotted names, brackets, commas and bars alone is not looked into.
 */

/** A name with the arguments in brackets behind it; what stands between bars as alternatives. */
export interface WrittenType {
  /** The dotted name; of alternatives none. */
  readonly name: string | undefined;
  readonly args: readonly WrittenType[];
}

/** Reads a whole text; undefined where it is anything else. */
export function writtenType(text: string): WrittenType | undefined {
  const parts = text.match(anyPart) ?? [];
  const reader = { parts: parts.filter((part) => part.trim() !== ''), at: 0 };
  if (reader.parts.length > mostParts) return undefined;
  const found = alternatives(reader);
  return reader.at === reader.parts.length ? found : undefined;
}

/** Also what is no part, so that it is met where a part should be. */
const anyPart = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*|\.\.\.|\s+|[^]/gu;
const mostParts = 60;

interface Reader {
  readonly parts: readonly string[];
  at: number;
}

function alternatives(reader: Reader): WrittenType | undefined {
  const members: WrittenType[] = [];
  do {
    const member = single(reader);
    if (member === undefined) return undefined;
    members.push(member);
  } while (takes('|', reader));
  return members.length === 1 ? members[0] : { name: undefined, args: members };
}

function single(reader: Reader): WrittenType | undefined {
  const name = reader.parts[reader.at];
  if (name === undefined || !(name === '...' || startOfName.test(name))) return undefined;
  reader.at += 1;
  if (!takes('[', reader)) return { name, args: [] };
  const args: WrittenType[] = [];
  do {
    const argument = alternatives(reader);
    if (argument === undefined) return undefined;
    args.push(argument);
  } while (takes(',', reader));
  return takes(']', reader) ? { name, args } : undefined;
}

const startOfName = /^[\p{L}_]/u;

function takes(part: string, reader: Reader): boolean {
  if (reader.parts[reader.at] !== part) return false;
  reader.at += 1;
  return true;
}

/** Bytes as text and back. What a file began with and how it was written stays as it was. */
import type { Settings } from '../settings/schema';
import type { FileProblem } from './ports';

/** A file's text without its byte order mark, which editors keep out of the text as well. */
export interface Content {
  readonly text: string;
  readonly hasMark: boolean;
}

/** The text of a file, or why it is none that can be checked. */
export function decoded(bytes: Uint8Array): Content | FileProblem {
  const text = utf8Text(bytes);
  // To look through a text is much faster than through bytes.
  if (text?.includes('\0') ?? bytes.includes(0)) return { problem: 'it holds NUL bytes, so it is not Python text' };
  if (text === undefined) return { problem: 'it is not valid UTF-8' };
  return text.startsWith(byteOrderMark) ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
}

/** The text of a file that can be checked, or why it is not. */
export function checkable(bytes: Uint8Array | FileProblem, { maxFileSizeKb }: Pick<Settings, 'maxFileSizeKb'>): Content | FileProblem {
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (bytes.length > maxFileSizeKb * 1024)
    return { problem: `it has ${Math.ceil(bytes.length / 1024)} kB, and the limit is ${maxFileSizeKb} kB` };
  return decoded(bytes);
}

/** The bytes of a file, with its byte order mark where it had one. */
export function encoded({ text, hasMark }: Content): Uint8Array {
  return new TextEncoder().encode(hasMark ? byteOrderMark + text : text);
}

const byteOrderMark = '\ufeff';

/** The decoder throws where bytes are wrong; that is the one way to learn it. */
function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

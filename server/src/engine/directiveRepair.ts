/**
 * Puts slips in ignore comments right.
 *
 * Invariant: a repair is given only where there is one thing that can have been meant. A comment that means the wrong rule
 * hides findings that nobody wanted to hide, so what is doubtful is left to the person who wrote it.
 */
import { isKnownCode, onlyNameNear } from '../settings/codes';
import type { KnownCodes } from '../settings/codes';
import type { TextEdit } from './finding';

/** A mark in pieces: the word after `patterns:` and all that follows it. */
export interface MarkParts {
  readonly verb: string;
  readonly verbStart: number;
  readonly rest: string;
}

/** The edit that corrects the word and the list of rules; undefined where they are right, or in doubt. */
export function repairOf({ verb, verbStart, rest }: MarkParts, verbs: readonly string[], codes: KnownCodes): TextEdit | undefined {
  const word = verbs.includes(verb) ? verb : onlyNameNear(verb, verbs);
  const list = closedList(rest, codes) ?? openList(rest, codes);
  if (word === undefined || list === undefined) return undefined;
  // How many blanks stand in the list is a matter of taste.
  if (word === verb && list.isRight) return undefined;
  return { start: verbStart, end: verbStart + verb.length + list.length, newText: `${word}[${list.codes.join(', ')}]` };
}

interface CodeList {
  readonly codes: readonly string[];
  /** How much of the text it takes. */
  readonly length: number;
  readonly isRight: boolean;
}

function closedList(rest: string, codes: KnownCodes): CodeList | undefined {
  const match = /^\s*\[(?<list>[^\]]*)\]/.exec(rest);
  const written = (match?.groups?.['list'] ?? '').split(',').map((code) => code.trim());
  const meant = written.filter((code) => code !== '').map((code) => meantCode(code, codes));
  if (match === null || meant.length === 0) return undefined;
  const found = meant.filter((code) => code !== undefined);
  if (found.length < meant.length) return undefined;
  return { codes: [...new Set(found)], length: match[0].length, isRight: written.join() === found.join() };
}

/** `[blocking-sleep` or `blocking-sleep`, with the reason after it. Without a bracket, a category may be a word of prose. */
function openList(rest: string, codes: KnownCodes): CodeList | undefined {
  const match = /^(?<open>\s*\[\s*|\s+)(?<list>[\w/-]+(?:\s*,\s*[\w/-]+)*)(?=\s|$)/.exec(rest);
  const found = (match?.groups?.['list'] ?? '').split(',').map((code) => code.trim());
  const isRule = (code: string): boolean =>
    match?.groups?.['open']?.includes('[') === true ? isKnownCode(code, codes) : codes.rules.has(code);
  if (match === null || rest.includes(']') || !found.every(isRule)) return undefined;
  return { codes: found, length: match[0].length, isRight: false };
}

/** A rule by another spelling of its id: `asyncio/blocking-sleep`, `blocking_sleep`, `Blocking-Sleep`, `blocking-slep`. */
function meantCode(code: string, codes: KnownCodes): string | undefined {
  if (isKnownCode(code, codes)) return code;
  const plain = code
    .slice(code.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-');
  return isKnownCode(plain, codes) ? plain : onlyNameNear(plain, [...codes.rules, ...codes.categories]);
}

/** Reads one value as one type of setting: what fits is kept, what does not is told, and nothing stops the rest. */
import type { Range } from '../syntax/node';
import type { ConfigEntry, ConfigValue } from '../syntax/config';
import { isKnownCode, matchesSomeRule, nearestName } from './codes';
import type { KnownCodes } from './codes';
import { severities } from './levels';
import type { SettingType } from './schema';

/** What is wrong with a setting, in words for the user. */
export interface SettingsProblem {
  /** The dotted key, as written in its file. */
  readonly key: string;
  readonly message: string;
  /** Where it stands in the project file; undefined for settings of the editor and the command line. */
  readonly range: Range | undefined;
}

/** A value that was read; `value` is undefined where nothing of it could be used. */
export interface Reading {
  readonly value: unknown;
  readonly problems: readonly Omit<SettingsProblem, 'key'>[];
}

/** The value of a setting, or what is wrong with it. */
export function readValue(type: SettingType, value: ConfigValue, codes: KnownCodes): Reading {
  switch (type.kind) {
    case 'boolean':
      return value.kind === 'boolean' ? fine(value.value) : wrong(value, 'Expected true or false');
    case 'number':
      return readNumber(type, value);
    case 'choice':
      return readChoice(type.options, value);
    case 'strings':
      return readStrings(type.of, value, codes);
    case 'severities':
      return readTable(value, 'severities', (entry) => readSeverity(entry, codes));
    case 'codes-by-glob':
      return readTable(value, 'rules', (entry) => readStrings('code', entry.value, codes));
  }
}

function readNumber(type: SettingType & { readonly kind: 'number' }, value: ConfigValue): Reading {
  if (
    value.kind === 'number' &&
    value.value >= type.minimum &&
    value.value <= type.maximum &&
    (!type.integer || Number.isInteger(value.value))
  )
    return fine(value.value);
  return wrong(value, `Expected ${type.integer ? 'a whole number' : 'a number'} from ${String(type.minimum)} to ${String(type.maximum)}`);
}

function readChoice(options: readonly string[], value: ConfigValue): Reading {
  if (value.kind === 'string' && options.includes(value.value)) return fine(value.value);
  const meant = value.kind === 'string' ? nearestName(value.value, options) : undefined;
  return wrong(value, `Expected one of ${options.map(quoted).join(', ')}${meant === undefined ? '' : `; did you mean ${quoted(meant)}?`}`);
}

function readStrings(of: 'glob' | 'code' | 'dotted-name', value: ConfigValue, codes: KnownCodes): Reading {
  if (value.kind !== 'array') return wrong(value, 'Expected a list of strings');
  const values: string[] = [];
  const problems: Omit<SettingsProblem, 'key'>[] = [];
  for (const item of value.items) {
    const problem = item.kind === 'string' ? stringProblem(of, item.value, codes) : 'Expected a string';
    if (problem === undefined && item.kind === 'string') values.push(item.value);
    else problems.push({ message: problem ?? 'Expected a string', range: rangeOf(item) });
  }
  return { value: values, problems };
}

function stringProblem(of: 'glob' | 'code' | 'dotted-name', text: string, codes: KnownCodes): string | undefined {
  if (of === 'code') return codeProblem(text, codes);
  if (of === 'glob') return text === '' ? 'Expected a glob' : undefined;
  return dottedName.test(text) ? undefined : `Expected a dotted name such as ${quoted('package.module.function')}`;
}

const dottedName = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** Why a text names no rule and no category; undefined when it does. */
export function codeProblem(code: string, codes: KnownCodes): string | undefined {
  if (isKnownCode(code, codes)) return undefined;
  const meant = nearestName(code, [...codes.rules, ...codes.categories]);
  return `Unknown rule ${quoted(code)}${meant === undefined ? '' : `; did you mean ${quoted(meant)}?`}`;
}

function readSeverity(entry: ConfigEntry, codes: KnownCodes): Reading {
  const isPattern = entry.name.includes('*');
  const problem = isPattern
    ? matchesSomeRule(entry.name, codes)
      ? undefined
      : `No rule matches ${quoted(entry.name)}`
    : codeProblem(entry.name, codes);
  return problem === undefined
    ? readChoice([...severities, 'off'], entry.value)
    : { value: undefined, problems: [{ message: problem, range: entry.key }] };
}

function readTable(value: ConfigValue, what: string, read: (entry: ConfigEntry) => Reading): Reading {
  if (value.kind !== 'table') return wrong(value, `Expected a table of ${what}`);
  const readings = [...value.entries.values()].map((entry) => ({ entry, reading: read(entry) }));
  return {
    value: Object.fromEntries(
      readings.filter(({ reading }) => reading.value !== undefined).map(({ entry, reading }) => [entry.name, reading.value]),
    ),
    problems: readings.flatMap(({ reading }) => reading.problems),
  };
}

function fine(value: unknown): Reading {
  return { value, problems: [] };
}

function wrong(value: ConfigValue, message: string): Reading {
  return { value: undefined, problems: [{ message, range: rangeOf(value) }] };
}

/** A table's range can be long: its header says enough. */
function rangeOf(value: ConfigValue): Range {
  const { start, end } = value.kind === 'table' && value.header !== undefined ? value.header : value;
  return { start, end };
}

/** A name in a message. Line breaks and characters that nobody sees would break the message's one line. */
export function quoted(text: string): string {
  const shown = text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
  return `\`${shown.replace(/[\p{C}\p{Zl}\p{Zp}`]/gu, '?')}\``;
}

const longestName = 60;

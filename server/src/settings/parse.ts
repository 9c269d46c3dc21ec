/**
 * Settings out of a project file, the editor and the command line.
 *
 * Invariants: reading never fails; a bad value is told and its default holds; keys that nobody reads are told, with the
 * name that was probably meant; the project file comes before the editor, so that the editor and the command line agree.
 */
import type { ConfigDocument, ConfigTable, ConfigValue } from '../syntax/config';
import { nearestName } from './codes';
import type { KnownCodes } from './codes';
import { quoted, readValue } from './read';
import type { SettingsProblem } from './read';
import { defaultSettings, settingEntries } from './schema';
import type { SettingName, SettingRow, Settings } from './schema';

export type { SettingsProblem } from './read';

/** What one source says, and what is wrong with it. */
export interface SettingsLayer {
  readonly values: Partial<Settings>;
  readonly problems: readonly SettingsProblem[];
}

/** Whatever an editor sends: it is looked at, not believed. */
export type SettingsJson = unknown;

/** Where the settings of a project stand: all of `service-patterns.toml`, or a table of `pyproject.toml`. */
export const standaloneFileName = 'service-patterns.toml';
/** The project file of Python, where our settings have a table. */
export const projectFileName = 'pyproject.toml';

/** Whether a path or URI is that of a file that may hold settings. */
export function isProjectFile(file: string): boolean {
  return isNamed(file, standaloneFileName) || isNamed(file, projectFileName);
}

/** The table with the settings; undefined where the file has none. */
export function settingsTable(document: ConfigDocument, file: string): ConfigTable | undefined {
  if (isNamed(file, standaloneFileName)) return document.root;
  const tool = document.root.entries.get('tool')?.value;
  const table = tool?.kind === 'table' ? tool.entries.get('service-patterns')?.value : undefined;
  return table?.kind === 'table' ? table : undefined;
}

/** Reads a project file. Without a table in it there are no values, and problems only where the file is not TOML. */
export function readProjectSettings(document: ConfigDocument, file: string, codes: KnownCodes): SettingsLayer {
  const table = settingsTable(document, file);
  const layer = table === undefined ? { values: {}, problems: [] } : readTable(table, 'project', codes);
  const { error } = document;
  if (error === undefined) return layer;
  const problem = { key: '', message: `Not valid TOML: ${error.message}`, range: { start: error.start, end: error.end } };
  return { values: layer.values, problems: [problem, ...layer.problems] };
}

/** Reads the settings of an editor: the object under `servicePatterns`, with nested or with dotted keys. */
export function readEditorSettings(json: SettingsJson, codes: KnownCodes): SettingsLayer {
  const value = configOf(json);
  if (value?.kind !== 'table') return { values: {}, problems: [] };
  const { values, problems } = readTable(value, 'editor', codes);
  return { values, problems: problems.map((problem) => ({ ...problem, range: undefined })) };
}

/** Joins what several sources say, the strongest first, over the defaults. Tables are joined by key, exclusions added up. */
export function mergedSettings(...layers: readonly Partial<Settings>[]): Settings {
  const weakestFirst = [...layers].reverse();
  const merged: Settings = Object.assign({}, defaultSettings, ...weakestFirst) as Settings;
  return {
    ...merged,
    severity: Object.assign({}, ...weakestFirst.map((layer) => layer.severity ?? {})) as Settings['severity'],
    exclude: [...new Set(layers.flatMap((layer) => layer.exclude ?? []))],
  };
}

type Source = 'editor' | 'project';

function readTable(table: ConfigTable, source: Source, codes: KnownCodes): SettingsLayer {
  const rows = rowsOf(source);
  const values: [SettingName, unknown][] = [];
  const problems: SettingsProblem[] = [];
  const visit = (inner: ConfigTable, prefix: string): void => {
    for (const entry of inner.entries.values()) {
      const key = prefix + entry.name;
      const found = rows.get(key);
      if (found === undefined && entry.value.kind === 'table' && isPrefix(key, rows)) {
        visit(entry.value, `${key}.`);
        continue;
      }
      if (found === undefined) {
        problems.push({ key, message: unknownKey(key, rows), range: entry.key });
        continue;
      }
      const reading = readValue(found.row.type, entry.value, codes);
      if (reading.value !== undefined) values.push([found.name, reading.value]);
      for (const problem of reading.problems) problems.push({ key, ...problem });
    }
  };
  visit(table, '');
  return { values: Object.fromEntries(values), problems };
}

type RowsByKey = ReadonlyMap<string, { readonly name: SettingName; readonly row: SettingRow }>;

function rowsOf(source: Source): RowsByKey {
  const rows = new Map<string, { readonly name: SettingName; readonly row: SettingRow }>();
  for (const [name, row] of settingEntries()) {
    const key = row[source];
    if (key !== undefined) rows.set(key, { name, row });
  }
  return rows;
}

function isPrefix(key: string, rows: RowsByKey): boolean {
  return [...rows.keys()].some((known) => known.startsWith(`${key}.`));
}

function unknownKey(key: string, rows: RowsByKey): string {
  const meant = nearestName(key, rows.keys());
  return `Unknown setting ${quoted(key)}${meant === undefined ? '' : `; did you mean ${quoted(meant)}?`}`;
}

/** Plain data as a configuration value, so that one reader serves both sources. It has no place in a file. */
function configOf(json: unknown): ConfigValue | undefined {
  if (typeof json === 'string') return { kind: 'string', value: json, ...nowhere };
  if (typeof json === 'number') return { kind: 'number', value: json, ...nowhere };
  if (typeof json === 'boolean') return { kind: 'boolean', value: json, ...nowhere };
  if (Array.isArray(json)) return { kind: 'array', items: json.map(configOf).filter((item) => item !== undefined), ...nowhere };
  if (typeof json !== 'object' || json === null) return undefined;
  const entries = Object.entries(json).flatMap(([name, inner]) => {
    const value = configOf(inner);
    return value === undefined ? [] : [[name, { name, key: nowhere, value, range: nowhere }] as const];
  });
  return { kind: 'table', entries: new Map(entries), header: undefined, ...nowhere };
}

const nowhere = { start: 0, end: 0 };

function isNamed(file: string, name: string): boolean {
  return file === name || file.endsWith(`/${name}`) || file.endsWith(`\\${name}`);
}

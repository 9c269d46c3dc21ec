/** Values of configuration files by their keys. */
import type { ConfigTable, ConfigValue } from './config';

/** The value under keys, each in the table of the one before; undefined where one is missing or no table. */
export function valueAt(table: ConfigTable | undefined, ...keys: readonly string[]): ConfigValue | undefined {
  let value: ConfigValue | undefined = table;
  for (const key of keys) {
    if (value?.kind !== 'table') return undefined;
    value = value.entries.get(key)?.value;
  }
  return value;
}

/** The table below these keys. */
export function tableAt(table: ConfigTable, ...keys: readonly string[]): ConfigTable | undefined {
  const value = valueAt(table, ...keys);
  return value?.kind === 'table' ? value : undefined;
}

/** The text of a key; undefined for anything else. */
export function stringAt(table: ConfigTable | undefined, key: string): string | undefined {
  const value = valueAt(table, key);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The values of a table in order; none for anything else. */
export function valuesOf(value: ConfigValue | undefined): readonly ConfigValue[] {
  return value?.kind === 'table' ? [...value.entries.values()].map((entry) => entry.value) : [];
}

/** The items of an array in order; none for anything else. */
export function itemsOf(value: ConfigValue | undefined): readonly ConfigValue[] {
  return value?.kind === 'array' ? value.items : [];
}

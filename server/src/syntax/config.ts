/**
 * Configuration files (TOML) as nodes with exact ranges: the peer of `SyntaxTree` for project files.
 * The host fills `ParseConfig` with a library; nothing here knows which.
 */
import type { Range } from './node';

/** A value in a configuration file; `range` is the value's own text. */
export type ConfigValue =
  | (Range & { readonly kind: 'string'; readonly value: string })
  | (Range & { readonly kind: 'number'; readonly value: number })
  | (Range & { readonly kind: 'boolean'; readonly value: boolean })
  | (Range & { readonly kind: 'date'; readonly value: string })
  | ConfigArray
  | ConfigTable;

/** A list of values. */
export interface ConfigArray extends Range {
  readonly kind: 'array';
  readonly items: readonly ConfigValue[];
}

/** A table, whether written with a header, inline or by dotted keys. `range` covers its header and body where it has them. */
export interface ConfigTable extends Range {
  readonly kind: 'table';
  /** By name, in the order written. A name that the file defines twice keeps the first. */
  readonly entries: ReadonlyMap<string, ConfigEntry>;
  /** Where a `[header]` stands, brackets included; undefined for inline tables and tables that dotted keys imply. */
  readonly header: Range | undefined;
}

/** A key with its value. */
export interface ConfigEntry {
  readonly name: string;
  readonly key: Range;
  readonly value: ConfigValue;
  /** The whole line of the entry from key to value; for a table with a header, the header and body. */
  readonly range: Range;
}

/** A configuration file. Broken text gives the entries before the error and says where it is. */
export interface ConfigDocument {
  readonly text: string;
  readonly root: ConfigTable;
  readonly error: (Range & { readonly message: string }) | undefined;
}

/** Parses a configuration file; broken text gives a document that says so. */
export type ParseConfig = (text: string) => ConfigDocument;

import type { Api, Library } from '../schema';

const frame = 'pandas.DataFrame';
/** Reads and parses; many take a URL as well, which is opened without a timeout. */
const read: Api = { blocks: 'file', returns: frame };
/** A synchronous connection, of the database's driver or of SQLAlchemy. */
const readSql: Api = { blocks: 'database', returns: frame };
const write: Api = { blocks: 'file' };
/** Without a path it gives text. */
const writeToPath: Api = { ...write, onlyWith: { keyword: 'path_or_buf', position: 0, values: 'any' } };
/** In proportion to the rows, and mostly with the GIL held. */
const large: Api = { blocks: 'cpu', confidence: 'low' };
const largeFrame: Api = { ...large, returns: frame };

export const pandas: Library = {
  module: 'pandas',
  checkedAgainst: '3.0',
  docs: 'https://pandas.pydata.org/docs/reference/io.html',
  apis: {
    read_csv: read,
    read_table: read,
    read_excel: read,
    read_json: read,
    read_parquet: read,
    read_feather: read,
    read_orc: read,
    read_pickle: read,
    read_hdf: read,
    read_xml: read,
    read_fwf: read,
    read_sas: read,
    read_stata: read,
    read_spss: read,
    // A list of frames, most often from a page of the web.
    read_html: { blocks: 'http' },
    read_sql: readSql,
    read_sql_query: readSql,
    read_sql_table: readSql,
    // Runs a program such as `xclip`.
    read_clipboard: { blocks: 'subprocess', returns: frame },
    DataFrame: {
      methods: {
        to_csv: writeToPath,
        to_json: writeToPath,
        to_xml: { ...write, onlyWith: { keyword: 'path_or_buffer', position: 0, values: 'any' } },
        to_excel: write,
        to_parquet: write,
        to_feather: write,
        to_pickle: write,
        to_hdf: write,
        to_orc: write,
        to_stata: write,
        to_sql: { blocks: 'database' },
        // Tables to be read by people: ten rows take a few milliseconds, ten thousand 64 (`to_string`) and 306 (`to_html`), measured with 3.0.6.
        to_html: large,
        to_latex: large,
        to_string: large,
        to_clipboard: { blocks: 'subprocess' },
        // These wait for what comes after them.
        groupby: {},
        resample: {},
        head: { returns: frame },
        tail: { returns: frame },
        copy: { returns: frame },
        dropna: { returns: frame },
        fillna: { returns: frame },
        rename: { returns: frame },
        reset_index: { returns: frame },
        set_index: { returns: frame },
        merge: largeFrame,
        pivot_table: largeFrame,
        sort_values: largeFrame,
        join: largeFrame,
        drop_duplicates: largeFrame,
        corr: largeFrame,
        explode: largeFrame,
        describe: largeFrame,
        query: largeFrame,
        map: largeFrame,
        interpolate: largeFrame,
        apply: large,
      },
    },
    concat: large,
    merge: largeFrame,
    get_dummies: largeFrame,
    to_datetime: large,
    pivot_table: largeFrame,
    json_normalize: largeFrame,
    ExcelFile: { blocks: 'file', methods: { parse: large } },
    ExcelWriter: { blocks: 'file', methods: {} },
  },
};

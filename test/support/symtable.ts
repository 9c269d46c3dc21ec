import { spawnSync } from 'node:child_process';

/** One scope as CPython's compiler sees it. */
export interface SymbolScope {
  /** The line that it starts on, what it is (`module`, `class`, `function`, `lambda`, `comprehension`) and its name. */
  readonly key: string;
  /** By name: `local`, `global` or `free`, then `P` for a parameter, `I` for an import, `A` for an assignment here. */
  readonly names: Readonly<Record<string, string>>;
}

/** What this machine's Python says. */
export interface SymbolTables {
  /** Major and minor version: 3.11 is 311. */
  readonly version: number;
  /**
   * Whether comprehensions are no scopes of their own: from 3.12 on most are made part of what is around them, so all are
   * counted as that then.
   */
  readonly areComprehensionsInlined: boolean;
  /** For each text; undefined for texts that this Python does not compile. */
  readonly tables: readonly (readonly SymbolScope[] | undefined)[];
}

/** What the compiler adds by itself is left out: people do not write it. */
const program = `
import json, symtable, sys

COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"}
INLINED = sys.version_info >= (3, 12)

def kind_of(table):
    return str(getattr(table.get_type(), "value", table.get_type())).lower()

def what(table):
    name = table.get_name()
    if kind_of(table) in ("module", "class"):
        return kind_of(table)
    return "comprehension" if name in COMPREHENSIONS else "lambda" if name in ("lambda", "<lambda>") else "function"

def is_used(symbol):
    name = symbol.get_name()
    if name.startswith(".") or name in ("__class__", "__classdict__", "__static_attributes__", "__firstlineno__",
                                        "__conditional_annotations__", "__type_params__"):
        return False
    # Others are only handed on to a scope further in, or declared and not used.
    return symbol.is_referenced() or symbol.is_parameter() or symbol.is_imported() or symbol.is_assigned()

def word(symbol, in_module):
    scope = "free" if symbol.is_free() else "local" if symbol.is_local() or in_module else "global"
    letters = (symbol.is_parameter(), "P"), (symbol.is_imported(), "I"), (symbol.is_assigned(), "A")
    return (scope + " " + "".join(letter for has, letter in letters if has)).strip()

def is_scope(table):
    if kind_of(table) not in ("class", "function") or table.get_name() == "__annotate__":
        return False
    return not (INLINED and what(table) == "comprehension")

def children(table):
    for child in table.get_children():
        if is_scope(child):
            yield child
        else:
            yield from children(child)

def symbols(table):
    found = {symbol.get_name(): symbol for symbol in table.get_symbols() if is_used(symbol)}
    for child in table.get_children():
        if is_scope(child):
            continue
        for name, symbol in symbols(child).items():
            if not symbol.is_local():
                found.setdefault(name, table.lookup(name) if name in table.get_identifiers() else symbol)
    return found

def add_scopes(table, scopes):
    is_module = kind_of(table) == "module"
    key = [] if is_module else [str(table.get_lineno())]
    key += [what(table)] + ([table.get_name()] if what(table) in ("class", "function") else [])
    scopes.append({"key": " ".join(key), "names": {name: word(symbol, is_module) for name, symbol in symbols(table).items()}})
    for child in children(table):
        add_scopes(child, scopes)

tables = []
for text in json.load(sys.stdin):
    scopes = []
    try:
        add_scopes(symtable.symtable(text, "<text>", "exec"), scopes)
    except (SyntaxError, ValueError):
        scopes = None
    tables.append(scopes)
version = sys.version_info[0] * 100 + sys.version_info[1]
print(json.dumps({"version": version, "areComprehensionsInlined": INLINED, "tables": tables}))
`;

/** The scopes of all texts, told by one process. */
export function symbolTables(texts: readonly string[]): SymbolTables {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-I', '-W', 'ignore', '-c', program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0) throw new Error(`python3 could not list the names: ${error?.message ?? stderr}`);
  const { tables, ...rest } = JSON.parse(stdout) as SymbolTables & { tables: readonly (readonly SymbolScope[] | null)[] };
  return { ...rest, tables: tables.map((scopes) => scopes ?? undefined) };
}

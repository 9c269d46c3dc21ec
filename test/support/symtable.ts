import { spawnSync } from 'node:child_process';

/** One scope as CPython's compiler sees it. */
export interface SymbolScope {
  /** The line that it starts on, what it is (`module`, `class`, `function`, `lambda`, `comprehension`) and its name. */
  readonly key: string;
  /** By name: `local`, `global` or `free`, then `P` for a parameter, `I` for an import, `A` for an assignment here. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What the compiler adds by itself is left out, and so are the names of comprehensions that newer versions of Python list
 * in the function around, and the scopes that they put around type parameters: people do not write them.
 */
const program = `
import json, symtable, sys

COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"}

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
                                        "__conditional_annotations__"):
        return False
    # Others are only handed on to a scope further in, or declared and not used.
    return symbol.is_referenced() or symbol.is_parameter() or symbol.is_imported() or symbol.is_assigned()

def word(symbol, in_module):
    scope = "free" if symbol.is_free() else "local" if symbol.is_local() or in_module else "global"
    letters = (symbol.is_parameter(), "P"), (symbol.is_imported(), "I"), (symbol.is_assigned(), "A")
    return (scope + " " + "".join(letter for has, letter in letters if has)).strip()

def children(table):
    for child in table.get_children():
        if kind_of(child) in ("class", "function") and child.get_name() != "__annotate__":
            yield child
        else:
            yield from children(child)

def inlined(table):
    names = set()
    for child in table.get_children():
        if what(child) == "comprehension":
            names |= {symbol.get_name() for symbol in child.get_symbols() if symbol.is_local()} | inlined(child)
    return names

def add_scopes(table, scopes):
    is_module = kind_of(table) == "module"
    hidden = inlined(table) if sys.version_info >= (3, 12) else set()
    symbols = [symbol for symbol in table.get_symbols() if is_used(symbol) and symbol.get_name() not in hidden]
    key = [] if is_module else [str(table.get_lineno())]
    key += [what(table)] + ([table.get_name()] if what(table) in ("class", "function") else [])
    scopes.append({"key": " ".join(key), "names": {symbol.get_name(): word(symbol, is_module) for symbol in symbols}})
    for child in children(table):
        add_scopes(child, scopes)

for text in json.load(sys.stdin):
    scopes = []
    try:
        add_scopes(symtable.symtable(text, "<text>", "exec"), scopes)
    except (SyntaxError, ValueError):
        scopes = None
    print(json.dumps(scopes))
`;

/** The scopes of each text, undefined for texts that this machine's Python does not compile. All in one process. */
export function symbolTables(texts: readonly string[]): readonly (readonly SymbolScope[] | undefined)[] {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-I', '-W', 'ignore', '-c', program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0) throw new Error(`python3 could not list the names: ${error?.message ?? stderr}`);
  const lines = stdout.split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as readonly SymbolScope[] | null) ?? undefined);
}

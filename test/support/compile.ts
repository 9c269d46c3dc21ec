import { spawnSync } from 'node:child_process';

export interface Source {
  /** Where it stands, for the error. */
  readonly name: string;
  readonly code: string;
  /** The oldest Python that can compile it, where that is known: `3.12`. */
  readonly min: string | undefined;
  /** Whether `await` may stand outside of a function. */
  readonly isFragment: boolean;
}

export interface Compiled {
  readonly python: string;
  readonly errors: readonly string[];
  /** Those that need a newer Python than this machine's. */
  readonly notCompiled: readonly string[];
}

const program = `
import ast, json, sys, warnings
warnings.simplefilter("error")
errors, not_compiled = [], []
for source in json.load(sys.stdin):
    if source.get("min") and tuple(map(int, source["min"].split("."))) > sys.version_info[:2]:
        not_compiled.append(source["name"])
        continue
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if source["isFragment"] else 0
    try:
        compile(source["code"], source["name"], "exec", flags, dont_inherit=True)
    except (SyntaxError, SyntaxWarning, ValueError) as error:
        errors.append(f"{source['name']}: {error}")
version = "{}.{}".format(*sys.version_info[:2])
print(json.dumps({"python": version, "errors": errors, "notCompiled": not_compiled}))
`;

/** Compiles all sources with CPython, in one process; none of them is run. */
export function compile(sources: readonly Source[]): Compiled {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-I', '-c', program], {
    input: JSON.stringify(sources),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0) throw new Error(`python3 could not compile the examples: ${error?.message ?? stderr}`);
  return JSON.parse(stdout) as Compiled;
}

/** Fills the glob ports: the only file that knows which library matches globs. */
import picomatch from 'picomatch';

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a path with `/` between its parts matches a glob. Names that begin with a dot are names like others. */
export function matchesGlob(glob: string, path: string): boolean {
  const known = matchers.get(glob);
  const matcher = known ?? picomatch(glob, { dot: true });
  if (known === undefined) matchers.set(glob, matcher);
  return matcher(path);
}

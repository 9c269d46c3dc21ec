/** Paths as text, with `/` between their parts: `C:/x`, `/x` and `x` alike. */

/** The path of a name in a folder. The current folder and a trailing slash leave no trace: `.` and `a.py` make `a.py`. */
export function joined(folder: string, name: string): string {
  if (folder === '.' || folder === './' || folder === '') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** The folder that holds an absolute path; undefined above the root. */
export function parentOf(path: string): string | undefined {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  const slash = path.lastIndexOf('/', end - 1);
  if (slash < 0 || end <= slash + 1) return undefined;
  const parent = path.slice(0, slash);
  return parent === '' || parent.endsWith(':') ? `${parent}/` : parent;
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path as seen from a folder that holds it; undefined where the folder does not. Both are absolute. */
export function relativeTo(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** URIs as text. They are the names of files here, so nothing decodes them more than it has to. */

/** The folder that holds a file or folder, without a slash at its end; undefined above the root, and without a path. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  return slash <= rootEnd(uri) ? undefined : uri.slice(0, slash);
}

/** The path below a folder, readable and with `/` between its parts; undefined where the folder does not hold the file. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(prefix) ? decoded(uri.slice(prefix.length)) : undefined;
}

/** The last part of the path, readable. */
export function fileName(uri: string): string {
  return decoded(uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1));
}

/** A name as a part of a path, written as VS Code writes it, so that both mean a file by the same text. */
export function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `file` of `file:///x`. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}

/** Where the slash before the first part of the path stands: `file://host` has no parent. */
function rootEnd(uri: string): number {
  const authority = uri.indexOf('://');
  if (authority < 0) return uri.indexOf(':') + 1;
  const path = uri.indexOf('/', authority + 3);
  return path < 0 ? uri.length : path;
}

/** A text that is no valid encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

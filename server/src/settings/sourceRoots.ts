/** The folders in which a project keeps its modules, as its `pyproject.toml` tells the tools that build, test and check it. */
import type { ConfigDocument, ConfigValue } from '../syntax/config';
import { itemsOf, stringAt, tableAt, valueAt, valuesOf } from '../syntax/configValues';

/**
 * The source roots relative to the project file's folder, with `/`, each once; `.` is the folder itself. Of a dependency that is a
 * folder beside the project, that folder and its `src`.
 */
export function sourceRoots({ root }: ConfigDocument): readonly string[] {
  const setuptools = tableAt(root, 'tool', 'setuptools');
  const named = [
    ...packageFolders(valueAt(setuptools, 'package-dir')),
    ...strings(valueAt(setuptools, 'packages', 'find', 'where')),
    ...itemsOf(valueAt(root, 'tool', 'poetry', 'packages')).flatMap((item) =>
      strings(item.kind === 'table' ? valueAt(item, 'from') : undefined),
    ),
    ...strings(valueAt(root, 'tool', 'hatch', 'build', 'targets', 'wheel', 'packages')).map(folderOf),
    ...strings(valueAt(root, 'tool', 'hatch', 'build', 'targets', 'wheel', 'sources')),
    ...strings(valueAt(root, 'tool', 'pdm', 'build', 'package-dir')),
    ...strings(valueAt(root, 'tool', 'uv', 'build-backend', 'module-root')),
    ...strings(valueAt(root, 'tool', 'pytest', 'ini_options', 'pythonpath')),
    ...strings(valueAt(root, 'tool', 'pyright', 'extraPaths')),
    ...strings(valueAt(root, 'tool', 'basedpyright', 'extraPaths')),
    ...strings(valueAt(root, 'tool', 'ruff', 'src')),
    ...(stringAt(tableAt(root, 'tool', 'mypy'), 'mypy_path') ?? '').split(/[:,]/),
  ];
  return [...new Set([...named.flatMap(plainFolder), ...folderDependencies(root)])];
}

/** The path of a source root, with a `/` at its end, from that of the project file's folder. */
export function rootFrom(project: string, root: string, encoded: (part: string) => string): string {
  let folder = project.endsWith('/') ? project.slice(0, -1) : project;
  for (const part of root === '.' ? [] : root.split('/')) {
    folder = part === '..' ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : `${folder}/${encoded(part)}`;
  }
  return `${folder}/`;
}

/** `acme-common = { path = "../common" }`, as uv and Poetry have it. */
function folderDependencies(root: ConfigDocument['root']): readonly string[] {
  const sources = [valueAt(root, 'tool', 'uv', 'sources'), valueAt(root, 'tool', 'poetry', 'dependencies')].flatMap(valuesOf);
  const paths = sources.flatMap((source) => (source.kind === 'table' ? strings(valueAt(source, 'path')) : []));
  return paths.flatMap((path) => {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const isFolder = !path.startsWith('/') && parts.length > 0 && !/[*?[$\\]|\.(?:whl|zip|gz)$/.test(path);
    return isFolder ? [parts.join('/'), [...parts, 'src'].join('/')] : [];
  });
}

/** `{"" = "src", "shop" = "lib/shop"}`: the folder above that of a package is its source root. */
function packageFolders(table: ConfigValue | undefined): readonly string[] {
  if (table?.kind !== 'table') return [];
  return [...table.entries.values()].flatMap(({ name, value }) => strings(value).map((path) => (name === '' ? path : folderOf(path))));
}

function strings(...values: readonly (ConfigValue | undefined)[]): readonly string[] {
  return values.flatMap((value) => {
    if (value?.kind === 'string') return [value.value];
    return itemsOf(value).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  });
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** Written plainly; a folder outside of the project, or one that a pattern stands for, is left out. */
function plainFolder(written: string): readonly string[] {
  const parts = written
    .trim()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const isOutside = written.startsWith('/') || parts.includes('..') || /[*?[$]/.test(written);
  return written.trim() === '' || isOutside ? [] : [parts.length === 0 ? '.' : parts.join('/')];
}

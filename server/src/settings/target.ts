/** What a project says of the Python and the libraries that it is written for. Only declarations are read, no installation. */
import type { ConfigDocument, ConfigTable, ConfigValue } from '../syntax/config';
import { itemsOf, stringAt, tableAt, valueAt, valuesOf } from '../syntax/configValues';
import { newestPython, oldestPython, oldestVersion, pythonOfName } from './pythonVersion';
import type { PythonVersion, Version } from './pythonVersion';
import type { Settings } from './schema';

/** What the code is written for. */
export interface Target {
  /** The oldest Python that the project supports, else the newest known. */
  readonly python: PythonVersion;
  /** The oldest version of a library that the project allows, by its name on the package index; undefined when it does not say. */
  library(name: string): Version | undefined;
  /** Whether the project declares the library; undefined when nothing is known of its dependencies. */
  dependsOn(name: string): boolean | undefined;
}

/** The target of the files below a `pyproject.toml`, or of files without one. */
export function projectTarget(pyproject: ConfigDocument | undefined, settings: Pick<Settings, 'targetVersion'>): Target {
  const declared = pyproject === undefined ? undefined : declarationsOf(pyproject.root);
  const python = settings.targetVersion === 'auto' ? declared?.python : pythonOfName(settings.targetVersion);
  return {
    python: python ?? newestPython,
    library: (name) => declared?.versions.get(normalName(name)),
    dependsOn: (name) => {
      if (declared?.versions.has(normalName(name))) return true;
      return declared?.isComplete ? false : undefined;
    },
  };
}

interface Declarations {
  readonly python: PythonVersion | undefined;
  /** By normal name; undefined for libraries declared without a lower bound. */
  readonly versions: ReadonlyMap<string, Version | undefined>;
  /** Whether a library that is not listed is not depended on. */
  readonly isComplete: boolean;
}

function declarationsOf(root: ConfigTable): Declarations {
  const project = tableAt(root, 'project');
  const poetry = tableAt(root, 'tool', 'poetry');
  const constraint = stringAt(project, 'requires-python') ?? versionText(valueAt(poetry, 'dependencies', 'python'));
  const requirements = [...listedRequirements(root), ...poetryRequirements(poetry)];
  const isDynamic = itemsOf(valueAt(project, 'dynamic')).some((item) => item.kind === 'string' && item.value === 'dependencies');
  return {
    python: constraint === undefined ? undefined : oldestPython(constraint),
    versions: new Map(requirements),
    isComplete: !isDynamic && (valueAt(project, 'dependencies') !== undefined || valueAt(poetry, 'dependencies') !== undefined),
  };
}

type Requirement = readonly [name: string, version: Version | undefined];

/** The lists of requirements in the notation of PEP 508, of the project, its extras and its groups. */
function listedRequirements(root: ConfigTable): readonly Requirement[] {
  const lists = [
    valueAt(root, 'project', 'dependencies'),
    ...valuesOf(valueAt(root, 'project', 'optional-dependencies')),
    ...valuesOf(valueAt(root, 'dependency-groups')),
    valueAt(root, 'tool', 'uv', 'dev-dependencies'),
    ...valuesOf(valueAt(root, 'tool', 'pdm', 'dev-dependencies')),
  ];
  return lists.flatMap(itemsOf).flatMap((item) => (item.kind === 'string' ? requirementOf(item.value) : []));
}

/** `httpx[http2]>=0.27; python_version > "3.8"` by name and constraint; nothing for what is not a requirement. */
function requirementOf(text: string): readonly Requirement[] {
  const match = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;@]*)/.exec(text);
  const [, name, constraint = ''] = match ?? [];
  return name === undefined ? [] : [[normalName(name), oldestVersion(constraint)]];
}

function poetryRequirements(poetry: ConfigTable | undefined): readonly Requirement[] {
  const groups = valuesOf(valueAt(poetry, 'group')).map((group) => (group.kind === 'table' ? valueAt(group, 'dependencies') : undefined));
  const tables = [valueAt(poetry, 'dependencies'), valueAt(poetry, 'dev-dependencies'), ...groups];
  return tables.flatMap((table) => {
    if (table?.kind !== 'table') return [];
    return [...table.entries.values()]
      .filter((entry) => entry.name !== 'python')
      .map((entry): Requirement => [normalName(entry.name), poetryVersion(entry.value)]);
  });
}

function poetryVersion(value: ConfigValue): Version | undefined {
  const text = versionText(value);
  return text === undefined ? undefined : oldestVersion(text);
}

/** Poetry writes a constraint alone, or as the `version` of a table with more. */
function versionText(value: ConfigValue | undefined): string | undefined {
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'table' ? stringAt(value, 'version') : undefined;
}

/** The name under which package indexes keep a project, whatever its spelling. */
function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

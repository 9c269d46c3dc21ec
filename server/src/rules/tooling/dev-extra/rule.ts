import { defineRule } from '../../../engine/rule';
import type { ConfigEntry, ConfigValue } from '../../../syntax/config';
import { extrasOf, extraToGroup } from '../dependencyGroups';

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['uv-ruff-ty'],
  fix: 'unsafe',
  messages: { extra: 'The extra `{name}` is published with the package, and holds tools for its authors' },
  toml(document, { finding }) {
    const extras = [...(extrasOf(document)?.entries.values() ?? [])];
    return extras.filter(isForAuthors).map(({ name, key }) => finding(key, 'extra', { name }, { fixes: [{ id: 'move', args: name }] }));
  },
  configFixes: {
    move: {
      kind: 'unsafe',
      title: (args) => `Move ${typeof args === 'string' ? args : 'it'} to [dependency-groups]`,
      edits: (document, args) => (typeof args === 'string' ? extraToGroup(document, args) : undefined),
    },
  },
});

const names: ReadonlySet<string> = new Set(
  'ci dev develop development doc docs format lint linting qa style test testing tests types typing'.split(' '),
);

/** Packages that people work on a project with, and nobody runs it with; `*` stands for any ending. */
const tools = [
  ...['basedpyright', 'black', 'codespell', 'coverage', 'flake8*', 'furo', 'hypothesis', 'isort', 'mkdocs*', 'mypy', 'myst-parser', 'nox'],
  ...['pdoc', 'pre-commit', 'pylint*', 'pyright', 'pytest*', 'ruff', 'sphinx*', 'tox*', 'twine', 'ty', 'types-*'],
];

/** Extras with such a name and at least one such tool: `test` alone may be a feature of a package for tests. */
function isForAuthors({ name, value }: ConfigEntry): boolean {
  return names.has(name.toLowerCase()) && value.kind === 'array' && value.items.some(isTool);
}

function isTool(requirement: ConfigValue): boolean {
  const name =
    requirement.kind === 'string' ? /^\s*([\w.-]+)/.exec(requirement.value)?.[1]?.toLowerCase().replaceAll(/[_.]/g, '-') : undefined;
  return name !== undefined && tools.some((tool) => (tool.endsWith('*') ? name.startsWith(tool.slice(0, -1)) : name === tool));
}

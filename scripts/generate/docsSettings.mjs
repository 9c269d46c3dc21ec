// @ts-check
import { editorTable, projectTable } from './settingTables.mjs';

/** The page of all settings. */
export const artifact = {
  path: 'docs/settings.md',
  generate,
};

/** @param {import('./sources.mjs').Sources} sources */
function generate(sources) {
  return [
    '# Settings',
    'What the project file says holds in the editor and on the command line alike, so that both agree. A setting of the editor holds where the project file says nothing.',
    '## Project file',
    'The table `[tool.service-patterns]` in `pyproject.toml`, or the same keys at the top of `service-patterns.toml`. Dotted keys are tables: `blocking.extra` stands in `[tool.service-patterns.blocking]`.',
    projectTable(sources),
    '## Editor',
    editorTable(sources),
    '## Severity',
    'Keys of the severity table are rules, categories, or patterns with `*`. The most specific one wins: a rule before a category, a category before a pattern, a longer pattern before a shorter one. Naming a rule turns it on even where the profile leaves it out.',
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

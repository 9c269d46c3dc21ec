// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionDescriptions, valueSchema } from './settingSchema.mjs';

/** @typedef {import('./sources.mjs').Sources} Sources */
/** @typedef {import('../../client/src/commands/index').CommandRow} CommandRow */

/** The manifest's contributions: settings, commands, snippets and grammars. Whatever else it says stays as it is. */
export const artifact = {
  path: 'package.json',
  generate,
};

/** @param {Sources} sources */
async function generate(sources) {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  const contributes = {
    ...manifest.contributes,
    configuration: { title: manifest.displayName, properties: properties(sources) },
    commands: commands(sources),
    snippets: [{ language: 'python', path: './snippets/python.json' }],
    grammars: await grammars(),
  };
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}

/** @param {Sources} sources */
function properties(sources) {
  const rows = sources.settingEntries().flatMap(([, row]) => (row.editor === undefined ? [] : [{ key: row.editor, row }]));
  return Object.fromEntries(
    rows.map(({ key, row }, order) => [
      `servicePatterns.${key}`,
      {
        ...valueSchema(row, sources),
        ...{ default: row.default, scope: row.scope, order, markdownDescription: row.description },
        ...(optionDescriptions(row) === undefined ? {} : { markdownEnumDescriptions: optionDescriptions(row) }),
      },
    ]),
  );
}

/** @param {Sources} sources */
function commands(sources) {
  /** @type {readonly CommandRow[]} */
  const rows = sources.commands;
  return rows.map(({ id, title, enablement }) => ({
    ...{ command: id, title, category: 'Service Patterns' },
    ...(enablement === undefined ? {} : { enablement }),
  }));
}

/** Every grammar of the folder is injected into Python. */
async function grammars() {
  const files = (await readdir('syntaxes')).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      const { scopeName } = JSON.parse(await readFile(join('syntaxes', name), 'utf8'));
      return { scopeName, path: `./syntaxes/${name}`, injectTo: ['source.python'] };
    }),
  );
}

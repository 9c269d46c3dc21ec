/**
 * The commands that the palette shows, as a table: `contributes.commands` of package.json is generated from it.
 *
 * Invariant: imports nothing, so that the generator can read it outside of VS Code. What a command does is in the file of
 * its name.
 */

/** A command of the palette. */
export interface CommandRow {
  readonly id: `servicePatterns.${string}`;
  readonly title: string;
  /** When the palette shows it, as a `when` clause; always where it is absent. */
  readonly enablement?: string;
}

const inPython = 'editorLangId == python';
const inChecked = `${inPython} || resourceFilename == pyproject.toml || resourceFilename == service-patterns.toml`;

/** The context key that says whether a check of the workspace has shown anything. */
export const hasWorkspaceResults = 'servicePatterns.hasWorkspaceResults';

/** In the order in which they are listed. */
export const commands = [
  { id: 'servicePatterns.checkFile', title: 'Check Current File', enablement: inChecked },
  { id: 'servicePatterns.checkWorkspace', title: 'Check Workspace', enablement: 'workspaceFolderCount > 0' },
  { id: 'servicePatterns.clearResults', title: 'Clear Workspace Check Results', enablement: hasWorkspaceResults },
  { id: 'servicePatterns.fixAllSafe', title: 'Apply All Safe Fixes in File', enablement: inChecked },
  { id: 'servicePatterns.explain', title: 'Explain Finding at Cursor', enablement: inChecked },
  { id: 'servicePatterns.openTopic', title: 'Open Guidance Topic…' },
  { id: 'servicePatterns.browseRules', title: 'Browse Rules…' },
  { id: 'servicePatterns.insertPattern', title: 'Insert Pattern Snippet…', enablement: `${inPython} && !editorReadonly` },
  { id: 'servicePatterns.restart', title: 'Restart Server' },
  { id: 'servicePatterns.showLog', title: 'Show Log' },
] as const satisfies readonly CommandRow[];

/** The id of one of them. */
export type CommandId = (typeof commands)[number]['id'];

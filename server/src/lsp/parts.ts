/** What a session is made of: the engine with all rules, and the settings as this client and this host give them. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { libraries } from '../catalogue/index.generated';
import { callFacts } from '../catalogue/callFacts.generated';
import { createEngine, engineCodes } from '../engine/check';
import type { Engine } from '../engine/check';
import { createProject } from '../project/index';
import { rules } from '../rules/index.generated';
import type { SettingsJson } from '../settings/parse';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import { createConfiguration, type Configuration } from './configuration';
import type { FileAccess } from './fileAccess';
import type { Host } from './host';

/** The engine with every rule and every library; the project learns from the configuration where modules stand. */
export function engineFor(parser: Parser, host: Host, configuration: Configuration): Engine {
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const project = createProject({
    rootsFor: (file) => configuration.sourceRootsOf(file),
    pathFor: (file) => configuration.pathOf(file),
    topFor: (file) => configuration.topOf(file),
    isTold: true,
  });
  return createEngine({ rules, libraries, callFacts, project, parse, parseConfig: host.parseConfig });
}

/** The settings of files, asked of the client where it can be asked. */
export function configurationFor(params: InitializeParams, connection: Connection, host: Host, files: FileAccess): Configuration {
  const { workspace } = params.capabilities;
  const initialFolders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = async (): Promise<readonly string[]> =>
    workspace?.workspaceFolders ? ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri) : initialFolders;
  return createConfiguration({
    host,
    codes: engineCodes(rules),
    // A root has a slash at its end, and some clients write one anywhere.
    folders: async () => (await folders()).map((uri) => uri.replace(/(?<=[^/])\/$/, '')),
    editorSettings: async (uri) =>
      workspace?.configuration
        ? ((await connection.workspace.getConfiguration({ scopeUri: uri, section: 'servicePatterns' })) as SettingsJson)
        : undefined,
    readFile: (uri) => files.readFile(uri),
  });
}

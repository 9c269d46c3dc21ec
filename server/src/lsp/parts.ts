/** What a session is made of: the engine with all rules, and the settings as this client and this host give them. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { libraries } from '../catalogue/index.generated';
import { createEngine } from '../engine/check';
import type { Engine } from '../engine/check';
import { createProject } from '../project/index';
import { methods } from '../protocol';
import type { InitializationOptions } from '../protocol';
import { rules } from '../rules/index.generated';
import type { SettingsJson } from '../settings/parse';
import type { SyntaxTree } from '../syntax/node';
import { treeOf, type Parser } from '../syntax/parser';
import { createConfiguration, type Configuration } from './configuration';
import type { Host } from './host';
import { schemeOf } from './uris';

/** The engine with every rule and every library. */
export function engineFor(parser: Parser, host: Host): Engine {
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  return createEngine({ rules, libraries, project: createProject(), parse, parseConfig: host.parseConfig });
}

/** The settings of files, asked of the client where it can be asked. */
export function configurationFor(
  params: InitializeParams,
  options: InitializationOptions,
  connection: Connection,
  host: Host,
  engine: Engine,
): Configuration {
  const { workspace } = params.capabilities;
  const initialFolders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  return createConfiguration({
    host,
    codes: engine.codes,
    folders: async () =>
      workspace?.workspaceFolders ? ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri) : initialFolders,
    editorSettings: async (uri) =>
      workspace?.configuration
        ? ((await connection.workspace.getConfiguration({ scopeUri: uri, section: 'servicePatterns' })) as SettingsJson)
        : undefined,
    readFile: async (uri) => {
      if (host.readFile && schemeOf(uri) === 'file') return host.readFile(uri);
      if (!options.readFile) return undefined;
      return (await connection.sendRequest<string | null>(methods.readFile, { uri })) ?? undefined;
    },
  });
}

import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../../client/src/extension';
import { expectDefined } from './expect';

/** The extension under test, running. */
export async function activated(): Promise<vscode.Extension<ExtensionApi>> {
  const id = 'service-patterns.python-service-patterns';
  const extension = expectDefined(vscode.extensions.getExtension<ExtensionApi>(id), `the extension ${id}`);
  await extension.activate();
  return extension;
}

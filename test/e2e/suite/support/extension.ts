import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../../client/src/extension';
import { expectDefined } from './expect';

/** The extension under test, running. */
export async function activated(): Promise<vscode.Extension<ExtensionApi>> {
  const id = 'service-patterns.python-service-patterns';
  const extension = expectDefined(vscode.extensions.getExtension<ExtensionApi>(id), `the extension ${id}`);
  await extension.activate();
  // VS Code calls an extension active, too, when its code is missing or broken.
  expectDefined(extension.exports, 'what the extension gives to others');
  return extension;
}

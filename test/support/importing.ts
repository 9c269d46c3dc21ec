/** Asks for an import in a piece of code, and for the same one again. */
import assert from 'node:assert/strict';
import { parseText } from './check';
import { editing } from './editing';

/** A function that uses what is imported, put under the imports of a case. */
export const use = 'async def work():\n    HERE()\n';

export interface ImportCase {
  readonly title: string;
  readonly code: string;
  /** `asyncio` for an import of the module, `asyncio:sleep` for a name of it. */
  readonly wanted: string;
  /** How the code can write it; undefined where it cannot. */
  readonly name: string | undefined;
  /** The code afterwards; the same where nothing is to be added. */
  readonly after?: string;
}

/** Holds what is written and how it is called, and that nothing is added the second time. */
export function assertImported({ code, wanted, name, after = code }: ImportCase): void {
  const { edit, here, after: edited } = editing(code);
  const [module = '', imported] = wanted.split(':');
  const found = imported === undefined ? edit.importModule(module, here) : edit.importFrom(module, imported, here);
  assert.equal(found?.name, name);
  const text = edited(found?.edits ?? []);
  assert.equal(text, after);
  assert.equal(parseText(text).hasErrors, false);
  if (name === undefined) return;
  const again = editing(text);
  const second = imported === undefined ? again.edit.importModule(module, again.here) : again.edit.importFrom(module, imported, again.here);
  assert.deepEqual(second, { name, edits: [] }, 'the second time it is there');
}

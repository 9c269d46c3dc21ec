/** The desktop host's ports for the workspace, on a real disk. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { storage, workspaceFiles } from '../../server/src/hosts/workspaceFiles';

const root = mkdtempSync(join(tmpdir(), 'workspace-files-'));
const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
after(() => rmSync(root, { recursive: true, force: true }));

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe('what is kept on the disk', () => {
  it('comes back as it was written, and nothing else is left', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `${index}\t${'x'.repeat(index)}`);
    await storage.writeLines(uriOf('kept/deep/file.txt'), ['old']);
    await storage.writeLines(uriOf('kept/deep/file.txt'), lines);
    assert.deepEqual(await all(storage.readLines(uriOf('kept/deep/file.txt'))), lines);
    assert.deepEqual(readdirSync(join(root, 'kept/deep')), ['file.txt']);
  });

  it('is nothing where there is nothing, or something else', async () => {
    assert.deepEqual(await all(storage.readLines(uriOf('kept/none.txt'))), []);
    assert.deepEqual(await all(storage.readLines(uriOf('.'))), []);
    assert.deepEqual(await all(storage.readLines('untitled:x')), []);
  });

  it('fails to be kept without harm to what was', async () => {
    mkdirSync(join(root, 'taken/file.txt/inside'), { recursive: true });
    await assert.rejects(storage.writeLines(uriOf('taken/file.txt'), ['x']));
    assert.deepEqual(readdirSync(join(root, 'taken')), ['file.txt']);
  });
});

describe('the files of a workspace', () => {
  it('are listed with their stamps, and links to folders are not followed', async () => {
    mkdirSync(join(root, 'listed/folder'), { recursive: true });
    writeFileSync(join(root, 'listed/a.py'), 'x = 1\n');
    writeFileSync(join(root, 'listed/readme.md'), '');
    symlinkSync(join(root, 'listed/a.py'), join(root, 'listed/link.py'));
    symlinkSync(join(root, 'listed/folder'), join(root, 'listed/folder_link'));
    symlinkSync(join(root, 'listed/folder'), join(root, 'listed/folder_link.py'));
    symlinkSync(join(root, 'listed/nothing.py'), join(root, 'listed/broken.py'));
    const entries = (await workspaceFiles.list(uriOf('listed'))) ?? [];
    assert.deepEqual(entries.map(({ name, kind, size }) => [name, kind, size]).sort(), [
      ['a.py', 'file', 6],
      ['folder', 'folder', undefined],
      ['link.py', 'file', 6],
      ['readme.md', 'file', undefined],
    ]);
    assert.ok((entries.find(({ name }) => name === 'a.py')?.modified ?? 0) > 0);
    assert.equal(await workspaceFiles.list(uriOf('nowhere')), undefined);
  });

  it('are read as text, without the mark that some begin with', async () => {
    writeFileSync(join(root, 'plain.py'), 'x = "é"\n');
    writeFileSync(join(root, 'marked.py'), '\ufeffx = 1\n');
    writeFileSync(join(root, 'latin.py'), Uint8Array.of(0x78, 0xe9));
    writeFileSync(join(root, 'binary.py'), Uint8Array.of(0x78, 0));
    const read = (name: string): Promise<string | undefined> => workspaceFiles.readSource(uriOf(name));
    assert.deepEqual(
      [await read('plain.py'), await read('marked.py'), await read('latin.py'), await read('binary.py'), await read('none.py')],
      ['x = "é"\n', 'x = 1\n', undefined, undefined, undefined],
    );
  });
});

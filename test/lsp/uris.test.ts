import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileName, parentUri, pathBelow, schemeOf } from '../../server/src/lsp/uris';

describe('a URI', () => {
  it('has a folder, up to the root', () => {
    assert.equal(parentUri('file:///work/app/a.py'), 'file:///work/app');
    assert.equal(parentUri('file:///a.py'), undefined);
    assert.equal(parentUri('vscode-vfs://github/owner/repo/a.py'), 'vscode-vfs://github/owner/repo');
    assert.equal(parentUri('vscode-vfs://github/owner'), undefined);
    assert.equal(parentUri('vscode-vfs://github'), undefined);
    assert.equal(parentUri('untitled:Untitled-1'), undefined);
    assert.equal(parentUri('untitled:/work/new.py'), 'untitled:/work');
  });

  it('is read below a folder that holds it, and below no other', () => {
    assert.equal(pathBelow('file:///work', 'file:///work/app/a%20b.py'), 'app/a b.py');
    assert.equal(pathBelow('file:///work/', 'file:///work/a%ZZ.py'), 'a%ZZ.py');
    assert.equal(pathBelow('file:///work', 'file:///workshop/a.py'), undefined);
  });

  it('has a name and a scheme', () => {
    assert.equal(fileName('file:///work/%C3%A9.py'), 'é.py');
    assert.equal(fileName('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(schemeOf('vscode-remote://ssh/work/a.py'), 'vscode-remote');
    assert.equal(schemeOf('nothing'), '');
  });
});

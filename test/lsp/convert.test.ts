import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reported } from '../../server/src/engine/finding';
import { placesIn, toDiagnostic, toWorkspaceEdit } from '../../server/src/lsp/convert';
import { fullCapabilities, plainCapabilities } from './support/client';

const uri = 'file:///work/a.py';
const other = 'file:///work/b.py';
const text = 'a\r\n😀b\rc\n';

const finding: Reported = {
  rule: 'some-rule',
  category: 'asyncio',
  severity: 'hint',
  certainty: 'certain',
  file: uri,
  range: { start: 3, end: 6 },
  anchor: undefined,
  message: 'is wrong',
  related: [
    { file: uri, range: { start: 0, end: 1 }, message: 'here' },
    { file: other, range: { start: 0, end: 1 }, message: 'there' },
  ],
  fixes: [],
  tags: ['deprecated', 'unnecessary'],
};

describe('positions', () => {
  it('count UTF-16 code units, and lines by all three line endings', () => {
    const places = placesIn(text);
    const positions = [0, 3, 5, 6, 7, 9].map((offset) => places.position(offset));
    assert.deepEqual(
      positions.map(({ line, character }) => [line, character]),
      [
        [0, 0],
        [1, 0],
        [1, 2],
        [1, 3],
        [2, 0],
        [3, 0],
      ],
    );
    assert.deepEqual(
      positions.map((position) => places.offset(position)),
      [0, 3, 5, 6, 7, 9],
    );
    assert.equal(places.offset({ line: 99, character: 0 }), text.length);
  });

  it('are those of the documents that changes are applied to', () => {
    const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '😀', '\n\n'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const whole = parts.join('');
        const places = placesIn(whole);
        const document = TextDocument.create(uri, 'python', 1, whole);
        for (let offset = -1; offset <= whole.length + 1; offset += 1)
          assert.deepEqual(places.position(offset), document.positionAt(offset));
        for (let line = -1; line <= document.lineCount; line += 1) {
          for (let character = -1; character < 6; character += 1)
            assert.equal(places.offset({ line, character }), document.offsetAt({ line, character }));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a diagnostic', () => {
  const places = placesIn(text);

  it('says what else has to do with it, as far as that is known', () => {
    const made = toDiagnostic(finding, places, (file) => (file === uri ? places : undefined), fullCapabilities);
    assert.equal(made.severity, 4);
    assert.deepEqual(made.tags, [2, 1]);
    assert.deepEqual(
      made.relatedInformation?.map(({ location, message }) => [location.uri, message]),
      [[uri, 'here']],
    );
  });

  it('says no more than its client understands', () => {
    const made = toDiagnostic(finding, places, () => places, plainCapabilities);
    assert.deepEqual([made.tags, made.relatedInformation, made.codeDescription], [undefined, undefined, undefined]);
  });
});

describe('a workspace edit', () => {
  const places = placesIn(text);
  const edit = { file: uri, edits: [{ start: 0, end: 1, newText: 'x' }] };

  it('may create a file, where the client can', () => {
    const edits = [edit, { create: other, text: 'new\n' }];
    const made = toWorkspaceEdit(edits, () => ({ version: 3, places }), fullCapabilities);
    assert.deepEqual(
      made?.documentChanges?.map((change) => ('kind' in change ? change.kind : [change.textDocument.uri, change.textDocument.version])),
      [[uri, 3], 'create', [other, null]],
    );
    assert.equal(
      toWorkspaceEdit(edits, () => ({ version: 3, places }), plainCapabilities),
      undefined,
    );
  });

  it('is none for a file that nobody has open', () => {
    assert.equal(
      toWorkspaceEdit([edit], () => undefined, fullCapabilities),
      undefined,
    );
    assert.equal(
      toWorkspaceEdit([edit], () => undefined, {}),
      undefined,
    );
  });
});

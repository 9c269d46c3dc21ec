import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/hosts/toml';
import { turnOff } from '../../server/src/lsp/turnOff';
import { readProjectSettings } from '../../server/src/settings/parse';

const codes = { rules: new Set(['blocking-sleep', 'missing-timeout']), categories: new Set(['asyncio']) };

/** The file with the rule turned off; undefined where that was refused. */
function off(text: string, file = 'pyproject.toml'): string | undefined {
  const edit = turnOff('blocking-sleep', parseConfig(text), file);
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('turning a rule off in a project file', () => {
  it('works however the settings are written', () => {
    const files = [
      '',
      '[project]\nname = "x"',
      '[tool.service-patterns]\nprofile = "all"\n\n[tool.other]\n',
      '[tool.service-patterns.severity]\n[tool.other]\nx = 1\n',
      '[tool.service-patterns.severity]  # ours\nmissing-timeout = "error"  # why\n\n[tool.other]\nx = 1\n',
      '[tool.service-patterns.severity]\r\nblocking-sleep = "error"\r\n',
      '[tool.service-patterns]\nseverity = { missing-timeout = "error" }\n',
    ];
    for (const text of files) {
      const result = off(text);
      const layer = readProjectSettings(parseConfig(result ?? ''), 'pyproject.toml', codes);
      assert.equal(layer.values.severity?.['blocking-sleep'], 'off', text);
      assert.deepEqual(layer.problems, [], text);
      assert.equal(text.includes('missing-timeout'), 'missing-timeout' in layer.values.severity, text);
    }
  });

  it('keeps comments and line endings', () => {
    assert.equal(
      off('[tool.service-patterns.severity]\r\nmissing-timeout = "error"  # why\r\n\r\n[a]\r\n'),
      '[tool.service-patterns.severity]\r\nmissing-timeout = "error"  # why\r\nblocking-sleep = "off"\r\n\r\n[a]\r\n',
    );
    assert.equal(off('profile = "all"\n', 'service-patterns.toml'), 'profile = "all"\n\n[severity]\nblocking-sleep = "off"\n');
  });

  it('is refused where it could break the file', () => {
    const files = [
      '[tool',
      '[tool]\nservice-patterns = { profile = "all" }\n',
      '[tool.service-patterns]\nseverity.missing-timeout = "off"\n',
      '[tool.service-patterns]\nseverity = 1\n',
    ];
    assert.deepEqual(
      files.map((text) => off(text)),
      [undefined, undefined, undefined, undefined],
    );
  });
});

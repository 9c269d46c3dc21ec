import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchesGlob } from '../../server/src/hosts/glob';
import { mergedSettings } from '../../server/src/settings/parse';
import { isMeantBy, settingsOfFile } from '../../server/src/settings/projectFiles';
import { builtInExcludes } from '../../server/src/settings/schema';

describe('the settings of one file', () => {
  const settings = mergedSettings({
    ignore: ['noisy'],
    perFileIgnores: { 'tests/**': ['blocking-io'], '**/*.py': ['asyncio'], 'conftest.py': ['errors'] },
  });

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['tests/a.py', ['noisy', 'blocking-io', 'asyncio']],
    ['app/a.py', ['noisy', 'asyncio']],
    ['app/conftest.py', ['noisy', 'asyncio', 'errors']],
    ['constructor', ['noisy']],
  ];
  for (const [path, ignore] of cases) {
    test(path, () => {
      assert.deepEqual(settingsOfFile(settings, path, matchesGlob).ignore, ignore);
    });
  }
});

describe('a glob', () => {
  test('without a slash means any part of that name', () => {
    assert.equal(isMeantBy('legacy', 'app/legacy/a.py', matchesGlob), true);
    assert.equal(isMeantBy('legacy', 'app/legacy.py', matchesGlob), false);
  });

  test('of a folder at any depth means what its pattern matches', () => {
    const names = ['build', '.git', 'venv', 'app', 'build.py', 'my-build', ''];
    for (const glob of builtInExcludes)
      for (const [one, two, three] of names.flatMap((a) => names.flatMap((b) => names.map((c) => [a, b, c] as const)))) {
        const path = [one, two, three].filter((name) => name !== '').join('/');
        assert.equal(isMeantBy(glob, path, matchesGlob), matchesGlob(glob, path), `${glob} ${path}`);
      }
  });

  test('with a slash is relative to the folder of the project file', () => {
    assert.equal(isMeantBy('legacy/**', 'legacy/a.py', matchesGlob), true);
    assert.equal(isMeantBy('legacy/**', 'app/legacy/a.py', matchesGlob), false);
  });
});

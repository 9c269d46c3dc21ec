import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/hosts/toml';
import { rootFrom, sourceRoots } from '../../server/src/settings/sourceRoots';

describe('source roots are read from what project files tell', () => {
  for (const [tool, text, expected] of [
    [
      'setuptools, for all packages',
      '[tool.setuptools]\npackage-dir = {"" = "lib", "shop" = "code/shop", "flat" = "flat"}\n',
      ['lib', 'code', '.'],
    ],
    ['setuptools, where to find packages', '[tool.setuptools.packages.find]\nwhere = ["src", "./tools/"]\n', ['src', 'tools']],
    ['Poetry', '[tool.poetry]\npackages = [{ include = "shop", from = "backend" }, { include = "other" }]\n', ['backend']],
    ['Hatch', '[tool.hatch.build.targets.wheel]\npackages = ["python/shop", "other"]\n', ['python', '.']],
    ['uv', '[tool.uv.build-backend]\nmodule-root = "python"\n', ['python']],
    ['PDM', '[tool.pdm.build]\npackage-dir = "python"\n', ['python']],
    ['pytest', '[tool.pytest.ini_options]\npythonpath = [".", "src"]\n', ['.', 'src']],
    ['Pyright', '[tool.pyright]\nextraPaths = ["vendored"]\n', ['vendored']],
    ['Ruff', '[tool.ruff]\nsrc = ["src", "src"]\n', ['src']],
    ['mypy', '[tool.mypy]\nmypy_path = "src:stubs"\n', ['src', 'stubs']],
    [
      'a folder beside the project, by uv',
      '[tool.uv.sources]\ncommon = { path = "../../libs/common/" }\nother = { workspace = true }\nwheel = { path = "../a.whl" }\n',
      ['../../libs/common', '../../libs/common/src'],
    ],
    [
      'a folder beside the project, by Poetry',
      '[tool.poetry.dependencies]\npython = "^3.11"\ncommon = { path = "../common", develop = true }\nall = { path = "/usr/lib" }\n',
      ['../common', '../common/src'],
    ],
    ['folders elsewhere', '[tool.ruff]\nsrc = ["/usr/lib", "../other", "services/*"]\n', []],
    ['other kinds of values', '[tool.ruff]\nsrc = 3\n[tool.poetry]\npackages = ["shop"]\n', []],
    ['nothing', '', []],
  ] as const)
    it(tool, () => assert.deepEqual(sourceRoots(parseConfig(text)), expected));

  it('and are paths from there', () => {
    const from = (project: string, root: string): string => rootFrom(project, root, (part) => part.replaceAll(' ', '%20'));
    assert.equal(from('/work/api', '.'), '/work/api/');
    assert.equal(from('/work/api', 'my lib'), '/work/api/my%20lib/');
    assert.equal(from('/work/api/', '../common/src'), '/work/common/src/');
    assert.equal(from('/work/services/api', '../../common'), '/work/common/');
    assert.equal(from('/api', '../../../common'), '/common/');
  });
});

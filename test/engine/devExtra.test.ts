/** What the fix of dev-extra leaves of a project file. */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { check } from '../support/check';
import { applied } from '../support/fixing';

interface Case {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    title: 'the only entry, with comments',
    before: '# all of it\n[project.optional-dependencies] # extras\n\n# why\ndev = ["pytest"] # beside\n# below\n',
    after: '# all of it\n[dependency-groups] # extras\n\n# why\ndev = ["pytest"] # beside\n# below\n',
  },
  {
    title: 'into groups below',
    before: '[project.optional-dependencies]\ndev = ["pytest"]\n\n[dependency-groups]\nlint = ["ruff"] # x\n\n[tool.x]\na = 1\n',
    after: '[dependency-groups]\nlint = ["ruff"] # x\ndev = ["pytest"]\n\n[tool.x]\na = 1\n',
  },
  {
    title: 'into groups above, at the end of the file',
    before: '[dependency-groups]\nlint = ["ruff"]\n\n[project.optional-dependencies]\ndev = ["pytest"]\n',
    after: '[dependency-groups]\nlint = ["ruff"]\ndev = ["pytest"]\n',
  },
  {
    title: 'into groups at the end of a file without a line end',
    before: '[project.optional-dependencies]\ndev = ["pytest"]\n\n[dependency-groups]\nlint = ["ruff"]',
    after: '[dependency-groups]\nlint = ["ruff"]\ndev = ["pytest"]\n',
  },
  {
    title: 'into empty groups',
    before: '[dependency-groups]\n[project.optional-dependencies]\ndev = ["pytest"]\ns3 = []\n',
    after: '[dependency-groups]\ndev = ["pytest"]\n[project.optional-dependencies]\ns3 = []\n',
  },
  {
    title: 'a comment beside the header stays',
    before: '[dependency-groups]\nlint = []\n\n[project.optional-dependencies] # extras\n# why\ndev = ["pytest"]\n',
    after: '[dependency-groups]\nlint = []\n# why\ndev = ["pytest"]\n\n# extras\n',
  },
  {
    title: 'from the middle, between empty lines',
    before: '[project.optional-dependencies]\na = []\n\ndev = [\n  "pytest", # x\n]\n\nb = []\n\n# tools\n[tool.x]\n',
    after: '[project.optional-dependencies]\na = []\n\nb = []\n\n[dependency-groups]\ndev = [\n  "pytest", # x\n]\n\n# tools\n[tool.x]\n',
  },
  {
    title: 'the last one at the end of the file',
    before: '[project.optional-dependencies]\na = []\ndev = ["pytest"]',
    after: '[project.optional-dependencies]\na = []\n\n[dependency-groups]\ndev = ["pytest"]\n',
  },
  {
    title: 'the last one at the end of the file, after an empty line',
    before: '[project.optional-dependencies]\na = []\n\ndev = ["pytest"]\n',
    after: '[project.optional-dependencies]\na = []\n\n[dependency-groups]\ndev = ["pytest"]\n',
  },
  {
    title: 'in a file without empty lines',
    before: '[project.optional-dependencies]\na = []\ndev = ["pytest"]\n[[tool.x]]\nb = 1\n',
    after: '[project.optional-dependencies]\na = []\n[dependency-groups]\ndev = ["pytest"]\n[[tool.x]]\nb = 1\n',
  },
  {
    title: 'by dotted keys',
    before: '[project]\nname = "shop"\noptional-dependencies.dev = ["pytest"]\noptional-dependencies.a = []\n\n[tool.x]\n',
    after: '[project]\nname = "shop"\noptional-dependencies.a = []\n\n[dependency-groups]\ndev = ["pytest"]\n\n[tool.x]\n',
  },
  {
    title: 'one after another',
    before: '[project.optional-dependencies]\ndev = ["pytest"]\ndocs = ["sphinx"]\n\n[tool.x]\n',
    after: '[dependency-groups]\ndev = ["pytest"]\ndocs = ["sphinx"]\n\n[tool.x]\n',
  },
  {
    title: 'quoted and indented',
    before: '[project.optional-dependencies]\n  a = []\n  "dev" = ["pytest"]\n',
    after: '[project.optional-dependencies]\n  a = []\n\n[dependency-groups]\n  "dev" = ["pytest"]\n',
  },
];

const declined: readonly (readonly [string, string])[] = [
  ['a group has the name', '[project.optional-dependencies]\ndev = ["pytest"]\n[dependency-groups]\nDev = []\n'],
  ['the file breaks off', '[project.optional-dependencies]\ndev = ["pytest"]\n[tool.x\n'],
  ['the table is inline', '[project]\noptional-dependencies = { dev = ["pytest"] }\n'],
  ['the project is inline', 'project = { optional-dependencies = { dev = ["pytest"] } }\n'],
  ['the groups are inline', 'dependency-groups = {}\n[project.optional-dependencies]\ndev = ["pytest"]\n'],
  [
    'another extra takes it in',
    '[project]\nname = "my-shop"\n[project.optional-dependencies]\ndev = ["pytest"]\nall = ["My_Shop[s3, dev]"]\n',
  ],
  ['it takes in another extra', '[project]\nname = "shop"\n[project.optional-dependencies]\ndev = ["pytest", "shop[s3]"]\ns3 = []\n'],
  ['an environment names it', '[project.optional-dependencies]\ndev = ["pytest"]\n[tool.hatch.envs.default]\nfeatures = ["dev"]\n'],
];

describe('the fix of dev-extra', () => {
  for (const { title, before, after } of cases) {
    test(title, () => {
      assert.equal(fixed(before), after);
      assert.equal(fixed(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
    });
  }

  for (const [title, source] of declined) {
    test(`declines where ${title}`, () => {
      assert.equal(found(source).length, 1);
      assert.equal(fixed(source), source);
    });
  }
});

function found(source: string): readonly unknown[] {
  return check(source, { file: 'pyproject.toml' }).findings.filter(({ rule }) => rule === 'dev-extra');
}

/** One finding after another, as a person would. */
function fixed(source: string): string {
  const checked = check(source, { file: 'pyproject.toml' });
  assert.deepEqual(checked.failures, []);
  for (const finding of checked.findings) {
    const [offer] = finding.fixes;
    const edits = offer === undefined ? undefined : checked.fix(finding, offer);
    if (edits !== undefined) return fixed(applied(checked, edits));
  }
  return source;
}

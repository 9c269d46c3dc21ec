// @ts-check
/** `npm run new-rule asyncio/my-rule`: a rule's folder with its three files and one failing example. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = 'server/src/rules';
const categories =
  'asyncio fastapi sqlalchemy pooling resilience jobs observability errors testing migrations api cli structure tooling'.split(' ');

const [category = '', id = ''] = (process.argv[2] ?? '').split('/');
const problem = problemWith(category, id);
if (problem === undefined) create(join(root, category, id));
else fail(problem);

/** @param {string} folder */
function create(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule.ts'), ruleSource());
  writeFileSync(join(folder, 'rule.md'), ruleText());
  writeFileSync(join(folder, 'cases.md'), `# Cases of ${id}\n\n## Nothing to report\n\n\`\`\`python\nvalue = 1\n\`\`\`\n`);
  const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
  if (status !== 0) fail('The files are there, but `npm run generate` failed.');
  console.log(
    [
      `\nWrote ${folder}/{rule.ts,rule.md,cases.md}. Next:`,
      `  1. Say in rule.md what goes wrong, and show it in the "bad" example.`,
      `  2. Make it true in rule.ts: choose the node kind, the topics, the profile and the severity.`,
      `  3. Write the edges into cases.md: other names, nested functions, what must stay silent.`,
      `  4. npm run unit -- ${id}    (fails until the example is found)`,
      `  5. Show what the page says of run time in test/evidence/${id}.py.`,
      `  6. npm run generate && npm run check`,
      `docs/contributing.md explains each step.`,
    ].join('\n'),
  );
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

/** @param {string} category @param {string} id */
function problemWith(category, id) {
  if (!categories.includes(category) || id === '')
    return `Usage: npm run new-rule CATEGORY/RULE-ID, where CATEGORY is one of ${categories.join(', ')}.`;
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id)) return `"${id}" is no rule id: lower-case words joined by hyphens.`;
  const taken = categories.find((each) => existsSync(join(root, each, id)));
  if (taken !== undefined) return `There is a rule ${taken}/${id} already; ids are unique over all categories.`;
  return categories.includes(id) ? `"${id}" is a category.` : undefined;
}

function ruleSource() {
  return `import { defineRule } from '../../../engine/rule';

export default defineRule({
  severity: 'warning',
  profile: 'strict',
  since: '${JSON.parse(readFileSync('package.json', 'utf8')).version}',
  topics: ['${firstTopic()}'],
  fix: 'none',
  messages: { found: '\`{callee}\` …' },
  namedCalls: {
    names: ['change_me'],
    check(node, { view, finding }) {
      const callee = view.nameOf(node.field('function'));
      if (callee !== 'example.change_me') return undefined;
      return finding(node.field('function'), 'found', { callee });
    },
  },
});
`;
}

function firstTopic() {
  const topics = readdirSync('server/src/topics').filter((name) => name.endsWith('.md'));
  return (topics[0] ?? '').replace(/\.md$/, '');
}

function ruleText() {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const code = (/** @type {string} */ kind, /** @type {string} */ text) => `\`\`\`python ${kind}\n${text}\n\`\`\``;
  return [
    `# ${title}`,
    'One sentence: what goes wrong in the service.',
    '## Why',
    'How it comes about, and what it costs.',
    '## Examples',
    code('bad', 'print("the code that the rule reports")'),
    code('good', 'print("the code to write instead")'),
    '## What to do instead',
    'The way out, with the shortest code that shows it.',
    '## When it is fine',
    'The conditions under which this code is right.',
    '## Sources',
    '- A link to documentation, and the date on which it was read.',
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

// @ts-check
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const root = 'server/src/catalogue';

/**
 * The libraries with facts, from their files: each exports its library under the file's name. Written and not kept by hand, so
 * that two people who each add a library touch no file in common.
 */
export const artifact = {
  path: `${root}/index.generated.ts`,
  generate,
};

async function generate() {
  const files = await readdir(join(root, 'libraries'));
  const names = files.map((file) => file.replace(/\.ts$/, '')).sort();
  return [
    '// Written by `npm run generate` from the folder of libraries.',
    "import type { Library } from './schema';",
    ...names.map((name) => `import { ${name} } from './libraries/${name}';`),
    '',
    '/** The libraries whose facts are built in, by the name of their file. */',
    `export const libraries: readonly Library[] = [\n${names.map((name) => `  ${name},`).join('\n')}\n];`,
    '',
  ].join('\n');
}

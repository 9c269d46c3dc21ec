// @ts-check
/** Packs the extension and looks into the package: what is allowed is in it, what is needed too, and it stays small. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const file = 'dist/python-service-patterns.vsix';
const maxBytes = 1.5 * 1024 * 1024;

const needed = [
  'extension.vsixmanifest',
  '[Content_Types].xml',
  'extension/package.json',
  'extension/readme.md',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/node/extension.js',
  'extension/dist/node/server.js',
  'extension/dist/web/extension.js',
  'extension/dist/web/server.js',
  'extension/dist/web-tree-sitter.wasm',
  'extension/dist/tree-sitter-python.wasm',
  'extension/dist/licences.txt',
  'extension/snippets/python.json',
];

const allowed = [
  /^extension\/dist\/cli\.js$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/schemas\/[\w.-]+\.json$/,
  /^extension\/docs\/images\/[\w.-]+\.(png|svg)$/,
];

/** @returns {Promise<readonly string[]>} what is wrong with the package */
export async function checkPackage() {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'package'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return [`npm run package failed:\n${stdout}${stderr}`];
  const bytes = await readFile(file);
  const names = namesInZip(bytes);
  console.log(`${(bytes.length / 1024).toFixed(0)} kB in ${names.length} files:\n${names.map((name) => `  ${name}`).join('\n')}`);
  return [
    ...(bytes.length > maxBytes ? [`${file} has ${bytes.length} bytes, ${maxBytes} are allowed`] : []),
    ...needed.filter((name) => !names.includes(name)).map((name) => `${name} is missing in the package`),
    ...names
      .filter((name) => !needed.includes(name) && !allowed.some((pattern) => pattern.test(name)))
      .map((name) => `${name} does not belong into the package`),
  ];
}

/**
 * The names in a ZIP archive, from the directory at its end.
 * @param {Buffer} bytes
 */
function namesInZip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const names = [];
  let offset = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(offset + field));
    names.push(bytes.toString('utf8', offset + 46, offset + 46 + name));
    offset += 46 + name + extra + comment;
  }
  return names.sort();
}

import { builtinModules } from 'node:module';

/**
 * The layers of the architecture. The table is the configuration: adding a layer is adding a row.
 *
 * `may` names what a layer imports besides itself; `packages` the packages that it may use. A layer without packages is
 * pure: what it needs from a package comes through a port that a host fills.
 */
export const layers = {
  syntax: {},
  catalogue: {},
  settings: { may: ['syntax'] },
  semantic: { may: ['syntax', 'catalogue'] },
  project: { may: ['syntax', 'semantic', 'catalogue', 'settings'] },
  engine: { may: ['syntax', 'semantic', 'project', 'catalogue', 'settings'] },
  rules: { may: ['engine', 'syntax', 'catalogue/schema', 'catalogue/quietModules', 'project/view'] },
  gitignore: { packages: ['ignore'] },
  docs: { may: ['engine'] },
  topics: { may: ['docs'] },
  parser: { may: ['syntax'], packages: ['web-tree-sitter'] },
  lsp: {
    may: ['syntax', 'catalogue', 'settings', 'semantic', 'project', 'engine', 'rules', 'docs', 'topics', 'gitignore', 'protocol'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  cli: {
    may: ['syntax', 'catalogue', 'settings', 'semantic', 'project', 'engine', 'rules', 'docs', 'topics', 'gitignore', 'protocol'],
    packages: ['commander', 'picocolors', 'diff'],
  },
  // All input and output happens here, so this layer alone may use Node; its browser entry may not (below).
  hosts: {
    may: ['lsp', 'cli', 'parser', 'syntax', 'protocol'],
    packages: ['picomatch', 'toml-eslint-parser', 'vscode-languageserver'],
    usesNode: true,
  },
};

const root = '^server/src/';
const builtins = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

/** @param {[string, { may?: string[], packages?: string[], usesNode?: boolean }]} row */
function layerRules([layer, { may = [], packages = [], usesNode = false }]) {
  const from = { path: `${root}${layer}/` };
  const allowed = [layer, ...may].map((name) => `${root}${name}(/|\\.)`);
  const permitted = [...packages.map((name) => `^node_modules/${name}/`), '^package\\.json$', ...(usesNode ? [builtins] : [])];
  return [
    { name: `${layer}-imports-only-its-layers`, severity: 'error', from, to: { path: ['^server/', '^client/'], pathNot: allowed } },
    {
      name: `${layer}-uses-only-its-packages`,
      severity: 'error',
      from,
      to: { pathNot: ['^server/', '^client/', ...permitted] },
    },
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(layers).flatMap(layerRules),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^vscode$'] } },
    { name: 'no-import-of-test-code', severity: 'error', from: { path: '^(server|client)/' }, to: { path: '^(test|scripts)/' } },
    {
      name: 'no-rule-imports-another',
      comment: "A rule may import its own category's shared code, and no other rule.",
      severity: 'error',
      from: { path: `${root}rules/([^/]+)/([^/]+)/` },
      to: { path: `${root}rules/`, pathNot: [`${root}rules/$1/$2/`, `${root}rules/$1/[^/]+\\.ts$`] },
    },
    {
      name: 'no-shared-code-across-categories',
      severity: 'error',
      from: { path: `${root}rules/([^/]+)/[^/]+\\.ts$` },
      to: { path: `${root}rules/`, pathNot: `${root}rules/$1/[^/]+\\.ts$` },
    },
    {
      name: 'only-the-parser-knows-tree-sitter',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: `${root}parser/` },
      to: { path: '^node_modules/(web-tree-sitter|tree-sitter-python)/' },
    },
    {
      name: 'only-hosts-choose-the-server-platform',
      severity: 'error',
      from: { path: root, pathNot: `${root}hosts/` },
      to: { path: 'vscode-languageserver/(lib/)?(node|browser)' },
    },
    {
      name: 'the-browser-host-has-no-node',
      severity: 'error',
      from: { path: `${root}hosts/browser\\.ts$` },
      to: { path: builtins, reachable: true },
    },
    { name: 'the-protocol-imports-nothing', severity: 'error', from: { path: `${root}protocol\\.ts$` }, to: { path: '.' } },
    {
      name: 'the-client-knows-the-protocol-only',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: `${root}protocol\\.ts$` },
    },
    {
      name: 'the-browser-client-has-no-node',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '^client/src/node\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: ['\\.md$', 'markdown\\.d\\.ts$'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'] },
  },
};

// @ts-check
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Facts are data: a row that holds code could not be checked, written as JSON, or read by another program. */
const noCodeInFacts = {
  selector: ':matches(ArrowFunctionExpression, FunctionExpression, FunctionDeclaration, ClassDeclaration, CallExpression, NewExpression)',
  message: 'Libraries are data: no functions, classes or calls.',
};

export default defineConfig(
  globalIgnores(['dist/', 'out/', '.vscode-test/', '**/*.generated.ts', 'test/e2e/host/', 'test/fixtures/', 'test/corpus/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // The browser entries are in projects of their own, with the browser's globals.
      parserOptions: {
        project: ['tsconfig.json', 'server/tsconfig.browser.json', 'client/tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // Index signatures are read by `['name']`, so that a typo in a real property stays an error.
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/{syntax,catalogue,settings,semantic,project,engine,rules,docs,topics}/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'Nothing throws except invariant().' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'TSNullKeyword', message: 'Absent is `undefined`.' },
      ],
    },
  },
  { files: ['server/src/**/invariant.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['server/src/catalogue/libraries/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noCodeInFacts] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `test()` and `describe()` of node:test give promises that the runner awaits by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'describe', 'it', 'suite', 'before', 'after'], package: 'node:test' }],
        },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended, tseslint.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals() },
  },
);

function nodeGlobals() {
  return Object.fromEntries(
    ['process', 'console', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'fetch', 'performance'].map((name) => [name, 'readonly']),
  );
}

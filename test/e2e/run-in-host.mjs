// @ts-check
/**
 * Runs one bundled suite in one VS Code, as `run.mjs` asks by its arguments, and ends with the suite's exit code.
 * It is a program of its own because `runTests` writes to the output of whoever calls it, and `run.mjs` has to read it.
 */
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: '' },
    suite: { type: 'string', default: '' },
    workspace: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
    executable: { type: 'string' },
    web: { type: 'boolean', default: false },
  },
});

try {
  await runTests({
    // Without an executable a desktop VS Code is downloaded, once.
    ...(values.executable !== undefined && { vscodeExecutablePath: values.executable }),
    extensionDevelopmentPath: values.extension,
    extensionTestsPath: values.suite,
    launchArgs: [
      values.workspace,
      '--disable-extensions',
      `--user-data-dir=${values.profile}/user`,
      `--extensions-dir=${values.profile}/extensions`,
      ...(values.web ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  if (!(error instanceof TestRunFailedError)) console.error(error);
  process.exitCode = 1;
}

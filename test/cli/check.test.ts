import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runOn } from './memory';

const sleepy = 'import time\n\n\nasync def poll():\n    time.sleep(1)\n';
const clean = 'async def poll():\n    return 1\n';
/** A finding with a safe fix. */
const unused = 'x = 1  # patterns: ignore[blocking-sleep]\n';

describe('exit codes', () => {
  it('is 0 without findings', async () => {
    const { exitCode, out, err } = await runOn({ files: { '/work/a.py': clean } }, 'check');
    assert.deepEqual({ exitCode, out, err }, { exitCode: 0, out: 'No findings in 1 file.\n', err: '' });
  });

  it('is 1 with a finding at the level that fails, and 0 below it', async () => {
    const machine = { files: { '/work/a.py': sleepy } };
    assert.equal((await runOn(machine, 'check')).exitCode, 1);
    assert.equal((await runOn(machine, 'check', '--fail-on', 'error')).exitCode, 0);
    assert.equal((await runOn(machine, 'check', '--fail-on', 'hint')).exitCode, 1);
    assert.equal((await runOn(machine, 'check', '--fail-on', 'never')).exitCode, 0);
    assert.equal((await runOn(machine, 'check', '--exit-zero')).exitCode, 0);
  });

  it('is 2 for a path that is not there, and what is there is checked all the same', async () => {
    const { exitCode, out, err } = await runOn({ files: { '/work/a.py': sleepy } }, 'check', 'a.py', 'b.py');
    assert.equal(exitCode, 2);
    assert.match(out, /^a\.py:5:5: warning blocking-sleep /);
    assert.equal(err, 'There is no file or folder b.py. Check the spelling and the folder that the command is run in.\n');
  });

  it('is 2 for flags that are wrong, and says what would be right', async () => {
    const machine = { files: { '/work/a.py': sleepy } };
    const wrong: readonly (readonly [RegExp, ...string[]])[] = [
      [/--select names blocking-sleap, which is no rule and no category\. Did you mean blocking-sleep\?/, '--select', 'blocking-sleap'],
      [/--ignore names nothing-like-it/, '--ignore', 'asyncio,nothing-like-it'],
      [/--severity blocking-sleep=fatal has no level/, '--severity', 'blocking-sleep=fatal'],
      [/argument 'loud' is invalid\. Allowed choices are minimal, recommended, strict, all/, '--profile', 'loud'],
      [/unknown option '--fixx'/, '--fixx'],
      [/--fix writes files and --diff only shows/, '--fix', '--diff'],
      [/no configuration file nowhere\.toml/, '--config', 'nowhere.toml'],
      [/Standard input is checked alone/, '-', 'a.py'],
    ];
    for (const [message, ...flags] of wrong) {
      const { exitCode, out, err } = await runOn(machine, 'check', ...flags);
      assert.equal(exitCode, 2, flags.join(' '));
      assert.match(err, message);
      assert.equal(out, '');
    }
  });

  it('is 2 for a configuration that is wrong, with its place, and findings are shown', async () => {
    const files = { '/work/a.py': sleepy, '/work/pyproject.toml': '[tool.service-patterns]\nprofile = "loud"\n' };
    const { exitCode, out, err } = await runOn({ files }, 'check', '--exit-zero', 'a.py');
    assert.equal(exitCode, 2);
    assert.match(err, /^pyproject\.toml:2:11: Expected one of /);
    assert.match(out, /blocking-sleep/);
    const whole = await runOn({ files }, 'check', '--exit-zero', '/work');
    assert.equal(whole.exitCode, 2);
    assert.match(whole.out, /^\/work\/pyproject\.toml:2:11: error bad-configuration `profile`: Expected one of /m);
    assert.equal(whole.err, '');
  });

  it('is 2 for TOML that cannot be read, and the lines above the mistake count', async () => {
    const files = {
      '/work/a.py': sleepy,
      '/work/pyproject.toml': '[tool.service-patterns.severity]\nblocking-sleep = "error"\nbroken = \n',
    };
    const { exitCode, out, err } = await runOn({ files }, 'check', 'a.py');
    assert.equal(exitCode, 2);
    assert.match(err, /^pyproject\.toml:3:\d+: Not valid TOML: /);
    assert.match(out, /a\.py:5:5: error blocking-sleep/);
  });

  it('is 3 for a file that cannot be read, and 2 does not hide it', async () => {
    const { exitCode, err } = await runOn(
      { files: { '/work/a.py': sleepy, '/work/b.py': clean }, refused: ['/work/b.py'] },
      'check',
      '.',
      'nowhere.py',
    );
    assert.equal(exitCode, 3);
    assert.match(err, /^b\.py: it cannot be read: permission denied\.$/m);
  });

  it('is 130 when the user interrupts, and nothing is written', async () => {
    const { exitCode, out, files } = await runOn(
      { files: { '/work/a.py': unused, '/work/b.py': unused }, interruptAt: 2 },
      'check',
      '--fix',
    );
    assert.equal(exitCode, 130);
    assert.equal(out, '');
    assert.equal(files['/work/a.py'], unused);
  });
});

describe('which rules run', () => {
  const machine = { files: { '/work/a.py': sleepy } };

  it('follows --select and --ignore', async () => {
    assert.match((await runOn(machine, 'check', '--select', 'blocking-sleep')).out, /Found 1 finding/);
    assert.match((await runOn(machine, 'check', '--select', 'unused-ignore')).out, /No findings/);
    assert.match((await runOn(machine, 'check', '--ignore', 'asyncio')).out, /No findings/);
  });

  it('says that --unsafe-fixes alone does nothing', async () => {
    assert.equal((await runOn(machine, 'check', '--unsafe-fixes')).err, '--unsafe-fixes does nothing without --fix or --diff.\n');
  });

  it('follows --severity, which wins over the file', async () => {
    const files = { ...machine.files, '/work/pyproject.toml': '[tool.service-patterns.severity]\nblocking-sleep = "hint"\n' };
    assert.match((await runOn({ files }, 'check')).out, /: hint blocking-sleep/);
    assert.match((await runOn({ files }, 'check', '--severity', 'blocking-sleep=error')).out, /: error blocking-sleep/);
    assert.match((await runOn({ files }, 'check', '--isolated')).out, /: warning blocking-sleep/);
  });

  it('takes a folder elsewhere for the project of its files, where no project file says otherwise', async () => {
    const code = 'import requests\n\n\ndef load():\n    return requests.get("http://localhost")\n';
    const files = { '/elsewhere/app.py': code, '/elsewhere/tests/helpers.py': code };
    const { out } = await runOn({ files }, 'check', '--select', 'missing-timeout', '--output-format', 'concise', '/elsewhere');
    assert.match(out, /\/elsewhere\/app\.py:5/);
    assert.doesNotMatch(out, /helpers/);
  });

  it('takes the nearest project file with a table, and ignores by glob', async () => {
    const files = {
      '/work/pyproject.toml': '[tool.service-patterns.severity]\nasyncio = "off"\n',
      '/work/a.py': sleepy,
      '/work/service/pyproject.toml': '[tool.service-patterns.per-file-ignores]\n"tests/**" = ["asyncio"]\n',
      '/work/service/app/a.py': sleepy,
      '/work/service/tests/a.py': sleepy,
    };
    const { out } = await runOn({ files }, 'check', '--output-format', 'concise', '--quiet');
    assert.deepEqual(out.match(/^[^:]+/gm), ['service/app/a.py']);
  });

  it('reads the one file that --config names', async () => {
    const files = {
      ...machine.files,
      '/work/ci.toml': '[severity]\nblocking-sleep = "error"\n',
      '/work/pyproject.toml': '[tool.service-patterns]\nexclude = ["*.py"]\n',
    };
    assert.match((await runOn({ files }, 'check', '--config', 'ci.toml')).out, /: error blocking-sleep/);
  });
});

describe('which files are checked', () => {
  const found = async (files: Record<string, string>, ...flags: string[]): Promise<readonly string[]> => {
    const { out } = await runOn({ files }, 'check', '--quiet', '--output-format', 'json', ...flags);
    return (JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file);
  };

  it('takes Python files in an order of names, as the user named their folder', async () => {
    const files = { '/work/b.py': sleepy, '/work/a/z.pyi': sleepy, '/work/a/b/c.py': sleepy, '/work/notes.txt': sleepy };
    assert.deepEqual(await found(files), ['a/b/c.py', 'a/z.pyi', 'b.py']);
    assert.deepEqual(await found(files, './a/'), ['./a/b/c.py', './a/z.pyi']);
    assert.deepEqual(await found(files, '/work/a', 'a/z.pyi', 'b.py'), ['/work/a/b/c.py', '/work/a/z.pyi', 'b.py']);
  });

  it('leaves out what tools put there, unless it is named', async () => {
    const files = {
      '/work/.venv/a.py': sleepy,
      '/work/x/node_modules/a.py': sleepy,
      '/work/env/pyvenv.cfg': '',
      '/work/env/lib/a.py': sleepy,
      '/work/build/a.py': sleepy,
    };
    assert.deepEqual(await found(files), []);
    assert.deepEqual(await found(files, 'build'), ['build/a.py']);
    assert.deepEqual(await found(files, 'build/a.py'), ['build/a.py']);
  });

  it('leaves out what the settings and flags exclude', async () => {
    const files = {
      '/work/pyproject.toml': '[tool.service-patterns]\nexclude = ["migrations/**", "*_pb2.py"]\n',
      '/work/migrations/a.py': sleepy,
      '/work/x/y_pb2.py': sleepy,
      '/work/x/z.py': sleepy,
    };
    assert.deepEqual(await found(files), ['x/z.py']);
    assert.deepEqual(await found(files, '--exclude', 'x/z.py,other'), []);
    assert.deepEqual(await found(files, 'migrations/a.py'), ['migrations/a.py']);
  });

  it('leaves out what .gitignore files name, innermost first, up to the root of the repository', async () => {
    const files = {
      '/.gitignore': '*.py\n',
      '/work/.git/HEAD': '',
      '/work/.gitignore': 'generated/\n*.tmp.py\n',
      '/work/generated/a.py': sleepy,
      '/work/app/a.tmp.py': sleepy,
      '/work/app/.gitignore': '!kept.tmp.py\nlocal.py\n',
      '/work/app/kept.tmp.py': sleepy,
      '/work/app/local.py': sleepy,
      '/work/local.py': sleepy,
    };
    assert.deepEqual(await found(files), ['app/kept.tmp.py', 'local.py']);
    assert.deepEqual(await found(files, 'app'), ['app/kept.tmp.py']);
    assert.deepEqual(await found(files, 'generated'), ['generated/a.py']);
    assert.deepEqual(await found(files, '--no-respect-gitignore'), [
      'app/a.tmp.py',
      'app/kept.tmp.py',
      'app/local.py',
      'generated/a.py',
      'local.py',
    ]);
  });

  it('follows links to files and not to folders', async () => {
    const files = { '/work/real/a.py': sleepy, '/work/loop': '->/work', '/work/b.py': '->/work/real/a.py', '/work/dead.py': '->/nowhere' };
    assert.deepEqual(await found(files), ['b.py', 'real/a.py']);
  });

  it('skips in plain sight what is no text or too large', async () => {
    const files = {
      '/work/latin.py': new Uint8Array([0x23, 0xe9, 0x0a]),
      '/work/nul.py': 'x = 1\n\0',
      '/work/large.py': 'x = 1\n'.repeat(200_000),
      '/work/ok.py': clean,
    };
    const { exitCode, out, err } = await runOn({ files }, 'check');
    assert.equal(exitCode, 0);
    assert.equal(out, 'No findings in 1 file; 3 skipped.\n');
    assert.match(err, /^latin\.py: skipped, because it is not valid UTF-8\.$/m);
    assert.match(err, /^nul\.py: skipped, because it holds NUL bytes, so it is not Python text\.$/m);
    assert.match(err, /^large\.py: skipped, because it has 1172 kB, and the limit is 1024 kB\.$/m);
    const raised = { ...files, '/work/service-patterns.toml': 'max-file-size-kb = 2000\n' };
    assert.equal((await runOn({ files: raised }, 'check')).out, 'No findings in 2 files; 2 skipped.\n');
  });
});

describe('reports', () => {
  const machine = { files: { '/work/app/a.py': sleepy } };

  it('is JSON with lines and columns from 1 and the file as it was named', async () => {
    const { out } = await runOn(machine, 'check', '--output-format', 'json', 'app/a.py');
    const { version, summary, findings } = JSON.parse(out) as {
      version: number;
      summary: Record<string, unknown>;
      findings: Record<string, unknown>[];
    };
    assert.equal(version, 1);
    assert.deepEqual(summary, {
      files: 1,
      findings: 1,
      bySeverity: { error: 0, warning: 1, information: 0, hint: 0 },
      byRule: { 'blocking-sleep': 1 },
      fixed: 0,
      complete: true,
      skipped: [],
      failures: [],
      configuration: [],
    });
    const [finding] = findings;
    assert.deepEqual(Object.keys(finding ?? {}), ['rule', 'category', 'severity', 'message', 'file', 'range', 'related', 'fixes', 'url']);
    assert.equal(finding?.['rule'], 'blocking-sleep');
    assert.equal(finding['category'], 'asyncio');
    assert.equal(finding['file'], 'app/a.py');
    assert.deepEqual(finding['range'], { start: { line: 5, column: 5 }, end: { line: 5, column: 15 } });
    assert.match(String(finding['url']), /^https:\/\/.*\/rules\/blocking-sleep/);
    const [fix] = finding['fixes'] as { title: string; kind: string; edits: { file: string; newText: string; range: object }[] }[];
    assert.equal(fix?.kind, 'unsafe');
    assert.ok(fix.edits.every(({ file }) => file === 'app/a.py'));
    assert.ok(fix.edits.some(({ newText }) => newText.includes('asyncio')));
  });

  it('counts columns in UTF-16 code units, without the byte order mark', async () => {
    const text = '\ufeffimport time\nasync def f(): "😀"; time.sleep(1)\n';
    const { out } = await runOn({ files: { '/work/a.py': text } }, 'check', '--output-format', 'json');
    const { findings } = JSON.parse(out) as { findings: { range: object }[] };
    assert.deepEqual(findings[0]?.range, { start: { line: 2, column: 22 }, end: { line: 2, column: 32 } });
  });

  it('shows the source line to people at a terminal, and a line for each finding elsewhere', async () => {
    const full = (await runOn({ ...machine, isTerminal: true }, 'check')).out;
    assert.match(full, /^app\/a\.py:5:5: warning blocking-sleep .*\n {2}\|\n5 \| {5}time\.sleep\(1\)\n {2}\| {5}\^{10}\n/);
    assert.match(
      (await runOn(machine, 'check')).out,
      /^app\/a\.py:5:5: warning blocking-sleep .* \[review fix\]\nFound 1 finding \(1 warning\) in 1 of 1 file\.\n$/,
    );
    assert.equal((await runOn(machine, 'check', '--output-format', 'text')).out, full);
  });

  it('counts by rule with --statistics', async () => {
    const { out } = await runOn({ files: { '/work/a.py': sleepy, '/work/b.py': sleepy + unused } }, 'check', '--statistics', '--quiet');
    assert.equal(out, '2  blocking-sleep\n1  unused-ignore\n');
  });

  it('writes to the file that --output-file names, without colours', async () => {
    const { out, files } = await runOn({ ...machine, hasColor: true, isTerminal: true }, 'check', '--output-file', 'report.txt');
    assert.equal(out, 'Found 1 finding (1 warning) in 1 of 1 file.\n');
    assert.match(files['/work/report.txt'] ?? '', /^app\/a\.py:5:5: warning blocking-sleep/);
    const refused = await runOn({ ...machine, refused: ['/work/report.txt'] }, 'check', '--output-file', 'report.txt');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.err, /The report cannot be written to report\.txt: permission denied\./);
  });

  it('uses colours where they are wanted', async () => {
    const escape = '\u001b[';
    assert.ok(!(await runOn(machine, 'check')).out.includes(escape));
    assert.ok((await runOn(machine, 'check', '--color', 'always')).out.includes(escape));
    assert.ok((await runOn({ ...machine, hasColor: true }, 'check')).out.includes(escape));
    assert.ok(!(await runOn({ ...machine, hasColor: true }, 'check', '--color', 'never')).out.includes(escape));
  });

  it('shows characters that a terminal would obey by their code', async () => {
    const hostile = 'import time\nasync def f(): time.sleep(1)  # \u001b[2J\u202e\u009b31m\r\n';
    const { out } = await runOn({ files: { '/work/\u001b[31m.py': hostile } }, 'check', '--output-format', 'full');
    assert.ok(out.includes('\\u{001b}[2J\\u{202e}\\u{009b}31m'));
    assert.match(out, /^\\u\{001b\}\[31m\.py:2:16:/);
    // eslint would be right about these in any other place: here they are what must not come out.
    for (const character of ['\u001b', '\u202e', '\u009b', '\r']) assert.ok(!out.includes(character), JSON.stringify(character));
  });

  it('is the same in whatever order the system lists files', async () => {
    const names = ['c', 'a', 'b', 'Z', 'a/b'];
    const files = (order: readonly string[]): Record<string, string> =>
      Object.fromEntries(order.map((name) => [`/work/${name}.py`, sleepy]));
    const forward = await runOn({ files: files(names) }, 'check', '--output-format', 'json');
    const backward = await runOn({ files: files([...names].reverse()) }, 'check', '--output-format', 'json');
    assert.equal(forward.out, backward.out);
  });
});

describe('fixes', () => {
  it('writes safe fixes and tells what is left', async () => {
    const { exitCode, out, files } = await runOn({ files: { '/work/a.py': unused, '/work/b.py': sleepy } }, 'check', '--fix');
    assert.equal(files['/work/a.py'], 'x = 1\n');
    assert.equal(files['/work/b.py'], sleepy);
    assert.match(out, /^b\.py:5:5: .*\nFound 1 finding \(1 warning\) in 1 of 2 files; fixed 1 finding in 1 file\.\n$/);
    assert.equal(exitCode, 1);
  });

  it('writes unsafe fixes only when they are asked for', async () => {
    const { exitCode, files } = await runOn({ files: { '/work/b.py': sleepy } }, 'check', '--fix', '--unsafe-fixes');
    assert.match(files['/work/b.py'] ?? '', /await asyncio\.sleep\(1\)/);
    assert.match(files['/work/b.py'] ?? '', /^import asyncio$/m);
    assert.equal(exitCode, 0);
  });

  it('keeps a byte order mark and line endings', async () => {
    const text = `\ufeff${unused.replace('\n', '\r\n')}y = 2\r\n`;
    const { files } = await runOn({ files: { '/work/a.py': text } }, 'check', '--fix');
    assert.equal(files['/work/a.py'], '\ufeffx = 1\r\ny = 2\r\n');
  });

  it('is 3 when a fix cannot be written', async () => {
    const { exitCode, err, out, files } = await runOn(
      { files: { '/work/a.py': unused, '/work/b.py': unused }, readOnly: ['/work/a.py'] },
      'check',
      '--fix',
    );
    assert.equal(exitCode, 3);
    assert.match(err, /^a\.py: its fixes cannot be written: permission denied\.$/m);
    assert.match(out, /fixed 1 finding in 1 file/);
    assert.equal(files['/work/a.py'], unused);
    assert.equal(files['/work/b.py'], 'x = 1\n');
  });

  it('shows with --diff what it would change, and writes nothing', async () => {
    const machine = { files: { '/work/a.py': unused, '/work/b.py': clean } };
    const { exitCode, out, err, files } = await runOn(machine, 'check', '--diff');
    assert.equal(exitCode, 1);
    assert.equal(out, '--- a.py\n+++ a.py\n@@ -1,1 +1,1 @@\n-x = 1  # patterns: ignore[blocking-sleep]\n+x = 1\n');
    assert.equal(err, 'Would fix 1 finding in 1 file.\n');
    assert.equal(files['/work/a.py'], unused);
    assert.equal((await runOn(machine, 'check', '--diff', 'b.py')).exitCode, 0);
    assert.equal((await runOn({ files: { '/work/a.py': sleepy } }, 'check', '--diff')).exitCode, 0);
    assert.equal((await runOn({ files: { '/work/a.py': sleepy } }, 'check', '--diff', '--unsafe-fixes')).exitCode, 1);
  });
});

describe('standard input', () => {
  it('is checked under the name and the settings of the file that it stands for', async () => {
    const files = { '/work/app/pyproject.toml': '[tool.service-patterns.severity]\nblocking-sleep = "error"\n' };
    const { exitCode, out } = await runOn({ files, input: sleepy }, 'check', '--stdin-filename', 'app/new.py', '-');
    assert.equal(exitCode, 1);
    assert.match(out, /^app\/new\.py:5:5: error blocking-sleep/);
    assert.match((await runOn({ files: {}, input: sleepy }, 'check', '-')).out, /^-:5:5: warning blocking-sleep/);
  });

  it('comes back fixed, with the findings beside it', async () => {
    const { exitCode, out, err, files } = await runOn(
      { files: { '/work/a.py': 'old\n' }, input: unused + sleepy },
      'check',
      '--fix',
      '--stdin-filename',
      'a.py',
    );
    assert.equal(out, `x = 1\n${sleepy}`);
    assert.match(err, /^a\.py:6:5: warning blocking-sleep/);
    assert.equal(exitCode, 1);
    assert.equal(files['/work/a.py'], 'old\n');
  });
});

import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { badConfiguration } from '../../server/src/engine/configuration';
import { defineRule } from '../../server/src/engine/rule';
import type { ConfigFix, Fix, Rule } from '../../server/src/engine/rule';
import type { FixKind } from '../../server/src/engine/finding';
import { check } from '../support/check';
import { applied } from '../support/fixing';
import { asRule, isCallOf } from '../support/rules';

/** A rule that reports calls of a function and offers one fix for each. */
function fixing(id: string, kind: FixKind, edits: Fix['edits'], callee = id): Rule {
  return asRule(
    id,
    'noise',
    defineRule({
      severity: 'warning',
      profile: 'recommended',
      since: '0.1.0',
      topics: ['event-loop'],
      fix: kind,
      messages: { called: 'called' },
      visit: {
        call: (node, { finding }) =>
          isCallOf(node, callee) ? finding(node, 'called', {}, { fixes: [{ id: 'fix', args: 'args' }] }) : undefined,
      },
      fixes: { fix: { kind, title: (args) => `Fix with ${JSON.stringify(args)}`, edits } },
    }),
  );
}

const rename = fixing('rename', 'safe', (node, _args, { edit }) => [edit.replace({ start: node.start, end: node.start + 6 }, 'renamed')]);
const wrap = fixing('wrap', 'unsafe', (node, _args, { edit }) => {
  const module = edit.importModule('asyncio', node);
  return module && [...module.edits, edit.insert(node.start, `${module.name}.wrap(`), edit.insert(node.end, ')')];
});
const nap = fixing('nap', 'safe', (node, _args, { edit }) => {
  const name = edit.importFrom('asyncio', 'sleep', node);
  return name && [...name.edits, edit.replace({ start: node.start, end: node.start + 3 }, name.name)];
});
const declines = fixing('declines', 'safe', () => undefined);

describe('a fix', () => {
  test('is offered with its title and kind', () => {
    const [finding] = check('wrap()\n', { rules: [wrap] }).findings;
    assert.deepEqual(finding?.fixes, [{ id: 'fix', args: 'args', title: 'Fix with "args"', kind: 'unsafe' }]);
  });

  test('gives edits in order', () =>
    assert.equal(fixed('def f():\n    wrap(1)\n', [wrap]), 'import asyncio\n\n\ndef f():\n    asyncio.wrap(wrap(1))\n'));

  test('may decline', () => assert.equal(fixed('declines()\n', [declines]), undefined));

  test('that changes nothing is none', () => {
    const idle = fixing('idle', 'safe', (node, _args, { edit }) => [edit.replace(node, node.text)]);
    assert.equal(fixed('idle()\n', [idle]), undefined);
    assert.equal(fixed('idle()\n', [fixing('idle', 'safe', () => [])]), undefined);
  });

  test('whose edits overlap is refused', () => {
    const overlapping = fixing('over', 'safe', (node, _args, { edit }) => [edit.replace(node, 'a'), edit.insert(node.start + 1, 'b')]);
    assert.equal(fixed('over()\n', [overlapping]), undefined);
  });

  test('that reaches out of the text is refused', () => {
    assert.equal(fixed('out()\n', [fixing('out', 'safe', (node, _args, { edit }) => [edit.insert(node.end + 100, 'b')])]), undefined);
  });

  test('whose result does not parse is refused', () => {
    const breaking = fixing('broken', 'safe', (node, _args, { edit }) => [edit.replace(node, 'if (')]);
    assert.equal(fixed('broken()\n', [breaking]), undefined);
  });

  test('is possible in a file that is broken elsewhere', () => {
    assert.equal(fixed('rename()\n\ndef f(:\n', [rename]), 'renamed()\n\ndef f(:\n');
    const breaking = fixing('broken', 'safe', (node, _args, { edit }) => [edit.replace(node, 'x = = ) (')]);
    assert.equal(fixed('broken()\n\ndef f(:\n', [breaking]), undefined);
  });

  test('that throws is reported when it is asked for, and gives nothing', () => {
    const throwing = fixing('throwing', 'safe', () => {
      throw new Error('no');
    });
    const checked = check('throwing()\nrename()\n', { rules: [throwing, rename] });
    assert.deepEqual(checked.failures, []);
    assert.equal(applied(checked, checked.fixAll('safe')), 'throwing()\nrenamed()\n');
    assert.deepEqual(checked.failures, [{ rule: 'throwing', file: 'app/module.py', offset: 0, error: 'Error: no' }]);
  });

  test('that is unsafe can be hidden', () => {
    const { findings } = check('wrap()\nrename()\n', { rules: [wrap, rename], settings: { unsafeFixes: 'hide' } });
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.length),
      [0, 1],
    );
  });
});

describe('all fixes', () => {
  test('of the strength asked for', () => {
    const checked = check('wrap()\nrename()\n', { rules: [wrap, rename] });
    assert.equal(applied(checked, checked.fixAll('safe')), 'wrap()\nrenamed()\n');
    assert.equal(applied(checked, checked.fixAll('unsafe')), 'import asyncio\n\nasyncio.wrap(wrap())\nrenamed()\n');
  });

  test('of the rules asked for', () => {
    const checked = check('wrap()\nrename()\n', { rules: [wrap, rename] });
    assert.equal(applied(checked, checked.fixAll('unsafe', new Set(['rename']))), 'wrap()\nrenamed()\n');
    assert.deepEqual(checked.fixAll('unsafe', new Set(['other'])), []);
  });

  test('takes the next fix of a finding where the first declines', () => {
    const rule = asRule(
      'either',
      'noise',
      defineRule({
        severity: 'warning',
        profile: 'recommended',
        since: '0.1.0',
        topics: ['event-loop'],
        fix: 'safe',
        messages: { called: 'called' },
        visit: {
          call: (node, { finding }) =>
            isCallOf(node, 'either') ? finding(node, 'called', {}, { fixes: [{ id: 'never' }, { id: 'rename' }] }) : undefined,
        },
        fixes: {
          never: { kind: 'safe', title: 'Never', edits: () => undefined },
          rename: { kind: 'safe', title: 'Rename', edits: (node, _args, { edit }) => [edit.replace(node, 'other()')] },
        },
      }),
    );
    const checked = check('either()\n', { rules: [rule] });
    assert.equal(applied(checked, checked.fixAll('safe')), 'other()\n');
  });

  test('add an import once', () => {
    assert.equal(allFixed('wrap(1)\nwrap(2)\n', [wrap]), 'import asyncio\n\nasyncio.wrap(wrap(1))\nasyncio.wrap(wrap(2))\n');
    assert.equal(allFixed('from asyncio import run\n\nnap(1)\nnap(2)\n', [nap]), 'from asyncio import run, sleep\n\nsleep(1)\nsleep(2)\n');
  });

  test('may add two imports in one place', () => {
    const load = fixing('load', 'safe', (node, _args, { edit }) => {
      const module = edit.importModule('json', node);
      return module && [...module.edits, edit.replace({ start: node.start, end: node.start + 4 }, 'json.load')];
    });
    assert.equal(
      allFixed('import os\n\nwrap(1)\nload(2)\n', [wrap, load]),
      'import asyncio\nimport json\nimport os\n\nasyncio.wrap(wrap(1))\njson.load(2)\n',
    );
  });

  test('leave out what overlaps, and take the first', () => {
    assert.equal(allFixed('wrap(wrap(1))\n', [wrap]), 'import asyncio\n\nasyncio.wrap(wrap(wrap(1)))\n');
    const replace = fixing('replace', 'safe', (node, _args, { edit }) => [edit.replace(node, 'replaced')]);
    assert.equal(allFixed('replace(replace())\n', [replace]), 'replaced\n');
  });

  test('leave out insertions in one place: their order would be chance', () => {
    const before = fixing('before', 'safe', (node, _args, { edit }) => [edit.insert(node.start, 'a + ')], 'f');
    const also = fixing('before-too', 'safe', (node, _args, { edit }) => [edit.insert(node.start, 'b + ')], 'f');
    assert.equal(allFixed('f()\n', [before, also]), 'a + f()\n');
  });

  test('leave out one that spoils the others', () => {
    const open = fixing('open', 'safe', (node, _args, { edit }) => [edit.insert(node.start, '(')], 'f');
    assert.equal(allFixed('f()\nrename()\n', [open, rename]), 'f()\nrenamed()\n');
  });

  test('change nothing when done twice', () => {
    const once = allFixed('import os\n\nrename()\nnap(1)\n', [rename, nap]);
    assert.equal(allFixed(once, [rename, nap]), once);
  });

  test('of a text without findings are none', () => assert.deepEqual(check('x\n', { rules: [wrap] }).fixAll('unsafe'), []));
});

describe('a configuration file', () => {
  const moving: ConfigFix = {
    kind: 'safe',
    title: 'Rename',
    edits: (document) => {
      const entry = document.root.entries.get('old');
      return entry && [{ ...entry.key, newText: 'new' }];
    },
  };
  const toml = (fix: ConfigFix): Rule =>
    asRule(
      'old-key',
      'tooling',
      defineRule({
        severity: 'information',
        profile: 'recommended',
        since: '0.1.0',
        topics: ['event-loop'],
        fix: 'safe',
        messages: { old: 'old' },
        toml: (document, { finding }) => {
          const entry = document.root.entries.get('old');
          return entry && finding(entry.key, 'old', {}, { fixes: [{ id: 'move' }] });
        },
        configFixes: { move: fix },
      }),
    );
  const file = 'pyproject.toml';

  test('is checked and fixed by rules', () => {
    const checked = check('old = 1\n', { rules: [toml(moving)], file });
    const [finding] = checked.findings;
    const [offer] = finding?.fixes ?? [];
    assert.ok(finding !== undefined && offer !== undefined);
    assert.equal(applied(checked, checked.fix(finding, offer) ?? []), 'new = 1\n');
    assert.equal(applied(checked, checked.fixAll('safe')), 'new = 1\n');
    assert.equal(checked.ignore(finding, 'line'), undefined);
  });

  test('is not fixed into something else', () => {
    const breaking: ConfigFix = { ...moving, edits: () => [{ start: 0, end: 3, newText: '[' }] };
    const checked = check('old = 1\n', { rules: [toml(breaking)], file });
    assert.deepEqual(checked.fixAll('safe'), []);
  });

  test('has its own findings where settings are wrong', () => {
    const text = '[tool.service-patterns]\nprofil = "strict"\nnoqa = 1\n';
    const { findings } = check(text, { rules: [], file });
    assert.deepEqual(
      findings.map(({ rule, category, severity, message, range }) => [
        rule,
        category,
        severity,
        message,
        text.slice(range.start, range.end),
      ]),
      [
        [badConfiguration.id, 'tooling', 'error', 'Unknown setting `profil`; did you mean `profile`?', 'profil'],
        [badConfiguration.id, 'tooling', 'error', '`noqa`: Expected one of `all`, `codes`, `off`', '1'],
      ],
    );
    assert.deepEqual(check(text, { rules: [], file, settings: { severity: { 'bad-configuration': 'off' } } }).findings, []);
  });
});

function fixed(code: string, rules: readonly Rule[]): string | undefined {
  const checked = check(code, { rules });
  const [finding] = checked.findings;
  const [offer] = finding?.fixes ?? [];
  assert.ok(finding !== undefined && offer !== undefined);
  const edits = checked.fix(finding, offer);
  return edits && applied(checked, edits);
}

function allFixed(code: string, rules: readonly Rule[]): string {
  const checked = check(code, { rules });
  return applied(checked, checked.fixAll('unsafe'));
}

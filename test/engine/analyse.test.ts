import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { Budget } from '../../server/src/engine/budget';
import { defineRule } from '../../server/src/engine/rule';
import type { Rule } from '../../server/src/engine/rule';
import { check } from '../support/check';
import { asRule, callRule, isCallOf } from '../support/rules';

const about = { severity: 'warning', profile: 'recommended', since: '0.1.0', topics: ['event-loop'], fix: 'none' } as const;

describe('a check', () => {
  test('sees each node of its kind once, in classes and functions too', () => {
    const code = 'bang(bang())\n\n\nclass A:\n    x = bang()\n\n    def f(self):\n        return [bang() for _ in bang()]\n';
    const { findings, failures, complete } = check(code, { rules: [callRule('bang', 'noise')] });
    assert.equal(findings.length, 5);
    assert.deepEqual(failures, []);
    assert.equal(complete, true);
  });

  test('may look at the module, at the file as a whole, and give several findings', () => {
    const rule = asRule(
      'several',
      'noise',
      defineRule({
        ...about,
        messages: { module: 'module', file: 'file', call: 'call' },
        visit: {
          module: (node, { finding }) => finding(node, 'module', {}),
          *call(node, { finding }) {
            yield finding(node, 'call', {});
            yield finding(node.field('function'), 'call', {});
          },
        },
        file: ({ view, finding }) => [finding(view.tree.root, 'file', {})],
      }),
    );
    assert.deepEqual(
      check('f()\n', { rules: [rule] })
        .findings.map(({ message }) => message)
        .sort(),
      ['call', 'call', 'file', 'module'],
    );
  });

  test('makes findings of data alone', () => {
    const [finding] = check('bang()\n', { rules: [callRule('bang', 'noise')] }).findings;
    assert.deepEqual(finding, {
      file: 'app/module.py',
      range: { start: 0, end: 6 },
      anchor: { kind: 'call', start: 0, end: 6 },
      message: '`bang` is called',
      related: [],
      tags: [],
      rule: 'bang',
      category: 'noise',
      severity: 'warning',
      certainty: 'certain',
      fixes: [],
    });
  });

  test('puts code into messages on one line, short, and without ending their code spans', () => {
    const rule = asRule(
      'quoting',
      'noise',
      defineRule({
        ...about,
        messages: { text: '`{text}`' },
        visit: { string: (node, { finding }) => finding(node, 'text', { text: node.text }) },
      }),
    );
    const messageOf = (code: string): string | undefined => check(code, { rules: [rule] }).findings[0]?.message;
    assert.equal(messageOf('"""a\n\n  b"""\n'), '`"""a b"""`');
    assert.equal(messageOf('"`x`"\n'), '`"\'x\'"`');
    assert.equal(messageOf(`"${'x'.repeat(100)}"\n`)?.length, 62);
    assert.equal(messageOf('"{text}"\n'), '`"{text}"`');
  });

  test('is sorted by place, then by rule', () => {
    const rules = [callRule('zeta', 'noise', {}, 'bang'), callRule('alpha', 'noise', {}, 'bang')];
    assert.deepEqual(
      check('bang()\nbang()\n', { rules }).findings.map(({ rule, range }) => `${String(range.start)} ${rule}`),
      ['0 alpha', '0 zeta', '7 alpha', '7 zeta'],
    );
  });
});

describe('calls by the last name of what is called', () => {
  const rule = asRule(
    'named',
    'noise',
    defineRule({
      ...about,
      messages: { called: '{text}' },
      namedCalls: { names: ['bang', 'boom', 'bang'], check: (node, { finding }) => finding(node, 'called', { text: node.text }) },
    }),
  );
  const called = (code: string): readonly string[] => check(code, { rules: [rule] }).findings.map(({ message }) => message);

  test('are seen once each, whatever stands before the name', () => {
    const calls = ['bang()', 'a.b.boom()', 'f().bang(x)', 'a[0].bang()', '(bang)()', 'bang[int]()', '"".bang()', 'a. bang()'];
    assert.deepEqual(called(`${calls.join('\n')}\n`), calls);
    assert.deepEqual(called('bang.other()\nbangs()\nbang()()\nother(bang)\n(lambda: bang)()\n'), ['bang()']);
  });

  test('are seen by the name that was imported, and by the one that was assigned from', () => {
    assert.deepEqual(called('from x import bang as b, other as o\nb()\no()\na.b()\n'), ['b()']);
    assert.deepEqual(called('import x.bang as b\n\ndef f():\n    c = b\n    c()\n'), ['c()']);
    assert.deepEqual(called('from x import boom as bang\nbang()\n'), ['bang()']);
    assert.deepEqual(called('run = client.boom\nif run:\n    run = run\nrun()\n'), ['run()']);
    assert.deepEqual(called('from x import bang as b\n\ndef f(b):\n    b()\n'), []);
  });

  test('are nothing to fail on where the code is broken', () => {
    for (const code of ['bang(', 'x.bang(', 'x.(', 'x.()', '.bang()', '(bang', '()()', 'bang[']) assert.ok(called(code).length <= 1);
  });
});

describe('a rule that throws', () => {
  const broken = asRule(
    'broken',
    'noise',
    defineRule({
      ...about,
      messages: { called: 'called' },
      visit: {
        call: (node, { finding }) => {
          if (isCallOf(node, 'boom')) throw new TypeError('no such thing');
          return finding(node, 'called', {});
        },
      },
    }),
  );

  test('is off for the rest of the file, and the others go on', () => {
    const { findings, failures, complete } = check('x()\nboom()\nboom()\nbang()\n', { rules: [broken, callRule('bang', 'noise')] });
    assert.deepEqual(
      findings.map(({ rule, range }) => [rule, range.start]),
      [
        ['broken', 0],
        ['bang', 18],
      ],
    );
    assert.deepEqual(failures, [{ rule: 'broken', file: 'app/module.py', offset: 4, error: 'TypeError: no such thing' }]);
    assert.equal(complete, true);
  });

  test('runs again on the next text', () => {
    const rules = [broken];
    assert.equal(check('boom()\n', { rules }).failures.length, 1);
    assert.deepEqual(check('x()\n', { rules }).failures, []);
  });

  test('does so wherever it is asked', () => {
    const failing = (): never => {
      throw new Error('no');
    };
    const hooks: readonly Partial<Rule>[] = [
      { visit: { module: failing } },
      { file: failing },
      { directives: failing },
      {
        visit: {
          *module(node, { finding }) {
            yield finding(node, 'called', {});
            failing();
          },
        },
      },
    ];
    for (const hook of hooks) {
      const rule = { ...asRule('failing', 'noise', { ...about, messages: { called: 'called' } }), ...hook };
      const { failures, findings } = check('bang()\n', { rules: [rule, callRule('bang', 'noise')] });
      assert.deepEqual(
        failures.map(({ error }) => error),
        ['Error: no'],
      );
      assert.equal(findings.filter(({ rule: id }) => id === 'bang').length, 1);
    }
    const config = { ...asRule('failing', 'noise', { ...about, messages: {} }), toml: failing };
    assert.equal(check('[project]\n', { rules: [config], file: 'pyproject.toml' }).failures.length, 1);
  });
});

describe('a budget', () => {
  test('ends the check between statements', () => {
    let asked = 0;
    const budget: Budget = { spent: () => (asked += 1) > 2 };
    const { findings, complete } = check('bang()\nbang()\nbang()\nbang()\n', { rules: [callRule('bang', 'noise')], budget });
    assert.equal(findings.length, 2);
    assert.equal(complete, false);
  });

  test('leaves out a rule that takes more than its share, and says so', () => {
    let time = 0;
    const slow = asRule(
      'slow',
      'noise',
      defineRule({
        ...about,
        messages: { called: 'called' },
        visit: {
          call: (node, { finding }) => {
            time += 100;
            return finding(node, 'called', {});
          },
        },
      }),
    );
    const budget: Budget = { spent: () => false, share: { now: () => time, limit: 250 } };
    const { findings, failures } = check('bang()\n'.repeat(5), { rules: [slow, callRule('bang', 'noise')], budget });
    assert.equal(findings.filter(({ rule }) => rule === 'slow').length, 3);
    assert.equal(findings.filter(({ rule }) => rule === 'bang').length, 5);
    assert.deepEqual(
      failures.map(({ rule, error }) => [rule, error]),
      [['slow', 'Left out of the rest of the file: it took more than 250 ms']],
    );
  });
});

describe('certainty', () => {
  const rule = asRule(
    'typed',
    'noise',
    defineRule({
      ...about,
      messages: { typed: '{type}' },
      visit: {
        call(node, { view, finding }) {
          const callee = node.field('function');
          const type = callee.is('attribute') ? view.typeOf(callee.field('object')) : undefined;
          return type === undefined ? undefined : finding(node, 'typed', { type: type.type });
        },
        string: (node, { finding }) => finding(node, 'typed', { type: 'string' }),
      },
    }),
  );
  /** Nobody knows what is given, so that the type is not certain. */
  const code = 'import requests\n\n\ndef f(given=None):\n    session = given or requests.Session()\n    session.get("a")\n';

  test('is the least of what the check was told, and of nothing else', () => {
    const { findings } = check(code, { rules: [rule], profile: 'strict' });
    const byMessage = new Map(findings.map(({ message, certainty }) => [message, certainty]));
    assert.equal(byMessage.get('string'), 'certain');
    assert.equal(byMessage.get('requests.Session'), 'likely');
  });

  test('decides in which profiles a finding is shown', () => {
    const shown = (profile: 'minimal' | 'recommended' | 'strict' | 'all'): string[] =>
      check(code, { rules: [{ ...rule, profile: 'minimal' }], profile }).findings.map(({ message }) => message);
    assert.deepEqual(shown('minimal'), ['string']);
    assert.deepEqual(shown('recommended'), ['string']);
    assert.ok(shown('strict').includes('requests.Session'));
    assert.ok(shown('all').includes('requests.Session'));
  });

  test('does not make an ignore comment look unused', () => {
    const commented = code.replace('session.get("a")', 'session.get(b)  # patterns: ignore[typed]');
    const { directives } = check(commented, { rules: [rule] });
    assert.deepEqual(
      directives.flatMap(({ codes }) => codes.map(({ silenced }) => silenced)),
      [1],
    );
  });
});

/** The edges of the fixes for tasks, cancellation and causes: where code stands on one line, names are taken, or nothing is right. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { check } from '../support/check';
import { applied, findingsOf } from '../support/fixing';

test('a task on the line of its condition is kept on that line', () => {
  assert.equal(
    fixed('dangling-task', 'import asyncio\n\n\ndef f(task):\n    if task: asyncio.create_task(g())\n'),
    'import asyncio\n\nbackground_tasks: set[asyncio.Task] = set()\n\n\ndef f(task):\n' +
      '    if task: task_2 = asyncio.create_task(g()); background_tasks.add(task_2); task_2.add_done_callback(background_tasks.discard)\n',
  );
});

test('the set has another name where a parameter has its usual one, and line endings stay', () => {
  assert.equal(
    fixed('dangling-task', 'import asyncio\r\n\r\n\r\ndef f(background_tasks):\r\n    asyncio.create_task(g())\r\n'),
    'import asyncio\r\n\r\nrunning_tasks: set[asyncio.Task] = set()\r\n\r\n\r\ndef f(background_tasks):\r\n' +
      '    task = asyncio.create_task(g())\r\n    running_tasks.add(task)\r\n    task.add_done_callback(running_tasks.discard)\r\n',
  );
});

test('a set of tasks is known by its annotation, and that of the class is taken first', () => {
  const named = 'import asyncio\n\n_running: "set[asyncio.Task[None]]" = set()\n\n\n';
  const kept = (set: string, indent: string): string =>
    `task = asyncio.create_task(g())\n${indent}${set}.add(task)\n${indent}task.add_done_callback(${set}.discard)\n`;
  const plain = `${named}def f():\n    `;
  assert.equal(fixed('dangling-task', `${plain}asyncio.create_task(g())\n`), plain + kept('_running', '    '));
  const owned = `${named}class A:\n    jobs: set[asyncio.Task] = set()\n\n    def f(self):\n        `;
  assert.equal(fixed('dangling-task', `${owned}asyncio.create_task(g())\n`), owned + kept('self.jobs', '        '));
  const inherited =
    'import asyncio\n\n\nclass Base:\n    def __init__(self):\n        self.tasks = set()\n\n\nclass A(Base):\n    def f(self):\n        ';
  assert.equal(fixed('dangling-task', `${inherited}asyncio.create_task(g())\n`), inherited + kept('self.tasks', '        '));
});

test('a callback that is chained to the task stays', () => {
  assert.equal(
    fixed(
      'dangling-task',
      'import asyncio\n\nmy_tasks = set()\n\n\ndef f():\n    asyncio.create_task(g()).add_done_callback(print)  # why\n',
    ),
    'import asyncio\n\nmy_tasks = set()\n\n\ndef f():\n    task = asyncio.create_task(g())\n    my_tasks.add(task)\n' +
      '    task.add_done_callback(my_tasks.discard)\n    task.add_done_callback(print)  # why\n',
  );
});

test('no set for a task that a lambda or a comprehension makes', () => {
  const lambda = 'import asyncio\n\n\ndef f(loop):\n    loop.call_later(1, lambda: asyncio.create_task(g()))\n';
  assert.deepEqual(offers('dangling-task', lambda), []);
  assert.deepEqual(offers('dangling-task', 'import asyncio\n\n\ndef f(xs):\n    [asyncio.create_task(x) for x in xs]\n'), []);
});

test('cancellation is raised again after clean-up, below comments, and on the line of the clause', () => {
  const code = (handler: string): string =>
    `import asyncio\n\n\nasync def f(x):\n    try:\n        await x.a()\n    except asyncio.CancelledError:${handler}\n    await x.b()\n`;
  const fix = (handler: string): string => fixed('swallowed-cancellation', code(handler));
  assert.equal(fix(' x.log()'), code(' x.log(); raise'));
  assert.equal(fix('\n        return await x.stop()  # late'), code('\n        await x.stop()  # late\n        raise'));
  assert.equal(fix('\n        x.log()  # late'), code('\n        x.log()  # late\n        raise'));
  assert.equal(fix('\n        return None'), code('\n        raise'));
});

test('Exception is not caught twice', () => {
  const code =
    'async def f(x):\n    try:\n        await x.a()\n    except Exception:\n        pass\n    except BaseException:\n        pass\n    await x.b()\n';
  assert.equal(outcome('swallowed-cancellation', code, 'catchException'), undefined);
  assert.match(
    outcome('swallowed-cancellation', code, 'reraiseFirst') ?? '',
    /except asyncio\.CancelledError:\n {8}raise\n {4}except BaseException:/,
  );
});

test('coroutines of a list with a name are started one by one', () => {
  const code = (last: string): string =>
    `import asyncio\n\n\nasync def f(x): ...\n\n\nasync def g(xs):\n    calls = [f(x) for x in xs]\n${last}`;
  assert.equal(
    fixed('prefer-taskgroup', code('    await asyncio.gather(*calls)\n')),
    code('    async with asyncio.TaskGroup() as group:\n        for coroutine in calls:\n            group.create_task(coroutine)\n'),
  );
  assert.equal(
    fixed('prefer-taskgroup', code('    found = await asyncio.gather(*calls)\n    return found\n')),
    code(
      '    async with asyncio.TaskGroup() as group:\n        tasks = [group.create_task(coroutine) for coroutine in calls]\n' +
        '    found = [task.result() for task in tasks]\n    return found\n',
    ),
  );
});

test('a task group is no drop-in inside a try that names errors, beside comments, or in an expression', () => {
  const body = (lines: string): string => `import asyncio\n\n\nasync def f(a, b):\n${lines}\n`;
  const gather = 'await asyncio.gather(a(), b())';
  for (const lines of [
    `    try:\n        ${gather}\n    except ValueError:\n        pass`,
    '    await asyncio.gather(\n        a(),  # first\n        b(),\n    )',
    `    x = list(${gather})`,
    `    x, *y = ${gather}`,
    `    x, y, z = ${gather}`,
    `    x: list = ${gather}`,
    `    a(); ${gather}`,
  ]) {
    assert.equal(outcome('prefer-taskgroup', body(lines), 'useTaskGroup'), undefined, lines);
  }
  const tried = `    try:\n        ${gather}\n    except Exception:\n        pass`;
  assert.match(outcome('prefer-taskgroup', body(tried), 'useTaskGroup') ?? '', /async with asyncio\.TaskGroup\(\) as group:/);
});

test('the names that a task group needs are new', () => {
  assert.equal(
    fixed(
      'prefer-taskgroup',
      'import asyncio\n\n\nasync def f(group, tasks, xs):\n    _, group.x = await asyncio.gather(tasks.a(), tasks.b())\n',
    ),
    'import asyncio\n\n\nasync def f(group, tasks, xs):\n    async with asyncio.TaskGroup() as group_2:\n        group_2.create_task(tasks.a())\n' +
      '        x_task = group_2.create_task(tasks.b())\n    group.x = x_task.result()\n',
  );
});

test('a caught error gets the name that the file uses, unless that is taken', () => {
  const code = (first: string, last: string): string =>
    `class X(Exception):\n    pass\n\n\ndef f(g):\n    try:\n        g()\n    except OSError as exc:\n        print(exc)\n    except ${first}:\n        raise X${last}\n`;
  assert.equal(fixed('raise-without-from', code('KeyError', '')), code('KeyError as exc', ' from exc'));
  assert.equal(
    fixed('raise-without-from', code('(KeyError, ValueError)', '(\n            1,\n        )')),
    code('(KeyError, ValueError) as exc', '(\n            1,\n        ) from exc'),
  );
  assert.equal(fixed('raise-without-from', code('KeyError, ValueError', '')), code('(KeyError, ValueError) as exc', ' from exc'));
  assert.equal(
    fixed('raise-without-from', 'def f(error):\n    try:\n        g()\n    except:\n        raise ValueError(error)\n'),
    'def f(error):\n    try:\n        g()\n    except BaseException as exc:\n        raise ValueError(error) from exc\n',
  );
});

test('a name that no longer stands for the error is not given as its cause', () => {
  const code =
    'def f(g):\n    try:\n        g()\n    except OSError as error:\n        error = str(error)\n        raise ValueError(error)\n';
  assert.equal(outcome('raise-without-from', code, 'fromCaught'), undefined);
  assert.match(outcome('raise-without-from', code, 'fromNone') ?? '', /raise ValueError\(error\) from None/);
});

/** The text after the first finding's first fix. */
function fixed(rule: string, code: string): string {
  const [first] = offers(rule, code);
  return (first === undefined ? undefined : outcome(rule, code, first)) ?? 'there is no fix';
}

function offers(rule: string, code: string): readonly string[] {
  const [finding] = findingsOf(check(code, { profile: 'all' }), rule);
  assert.ok(finding !== undefined, `${rule} finds nothing in:\n${code}`);
  return finding.fixes.map(({ id }) => id);
}

/** The text after one fix of the first finding; undefined where the fix declines. */
function outcome(rule: string, code: string, id: string): string | undefined {
  const checked = check(code, { profile: 'all' });
  const [finding] = findingsOf(checked, rule);
  const offer = finding?.fixes.find((fix) => fix.id === id);
  assert.ok(finding !== undefined && offer !== undefined, `${rule} does not offer ${id} in:\n${code}`);
  const edits = checked.fix(finding, offer);
  return edits === undefined ? undefined : applied(checked, edits);
}

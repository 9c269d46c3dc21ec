/// <reference path="../docs/markdown.d.ts" />
// Written by `npm run generate` from the folders of rules.
import type { Rule } from '../engine/rule';
import rule0 from './asyncio/blocking-call-configured/rule';
import text0 from './asyncio/blocking-call-configured/rule.md';
import rule1 from './asyncio/blocking-call-via-helper/rule';
import text1 from './asyncio/blocking-call-via-helper/rule.md';
import rule2 from './asyncio/blocking-db-call/rule';
import text2 from './asyncio/blocking-db-call/rule.md';
import rule3 from './asyncio/blocking-file-io/rule';
import text3 from './asyncio/blocking-file-io/rule.md';
import rule4 from './asyncio/blocking-http-call/rule';
import text4 from './asyncio/blocking-http-call/rule.md';
import rule5 from './asyncio/blocking-input/rule';
import text5 from './asyncio/blocking-input/rule.md';
import rule6 from './asyncio/blocking-os-wait/rule';
import text6 from './asyncio/blocking-os-wait/rule.md';
import rule7 from './asyncio/blocking-path-io/rule';
import text7 from './asyncio/blocking-path-io/rule.md';
import rule8 from './asyncio/blocking-sleep/rule';
import text8 from './asyncio/blocking-sleep/rule.md';
import rule9 from './asyncio/blocking-socket-or-lock/rule';
import text9 from './asyncio/blocking-socket-or-lock/rule.md';
import rule10 from './asyncio/blocking-subprocess/rule';
import text10 from './asyncio/blocking-subprocess/rule.md';
import rule11 from './asyncio/cpu-bound-in-async/rule';
import text11 from './asyncio/cpu-bound-in-async/rule.md';
import rule12 from './asyncio/dangling-task/rule';
import text12 from './asyncio/dangling-task/rule.md';
import rule13 from './asyncio/nested-event-loop/rule';
import text13 from './asyncio/nested-event-loop/rule.md';
import rule14 from './asyncio/prefer-taskgroup/rule';
import text14 from './asyncio/prefer-taskgroup/rule.md';
import rule15 from './asyncio/swallowed-cancellation/rule';
import text15 from './asyncio/swallowed-cancellation/rule.md';
import rule16 from './asyncio/sync-queue-in-async/rule';
import text16 from './asyncio/sync-queue-in-async/rule.md';
import rule17 from './asyncio/taskgroup-plain-except/rule';
import text17 from './asyncio/taskgroup-plain-except/rule.md';
import rule18 from './errors/raise-without-from/rule';
import text18 from './errors/raise-without-from/rule.md';
import rule19 from './fastapi/deprecated-on-event/rule';
import text19 from './fastapi/deprecated-on-event/rule.md';
import rule20 from './pooling/aiohttp-connector-limit/rule';
import text20 from './pooling/aiohttp-connector-limit/rule.md';
import rule21 from './pooling/asyncpg-pool-size/rule';
import text21 from './pooling/asyncpg-pool-size/rule.md';
import rule22 from './pooling/client-per-request/rule';
import text22 from './pooling/client-per-request/rule.md';
import rule23 from './pooling/engine-per-request/rule';
import text23 from './pooling/engine-per-request/rule.md';
import rule24 from './pooling/pool-pre-ping/rule';
import text24 from './pooling/pool-pre-ping/rule.md';
import rule25 from './pooling/pool-size-unset/rule';
import text25 from './pooling/pool-size-unset/rule.md';
import rule26 from './resilience/missing-timeout/rule';
import text26 from './resilience/missing-timeout/rule.md';
import rule27 from './resilience/retry-swallows-cancellation/rule';
import text27 from './resilience/retry-swallows-cancellation/rule.md';
import rule28 from './resilience/retry-unbounded/rule';
import text28 from './resilience/retry-unbounded/rule.md';
import rule29 from './sqlalchemy/expire-on-commit/rule';
import text29 from './sqlalchemy/expire-on-commit/rule.md';
import rule30 from './sqlalchemy/sync-session-in-async/rule';
import text30 from './sqlalchemy/sync-session-in-async/rule.md';
import rule31 from './sqlalchemy/unawaited-session-call/rule';
import text31 from './sqlalchemy/unawaited-session-call/rule.md';
import rule32 from './tooling/dev-extra/rule';
import text32 from './tooling/dev-extra/rule.md';
import rule33 from './tooling/malformed-ignore/rule';
import text33 from './tooling/malformed-ignore/rule.md';
import rule34 from './tooling/unused-ignore/rule';
import text34 from './tooling/unused-ignore/rule.md';

/** Every rule, by category and id. */
export const rules: readonly Rule[] = [
  { ...rule0, id: 'blocking-call-configured', category: 'asyncio', title: 'Call that the project declares as blocking', summary: 'A function that your project file lists as blocking is called in an async function, and stops the whole event loop.' },
  { ...rule1, id: 'blocking-call-via-helper', category: 'asyncio', title: 'Blocking call reached through a helper', summary: 'An async function calls a plain function that waits, directly or through others, maybe in another file, and the event loop waits with it.' },
  { ...rule2, id: 'blocking-db-call', category: 'asyncio', title: 'Blocking database call in an async function', summary: 'A synchronous driver waits for the database in the thread of the event loop: while one query runs, every other request waits too.' },
  { ...rule3, id: 'blocking-file-io', category: 'asyncio', title: 'Blocking file access in an async function', summary: 'Opening, reading and writing files waits for the disk in the event loop\'s thread, and all other requests of this worker wait too.' },
  { ...rule4, id: 'blocking-http-call', category: 'asyncio', title: 'Blocking HTTP call in an async function', summary: 'A synchronous HTTP client waits for the other server in the event loop\'s thread, and every other request of this worker waits with it.' },
  { ...rule5, id: 'blocking-input', category: 'asyncio', title: 'Waiting for keyboard input in an async function', summary: '`input()` stops the whole event loop until somebody presses Enter.' },
  { ...rule6, id: 'blocking-os-wait', category: 'asyncio', title: 'Waiting for the system in an async function', summary: '`os.waitpid` and its relatives stop the whole event loop until another process ends or a signal arrives.' },
  { ...rule7, id: 'blocking-path-io', category: 'asyncio', title: 'File system calls in an async function', summary: 'Listing, renaming and deleting files waits for the file system in the event loop\'s thread, and all other requests of this worker wait too.' },
  { ...rule8, id: 'blocking-sleep', category: 'asyncio', title: 'Blocking sleep in an async function', summary: '`time.sleep` stops the whole event loop: every other request of this worker waits as well.' },
  { ...rule9, id: 'blocking-socket-or-lock', category: 'asyncio', title: 'Waiting on a socket, lock or thread in an async function', summary: 'A `threading` lock, a blocking socket or a future of another thread stops the whole event loop until somebody else moves.' },
  { ...rule10, id: 'blocking-subprocess', category: 'asyncio', title: 'Blocking subprocess in an async function', summary: 'Waiting for a process with `subprocess` or `os.system` stops the whole event loop until the process ends.' },
  { ...rule11, id: 'cpu-bound-in-async', category: 'asyncio', title: 'Long computing in an async function', summary: 'A password hash or a scaled image computes for tenths of a second on the event loop, and all other requests of this worker wait as long.' },
  { ...rule12, id: 'dangling-task', category: 'asyncio', title: 'Dangling task', summary: 'Nothing refers to a task that was just started, so Python may throw it away before it is done.' },
  { ...rule13, id: 'nested-event-loop', category: 'asyncio', title: 'Event loop inside a running event loop', summary: '`asyncio.run` and its like raise `RuntimeError` where a loop runs already, and in an async function one always does.' },
  { ...rule14, id: 'prefer-taskgroup', category: 'asyncio', title: 'gather where a task group fits', summary: 'When one call of `asyncio.gather` fails, the others run on, and nobody waits for them any more.' },
  { ...rule15, id: 'swallowed-cancellation', category: 'asyncio', title: 'Swallowed cancellation', summary: 'A handler catches `CancelledError` and does not raise it again, so the task cannot be stopped.' },
  { ...rule16, id: 'sync-queue-in-async', category: 'asyncio', title: 'Queue for threads in an async function', summary: '`queue.Queue.get` waits in the thread of the event loop, so the task that would put something into the queue may never run.' },
  { ...rule17, id: 'taskgroup-plain-except', category: 'asyncio', title: 'Plain except around a task group', summary: 'A task group raises an `ExceptionGroup`, so `except ValueError:` around it never catches the `ValueError` of a task.' },
  { ...rule18, id: 'raise-without-from', category: 'errors', title: 'Raise without from', summary: 'A handler raises a new error and does not say what caused it, so the log shows two errors that seem to have nothing in common.' },
  { ...rule19, id: 'deprecated-on-event', category: 'fastapi', title: 'Deprecated start-up and shutdown events', summary: 'What starts in one handler is closed in another, and the handlers stop running as soon as the application gets a lifespan.' },
  { ...rule20, id: 'aiohttp-connector-limit', category: 'pooling', title: 'aiohttp session without limits of its own', summary: 'One slow host can take all connections of the session, and whoever calls another host waits behind it.' },
  { ...rule21, id: 'asyncpg-pool-size', category: 'pooling', title: 'asyncpg pool of the default size', summary: 'Each process opens ten connections at once when it starts, and never more, however many requests wait.' },
  { ...rule22, id: 'client-per-request', category: 'pooling', title: 'Client made for each request', summary: 'Every call pays for a new connection and a new TLS set-up, and no connection is ever used twice.' },
  { ...rule23, id: 'engine-per-request', category: 'pooling', title: 'Engine or pool made for each request', summary: 'Every request opens connections that no other request uses, until the database refuses new ones.' },
  { ...rule24, id: 'pool-pre-ping', category: 'pooling', title: 'Pool that hands out dead connections', summary: 'After a restart of the database, the pool hands out connections that are closed, and the requests that get them fail.' },
  { ...rule25, id: 'pool-size-unset', category: 'pooling', title: 'Pool of a size nobody chose', summary: 'The library\'s default decides how many queries run at once, and the requests beyond it wait.' },
  { ...rule26, id: 'missing-timeout', category: 'resilience', title: 'Network call without a timeout', summary: 'A call to another machine that sets no limit waits for as long as the other side keeps silent, and that can be for ever.' },
  { ...rule27, id: 'retry-swallows-cancellation', category: 'resilience', title: 'Retry after cancellation', summary: 'A retry catches the cancellation of its task and tries again, so timeouts and shutdown cannot stop it.' },
  { ...rule28, id: 'retry-unbounded', category: 'resilience', title: 'Retry without a limit', summary: 'A call that fails for good is tried for ever: its worker never gets to anything else.' },
  { ...rule29, id: 'expire-on-commit', category: 'sqlalchemy', title: 'Objects that expire on commit', summary: 'An async session expires its objects on commit, and reading an attribute afterwards raises `MissingGreenlet`.' },
  { ...rule30, id: 'sync-session-in-async', category: 'sqlalchemy', title: 'Synchronous session in an async function', summary: 'A plain SQLAlchemy `Session` waits for the database in the thread of the event loop: while one query runs, every other request waits.' },
  { ...rule31, id: 'unawaited-session-call', category: 'sqlalchemy', title: 'Session call that is not awaited', summary: 'A method of an async session is called without `await`, so the database never hears of it.' },
  { ...rule32, id: 'dev-extra', category: 'tooling', title: 'Development tools as an extra', summary: 'The test runner and the linter become a published feature of the package, and nobody who installs it has a use for them.' },
  { ...rule33, id: 'malformed-ignore', category: 'tooling', title: 'Ignore comment that is not understood', summary: 'The comment is meant to silence a rule and does not, because of a slip in writing it.' },
  { ...rule34, id: 'unused-ignore', category: 'tooling', title: 'Ignore comment that ignores nothing', summary: 'The comment silences a rule that reports nothing here: the next finding on this line will be hidden without anyone having looked at it.' },
];

/** Each rule's page as it was written, by the rule's id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
  ['blocking-call-configured', text0],
  ['blocking-call-via-helper', text1],
  ['blocking-db-call', text2],
  ['blocking-file-io', text3],
  ['blocking-http-call', text4],
  ['blocking-input', text5],
  ['blocking-os-wait', text6],
  ['blocking-path-io', text7],
  ['blocking-sleep', text8],
  ['blocking-socket-or-lock', text9],
  ['blocking-subprocess', text10],
  ['cpu-bound-in-async', text11],
  ['dangling-task', text12],
  ['nested-event-loop', text13],
  ['prefer-taskgroup', text14],
  ['swallowed-cancellation', text15],
  ['sync-queue-in-async', text16],
  ['taskgroup-plain-except', text17],
  ['raise-without-from', text18],
  ['deprecated-on-event', text19],
  ['aiohttp-connector-limit', text20],
  ['asyncpg-pool-size', text21],
  ['client-per-request', text22],
  ['engine-per-request', text23],
  ['pool-pre-ping', text24],
  ['pool-size-unset', text25],
  ['missing-timeout', text26],
  ['retry-swallows-cancellation', text27],
  ['retry-unbounded', text28],
  ['expire-on-commit', text29],
  ['sync-session-in-async', text30],
  ['unawaited-session-call', text31],
  ['dev-extra', text32],
  ['malformed-ignore', text33],
  ['unused-ignore', text34],
]);

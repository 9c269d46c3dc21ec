/// <reference path="../docs/markdown.d.ts" />
// Written by `npm run generate` from the folders of rules.
import type { Rule } from '../engine/rule';
import rule0 from './asyncio/async-with-required/rule';
import text0 from './asyncio/async-with-required/rule.md';
import rule1 from './asyncio/async-without-await/rule';
import text1 from './asyncio/async-without-await/rule.md';
import rule2 from './asyncio/await-in-loop/rule';
import text2 from './asyncio/await-in-loop/rule.md';
import rule3 from './asyncio/blocking-call-configured/rule';
import text3 from './asyncio/blocking-call-configured/rule.md';
import rule4 from './asyncio/blocking-call-via-helper/rule';
import text4 from './asyncio/blocking-call-via-helper/rule.md';
import rule5 from './asyncio/blocking-db-call/rule';
import text5 from './asyncio/blocking-db-call/rule.md';
import rule6 from './asyncio/blocking-file-io/rule';
import text6 from './asyncio/blocking-file-io/rule.md';
import rule7 from './asyncio/blocking-http-call/rule';
import text7 from './asyncio/blocking-http-call/rule.md';
import rule8 from './asyncio/blocking-input/rule';
import text8 from './asyncio/blocking-input/rule.md';
import rule9 from './asyncio/blocking-os-wait/rule';
import text9 from './asyncio/blocking-os-wait/rule.md';
import rule10 from './asyncio/blocking-path-io/rule';
import text10 from './asyncio/blocking-path-io/rule.md';
import rule11 from './asyncio/blocking-sleep/rule';
import text11 from './asyncio/blocking-sleep/rule.md';
import rule12 from './asyncio/blocking-socket-or-lock/rule';
import text12 from './asyncio/blocking-socket-or-lock/rule.md';
import rule13 from './asyncio/blocking-subprocess/rule';
import text13 from './asyncio/blocking-subprocess/rule.md';
import rule14 from './asyncio/busy-wait/rule';
import text14 from './asyncio/busy-wait/rule.md';
import rule15 from './asyncio/control-flow-in-taskgroup/rule';
import text15 from './asyncio/control-flow-in-taskgroup/rule.md';
import rule16 from './asyncio/cpu-bound-in-async/rule';
import text16 from './asyncio/cpu-bound-in-async/rule.md';
import rule17 from './asyncio/dangling-task/rule';
import text17 from './asyncio/dangling-task/rule.md';
import rule18 from './asyncio/except-star-group/rule';
import text18 from './asyncio/except-star-group/rule.md';
import rule19 from './asyncio/executor-not-closed/rule';
import text19 from './asyncio/executor-not-closed/rule.md';
import rule20 from './asyncio/executor-result-ignored/rule';
import text20 from './asyncio/executor-result-ignored/rule.md';
import rule21 from './asyncio/gather-exceptions-unchecked/rule';
import text21 from './asyncio/gather-exceptions-unchecked/rule.md';
import rule22 from './asyncio/loop-without-await/rule';
import text22 from './asyncio/loop-without-await/rule.md';
import rule23 from './asyncio/nested-event-loop/rule';
import text23 from './asyncio/nested-event-loop/rule.md';
import rule24 from './asyncio/prefer-taskgroup/rule';
import text24 from './asyncio/prefer-taskgroup/rule.md';
import rule25 from './asyncio/prefer-timeout-context/rule';
import text25 from './asyncio/prefer-timeout-context/rule.md';
import rule26 from './asyncio/single-task-taskgroup/rule';
import text26 from './asyncio/single-task-taskgroup/rule.md';
import rule27 from './asyncio/swallowed-cancellation/rule';
import text27 from './asyncio/swallowed-cancellation/rule.md';
import rule28 from './asyncio/sync-queue-in-async/rule';
import text28 from './asyncio/sync-queue-in-async/rule.md';
import rule29 from './asyncio/task-outlives-resource/rule';
import text29 from './asyncio/task-outlives-resource/rule.md';
import rule30 from './asyncio/taskgroup-plain-except/rule';
import text30 from './asyncio/taskgroup-plain-except/rule.md';
import rule31 from './asyncio/timeout-parameter/rule';
import text31 from './asyncio/timeout-parameter/rule.md';
import rule32 from './asyncio/timeout-without-await/rule';
import text32 from './asyncio/timeout-without-await/rule.md';
import rule33 from './asyncio/unawaited-coroutine/rule';
import text33 from './asyncio/unawaited-coroutine/rule.md';
import rule34 from './asyncio/unbounded-concurrency/rule';
import text34 from './asyncio/unbounded-concurrency/rule.md';
import rule35 from './asyncio/unlocked-shared-state/rule';
import text35 from './asyncio/unlocked-shared-state/rule.md';
import rule36 from './asyncio/yield-in-context-manager/rule';
import text36 from './asyncio/yield-in-context-manager/rule.md';
import rule37 from './asyncio/yield-in-taskgroup-or-timeout/rule';
import text37 from './asyncio/yield-in-taskgroup-or-timeout/rule.md';
import rule38 from './errors/raise-without-from/rule';
import text38 from './errors/raise-without-from/rule.md';
import rule39 from './fastapi/deprecated-on-event/rule';
import text39 from './fastapi/deprecated-on-event/rule.md';
import rule40 from './pooling/aiohttp-connector-limit/rule';
import text40 from './pooling/aiohttp-connector-limit/rule.md';
import rule41 from './pooling/asyncpg-pool-size/rule';
import text41 from './pooling/asyncpg-pool-size/rule.md';
import rule42 from './pooling/client-per-request/rule';
import text42 from './pooling/client-per-request/rule.md';
import rule43 from './pooling/engine-per-request/rule';
import text43 from './pooling/engine-per-request/rule.md';
import rule44 from './pooling/pool-not-closed/rule';
import text44 from './pooling/pool-not-closed/rule.md';
import rule45 from './pooling/pool-pre-ping/rule';
import text45 from './pooling/pool-pre-ping/rule.md';
import rule46 from './pooling/pool-size-unset/rule';
import text46 from './pooling/pool-size-unset/rule.md';
import rule47 from './resilience/cache-on-generator-or-coroutine/rule';
import text47 from './resilience/cache-on-generator-or-coroutine/rule.md';
import rule48 from './resilience/cache-on-method/rule';
import text48 from './resilience/cache-on-method/rule.md';
import rule49 from './resilience/decorator-order/rule';
import text49 from './resilience/decorator-order/rule.md';
import rule50 from './resilience/decorator-without-wraps/rule';
import text50 from './resilience/decorator-without-wraps/rule.md';
import rule51 from './resilience/manual-retry-loop/rule';
import text51 from './resilience/manual-retry-loop/rule.md';
import rule52 from './resilience/missing-raise-for-status/rule';
import text52 from './resilience/missing-raise-for-status/rule.md';
import rule53 from './resilience/missing-timeout/rule';
import text53 from './resilience/missing-timeout/rule.md';
import rule54 from './resilience/mutable-fail-safe-default/rule';
import text54 from './resilience/mutable-fail-safe-default/rule.md';
import rule55 from './resilience/retry-catch-all/rule';
import text55 from './resilience/retry-catch-all/rule.md';
import rule56 from './resilience/retry-client-errors/rule';
import text56 from './resilience/retry-client-errors/rule.md';
import rule57 from './resilience/retry-no-backoff/rule';
import text57 from './resilience/retry-no-backoff/rule.md';
import rule58 from './resilience/retry-no-deadline/rule';
import text58 from './resilience/retry-no-deadline/rule.md';
import rule59 from './resilience/retry-no-jitter/rule';
import text59 from './resilience/retry-no-jitter/rule.md';
import rule60 from './resilience/retry-non-transient/rule';
import text60 from './resilience/retry-non-transient/rule.md';
import rule61 from './resilience/retry-status-unreachable/rule';
import text61 from './resilience/retry-status-unreachable/rule.md';
import rule62 from './resilience/retry-swallows-cancellation/rule';
import text62 from './resilience/retry-swallows-cancellation/rule.md';
import rule63 from './resilience/retry-unbounded/rule';
import text63 from './resilience/retry-unbounded/rule.md';
import rule64 from './resilience/retry-unlogged/rule';
import text64 from './resilience/retry-unlogged/rule.md';
import rule65 from './resilience/retry-unraisable-exception/rule';
import text65 from './resilience/retry-unraisable-exception/rule.md';
import rule66 from './resilience/unbounded-cache/rule';
import text66 from './resilience/unbounded-cache/rule.md';
import rule67 from './sqlalchemy/expire-on-commit/rule';
import text67 from './sqlalchemy/expire-on-commit/rule.md';
import rule68 from './sqlalchemy/sync-session-in-async/rule';
import text68 from './sqlalchemy/sync-session-in-async/rule.md';
import rule69 from './sqlalchemy/unawaited-session-call/rule';
import text69 from './sqlalchemy/unawaited-session-call/rule.md';
import rule70 from './tooling/dev-extra/rule';
import text70 from './tooling/dev-extra/rule.md';
import rule71 from './tooling/malformed-ignore/rule';
import text71 from './tooling/malformed-ignore/rule.md';
import rule72 from './tooling/unused-ignore/rule';
import text72 from './tooling/unused-ignore/rule.md';

/** Every rule, by category and id. */
export const rules: readonly Rule[] = [
  { ...rule0, id: 'async-with-required', category: 'asyncio', title: '`with` where `async with` is required', summary: 'A lock, client or session for async code is entered by `with`, which raises an error when the line is reached.' },
  { ...rule1, id: 'async-without-await', category: 'asyncio', title: 'Async function that awaits nothing', summary: 'A function is `async` and never waits, so every caller has to await it for no reason.' },
  { ...rule2, id: 'await-in-loop', category: 'asyncio', title: 'Requests one after another in a loop', summary: 'Each request of the loop waits for the one before it, though none needs what another brought.' },
  { ...rule3, id: 'blocking-call-configured', category: 'asyncio', title: 'Call that the project declares as blocking', summary: 'A function that your project file lists as blocking is called in an async function, and stops the whole event loop.' },
  { ...rule4, id: 'blocking-call-via-helper', category: 'asyncio', title: 'Blocking call reached through a helper', summary: 'An async function calls a plain function that waits, directly or through others, maybe in another file, and the event loop waits with it.' },
  { ...rule5, id: 'blocking-db-call', category: 'asyncio', title: 'Blocking database call in an async function', summary: 'A synchronous driver waits for the database in the thread of the event loop: while one query runs, every other request waits too.' },
  { ...rule6, id: 'blocking-file-io', category: 'asyncio', title: 'Blocking file access in an async function', summary: 'Opening, reading and writing files waits for the disk in the event loop\'s thread, and all other requests of this worker wait too.' },
  { ...rule7, id: 'blocking-http-call', category: 'asyncio', title: 'Blocking HTTP call in an async function', summary: 'A synchronous HTTP client waits for the other server in the event loop\'s thread, and every other request of this worker waits with it.' },
  { ...rule8, id: 'blocking-input', category: 'asyncio', title: 'Waiting for keyboard input in an async function', summary: '`input()` stops the whole event loop until somebody presses Enter.' },
  { ...rule9, id: 'blocking-os-wait', category: 'asyncio', title: 'Waiting for the system in an async function', summary: '`os.waitpid` and its relatives stop the whole event loop until another process ends or a signal arrives.' },
  { ...rule10, id: 'blocking-path-io', category: 'asyncio', title: 'File system calls in an async function', summary: 'Listing, renaming and deleting files waits for the file system in the event loop\'s thread, and all other requests of this worker wait too.' },
  { ...rule11, id: 'blocking-sleep', category: 'asyncio', title: 'Blocking sleep in an async function', summary: '`time.sleep` stops the whole event loop: every other request of this worker waits as well.' },
  { ...rule12, id: 'blocking-socket-or-lock', category: 'asyncio', title: 'Waiting on a socket, lock or thread in an async function', summary: 'A `threading` lock, a blocking socket or a future of another thread stops the whole event loop until somebody else moves.' },
  { ...rule13, id: 'blocking-subprocess', category: 'asyncio', title: 'Blocking subprocess in an async function', summary: 'Waiting for a process with `subprocess` or `os.system` stops the whole event loop until the process ends.' },
  { ...rule14, id: 'busy-wait', category: 'asyncio', title: 'Busy waiting', summary: 'A loop sleeps and looks again until another task has changed something, where it could wait to be told.' },
  { ...rule15, id: 'control-flow-in-taskgroup', category: 'asyncio', title: 'Jump out of a task group', summary: '`return`, `break` and `continue` inside a task group do not leave it at once: it first waits for every task that was started.' },
  { ...rule16, id: 'cpu-bound-in-async', category: 'asyncio', title: 'Long computing in an async function', summary: 'A password hash or a scaled image computes for tenths of a second on the event loop, and all other requests of this worker wait as long.' },
  { ...rule17, id: 'dangling-task', category: 'asyncio', title: 'Dangling task', summary: 'Nothing refers to a task that was just started, so Python may throw it away before it is done.' },
  { ...rule18, id: 'except-star-group', category: 'asyncio', title: 'Handler that takes a group for an error', summary: 'What `except*` binds is a group of errors and not one of them, and some classes must not be named there at all.' },
  { ...rule19, id: 'executor-not-closed', category: 'asyncio', title: 'Executor that is made for one call', summary: 'A pool of threads or processes is made inside a function: nobody shuts it down, or each call starts all its workers anew.' },
  { ...rule20, id: 'executor-result-ignored', category: 'asyncio', title: 'Result of an executor that nobody looks at', summary: 'Work is handed to a thread or process and its future is thrown away, so an error in it leaves no trace.' },
  { ...rule21, id: 'gather-exceptions-unchecked', category: 'asyncio', title: 'Gathered exceptions that nobody looks at', summary: '`asyncio.gather` was told to give errors back as results, and nobody looks which of the results are errors.' },
  { ...rule22, id: 'loop-without-await', category: 'asyncio', title: 'Loop that never yields', summary: 'A loop in an async function goes round without an `await` until something changes, and nothing can change meanwhile.' },
  { ...rule23, id: 'nested-event-loop', category: 'asyncio', title: 'Event loop inside a running event loop', summary: '`asyncio.run` and its like raise `RuntimeError` where a loop runs already, and in an async function one always does.' },
  { ...rule24, id: 'prefer-taskgroup', category: 'asyncio', title: 'gather where a task group fits', summary: 'When one call of `asyncio.gather` fails, the others run on, and nobody waits for them any more.' },
  { ...rule25, id: 'prefer-timeout-context', category: 'asyncio', title: '`wait_for` where a timeout block says it', summary: 'Several waits are packed into one awaitable so that `asyncio.wait_for` can limit them; `asyncio.timeout` limits a block as it is.' },
  { ...rule26, id: 'single-task-taskgroup', category: 'asyncio', title: 'Task group with one task', summary: 'A task group that starts one task and does nothing beside it waits for that task: `await` does the same.' },
  { ...rule27, id: 'swallowed-cancellation', category: 'asyncio', title: 'Swallowed cancellation', summary: 'A handler catches `CancelledError` and does not raise it again, so the task cannot be stopped.' },
  { ...rule28, id: 'sync-queue-in-async', category: 'asyncio', title: 'Queue for threads in an async function', summary: '`queue.Queue.get` waits in the thread of the event loop, so the task that would put something into the queue may never run.' },
  { ...rule29, id: 'task-outlives-resource', category: 'asyncio', title: 'Task that outlives what it works with', summary: 'A task is started with a session, a connection or a file that the `with` around it closes before the task is done.' },
  { ...rule30, id: 'taskgroup-plain-except', category: 'asyncio', title: 'Plain except around a task group', summary: 'A task group raises an `ExceptionGroup`, so `except ValueError:` around it never catches the `ValueError` of a task.' },
  { ...rule31, id: 'timeout-parameter', category: 'asyncio', title: 'Timeout parameter that the function keeps itself', summary: 'An async function takes `timeout` and hands it to nobody: it counts the time itself, or ignores it.' },
  { ...rule32, id: 'timeout-without-await', category: 'asyncio', title: 'Timeout around code that never awaits', summary: 'A timeout for async code stands around a block that never awaits, so it never ends anything.' },
  { ...rule33, id: 'unawaited-coroutine', category: 'asyncio', title: 'Coroutine that is never awaited', summary: 'A call of an async function without `await` does nothing: the mail is not sent and the check always says yes.' },
  { ...rule34, id: 'unbounded-concurrency', category: 'asyncio', title: 'As many requests at once as there are items', summary: 'A gather over a whole collection makes one request for each item, all at the same moment.' },
  { ...rule35, id: 'unlocked-shared-state', category: 'asyncio', title: 'Shared state that changes across an await', summary: 'A value is read, then the function waits, then it is written: what another task wrote meanwhile is lost or done twice.' },
  { ...rule36, id: 'yield-in-context-manager', category: 'asyncio', title: 'Generator that yields with something open', summary: 'An async generator yields inside `with`: if whoever iterates stops early, nobody knows when the connection is given back.' },
  { ...rule37, id: 'yield-in-taskgroup-or-timeout', category: 'asyncio', title: 'yield inside a task group or a timeout', summary: 'At a `yield` inside a timeout or a task group, the cancellation that these send hits the code that iterates.' },
  { ...rule38, id: 'raise-without-from', category: 'errors', title: 'Raise without from', summary: 'A handler raises a new error and does not say what caused it, so the log shows two errors that seem to have nothing in common.' },
  { ...rule39, id: 'deprecated-on-event', category: 'fastapi', title: 'Deprecated start-up and shutdown events', summary: 'What starts in one handler is closed in another, and the handlers stop running as soon as the application gets a lifespan.' },
  { ...rule40, id: 'aiohttp-connector-limit', category: 'pooling', title: 'aiohttp session without limits of its own', summary: 'One slow host can take all connections of the session, and whoever calls another host waits behind it.' },
  { ...rule41, id: 'asyncpg-pool-size', category: 'pooling', title: 'asyncpg pool of the default size', summary: 'Each process opens ten connections at once when it starts, and never more, however many requests wait.' },
  { ...rule42, id: 'client-per-request', category: 'pooling', title: 'Client made for each request', summary: 'Every call pays for a new connection and a new TLS set-up, and no connection is ever used twice.' },
  { ...rule43, id: 'engine-per-request', category: 'pooling', title: 'Engine or pool made for each request', summary: 'Every request opens connections that no other request uses, until the database refuses new ones.' },
  { ...rule44, id: 'pool-not-closed', category: 'pooling', title: 'Pool that is not closed', summary: 'Its connections are cut off without a goodbye: the server logs errors, and Python warns of objects that nobody closed.' },
  { ...rule45, id: 'pool-pre-ping', category: 'pooling', title: 'Pool that hands out dead connections', summary: 'After a restart of the database, the pool hands out connections that are closed, and the requests that get them fail.' },
  { ...rule46, id: 'pool-size-unset', category: 'pooling', title: 'Pool of a size nobody chose', summary: 'The library\'s default decides how many queries run at once, and the requests beyond it wait.' },
  { ...rule47, id: 'cache-on-generator-or-coroutine', category: 'resilience', title: 'Cache on a coroutine or generator', summary: 'The first call works, and every later one fails or gives nothing.' },
  { ...rule48, id: 'cache-on-method', category: 'resilience', title: 'Cache on a method', summary: 'Every object whose method was called stays in memory, with all it holds, for as long as the cache keeps its entry.' },
  { ...rule49, id: 'decorator-order', category: 'resilience', title: 'Decorators in the wrong order', summary: 'The retry, the timeout or the cache is there and does not do what it is for.' },
  { ...rule50, id: 'decorator-without-wraps', category: 'resilience', title: 'Decorator without functools.wraps', summary: 'Every function that it decorates is called `wrapper`, has no docstring, and takes any arguments.' },
  { ...rule51, id: 'manual-retry-loop', category: 'resilience', title: 'Retry written by hand', summary: 'A loop with `try` and `sleep` retries: pauses, limits and logs are written anew, and one of them is often missing.' },
  { ...rule52, id: 'missing-raise-for-status', category: 'resilience', title: 'Answer read without a look at its status', summary: 'An error page is taken for the answer, and the failure shows somewhere else, or never.' },
  { ...rule53, id: 'missing-timeout', category: 'resilience', title: 'Network call without a timeout', summary: 'A call to another machine that sets no limit waits for as long as the other side keeps silent, and that can be for ever.' },
  { ...rule54, id: 'mutable-fail-safe-default', category: 'resilience', title: 'Mutable default of a fallback decorator', summary: 'Every call that fails returns the same list, and what one caller adds to it all later ones find in it.' },
  { ...rule55, id: 'retry-catch-all', category: 'resilience', title: 'Retry after every exception', summary: 'Every exception is retried, a mistake in the program as well: its caller waits for all attempts before the error shows.' },
  { ...rule56, id: 'retry-client-errors', category: 'resilience', title: 'Retry of a request that was refused', summary: 'A 401 or a 404 is retried: the request is wrong, and it will be as wrong the next time.' },
  { ...rule57, id: 'retry-no-backoff', category: 'resilience', title: 'Retry without a pause', summary: 'All attempts are made within a moment, so a service that needs a second to come back fails them all.' },
  { ...rule58, id: 'retry-no-deadline', category: 'resilience', title: 'Retry without a limit on its time', summary: 'The attempts are counted, and their time is not: a service that answers slowly holds its caller for the sum of them all.' },
  { ...rule59, id: 'retry-no-jitter', category: 'resilience', title: 'Retry in step with all others', summary: 'The pauses are the same for every process, so all that failed together come back together.' },
  { ...rule60, id: 'retry-non-transient', category: 'resilience', title: 'Retry of an error that stays', summary: 'An error that the next attempt cannot change is retried: the caller waits for all attempts and gets the same error.' },
  { ...rule61, id: 'retry-status-unreachable', category: 'resilience', title: 'Retry that never sees the status', summary: 'The retry decides by the status of an answer, and the retried code does not let it see one.' },
  { ...rule62, id: 'retry-swallows-cancellation', category: 'resilience', title: 'Retry after cancellation', summary: 'A retry catches the cancellation of its task and tries again, so timeouts and shutdown cannot stop it.' },
  { ...rule63, id: 'retry-unbounded', category: 'resilience', title: 'Retry without a limit', summary: 'A call that fails for good is tried for ever: its worker never gets to anything else.' },
  { ...rule64, id: 'retry-unlogged', category: 'resilience', title: 'Retry that nobody hears of', summary: 'Attempts that fail leave no trace, so a service that answers one time in three looks healthy.' },
  { ...rule65, id: 'retry-unraisable-exception', category: 'resilience', title: 'Retry on an error that never comes', summary: 'The retry waits for exceptions that the library does not raise, so the first lost connection reaches the caller.' },
  { ...rule66, id: 'unbounded-cache', category: 'resilience', title: 'Cache without an end', summary: 'The cache keeps a result for every argument it ever saw, and the process grows until it is killed.' },
  { ...rule67, id: 'expire-on-commit', category: 'sqlalchemy', title: 'Objects that expire on commit', summary: 'An async session expires its objects on commit, and reading an attribute afterwards raises `MissingGreenlet`.' },
  { ...rule68, id: 'sync-session-in-async', category: 'sqlalchemy', title: 'Synchronous session in an async function', summary: 'A plain SQLAlchemy `Session` waits for the database in the thread of the event loop: while one query runs, every other request waits.' },
  { ...rule69, id: 'unawaited-session-call', category: 'sqlalchemy', title: 'Session call that is not awaited', summary: 'A method of an async session is called without `await`, so the database never hears of it.' },
  { ...rule70, id: 'dev-extra', category: 'tooling', title: 'Development tools as an extra', summary: 'The test runner and the linter become a published feature of the package, and nobody who installs it has a use for them.' },
  { ...rule71, id: 'malformed-ignore', category: 'tooling', title: 'Ignore comment that is not understood', summary: 'The comment is meant to silence a rule and does not, because of a slip in writing it.' },
  { ...rule72, id: 'unused-ignore', category: 'tooling', title: 'Ignore comment that ignores nothing', summary: 'The comment silences a rule that reports nothing here: the next finding on this line will be hidden without anyone having looked at it.' },
];

/** Each rule's page as it was written, by the rule's id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
  ['async-with-required', text0],
  ['async-without-await', text1],
  ['await-in-loop', text2],
  ['blocking-call-configured', text3],
  ['blocking-call-via-helper', text4],
  ['blocking-db-call', text5],
  ['blocking-file-io', text6],
  ['blocking-http-call', text7],
  ['blocking-input', text8],
  ['blocking-os-wait', text9],
  ['blocking-path-io', text10],
  ['blocking-sleep', text11],
  ['blocking-socket-or-lock', text12],
  ['blocking-subprocess', text13],
  ['busy-wait', text14],
  ['control-flow-in-taskgroup', text15],
  ['cpu-bound-in-async', text16],
  ['dangling-task', text17],
  ['except-star-group', text18],
  ['executor-not-closed', text19],
  ['executor-result-ignored', text20],
  ['gather-exceptions-unchecked', text21],
  ['loop-without-await', text22],
  ['nested-event-loop', text23],
  ['prefer-taskgroup', text24],
  ['prefer-timeout-context', text25],
  ['single-task-taskgroup', text26],
  ['swallowed-cancellation', text27],
  ['sync-queue-in-async', text28],
  ['task-outlives-resource', text29],
  ['taskgroup-plain-except', text30],
  ['timeout-parameter', text31],
  ['timeout-without-await', text32],
  ['unawaited-coroutine', text33],
  ['unbounded-concurrency', text34],
  ['unlocked-shared-state', text35],
  ['yield-in-context-manager', text36],
  ['yield-in-taskgroup-or-timeout', text37],
  ['raise-without-from', text38],
  ['deprecated-on-event', text39],
  ['aiohttp-connector-limit', text40],
  ['asyncpg-pool-size', text41],
  ['client-per-request', text42],
  ['engine-per-request', text43],
  ['pool-not-closed', text44],
  ['pool-pre-ping', text45],
  ['pool-size-unset', text46],
  ['cache-on-generator-or-coroutine', text47],
  ['cache-on-method', text48],
  ['decorator-order', text49],
  ['decorator-without-wraps', text50],
  ['manual-retry-loop', text51],
  ['missing-raise-for-status', text52],
  ['missing-timeout', text53],
  ['mutable-fail-safe-default', text54],
  ['retry-catch-all', text55],
  ['retry-client-errors', text56],
  ['retry-no-backoff', text57],
  ['retry-no-deadline', text58],
  ['retry-no-jitter', text59],
  ['retry-non-transient', text60],
  ['retry-status-unreachable', text61],
  ['retry-swallows-cancellation', text62],
  ['retry-unbounded', text63],
  ['retry-unlogged', text64],
  ['retry-unraisable-exception', text65],
  ['unbounded-cache', text66],
  ['expire-on-commit', text67],
  ['sync-session-in-async', text68],
  ['unawaited-session-call', text69],
  ['dev-extra', text70],
  ['malformed-ignore', text71],
  ['unused-ignore', text72],
]);

/// <reference path="../docs/markdown.d.ts" />
// Written by `npm run generate` from the folders of rules.
import type { Rule } from '../engine/rule';
import rule0 from './asyncio/blocking-call-configured/rule';
import text0 from './asyncio/blocking-call-configured/rule.md';
import rule1 from './asyncio/blocking-file-io/rule';
import text1 from './asyncio/blocking-file-io/rule.md';
import rule2 from './asyncio/blocking-http-call/rule';
import text2 from './asyncio/blocking-http-call/rule.md';
import rule3 from './asyncio/blocking-sleep/rule';
import text3 from './asyncio/blocking-sleep/rule.md';
import rule4 from './asyncio/blocking-subprocess/rule';
import text4 from './asyncio/blocking-subprocess/rule.md';
import rule5 from './asyncio/dangling-task/rule';
import text5 from './asyncio/dangling-task/rule.md';
import rule6 from './asyncio/nested-event-loop/rule';
import text6 from './asyncio/nested-event-loop/rule.md';
import rule7 from './asyncio/prefer-taskgroup/rule';
import text7 from './asyncio/prefer-taskgroup/rule.md';
import rule8 from './asyncio/swallowed-cancellation/rule';
import text8 from './asyncio/swallowed-cancellation/rule.md';
import rule9 from './errors/raise-without-from/rule';
import text9 from './errors/raise-without-from/rule.md';
import rule10 from './fastapi/deprecated-on-event/rule';
import text10 from './fastapi/deprecated-on-event/rule.md';
import rule11 from './pooling/client-per-request/rule';
import text11 from './pooling/client-per-request/rule.md';
import rule12 from './resilience/missing-timeout/rule';
import text12 from './resilience/missing-timeout/rule.md';
import rule13 from './resilience/retry-unbounded/rule';
import text13 from './resilience/retry-unbounded/rule.md';
import rule14 from './sqlalchemy/expire-on-commit/rule';
import text14 from './sqlalchemy/expire-on-commit/rule.md';
import rule15 from './sqlalchemy/unawaited-session-call/rule';
import text15 from './sqlalchemy/unawaited-session-call/rule.md';
import rule16 from './tooling/dev-extra/rule';
import text16 from './tooling/dev-extra/rule.md';
import rule17 from './tooling/malformed-ignore/rule';
import text17 from './tooling/malformed-ignore/rule.md';
import rule18 from './tooling/unused-ignore/rule';
import text18 from './tooling/unused-ignore/rule.md';

/** Every rule, by category and id. */
export const rules: readonly Rule[] = [
  { ...rule0, id: 'blocking-call-configured', category: 'asyncio', title: 'Call that the project declares as blocking', summary: 'A function that your project file lists as blocking is called in an async function, and stops the whole event loop.' },
  { ...rule1, id: 'blocking-file-io', category: 'asyncio', title: 'Blocking file access in an async function', summary: 'Opening, reading and writing files waits for the disk in the event loop\'s thread, and all other requests of this worker wait too.' },
  { ...rule2, id: 'blocking-http-call', category: 'asyncio', title: 'Blocking HTTP call in an async function', summary: 'A synchronous HTTP client waits for the other server in the event loop\'s thread, and every other request of this worker waits with it.' },
  { ...rule3, id: 'blocking-sleep', category: 'asyncio', title: 'Blocking sleep in an async function', summary: '`time.sleep` stops the whole event loop: every other request of this worker waits as well.' },
  { ...rule4, id: 'blocking-subprocess', category: 'asyncio', title: 'Blocking subprocess in an async function', summary: 'Waiting for a process with `subprocess` or `os.system` stops the whole event loop until the process ends.' },
  { ...rule5, id: 'dangling-task', category: 'asyncio', title: 'Dangling task', summary: 'Nothing refers to a task that was just started, so Python may throw it away before it is done.' },
  { ...rule6, id: 'nested-event-loop', category: 'asyncio', title: 'Event loop inside a running event loop', summary: '`asyncio.run` and its like raise `RuntimeError` where a loop runs already, and in an async function one always does.' },
  { ...rule7, id: 'prefer-taskgroup', category: 'asyncio', title: 'gather where a task group fits', summary: 'When one call of `asyncio.gather` fails, the others run on, and nobody waits for them any more.' },
  { ...rule8, id: 'swallowed-cancellation', category: 'asyncio', title: 'Swallowed cancellation', summary: 'A handler catches `CancelledError` and does not raise it again, so the task cannot be stopped.' },
  { ...rule9, id: 'raise-without-from', category: 'errors', title: 'Raise without from', summary: 'A handler raises a new error and does not say what caused it, so the log shows two errors that seem to have nothing in common.' },
  { ...rule10, id: 'deprecated-on-event', category: 'fastapi', title: 'Deprecated start-up and shutdown events', summary: 'What starts in one handler is closed in another, and the handlers stop running as soon as the application gets a lifespan.' },
  { ...rule11, id: 'client-per-request', category: 'pooling', title: 'Client made for each request', summary: 'Every call pays for a new connection and a new TLS set-up, and no connection is ever used twice.' },
  { ...rule12, id: 'missing-timeout', category: 'resilience', title: 'Network call without a timeout', summary: 'A call to another machine that sets no limit waits for as long as the other side keeps silent, and that can be for ever.' },
  { ...rule13, id: 'retry-unbounded', category: 'resilience', title: 'Retry without a limit', summary: 'A call that fails for good is tried for ever: its worker never gets to anything else.' },
  { ...rule14, id: 'expire-on-commit', category: 'sqlalchemy', title: 'Objects that expire on commit', summary: 'An async session expires its objects on commit, and reading an attribute afterwards raises `MissingGreenlet`.' },
  { ...rule15, id: 'unawaited-session-call', category: 'sqlalchemy', title: 'Session call that is not awaited', summary: 'A method of an async session is called without `await`, so the database never hears of it.' },
  { ...rule16, id: 'dev-extra', category: 'tooling', title: 'Development tools as an extra', summary: 'The test runner and the linter become a published feature of the package, and nobody who installs it has a use for them.' },
  { ...rule17, id: 'malformed-ignore', category: 'tooling', title: 'Ignore comment that is not understood', summary: 'The comment is meant to silence a rule and does not, because of a slip in writing it.' },
  { ...rule18, id: 'unused-ignore', category: 'tooling', title: 'Ignore comment that ignores nothing', summary: 'The comment silences a rule that reports nothing here: the next finding on this line will be hidden without anyone having looked at it.' },
];

/** Each rule's page as it was written, by the rule's id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
  ['blocking-call-configured', text0],
  ['blocking-file-io', text1],
  ['blocking-http-call', text2],
  ['blocking-sleep', text3],
  ['blocking-subprocess', text4],
  ['dangling-task', text5],
  ['nested-event-loop', text6],
  ['prefer-taskgroup', text7],
  ['swallowed-cancellation', text8],
  ['raise-without-from', text9],
  ['deprecated-on-event', text10],
  ['client-per-request', text11],
  ['missing-timeout', text12],
  ['retry-unbounded', text13],
  ['expire-on-commit', text14],
  ['unawaited-session-call', text15],
  ['dev-extra', text16],
  ['malformed-ignore', text17],
  ['unused-ignore', text18],
]);

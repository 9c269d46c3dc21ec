/// <reference path="../docs/markdown.d.ts" />
// Written by `npm run generate` from the folders of rules.
import type { Rule } from '../engine/rule';
import rule0 from './asyncio/blocking-sleep/rule';
import text0 from './asyncio/blocking-sleep/rule.md';
import rule1 from './asyncio/swallowed-cancellation/rule';
import text1 from './asyncio/swallowed-cancellation/rule.md';

/** Every rule, by category and id. */
export const rules: readonly Rule[] = [
  { ...rule0, id: 'blocking-sleep', category: 'asyncio', title: 'Blocking sleep in an async function', summary: '`time.sleep` stops the whole event loop: every other request of this worker waits as well.' },
  { ...rule1, id: 'swallowed-cancellation', category: 'asyncio', title: 'Swallowed cancellation', summary: 'A handler catches `CancelledError` and does not raise it again, so the task cannot be stopped.' },
];

/** Each rule's page as it was written, by the rule's id. */
export const ruleTexts: ReadonlyMap<string, string> = new Map([
  ['blocking-sleep', text0],
  ['swallowed-cancellation', text1],
]);

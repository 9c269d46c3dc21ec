/// <reference path="../docs/markdown.d.ts" />
// Written by `npm run generate` from the pages of topics.
import type { Topic } from '../docs/topic';
import text0 from './cancellation.md';
import text1 from './error-handling.md';
import text2 from './event-loop.md';
import text3 from './lifespan.md';
import text4 from './retries.md';
import text5 from './sessions-and-pools.md';
import text6 from './structured-concurrency.md';
import text7 from './timeouts.md';
import text8 from './uv-ruff-ty.md';

/** Every guidance topic, by id. */
export const topics: readonly Topic[] = [
  { id: 'cancellation', title: 'Cancellation', summary: 'A cancelled coroutine gets an exception that asks it to stop: it may clean up, and then it lets the exception pass.', group: 'Async', text: text0 },
  { id: 'error-handling', title: 'Error handling', summary: 'An error is caught where somebody can do something about it, and names its cause on the way there.', group: 'Errors', text: text1 },
  { id: 'event-loop', title: 'The event loop and blocking calls', summary: 'One thread runs all coroutines of a worker; a call that waits in that thread makes every request wait.', group: 'Async', text: text2 },
  { id: 'lifespan', title: 'Lifespan and shared resources', summary: 'What all requests share is opened before the first one and closed after the last, in one function.', group: 'FastAPI', text: text3 },
  { id: 'retries', title: 'Retries', summary: 'A retry helps against a short fault; without limits it turns a short fault into a long one.', group: 'Outside calls', text: text4 },
  { id: 'sessions-and-pools', title: 'Sessions and pools', summary: 'Pools live as long as the process; sessions live as long as one piece of work.', group: 'Data', text: text5 },
  { id: 'structured-concurrency', title: 'Structured concurrency', summary: 'Tasks that start in a block end in that block, with all their results and all their errors.', group: 'Async', text: text6 },
  { id: 'timeouts', title: 'Timeouts and total budgets', summary: 'A wait without a limit turns somebody else\'s slow minute into your outage.', group: 'Outside calls', text: text7 },
  { id: 'uv-ruff-ty', title: 'Project tooling', summary: 'What a project needs to run is published with it; what its authors need is not.', group: 'Tooling', text: text8 },
];

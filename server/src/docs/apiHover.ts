/** What the hover says over a call of a library that no rule reports, for whoever asks for it by a setting. */
import { codeSpan, commandLink } from './markdown';
import { parsePage, sectionOf, topicShape } from './parse';
import type { HoverOptions } from './hover';
import type { Topic } from './topic';

/** The facts that are told; a row of the catalogue has them. */
export interface ToldApi {
  readonly name: string;
  readonly blocks?: string;
  readonly asyncTwin?: string;
  readonly mustKeep?: true;
  readonly retry?: unknown;
  readonly pools?: string;
  readonly timeout?: {
    readonly parameter: string;
    readonly whenAbsent: string;
    readonly limit?: string;
    readonly isNetwork?: true;
  };
}

/** How long the call waits, whether it holds its thread, and the topic's first advice; undefined where there is nothing to tell. */
export function hoverOfApi(api: ToldApi, topics: readonly Topic[], { commands }: Pick<HoverOptions, 'commands'>): string | undefined {
  const topic = topics.find(({ id }) => id === topicOf(api));
  if (topic === undefined) return undefined;
  const advice = firstItem(topic);
  const facts = [waitOf(api), blockingOf(api)].filter((fact) => fact !== '').join(' ');
  const link = commands === undefined ? '' : commandLink(`Topic: ${topic.title}`, commands.openTopic, topic.id);
  return [`**${codeSpan(api.name)}**${facts === '' ? '' : ` — ${facts}`}`, advice, link].filter((text) => text !== '').join('\n\n');
}

function topicOf({ timeout, blocks, retry, mustKeep, pools }: ToldApi): string | undefined {
  if (retry !== undefined) return 'retries';
  if (mustKeep === true) return 'structured-concurrency';
  if (timeout?.isNetwork === true) return 'timeouts';
  if (pools !== undefined) return 'sessions-and-pools';
  return blocks === undefined ? undefined : 'event-loop';
}

function waitOf({ timeout }: ToldApi): string {
  if (timeout?.isNetwork !== true) return '';
  const without = `Without ${codeSpan(timeout.parameter)} it waits`;
  if (timeout.whenAbsent === 'forever') return `${without} for ever.`;
  if (timeout.whenAbsent === 'inherits')
    return `${without} as long as its client says${timeout.limit === undefined ? '' : `, by default ${timeout.limit}`}.`;
  return timeout.limit === undefined ? '' : `${without} ${timeout.limit} at most.`;
}

function blockingOf({ blocks, asyncTwin }: ToldApi): string {
  if (blocks === undefined) return '';
  return `It holds its thread meanwhile${asyncTwin === undefined ? '' : `; in async code there is ${codeSpan(asyncTwin)}`}.`;
}

/** The first advice of the topic's *Do*. */
function firstItem({ text }: Topic): string {
  const prose = sectionOf(parsePage(text, topicShape), 'Do')?.blocks.find((block) => block.kind === 'prose');
  return prose?.kind === 'prose' ? (/^- (.+)$/m.exec(prose.text)?.[1] ?? '') : '';
}

/** What the client's commands ask: pages, the catalog of rules and topics, a check now. */
import { parsePage, ruleShape, topicShape } from '../../docs/parse';
import { rulePage } from '../../docs/page';
import { snippetsOf } from '../../docs/snippets';
import { rulesOfTopic, topicPage, type Topic } from '../../docs/topic';
import { methods, pagePath } from '../../protocol';
import type { Catalog, PageParams } from '../../protocol';
import { ruleTexts } from '../../rules/index.generated';
import { topics } from '../../topics/index.generated';
import type { Rule } from '../../engine/rule';
import type { Feature } from '../feature';

export const pages: Feature = {
  capabilities: {},
  register: ({ connection, guard, host, engine: { rules }, documents, changed, outdated, checkIfDue }) => {
    connection.onRequest(
      methods.page,
      guard.request(methods.page, undefined, (params: PageParams) => pageText(params, rules)),
    );
    connection.onRequest(
      methods.catalog,
      guard.request(methods.catalog, { rules: [], topics: [], snippets: [] }, () => catalogOf(rules)),
    );
    connection.onRequest(
      methods.processId,
      guard.request(methods.processId, undefined, () => host.processId),
    );
    connection.onRequest(
      methods.checkFile,
      guard.request(methods.checkFile, undefined, async ({ uri }: { readonly uri: string }) => {
        documents.note(uri, 'command');
        await checkIfDue(uri);
        changed.fire(uri);
        outdated.fire();
        return undefined;
      }),
    );
  },
};

function pageText({ kind, id }: PageParams, rules: readonly Rule[]): string | undefined {
  if (kind === 'rule') {
    const rule = rules.find((known) => known.id === id);
    return rule && rulePage(rule, ruleTexts.get(id) ?? '', { topicLink: (topicId) => linkTo('topic', topicId, titleOfTopic(topicId)) });
  }
  const topic = topics.find((known) => known.id === id);
  return (
    topic &&
    topicPage(topic, rules, { ruleLink: (ruleId) => linkTo('rule', ruleId, rules.find((known) => known.id === ruleId)?.title ?? ruleId) })
  );
}

/** A link from one page to another. Relative, because the preview follows no others; a page stands two folders deep. */
function linkTo(kind: PageParams['kind'], id: string, title: string): string {
  return `../..${encodeURI(pagePath({ kind, id }, title)).replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

function titleOfTopic(id: string): string {
  return topics.find((topic) => topic.id === id)?.title ?? id;
}

function catalogOf(rules: readonly Rule[]): Catalog {
  const texts = [
    ...topics.map(({ text }) => parsePage(text, topicShape)),
    ...rules.map(({ id }) => parsePage(ruleTexts.get(id) ?? '', ruleShape)),
  ];
  const snippets = texts
    .flatMap((page) => snippetsOf(page))
    .map(({ prefix, title, description, body }) => ({ prefix, title, description, body }));
  return {
    rules: rules.map(({ id, category, title, summary, severity, profile, fix }) => ({
      id,
      category,
      title,
      summary,
      severity,
      profile,
      fix,
    })),
    topics: topics.map((topic) => topicSummary(topic, rules)),
    snippets: snippets.sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
  };
}

function topicSummary({ id, title, summary, group }: Topic, rules: readonly Rule[]): Catalog['topics'][number] {
  return { id, title, summary, group, rules: rulesOfTopic(id, rules).map((rule) => rule.id) };
}

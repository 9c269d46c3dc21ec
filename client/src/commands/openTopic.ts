import * as vscode from 'vscode';
import type { Catalog, TopicSummary } from '../../../server/src/protocol';
import { countsInActiveEditor } from '../findings';
import type { Pages } from '../pages';
import type { Server } from '../server';
import { pickRule } from './browseRules';

interface TopicItem extends vscode.QuickPickItem {
  readonly topic?: TopicSummary;
}

const showRules: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('checklist'), tooltip: 'Show Rules of This Topic' };

/** Opens a guidance topic: the one of the id given, else the one that is picked, those that concern this file first. */
export async function openTopic(server: Server, pages: Pages, id: unknown): Promise<void> {
  const catalog = await server.catalog();
  const topic = typeof id === 'string' ? catalog.topics.find((known) => known.id === id) : await pickTopic(catalog, pages);
  if (topic) await pages.open({ kind: 'topic', id: topic.id }, topic.title);
}

function pickTopic(catalog: Catalog, pages: Pages): Promise<TopicSummary | undefined> {
  const pick = vscode.window.createQuickPick<TopicItem>();
  pick.title = 'Open Guidance Topic';
  pick.placeholder = 'Type to filter titles, summaries and rules';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = topicItems(catalog.topics, countsInActiveEditor());
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.topic);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      const rules = new Set(item.topic?.rules);
      void pickRule(
        catalog.rules.filter((rule) => rules.has(rule.id)),
        pages,
      );
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The topics that the active file's findings lead to, then all others under the headings of their groups. */
function topicItems(topics: readonly TopicSummary[], counts: ReadonlyMap<string, number>): readonly TopicItem[] {
  const countOf = ({ rules }: TopicSummary): number => rules.reduce((sum, rule) => sum + (counts.get(rule) ?? 0), 0);
  const here = topics.filter((topic) => countOf(topic) > 0).sort((a, b) => countOf(b) - countOf(a));
  const elsewhere = topics.filter((topic) => countOf(topic) === 0);
  const groups = [...new Set(elsewhere.map(({ group }) => group))];
  return [
    ...(here.length > 0 ? [separator('In this file')] : []),
    ...here.map((topic) => itemFor(topic, `${findingsHere(countOf(topic))} · ${topic.rules.filter((rule) => counts.has(rule)).join(' ')}`)),
    ...groups.flatMap((group) => [
      separator(group),
      ...elsewhere.filter((topic) => topic.group === group).map((topic) => itemFor(topic, topic.rules.join(' '))),
    ]),
  ];
}

function findingsHere(count: number): string {
  return count === 1 ? '1 finding here' : `${count} findings here`;
}

function itemFor(topic: TopicSummary, description: string): TopicItem {
  return { label: topic.title, description, detail: topic.summary, topic, buttons: topic.rules.length > 0 ? [showRules] : [] };
}

function separator(label: string): TopicItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

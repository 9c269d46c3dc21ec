import * as vscode from 'vscode';
import type { RuleSummary } from '../../../server/src/protocol';
import type { Pages } from '../pages';
import type { Server } from '../server';

interface RuleItem extends vscode.QuickPickItem {
  readonly rule?: RuleSummary;
}

/** Opens the page of a rule that is picked from all of them. */
export async function browseRules(server: Server, pages: Pages): Promise<void> {
  await pickRule((await server.catalog()).rules, pages);
}

/** Opens the page of a rule that is picked from these. */
export async function pickRule(rules: readonly RuleSummary[], pages: Pages): Promise<void> {
  const options = { title: 'Browse Rules', placeHolder: 'Type to filter rules', matchOnDescription: true, matchOnDetail: true };
  const rule = (await vscode.window.showQuickPick(ruleItems(rules), options))?.rule;
  if (rule) await pages.open({ kind: 'rule', id: rule.id }, rule.title);
}

function ruleItems(rules: readonly RuleSummary[]): RuleItem[] {
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  return categories.flatMap((category) => [
    { label: category, kind: vscode.QuickPickItemKind.Separator },
    ...rules.filter((rule) => rule.category === category).map(itemFor),
  ]);
}

function itemFor(rule: RuleSummary): RuleItem {
  const fix = rule.fix === 'none' ? '' : rule.fix === 'safe' ? ' · safe fix' : ' · has fix';
  return { label: rule.id, description: `${rule.severity} · ${rule.profile}${fix}`, detail: rule.summary, rule };
}

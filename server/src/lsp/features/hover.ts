/**
 * "Explain pattern": over a finding, over a rule's id in an ignore comment, and over one in a project file; where settings
 * ask for it, also over calls of libraries.
 *
 * Invariant: nothing is shown anywhere else, because other extensions show their own hovers there.
 */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { hoverOfRule, hoverOfRuleId, hoverOfUnknownId, type HoverOptions } from '../../docs/hover';
import { hoverOfApi } from '../../docs/apiHover';
import type { Rule } from '../../engine/rule';
import { linkCommands, ruleUrl } from '../../protocol';
import { ruleTexts } from '../../rules/index.generated';
import { nearestName } from '../../settings/codes';
import { settingsTable } from '../../settings/parse';
import type { ConfigTable, ConfigValue } from '../../syntax/config';
import type { Range } from '../../syntax/node';
import { sameNode } from '../../syntax/query';
import { topics } from '../../topics/index.generated';
import type { Feature } from '../feature';
import type { CheckedDocument } from '../checks';
import { MarkupKind } from '../library';
import type { Session } from '../session';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: (session) => {
    const { connection, guard } = session;
    connection.onHover(
      guard.request<HoverParams, Hover | undefined>('textDocument/hover', undefined, (params) => hoverAt(params, session)),
    );
  },
};

async function hoverAt({ textDocument, position }: HoverParams, session: Session): Promise<Hover | undefined> {
  const { uri } = textDocument;
  // Where nothing is shown there is nothing to explain; what is shown may be of an earlier version.
  const checked = (await session.checkIfDue(uri)) && (await session.check(uri));
  if (!checked || checked.configuration.settings.hover === 'off') return undefined;
  const said = explanationAt(checked.places.offset(position), checked, session);
  return said && { contents: { kind: MarkupKind.Markdown, value: said.text }, range: checked.places.range(said.range) };
}

interface Explanation {
  readonly text: string;
  readonly range: Range;
}

function explanationAt(offset: number, checked: CheckedDocument, session: Session): Explanation | undefined {
  const code = codeAt(offset, checked, session);
  if (code) return { range: code, text: explanationOfCode(code.code, session) };
  const finding = checked.findings.find(({ range }) => holds(range, offset));
  const rule = session.engine.rules.find(({ id }) => id === finding?.rule);
  if (!finding || !rule) return checked.configuration.settings.hover === 'findingsAndApis' ? apiAt(offset, checked, session) : undefined;
  return {
    range: finding.range,
    text: hoverOfRule(rule, ruleTexts.get(rule.id) ?? '', { ...hoverOptions(rule, session), severity: finding.severity }),
  };
}

function explanationOfCode(code: string, session: Session): string {
  const { rules } = session.engine;
  const rule = rules.find(({ id }) => id === code);
  if (rule) return hoverOfRuleId(rule, hoverOptions(rule, session));
  const ofCategory = rules.filter(({ category }) => category === code).map(({ id }) => `\`${id}\``);
  if (ofCategory.length > 0) return `All rules of the category \`${code}\`: ${ofCategory.join(', ')}`;
  return hoverOfUnknownId(
    code,
    nearestName(
      code,
      rules.flatMap(({ id, category }) => [id, category]),
    ),
  );
}

const topicTitles: ReadonlyMap<string, string> = new Map(topics.map(({ id, title }) => [id, title]));

function hoverOptions(rule: Rule, { options }: Session): HoverOptions {
  return { topicTitles, url: ruleUrl(rule.id), ...linksOf(options) };
}

function linksOf({ commandLinks }: Session['options']): Pick<HoverOptions, 'commands'> {
  return commandLinks ? { commands: linkCommands } : {};
}

/** What the catalogue knows of the call whose name stands at the offset. */
function apiAt(offset: number, { file }: CheckedDocument, { engine, options }: Session): Explanation | undefined {
  const name = file?.view?.tree.nodeAt(offset);
  const callee = name?.parent?.is('attribute') === true && sameNode(name.parent.field('attribute'), name) ? name.parent : name;
  if (name?.is('identifier') !== true || callee?.parent?.is('call') !== true || !sameNode(callee.parent.field('function'), callee))
    return undefined;
  const api = engine.catalogue.lookup(file?.view?.nameOf(callee));
  const text = api && hoverOfApi(api, topics, linksOf(options));
  return text === undefined ? undefined : { text, range: callee };
}

type CodeRange = Range & { readonly code: string };

function codeAt(offset: number, { uri, file }: CheckedDocument, { documents, host }: Session): CodeRange | undefined {
  const document = documents.get(uri);
  if (document?.kind === 'config')
    return codesInSettings(settingsTable(host.parseConfig(document.text), uri)).find((code) => holds(code, offset));
  return file?.directives.flatMap(({ codes }) => codes).find((code) => holds(code, offset));
}

/** The rules that a project file names: as keys of `severity`, and in the lists of `per-file-ignores`. */
function codesInSettings(table: ConfigTable | undefined): readonly CodeRange[] {
  const entriesOf = (value: ConfigValue | undefined) => (value?.kind === 'table' ? [...value.entries.values()] : []);
  const keys = entriesOf(table?.entries.get('severity')?.value).map(({ name, key }) => ({ ...key, code: name }));
  const items = entriesOf(table?.entries.get('per-file-ignores')?.value).flatMap(({ value }) =>
    value.kind === 'array' ? value.items : [],
  );
  return [...keys, ...items.flatMap((item) => (item.kind === 'string' ? [{ start: item.start, end: item.end, code: item.value }] : []))];
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

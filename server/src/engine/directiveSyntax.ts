/**
 * Reads the marks in comments: our ignore comments and the `# noqa` of other linters.
 *
 * Invariants: a comment is read by itself, without regard to what stands around it; prose that happens to begin with
 * `patterns:` is no mark; a comment may hold several marks of several tools.
 */
import { isKnownCode, nearestName } from '../settings/codes';
import type { KnownCodes } from '../settings/codes';
import { codeProblem } from '../settings/read';
import type { Range } from '../syntax/node';
import { repairOf } from './directiveRepair';
import type { Directive, DirectiveCode } from './directives';

/** An ignore comment as it is written; nobody has counted yet what it silences. */
export type WrittenDirective = Omit<Directive, 'codes'> & { readonly codes: readonly Omit<DirectiveCode, 'silenced'>[] };

/** The verbs of ignore comments, by the form that each stands for. */
const forms = { ignore: 'line', disable: 'disable', enable: 'enable', 'file-ignore': 'file' } as const;
type Verb = keyof typeof forms;
const verbs = Object.keys(forms) as readonly Verb[];

/** Whether a comment has to be read at all. */
export function mayHoldMark(comment: string): boolean {
  return anyMark.test(comment);
}

const anyMark = /#\s*(?:patterns:|noqa)/i;

/** The ignore comments in one comment. */
export function directivesIn(
  comment: Range & { readonly text: string },
  codes: KnownCodes,
  requireReason: boolean,
): readonly WrittenDirective[] {
  return [...comment.text.matchAll(mark)].flatMap((match) => directiveFrom(comment, match, codes, requireReason));
}

const mark = /#\s*patterns:\s*(?<verb>[\w-]+)/g;

function directiveFrom(
  comment: Range & { readonly text: string },
  match: RegExpExecArray,
  codes: KnownCodes,
  requireReason: boolean,
): readonly WrittenDirective[] {
  const verb = match.groups?.['verb'] ?? '';
  // On lines that end with `\r\n` the parser counts the `\r` as a part of the comment.
  const rest = ownPart(comment.text.slice(match.index + match[0].length).trimEnd());
  const start = comment.start + match.index;
  const restStart = start + match[0].length;
  const repair = repairOf({ verb, verbStart: restStart - verb.length, rest }, verbs, codes);
  const base = { start, end: trimmedTo(restStart, rest), comment: { start: comment.start, end: comment.end }, repair };
  const known = verbs.find((candidate) => candidate === verb);
  if (known === undefined) {
    // A word that is none of ours is prose, unless a list in brackets follows it.
    if (!/^\s*\[/.test(rest)) return [];
    const meant = nearestName(verb, verbs);
    return [
      {
        ...base,
        form: 'line',
        codes: [],
        reason: '',
        problem: `Unknown word \`${verb}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
      },
    ];
  }
  const list = /^\s*\[(?<list>[^\]]*)\](?<reason>.*)$/.exec(rest);
  if (list === null) return withoutList({ ...base, form: forms[known] }, known, rest, codes);
  const found = codesIn(list.groups?.['list'] ?? '', restStart + rest.indexOf('[') + 1, codes);
  const reason = (list.groups?.['reason'] ?? '').trim();
  const problem =
    codesProblem(found, codes) ?? (requireReason && reason === '' && takesReason(known) ? 'The reason is missing' : undefined);
  return [{ ...base, form: forms[known], codes: found, reason, problem }];
}

/** A verb alone is a broken mark; followed by words that are no rules, it is prose. */
function withoutList(
  base: Omit<WrittenDirective, 'codes' | 'reason' | 'problem'>,
  verb: Verb,
  rest: string,
  codes: KnownCodes,
): readonly WrittenDirective[] {
  const [first = ''] = rest.trim().split(/[\s,\]]+/);
  const problem = first.startsWith('[') ? 'The closing bracket is missing' : `The list of rules is missing: write \`${verb}[rule-id]\``;
  return first === '' || first.startsWith('[') || isKnownCode(first, codes) ? [{ ...base, codes: [], reason: '', problem }] : [];
}

function takesReason(verb: Verb): boolean {
  return verb !== 'enable';
}

/** What belongs to this mark: all up to the next one of any tool. A number sign before a digit belongs to the reason. */
function ownPart(rest: string): string {
  const next = /#\s*(?:patterns:|noqa\b|type:|ty:|pyright:|mypy:|pylint:|ruff:|flake8:|isort:|fmt:|yapf:|pragma:|nosec\b|NOSONAR\b)/i.exec(
    rest,
  );
  return next === null ? rest : rest.slice(0, next.index);
}

function trimmedTo(start: number, rest: string): number {
  return start + rest.trimEnd().length;
}

function codesIn(list: string, start: number, codes: KnownCodes): readonly Omit<DirectiveCode, 'silenced'>[] {
  let offset = start;
  return list.split(',').map((part) => {
    const code = part.trim();
    const codeStart = offset + (part.length - part.trimStart().length);
    offset += part.length + 1;
    return { code, known: isKnownCode(code, codes), start: codeStart, end: codeStart + code.length };
  });
}

function codesProblem(found: readonly Omit<DirectiveCode, 'silenced'>[], codes: KnownCodes): string | undefined {
  if (found.some(({ code }) => code === ''))
    return found.length === 1 ? 'The list of rules is empty' : 'A rule is missing between the commas';
  const unknown = found.find(({ known }) => !known);
  return unknown === undefined ? undefined : codeProblem(unknown.code, codes);
}

/** What a `# noqa` names: nothing in particular, or codes. Undefined for comments without one. */
export function noqaIn(comment: string): 'all' | ReadonlySet<string> | undefined {
  const match = /#\s*noqa(?<colon>\s*:\s*(?<codes>.*))?(?![\w-])/i.exec(comment);
  if (match === null) return undefined;
  return match.groups?.['colon'] === undefined ? 'all' : noqaCodes(match.groups['codes'] ?? '');
}

/** The codes at the front, up to the first word that is none. Upper case, as other linters write theirs. */
function noqaCodes(text: string): ReadonlySet<string> {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const end = words.findIndex((word) => !/^(?:[A-Za-z]+\d+|[a-z]+(?:-[a-z0-9]+)+)$/.test(word));
  return new Set(words.slice(0, end < 0 ? words.length : end).map((word) => (word.includes('-') ? word : word.toUpperCase())));
}

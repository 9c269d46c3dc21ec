import type { Directive, DirectiveCode } from '../../../engine/directives';
import type { Finding, Json } from '../../../engine/finding';
import { indentAt, indentWidth } from '../../../engine/lines';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { Range } from '../../../syntax/node';
import { editsFrom, removalOf } from '../comments';

const messages = { unused: 'Unused ignore: no finding of `{codes}` here' } as const;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['uv-ruff-ty'],
  fix: 'safe',
  messages,
  *directives(directives, context) {
    const partners = blockEnds(directives, context.view.tree.text);
    for (const directive of directives) yield* unusedCodes(directive, partners, context);
  },
  fixes: {
    remove: { kind: 'safe', title: 'Remove unused ignore', edits: (_node, args) => editsFrom(args) },
  },
});

/** One finding where the whole comment is unused, else one for each code that is. */
function* unusedCodes(directive: Directive, partners: BlockEnds, context: CheckContext<typeof messages>): Generator<Finding> {
  // Of what has not run nothing is known.
  const unused = directive.codes.filter(({ silenced }) => silenced === 0);
  if (unused.length === 0) return;
  const isWhole = unused.length === directive.codes.length;
  for (const codes of isWhole ? [unused] : unused.map((code) => [code])) {
    const names = [...new Set(codes.map(({ code }) => code))].join(', ');
    const removals = [...removalOf(codes, directive, context.view.tree.text), ...endRemovals(codes, partners, context)];
    const range: Range = isWhole ? directive : (codes[0] ?? directive);
    yield context.finding(
      range,
      'unused',
      { codes: names },
      { tags: ['unnecessary'], fixes: [{ id: 'remove', args: removals.map(asJson) }] },
    );
  }
}

function asJson({ start, end }: Range): Json {
  return [start, end, ''];
}

/** By the place of a code of a `disable`: the code of the `enable` that ends it. */
type BlockEnds = ReadonlyMap<number, { readonly directive: Directive; readonly code: DirectiveCode }>;

/** Pairs each `disable` with its `enable`, which would end nothing once the `disable` is gone. */
function blockEnds(directives: readonly Directive[], text: string): BlockEnds {
  const ends = new Map<number, { directive: Directive; code: DirectiveCode }>();
  const open: { readonly code: DirectiveCode; readonly width: number }[] = [];
  for (const directive of directives) {
    const width = indentWidth(indentAt(text, directive.start));
    for (const code of directive.codes) {
      if (directive.form === 'disable') open.push({ code, width });
      if (directive.form !== 'enable' || directive.problem !== undefined) continue;
      const opened = open.filter((other) => other.code.code === code.code && other.width === width).at(-1);
      if (opened === undefined) continue;
      open.splice(open.indexOf(opened), 1);
      ends.set(opened.code.start, { directive, code });
    }
  }
  return ends;
}

function endRemovals(codes: readonly DirectiveCode[], ends: BlockEnds, { view }: CheckContext<typeof messages>): readonly Range[] {
  const found = codes.flatMap((code) => ends.get(code.start) ?? []);
  const directives = [...new Set(found.map(({ directive }) => directive))];
  return directives.flatMap((directive) => {
    const own = found.filter((end) => end.directive === directive).map(({ code }) => code);
    return removalOf(own, directive, view.tree.text);
  });
}

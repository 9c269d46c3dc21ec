import type { Directive } from '../../../engine/directives';
import type { Finding, Json } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import { editsFrom } from '../comments';

const messages = { malformed: 'The ignore comment is not understood' } as const;

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['uv-ruff-ty'],
  fix: 'safe',
  messages,
  *directives(directives, context) {
    for (const directive of directives) if (directive.problem !== undefined) yield malformed(directive, directive.problem, context);
  },
  fixes: {
    correct: {
      kind: 'safe',
      title: (args) => `Change to ${editsFrom(args)?.[0]?.newText ?? 'what was meant'}`,
      edits: (_node, args) => editsFrom(args),
    },
  },
});

function malformed(directive: Directive, problem: string, { finding }: CheckContext<typeof messages>): Finding {
  const { repair, codes } = directive;
  // What is wrong with one code is said there; an empty place between commas has no range to show.
  const wrong = codes.every(({ code }) => code !== '') ? codes.find(({ known }) => !known) : undefined;
  const edits: Json[] = repair === undefined ? [] : [[repair.start, repair.end, repair.newText]];
  const fixes = edits.length === 0 ? [] : [{ id: 'correct', args: edits }];
  // The reader of comments says what is wrong in words of its own.
  return { ...finding(wrong ?? directive, 'malformed', {}, { fixes }), message: problem };
}

/** Texts as people leave them: half typed, pasted together, cut off, and worse. */
import fc from 'fast-check';
import type { Sample } from './samples';

/** One change of a text; the numbers choose its place and size. */
export interface Mutation {
  readonly kind: 'insert' | 'delete' | 'replace' | 'delete-lines' | 'repeat-lines' | 'splice' | 'cut' | 'indent' | 'line-ends' | 'nest';
  readonly at: number;
  readonly size: number;
  readonly text: string;
}

/** A sample with changes, and what it was before. */
export interface Mutant {
  readonly sample: Sample;
  readonly mutations: readonly Mutation[];
}

/** Pieces that matter to a reader of Python or of TOML. */
export const pieces: readonly string[] = [
  ...['(', ')', '[', ']', '{', '}', ':', ',', '.', '=', ':=', '*', '**', '@', '->', ';', '\\', '#', '!', '$', '?', '`'],
  ...['"', "'", '"""', "'''", 'f"', 'rb"', 'f"{', '{x!r:>{y}}', '\\N{DASH}', '\n', '\r', '\r\n', '\f', '\t', '    ', '\0', '\uFEFF'],
  ...[
    '😀',
    '𝒳',
    'é',
    'e\u0301',
    '\u202e',
    '\u2028',
    '\uD800',
    '\uDC00',
    'def ',
    'async ',
    'await ',
    'class ',
    'lambda ',
    'return ',
    'yield ',
  ],
  ...[
    'if ',
    'else:',
    'try:',
    'except ',
    'except* ',
    'finally:',
    'with ',
    'for ',
    'while ',
    'match ',
    'case ',
    'import ',
    'from ',
    'raise ',
  ],
  ...[
    'x',
    '1',
    'None',
    '...',
    'time.sleep(1)',
    'import asyncio\n',
    'async def f():\n    ',
    '# patterns: ignore\n',
    '  # patterns: ignore[x] y',
  ],
];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom<Mutation['kind'][]>(
    ...(['insert', 'insert', 'insert', 'delete', 'delete', 'replace', 'delete-lines', 'delete-lines', 'repeat-lines'] as const),
    ...(['splice', 'cut', 'indent', 'line-ends', 'nest'] as const),
  ),
  at: fc.nat(9999),
  size: fc.nat(12),
  text: fc.constantFrom(...pieces),
});

/** Samples with up to six changes. */
export function mutants(samples: readonly Sample[]): fc.Arbitrary<Mutant> {
  return fc.record({ sample: fc.constantFrom(...samples), mutations: fc.array(mutation, { maxLength: 6 }) });
}

/** The text of a mutant; pasted lines come from the other samples. */
export function mutated({ sample, mutations }: Mutant, others: readonly Sample[]): string {
  return mutations.reduce((text, one) => applied(text, one, others), sample.code);
}

function applied(text: string, { kind, at, size, text: piece }: Mutation, others: readonly Sample[]): string {
  const start = at % (text.length + 1);
  const lines = text.split('\n');
  const line = at % lines.length;
  switch (kind) {
    case 'insert':
      return text.slice(0, start) + piece + text.slice(start);
    case 'delete':
      return text.slice(0, start) + text.slice(start + 1 + size);
    case 'replace':
      return text.slice(0, start) + piece + text.slice(start + piece.length);
    case 'delete-lines':
      return lines.filter((_, index) => index < line || index > line + (size >> 2)).join('\n');
    case 'repeat-lines':
      return [...lines.slice(0, line + 1 + size), ...lines.slice(line)].join('\n');
    case 'splice': {
      const pasted = others[at % others.length]?.code.split('\n') ?? [];
      return [...lines.slice(0, line), ...pasted.slice(size % 3, (size % 3) + 1 + size), ...lines.slice(line)].join('\n');
    }
    case 'cut':
      return text.slice(0, start);
    case 'indent':
      return lines
        .map((each, index) => (index >= line && index <= line + size ? `${size % 2 === 0 ? '    ' : '\t'}${each}` : each))
        .join('\n');
    case 'line-ends':
      return text.replace(/\r\n|\r|\n/g, size % 3 === 0 ? '\r' : '\r\n');
    case 'nest':
      return text.slice(0, start) + '([{'.charAt(size % 3).repeat(size * 25) + text.slice(start);
  }
}

import { createTwoFilesPatch } from 'diff';
import type { Change } from './checkFile';
import { visible } from './escape';
import type { Paint } from './report/paint';

/**
 * What fixes would change in a file, as a patch. Where a person reads it, characters that a terminal would obey are shown by
 * their code; where a program does, it is the exact text.
 */
export function differences({ source, before, after }: Change, isTerminal: boolean, paint: Paint): string {
  const mark = before.hasMark ? '\ufeff' : '';
  const options = { context: 3, headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true } };
  const patch = createTwoFilesPatch(source.shown, source.shown, mark + before.text, mark + after.text, undefined, undefined, options);
  return patch
    .split('\n')
    .map((line) => painted(isTerminal ? visible(line.replace(/\r$/, '')) : line, paint))
    .join('\n');
}

function painted(line: string, paint: Paint): string {
  if (line.startsWith('+++') || line.startsWith('---')) return paint.strong(line);
  if (line.startsWith('+')) return paint.added(line);
  return line.startsWith('-') ? paint.removed(line) : line;
}

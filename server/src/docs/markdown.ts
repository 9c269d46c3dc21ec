/** Small pieces of Markdown that are safe to put together. */

/** Text from the user's files as a code span, whatever it holds: the fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = shown(text.replace(/\s+/g, ' ').trim());
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

/** A block of code, likewise. */
export function codeBlock(language: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/\n*$/, '\n')}${fence}`;
}

/** A link that runs a command with one argument. */
export function commandLink(label: string, command: string, argument: string): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

/** Text in a cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

/** Short, and without characters that nobody sees: some of them turn the direction of what follows. */
function shown(line: string): string {
  const cut = line.length <= longestSpan ? line : `${line.slice(0, longestSpan - 1)}…`;
  return cut.replace(/\p{C}/gu, '?');
}

const longestSpan = 100;

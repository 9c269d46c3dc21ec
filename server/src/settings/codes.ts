/** The names by which users mean rules: a rule's id, its category, or a pattern with `*`. */

/** What names there are. The engine makes it from its rules. */
export interface KnownCodes {
  readonly rules: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** Whether the code is a rule's id or a category. */
export function isKnownCode(code: string, codes: KnownCodes): boolean {
  return codes.rules.has(code) || codes.categories.has(code);
}

/** Whether a code with `*` stands for at least one rule. */
export function matchesSomeRule(pattern: string, codes: KnownCodes): boolean {
  return [...codes.rules].some((rule) => matchesPattern(pattern, rule));
}

/** Whether the text is the pattern, in which each `*` stands for any characters. Takes time in proportion to both. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let offset = first.length;
  for (const part of others) {
    const found = text.indexOf(part, offset);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    offset = found + part.length;
  }
  return true;
}

/** The candidate that was most likely meant; undefined when none is near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** The one candidate that is a slip of the pen away: a letter or two, of a name long enough to bear it. */
export function onlyNameNear(name: string, candidates: Iterable<string>): string | undefined {
  const most = name.length < 6 ? 1 : 2;
  const near = [...candidates].filter(
    (candidate) => Math.abs(candidate.length - name.length) <= most && editDistance(name, candidate) <= most,
  );
  return near.length === 1 && name.length > 4 ? near[0] : undefined;
}

/** How many characters have to be put in, left out or replaced to make one name the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

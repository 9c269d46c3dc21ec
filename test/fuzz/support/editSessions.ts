/** Edits texts at random, and compares after each edit the check that goes on with the check from scratch. */
import { isDeepStrictEqual } from 'node:util';
import { unlimited } from '../../../server/src/engine/budget';
import type { CheckedFile } from '../../../server/src/engine/check';
import { rules } from '../../../server/src/rules/index.generated';
import { mergedSettings } from '../../../server/src/settings/parse';
import { projectTarget } from '../../../server/src/settings/target';
import type { SyntaxTree } from '../../../server/src/syntax/node';
import { engineFor } from '../../support/check';
import { parseText } from '../../support/parser';
import { nextEdit, type Random } from './randomEdits';
import { ChunkSharing } from './sharedChunks';

export interface SessionOptions {
  readonly edits: number;
  readonly firstSeed: number;
}

export interface SessionsResult {
  readonly made: number;
  /** How many chunks had findings that were kept, over all edits. */
  readonly remembered: number;
  /** At most one, with all that is needed to see it again. */
  readonly differences: readonly string[];
}

const settings = mergedSettings({ profile: 'all' });
const target = projectTarget(undefined, settings);
const editsOfSession = 100;

/** Sessions of a hundred edits each, each with a seed of its own, on texts in turn. */
export function editSessions(texts: readonly string[], { edits, firstSeed }: SessionOptions): SessionsResult {
  let made = 0;
  let remembered = 0;
  for (let seed = firstSeed; made < edits; seed += 1) {
    const count = Math.min(editsOfSession, edits - made);
    const session = new Session(texts[(seed * 31) % texts.length] ?? '', texts, seed);
    for (let step = 0; step < count; step += 1) {
      const difference = session.step();
      made += 1;
      if (difference !== undefined) return { made, remembered: remembered + session.remembered, differences: [difference] };
    }
    remembered += session.remembered;
  }
  return { made, remembered, differences: [] };
}

class Session {
  remembered = 0;
  #text: string;
  #checked: CheckedFile;
  #steps = 0;
  readonly #random: Random;
  readonly #history: string[] = [];
  readonly #sharing = new ChunkSharing();

  constructor(
    text: string,
    readonly others: readonly string[],
    readonly seed: number,
  ) {
    this.#text = text;
    this.#random = randomFrom(seed);
    this.#checked = checked(this.#sharing.shared(parseText(text)), undefined);
  }

  /** Makes one edit; what differs after it, if anything does. */
  step(): string | undefined {
    this.#steps += 1;
    const before = this.#text;
    const { what, text } = nextEdit(before, this.others, this.#history, this.#random);
    if (what !== 'undo') this.#history.push(before);
    this.#text = text;
    const previous = this.#checked;
    this.#checked = checked(this.#sharing.shared(parseText(text)), previous);
    this.remembered += keptCount(this.#checked, previous);
    const scratch = checked(parseText(text), undefined);
    if (isDeepStrictEqual(told(this.#checked), told(scratch))) return undefined;
    return `seed ${this.seed}, edit ${this.#steps} (${what}): ${difference(this.#checked, scratch)}\n--- before\n${before}\n--- after\n${text}`;
  }
}

function checked(tree: SyntaxTree, previous: CheckedFile | undefined): CheckedFile {
  return engineFor(rules).checkPython({ file: 'app/module.py', tree, target, previous }, settings, unlimited);
}

function keptCount({ memory }: CheckedFile, { memory: before }: CheckedFile): number {
  const old = new Set(before?.kept);
  return memory?.kept.filter((kept) => kept !== undefined && old.has(kept)).length ?? 0;
}

function told({ findings, directives, failures, complete }: CheckedFile): unknown {
  return { findings, directives, failures, complete };
}

function difference(one: CheckedFile, other: CheckedFile): string {
  const lines = ({ findings, directives }: CheckedFile): readonly string[] => [
    ...findings.map((finding) => JSON.stringify(finding)),
    ...directives.map((directive) => JSON.stringify(directive)),
  ];
  const [kept, anew] = [lines(one), lines(other)];
  const tooMany = kept.filter((line) => !anew.includes(line));
  const missing = anew.filter((line) => !kept.includes(line));
  return `only with a memory:\n${tooMany.join('\n')}\nonly from scratch:\n${missing.join('\n')}`;
}

/** Numbers from 0 to below a limit that look like chance, and are the same for each seed. */
function randomFrom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit);
  };
}

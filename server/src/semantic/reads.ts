/**
 * What answers about one chunk needed to know from outside of it.
 *
 * Invariants: everything by which code of one chunk can depend on another is noted here, or by the tree that tells of steps
 * between chunks; an answer that is kept is kept with what it needed, so whoever is given it again needs that as well.
 * Names are noted without the scope that they stand in: that names of two classes are taken for one costs time, never truth.
 */
import type { Chunk, TreeWatch } from '../syntax/node';

/** One thing that had to be known. */
export type Need =
  /** Where a name of the module, or of a class that is spread over chunks, is bound; with it, all that these chunks say. */
  | { readonly kind: 'declarations'; readonly name: string }
  /** Where such a name is read; with it, all that these chunks say. */
  | { readonly kind: 'references'; readonly name: string }
  /** Where an identifier is written with that name, whatever it stands for; with it, all that these chunks say. */
  | { readonly kind: 'mentions'; readonly name: string }
  /** Whether an `async def` has that name. */
  | { readonly kind: 'coroutine'; readonly name: string }
  /** That nothing which has that name comes to block, as far as names tell. */
  | { readonly kind: 'blocking'; readonly name: string }
  /** Whether a module of that name, or anything below it, is imported. */
  | { readonly kind: 'import'; readonly name: string }
  /** Everything that belongs to the class that is spread over chunks and has this one as its header. */
  | { readonly kind: 'members'; readonly header: Chunk }
  /** What the members of such a class bind or assign to one attribute. */
  | { readonly kind: 'attribute'; readonly header: Chunk; readonly name: string }
  /** Which star imports there are. */
  | { readonly kind: 'star' }
  /** What may change with any change of the file. */
  | { readonly kind: 'whole' };

/** Needs as they were gathered: those of an answer that was kept from before stand in it as one. */
export type Reads = readonly (Need | Reads)[];

const star: Need = { kind: 'star' };
const whole: Need = { kind: 'whole' };

/** Notes what answers need from outside of the chunk at hand, while somebody listens. */
export class ReadLog implements TreeWatch {
  #open: (Need | Reads)[] | undefined;
  /** Each need is one object, so that equal ones are found to be equal at once. */
  readonly #declarations = new Map<string, Need>();
  readonly #references = new Map<string, Need>();
  readonly #mentions = new Map<string, Need>();
  readonly #coroutines = new Map<string, Need>();
  readonly #blocking = new Map<string, Need>();
  readonly #imports = new Map<string, Need>();
  readonly #members = new Map<Chunk, Need>();
  readonly #attributes = new Map<Chunk, Map<string, Need>>();

  /** `isMuted`: nothing is noted, as no later version will ask what this one needed; then nothing must be kept for one. */
  constructor(readonly isMuted = false) {}

  declarations(name: string): void {
    let need = this.#declarations.get(name);
    if (need === undefined) this.#declarations.set(name, (need = { kind: 'declarations', name }));
    this.#note(need);
  }

  references(name: string): void {
    let need = this.#references.get(name);
    if (need === undefined) this.#references.set(name, (need = { kind: 'references', name }));
    this.#note(need);
  }

  mentions(name: string): void {
    let need = this.#mentions.get(name);
    if (need === undefined) this.#mentions.set(name, (need = { kind: 'mentions', name }));
    this.#note(need);
  }

  coroutine(name: string): void {
    let need = this.#coroutines.get(name);
    if (need === undefined) this.#coroutines.set(name, (need = { kind: 'coroutine', name }));
    this.#note(need);
  }

  blocking(name: string): void {
    let need = this.#blocking.get(name);
    if (need === undefined) this.#blocking.set(name, (need = { kind: 'blocking', name }));
    this.#note(need);
  }

  importOf(name: string): void {
    let need = this.#imports.get(name);
    if (need === undefined) this.#imports.set(name, (need = { kind: 'import', name }));
    this.#note(need);
  }

  members(header: Chunk): void {
    let need = this.#members.get(header);
    if (need === undefined) this.#members.set(header, (need = { kind: 'members', header }));
    this.#note(need);
  }

  attribute(header: Chunk, name: string): void {
    const needs = this.#attributes.get(header) ?? new Map<string, Need>();
    this.#attributes.set(header, needs);
    let need = needs.get(name);
    if (need === undefined) needs.set(name, (need = { kind: 'attribute', header, name }));
    this.#note(need);
  }

  star(): void {
    this.#note(star);
  }

  whole(): void {
    this.#note(whole);
  }

  /** Notes what was needed for an answer that was kept. */
  again(reads: Reads | undefined): void {
    if (reads !== undefined) this.#note(reads);
  }

  /** Begins to gather apart from what was gathered so far, which is to be given back to `end`. */
  begin(): Reads | undefined {
    const outer = this.#open;
    this.#open = undefined;
    return outer;
  }

  /** What was needed since the last `begin`; it is needed as well for what was under way before. */
  end(outer: Reads | undefined): Reads | undefined {
    const reads = this.#open;
    const only = reads?.length === 1 ? reads[0] : undefined;
    const gathered = only !== undefined && !('kind' in only) ? only : reads;
    // The list was made here, and is given out to be read only.
    this.#open = outer as (Need | Reads)[] | undefined;
    this.again(gathered);
    return gathered;
  }

  /** What was needed since this was last asked; it is forgotten here. */
  take(): Reads | undefined {
    const reads = this.#open;
    this.#open = undefined;
    return reads;
  }

  #note(item: Need | Reads): void {
    if (this.isMuted) return;
    const open = this.#open;
    if (open === undefined) this.#open = [item];
    else if (open[open.length - 1] !== item) open.push(item);
  }
}

/** Every need once. */
export function needsOf(reads: Reads | undefined): readonly Need[] {
  const needs = new Set<Need>();
  const seen = new Set<Reads>();
  const pending: Reads[] = reads === undefined ? [] : [reads];
  for (let list = pending.pop(); list !== undefined; list = pending.pop()) {
    if (seen.has(list)) continue;
    seen.add(list);
    for (const item of list) {
      if ('kind' in item) needs.add(item);
      else pending.push(item);
    }
  }
  return [...needs];
}

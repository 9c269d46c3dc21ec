/**
 * What one check of a file leaves to the next, so that only what a change can have touched is worked out again.
 *
 * Invariants: a memory never changes; findings are kept by chunk with everything they needed from elsewhere, and are given
 * out again only where none of that, and nothing of what the whole check rests on, can have changed; where they cannot be
 * placed with certainty they are worked out anew. So the findings are those of a check without a memory.
 */
import type { Catalogue, FactTable } from '../catalogue/schema';
import type { FileId, Target } from '../project/view';
import type { RuleSettings } from '../settings/schema';
import { changesBetween } from '../semantic/changes';
import type { KeptScopes } from '../semantic/chunkIndex';
import { needsOf, type Need, type Reads } from '../semantic/reads';
import type { Chunk, PlacedChunk, Range } from '../syntax/node';
import type { RawFinding, Rule } from './rule';
import type { KeptMarks } from './suppress';

/** What all findings of a check rest on. Memories are of use only where every part of it is the same. */
export interface Frame {
  readonly file: FileId;
  readonly path: string | undefined;
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly target: Target;
  /** Something else whenever answers about other files may have changed. */
  readonly generation: unknown;
  /** The facts that calls in the file can have. */
  readonly reach: FactTable;
}

/** What a check leaves to the next of the same file. */
export interface Memory {
  readonly frame: Frame;
  readonly chunks: readonly PlacedChunk[];
  readonly scopes: KeptScopes;
  readonly marks: KeptMarks;
  /** By position of the chunk; undefined where there was no certain answer. */
  readonly kept: readonly (KeptFindings | undefined)[];
}

/** The findings that rules made of the nodes of one chunk. */
export interface KeptFindings {
  readonly needs: readonly Need[];
  readonly findings: readonly { readonly raw: RawFinding; readonly spots: readonly Spot[] }[];
}

/** An offset by the chunk that it lies in: the finding's own, unless it is named. */
interface Spot {
  readonly chunk: Chunk | undefined;
  readonly offset: number;
}

/** What is remembered of the chunks of a new version. */
export interface Recall {
  /** The findings in a chunk; undefined where they have to be worked out. */
  at(position: number): { readonly kept: KeptFindings; readonly findings: readonly RawFinding[] } | undefined;
}

/** What a memory says of a new version whose chunks have their scopes already; undefined where it says nothing. */
export function recall(
  memory: Memory | undefined,
  frame: Frame,
  chunks: readonly PlacedChunk[],
  mayBlock: (name: string) => boolean,
): Recall | undefined {
  if (memory === undefined || !isSameFrame(memory.frame, frame)) return undefined;
  const changes = changesBetween(memory.chunks, chunks, memory.scopes, mayBlock);
  const places = placesOf(chunks);
  return {
    at: (position) => {
      const kept = memory.kept[changes.before[position] ?? -1];
      const placed = chunks[position];
      if (kept === undefined || placed === undefined || changes.affect(kept.needs)) return undefined;
      const findings = placedFindings(kept, placed, places);
      return findings && { kept, findings };
    },
  };
}

function isSameFrame(one: Frame, other: Frame): boolean {
  return (
    one.file === other.file &&
    one.path === other.path &&
    one.catalogue === other.catalogue &&
    one.settings === other.settings &&
    one.target === other.target &&
    one.generation === other.generation &&
    one.reach === other.reach &&
    one.rules.length === other.rules.length &&
    one.rules.every((rule, index) => rule === other.rules[index])
  );
}

/** Findings as they can be kept; undefined where they say something of a place that may move by itself. */
export function keptFindings(
  findings: readonly RawFinding[],
  reads: Reads | undefined,
  position: number,
  chunks: readonly PlacedChunk[],
): KeptFindings | undefined {
  const needs = needsOf(reads);
  if (needs.some(({ kind }) => kind === 'whole')) return undefined;
  const found: KeptFindings['findings'][number][] = [];
  for (const raw of findings) {
    if (raw.finding.related.some(({ file }) => file !== raw.finding.file)) return undefined;
    const spots = offsetsOf(raw).map((offset) => spotAt(offset, position, chunks));
    const known = spots.filter((spot) => spot !== undefined);
    if (known.length < spots.length) return undefined;
    found.push({ raw, spots: known });
  }
  return { needs, findings: found };
}

/** The offsets of a finding in a fixed order: its range, its anchor's, those of related places. */
function offsetsOf({ finding }: RawFinding): readonly number[] {
  const ranges: readonly Range[] = [
    finding.range,
    ...(finding.anchor ? [finding.anchor] : []),
    ...finding.related.map(({ range }) => range),
  ];
  return ranges.flatMap(({ start, end }) => [start, end]);
}

function spotAt(offset: number, position: number, chunks: readonly PlacedChunk[]): Spot | undefined {
  const own = chunks[position];
  if (own !== undefined && isIn(offset, own)) return { chunk: undefined, offset: offset - own.start };
  const placed = chunks.find((candidate) => isIn(offset, candidate));
  return placed && { chunk: placed.chunk, offset: offset - placed.start };
}

function isIn(offset: number, { start, end }: Range): boolean {
  return start <= offset && offset <= end;
}

type Places = (chunk: Chunk) => number | undefined;

/** Where chunks begin; undefined for those that stand in several places. Asked for seldom. */
function placesOf(chunks: readonly PlacedChunk[]): Places {
  let starts: Map<Chunk, number | undefined> | undefined;
  return (chunk) => {
    if (starts === undefined) {
      starts = new Map();
      for (const placed of chunks) starts.set(placed.chunk, starts.has(placed.chunk) ? undefined : placed.start);
    }
    return starts.get(chunk);
  };
}

function placedFindings({ findings }: KeptFindings, own: PlacedChunk, places: Places): readonly RawFinding[] | undefined {
  if (findings.length === 0) return none;
  const placed: RawFinding[] = [];
  for (const { raw, spots } of findings) {
    const offsets: number[] = [];
    for (const { chunk, offset } of spots) {
      const start = chunk === undefined ? own.start : places(chunk);
      if (start === undefined) return undefined;
      offsets.push(start + offset);
    }
    placed.push(movedTo(raw, offsets));
  }
  return placed;
}

const none: readonly RawFinding[] = [];

function movedTo(raw: RawFinding, offsets: readonly number[]): RawFinding {
  let next = 0;
  const range = (): Range => ({ start: offsets[next++] ?? 0, end: offsets[next++] ?? 0 });
  const { finding } = raw;
  const own = range();
  const anchor = finding.anchor && { ...finding.anchor, ...range() };
  return { ...raw, finding: { ...finding, range: own, anchor, related: finding.related.map((one) => ({ ...one, range: range() })) } };
}

/**
 * Whether a way to read trees gives the right nodes, tried at the start on texts that have a bit of everything.
 *
 * What the public cursor gives on them is known beforehand, as one number for each text, since that cursor takes longer than
 * everything else at the start. Where a number is another one, as with another version of the grammar, the cursor decides.
 */
import { hashOfNumbers } from '../syntax/hash';
import { NodeBuffer, nodeSize } from '../syntax/packed';
import type { Decode } from './decode';
import type { Tree } from './runtime';

/** Whether a way to read trees gives the same nodes as one that is certain. */
export function agreesWith(certain: Decode, decode: Decode, parse: (text: string) => Tree | undefined): boolean {
  if (decode === certain) return true;
  return samples.every(({ text, nodes }) => agreesOn(text, nodes, certain, decode, parse));
}

function agreesOn(text: string, nodes: number, certain: Decode, decode: Decode, parse: (text: string) => Tree | undefined): boolean {
  const tree = parse(text);
  if (tree === undefined) return false;
  const found = new NodeBuffer();
  const isRight = decode(tree, found) && (hashOfNodes(found) === nodes || hasSameNodes(found, read(certain, tree)));
  tree.delete();
  return isRight;
}

function read(decode: Decode, tree: Tree): NodeBuffer {
  const nodes = new NodeBuffer();
  decode(tree, nodes);
  return nodes;
}

/** A number that is the same for the same nodes, and as good as never for others. */
export function hashOfNodes({ data, count }: NodeBuffer): number {
  return hashOfNumbers(data.subarray(0, count * nodeSize));
}

/** Whether two buffers hold the same nodes. */
export function hasSameNodes(one: NodeBuffer, other: NodeBuffer): boolean {
  if (one.count !== other.count) return false;
  for (let at = 0; at < one.count * nodeSize; at += 1) if (one.data[at] !== other.data[at]) return false;
  return true;
}

/** A text, and the hash of the nodes that the public cursor gives for it. */
interface Sample {
  readonly text: string;
  readonly nodes: number;
}

/** Aliases, fields, lists in fields, hidden nodes, extras everywhere, inline and large leaves, missing nodes and errors. */
const everything = `\uFEFF"""Module \u{1F600} text"""
from __future__ import annotations
from ..pack.age import (one, two as deux,)  # comment
import a.b.c as d, e

@decorate(1, *args, key=f"{value!r:>{width}} {{}} {name=}", **rest)
async def work[T: int](first, /, second: int = 2, *many: str, third, **named: object) -> dict[str, int]:
    '''Docstring with an escape: \\n'''
    async with open(path) as (one, two), other:
        await asyncio.gather(*[item async for item in things if not item], return_exceptions=True)
    for index, (key, value) in enumerate(mapping.items()): continue
    else:
        total += 1_000 if a <= b < c is not None else -x ** 2 @ y
    try:
        raise Problem("a" 'b') from error
    except* (ValueError, KeyError) as problem: pass
    finally: del target[1:2, ...], other.name
    while (n := read()) and \\
            not done: yield n
    return lambda x, *y: (x, *y), {1: 2, **z}, {3}, [4]

match command.split():
    case ["go", Point(x=0) | None as p, *others] if p > 0: print(p)
    case {"key": -1, **kw}: global state; state = kw
    case _: type Alias[K] = list[K]
class Empty(Base, metaclass=Meta): x: int = 1; y = type(x)
assert exec, print
`;

const broken = 'def broken(:\n    x = foo(1))\n    asyncio.\n    y = {"a": 1, "b"\n@\nclass\n  f"{x:=}" 1 2 ) ] } $ ? !\n';

/** The texts to try, with what a test holds to be right of them in this build. */
export const samples: readonly Sample[] = [
  { text: '', nodes: 2_111_122_867 },
  { text: '\n  # nothing but this\n', nodes: 1_637_481_351 },
  { text: everything, nodes: 861_998_760 },
  { text: broken, nodes: 333_724_235 },
];

import { NodeBuffer, nodeSize } from '../syntax/packed';
import type { Decode } from './decode';
import type { Tree } from './runtime';

/** Whether a way to read trees gives the same nodes as one that is certain, on texts that have a bit of everything. */
export function agreesWith(certain: Decode, decode: Decode, parse: (text: string) => Tree | undefined): boolean {
  if (decode === certain) return true;
  return samples.every((text) => agreesOn(text, certain, decode, parse));
}

function agreesOn(text: string, certain: Decode, decode: Decode, parse: (text: string) => Tree | undefined): boolean {
  const tree = parse(text);
  if (tree === undefined) return false;
  const expected = new NodeBuffer();
  const found = new NodeBuffer();
  const isRead = certain(tree, expected) && decode(tree, found);
  tree.delete();
  return isRead && hasSameNodes(expected, found);
}

/** Whether two buffers hold the same nodes. */
export function hasSameNodes(one: NodeBuffer, other: NodeBuffer): boolean {
  if (one.count !== other.count) return false;
  for (let at = 0; at < one.count * nodeSize; at += 1) if (one.data[at] !== other.data[at]) return false;
  return true;
}

/** Aliases, fields, lists in fields, hidden nodes, extras everywhere, inline and large leaves, missing nodes and errors. */
const samples: readonly string[] = [
  '',
  '\n  # nothing but this\n',
  `\uFEFF"""Module \u{1F600} text"""
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
`,
  'def broken(:\n    x = foo(1))\n    asyncio.\n    y = {"a": 1, "b"\n@\nclass\n  f"{x:=}" 1 2 ) ] } $ ? !\n',
];

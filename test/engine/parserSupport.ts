import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SyntaxNode, SyntaxTree } from '../../server/src/syntax/node';
import type { ParsedText, Parser } from '../../server/src/syntax/parser';
import { createParser } from '../../server/src/parser/treeSitter';

/** The two WebAssembly files of the installed packages. */
export const files = {
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  python: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
};

export const parser: Parser = await createParser(files);

/** Parses without an interrupt, which always gives a text. */
export function parse(text: string, previous?: Parameters<Parser['parse']>[1]): ParsedText {
  const parsed = parser.parse(text, previous);
  if (parsed === 'cancelled') throw new Error('Cancelled without an interrupt.');
  return parsed;
}

export function treeOf(text: string): SyntaxTree {
  const parsed = parse(text);
  parsed.dispose();
  return parsed.tree;
}

/** Every node of a tree in document order, read through `parts` alone. */
export function allNodes(tree: SyntaxTree): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const waiting: SyntaxNode[] = [tree.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    waiting.push(...[...node.parts].reverse());
  }
  return found;
}

/** The named nodes with their ranges, for comparing trees. */
export function shape(tree: SyntaxTree): string {
  return allNodes(tree)
    .map(
      (node) =>
        `${node.kind} ${node.start}-${node.end}${node.isMissing ? ' missing' : ''}${node.hasError ? ' error' : ''} in ${node.parent?.id ?? '-'}`,
    )
    .join('\n');
}

/** The tree as nested kinds: `(module (pass_statement))`. Tokens, comments and texts are left out. */
export function kinds(node: SyntaxNode): string {
  const inner = node.children.map((child) => ` ${kinds(child)}`).join('');
  return `(${node.kind}${inner})`;
}

/** The first node of a kind whose text is as given, or any of that kind. */
export function find(tree: SyntaxTree, kind: SyntaxNode['kind'], text?: string): SyntaxNode {
  const found = allNodes(tree).find((node) => node.kind === kind && (text === undefined || node.text === text));
  if (found === undefined) throw new Error(`No ${kind} in ${JSON.stringify(tree.text)}.`);
  return found;
}

/** Whether long tests look at everything: set for a change of the parser or the grammar. */
export const everything = process.env['SERVICE_PATTERNS_TEST_EVERYTHING'] === '1';

/** Files of the standard library: a sample, spread evenly, or all of them. */
export function standardLibrary(size: number): readonly string[] {
  const folder = execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py') && !path.includes('site-packages'))
    .sort();
  const step = everything ? 1 : Math.max(1, Math.floor(paths.length / size));
  return paths.filter((_, index) => index % step === 0).map((path) => readFileSync(join(folder, path), 'utf8'));
}

/** Code that has led parsers astray: valid, invalid, half typed and odd. */
export const traps: readonly string[] = [
  '',
  ' ',
  '\n\n',
  '# x',
  '\uFEFFimport a\nx = 1\n',
  'x = 1\n\0\ny = 2\n',
  'def f():\n    return 1\n    ',
  'class A:\n    def f(self):\n        pass\n\n\n    @property\n    def g(self): return 1\nx\n',
  'class C:\n    a = 1\n\f\n    b = 2\n\f    c = 3\n',
  'x = 1 + \\\r\n    2\r\ny = "a\\\r\nb"\r\n',
  'x = 1 + \\',
  'x = "😀"; y = 1\ndef f(): return "𝒳", 2\nα = 𝒳 = 3\n',
  'if x:  # b\n    # c\n    y\n  # d (dedented)\n    z\n# e\nelse:\n    # f\n    pass\n        # g\n',
  'match = 1\ncase = 2\ntype = 3\nmatch(x)\nprint(match, case, type)\nmatch: int = 3\n',
  'match p:\n    case Point(x=0, y=0) | Origin():\n        pass\n    case {"k": v, **rest}:\n        pass\n    case (1 | -1 | 2+3j) as n: pass\n',
  'from . import a\nfrom ...x.y import (a, b as c,)\nimport a.b.c as d, e\nfrom __future__ import annotations, x\nfrom a import *\n',
  'f"{x:{w}.{p}}" f"{x!r:^{w}}" f"{{}}" rf"\\d{x}" f"{f"{1}"}"\nx = f"{\n    a  # comment\n    + b\n}"\nt"{name!r:>{w}}"\n',
  'f"{x:=10}" f"{(x:=10)}" f"{x:=}" f"{a[b:=1]:=+5}"\n',
  'type(x).a = v\ntype (x)[0] = v\ntype X[T] = list[T]\ntype[0] = 1\n',
  'def f[T = int, *Ts = *tuple[int]](x: T): ...\nclass A[T: int = str](B): ...\n',
  'print "hello"\nprint >>f, x\nexec "code"\nraise E, "x"\nx <> y\n`a`\n',
  'async def f():\n    a = [i async for i in g() if await p(i)]\n    await (yield x)\n    async with (a as b, c as d): pass\n',
  'async def f():\n    a = 1\n    await foo(\n    b = 2\n    return b\ndef g():\n    pass\n',
  'async def f():\n    asyncio.\n    b = 2\n    x =\n    return b\n',
  'def f(\n\nclass A:\n    def m(self):\n        return 1\n',
  'x = {"a": 1, "b"\ny = 2\ndef f(): pass\n',
  'x = """abc\ny = 2\ndef f():\n    return 1\n',
  'x = f"abc {y\nz = 2\ndef f():\n    return 1\n',
  '@app.\ndef f(): pass\n@\ndef g(): pass\n',
  'a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\nc = 4\n',
  `${') ] } , $ ? ! = : '.repeat(30)}\nclass\nx\n`,
  // Everything that is open at the end becomes a direct child of one error, more than any rule of the grammar has.
  'x = f(a, [b, {c: (d.e, lambda g: h[i:'.repeat(30),
  'def f(a, *b: c = [d for e in '.repeat(20),
  `${'import '.repeat(40)}\n${'def ( '.repeat(40)}\n`,
];

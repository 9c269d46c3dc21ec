/** Code in which scopes and names are easy to get wrong, by what is hard about it. */
export const hardScopes: Readonly<Record<string, string>> = {
  'global and nonlocal': `
a = 1
def f():
    global a, made_here
    a = 2
    made_here = 3
    b = 1
    def g():
        nonlocal b
        b = 2
        def h():
            nonlocal b
            b += 1
            return a, made_here
        class C:
            nonlocal b
            b = 5
            global a
            a = 4
    return g
def reads():
    return made_here
`,
  'global in a class, and in the module': `
global a
a = 1
class C:
    global a, b
    a = 2
    b = 3
    def m(self):
        return a, b, C
`,
  'nonlocal that is declared before the outer name is bound': `
def f():
    def g():
        nonlocal b
        b = 2
    b = 1
    def h(b):
        def i():
            nonlocal b
            del b
        return i
`,
  'nonlocal jumps over classes': `
def f():
    x = 1
    class C:
        x = 2
        def m(self):
            nonlocal x
            x = 3
            return [x for _ in x]
`,
  'global in an outer function hides the one further out': `
x = 0
def f():
    x = 1
    def g():
        global x
        x = 2
        def h():
            return x
        return h
`,
  'walrus in comprehensions': `
def f(items):
    a = [(y := x) for x in items if (z := x)]
    b = [[(w := v) for v in u] for u in items]
    c = lambda: [(k := q) for q in items]
    def g():
        nonlocal y
        return [(y := 1) for _ in items]
    return y, z, w
m = 0
d = [(m := 1) for _ in range(3)]
def h():
    global gg
    return [(gg := 1) for _ in m]
`,
  comprehensions: `
xs = [1]
class C:
    xs = [2]
    n = 3
    a = [x for x in xs]
    b = [n for _ in xs for n in [n]]
    c = {k: v for k, v in zip(xs, xs)}
    d = (x for x in (lambda: xs)())
def f(xs):
    return {x for x in xs for y in x if y for (p, *q) in [y] for r.attr in xs for s[xs] in p}
`,
  'class scopes': `
x = 1
def f():
    x = 2
    class A:
        y = x
        def m(self, a=x):
            return x, A
        class B(object):
            y = x
            z = lambda self: x
    class D:
        x = x
        def x(self): return x
`,
  'defaults, decorators, annotations and bases': `
d = t = b = k = 1
@d
def f(a: t = b, *args: t, c: t = b, **kw: t) -> t:
    d = t = b = 2
@d(lambda d: d)
class C(b, metaclass=k, **{b: t}):
    d: t
    d = t = b = 2
    @d
    def m(self, d=d): ...
`,
  annotations: `
x: int
y: int = 1
(z): int = 2
def f():
    global y
    x: int
    a.b: int
    a[0]: int = 1
    (c): int
    (e): int = 1
    return lambda: (x, e)
`,
  'match captures': `
def f(value, Cls, mod):
    match value:
        case 1 | "a" | None | mod.CONST:
            pass
        case [a, *b, _, *_]:
            pass
        case {"k": c, mod.KEY: (d), **e}:
            pass
        case Cls(g, x=h, y=[i, j]) | mod.Cls(g, h, i, j):
            pass
        case (k, 1 as m) if k > n:
            pass
        case [Cls() as o, (1 | 2) as p] as q:
            pass
        case -1 | 1+2j:
            pass
        case r, *s:
            pass
        case _:
            pass
    case = match = 1
`,
  'exceptions, with, for, del and augmented assignment': `
def f(x, y):
    try:
        pass
    except (ValueError, x) as e:
        del e
    except y as g:
        pass
    else:
        h = 1
    finally:
        i = 2
    with x as k, y as (l, [m, *n]), x() as o.p, y() as q[r]:
        pass
    with (x as s, y as t):
        pass
    with (x, y) as u:
        pass
    with (x as aaa):
        pass
    with (x):
        pass
    for v, (w, *z) in x:
        pass
    else:
        aa = 1
    for bb.c in x: pass
    for dd[ee] in x: pass
    ff += 1
    gg.x += 1
    hh[ii] += 1
    del jj, (kk, [ll]), mm.n, nn[oo], (tt)
    pp = qq = rr, *ss = x
    return lambda: (e, g, ff, jj)
`,
  imports: `
from __future__ import division
import a, b.c, d.e as f, g . h . i
from j import k, l as m
from . import n
from .o.p import (q, r as s,)
def fun():
    import a.z, t
    from u import v as w
    return lambda: (a, t, w)
`,
  'exception groups': `# since 311
def f(x):
    try:
        pass
    except* OSError as j:
        pass
    except* (ValueError, x) as k:
        pass
`,
  'type parameters': `# since 312
x = y = z = d = 1
class C[T: x](y[T], k=T):
    a: T
    b = T
    def m[S](self, p: S, q: T = d) -> z: return T, S, x
    type Alias[U: y] = dict[U, T, a]
    type Plain = a
    def __init__[V: b](self, v: V): ...
def f[T: (x, y), *Ts, **P](p: T, *q: *Ts, r: y = d) -> z:
    T
    def g(): return Ts, P
    return [T for _ in q]
def h[y](): return y
`,
  'names in other writing': `
class T:
    µ = 1
    def m(self):
        𝔘𝔫𝔦 = 1
        def n(): return Uni
`,
  'parentheses around targets': `
def f(x):
    (a) = 1
    ((b)) = (c) = 2
    (d), [e] = x
    for (g) in x: pass
    for ((h)) in x: pass
    [(i) for (i) in x]
    with x as (j): pass
    (k): int = 1
`,
  'lambdas and parameters': `
def f(a, /, b, *c, d=1, **e):
    g = lambda a, /, h=b, *i, j=c, **k: (a, b, h, i, j, k, l)
    l = lambda: (yield)
    m = lambda *, n: n
    return [lambda o=o: o for o in a]
`,
  'async and await': `
async def f(x):
    async with x as y, x() as (z, w):
        pass
    async for a, b in x:
        pass
    c = [d async for d in x if await d]
    e = {await g: h async for g, h in x}
    return await y, (i async for i in x)
`,
  'formatted strings': `
w = 1
def f(x, w):
    a = f"{x!r:>{w}} {y} {(z := 1)} {x=} {[q for q in x]} {lambda_} {{n}}"
    return f"{a:{b}.{c}}" f"{f'{d}'}", z
a = b = c = d = y = q = n = 1
`,
  'private names': `
class A:
    __x = 1
    def __m(self, __p=1, *, __k=2):
        __local = __p
        global __g
        __g = 1
        import __mod
        return lambda: (__local, __g, self.__x, __k)
    class _B:
        __y = 1
`,
  'words that are names in other places': `
def f(match, case, type, print, exec, _):
    match[case].type = print
    print(match, case)
    exec(type)
    print
    match, case = case, match
    _ = type(match)(case)
    return lambda: (match, case, type, print, exec, _)
`,
  'subscripts, slices, calls and stars': `
def f(a, b, c):
    a[b:c, ...], *d = c
    a(b, *c, k=d, **e)
    x = {**a, b: c, **{g: h}}
    y = [*a, *b]
    z = a if b else c
    assert a, b
    raise c from d
    return lambda: (a, b, c, d)
e = g = h = k = 1
`,
  'scopes that are used before they are bound': `
def f():
    return late, later()
    for late in []: pass
def later():
    return Last
class Last: pass
if True:
    def inner(): return outer
    outer = 1
`,
};

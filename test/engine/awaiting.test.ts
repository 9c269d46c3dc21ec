import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { compile } from '../support/compile';
import { editing } from '../support/editing';

/** Places where `await` may be written; each of them compiles with `await HERE()` there. */
const allowed: Readonly<Record<string, string>> = {
  'a statement': 'async def f():\n    HERE()\n',
  'an assignment': 'async def f():\n    x = HERE()\n',
  'an annotated assignment': 'async def f():\n    x: int = HERE()\n',
  'an argument': 'async def f():\n    print(HERE(), end="")\n',
  'a keyword argument': 'async def f():\n    print(end=HERE())\n',
  'a return': 'async def f():\n    return HERE()\n',
  'an async generator': 'async def f():\n    yield HERE()\n',
  'a condition': 'async def f():\n    if HERE():\n        pass\n',
  'a conditional expression': 'async def f(x):\n    return HERE() if x else 1\n',
  'a comparison': 'async def f():\n    assert HERE() == 1\n',
  'a walrus': 'async def f():\n    while x := HERE():\n        print(x)\n',
  'a loop': 'async def f():\n    for x in HERE():\n        pass\n',
  'a with': 'async def f():\n    with HERE() as x:\n        pass\n',
  'an except': 'async def f():\n    try:\n        pass\n    except HERE():\n        pass\n',
  'a finally': 'async def f():\n    try:\n        pass\n    finally:\n        HERE()\n',
  'an f-string': 'async def f():\n    return f"{HERE()}"\n',
  'a dictionary': 'async def f():\n    return {"a": HERE()}\n',
  'a method': 'class A:\n    async def f(self):\n        HERE()\n',
  'an inner async function': 'def outer():\n    async def f():\n        HERE()\n',
  'a function of a class in a function': 'def outer():\n    class A:\n        async def f(self):\n            HERE()\n',
  'a base of an inner class': 'async def f():\n    class A(HERE()):\n        pass\n',
  'a list comprehension': 'async def f(xs):\n    return [HERE() for x in xs]\n',
  'a condition of a comprehension': 'async def f(xs):\n    return [x for x in xs if HERE()]\n',
  'a set comprehension': 'async def f(xs):\n    return {HERE() for x in xs}\n',
  'a dictionary comprehension': 'async def f(xs):\n    return {x: HERE() for x in xs}\n',
  'the first iterable of a comprehension': 'async def f():\n    return [x for x in HERE()]\n',
  'the second iterable of a comprehension': 'async def f(xs):\n    return [y for x in xs for y in HERE()]\n',
  'the first iterable of a generator': 'async def f():\n    return (x for x in HERE())\n',
  'a subject of match': 'async def f():\n    match HERE():\n        case 1:\n            pass\n',
  'a guard of match': 'async def f(x):\n    match x:\n        case 1 if HERE():\n            pass\n',
  'a decorated async function': '@print\nasync def f():\n    HERE()\n',
  'a comprehension in the first iterable of another': 'async def f(xs):\n    return [y for y in [HERE() for x in xs]]\n',
};

/** Places where it may not, or would run at another time than it seems to. */
const refused: Readonly<Record<string, string>> = {
  'a module': 'HERE()\n',
  'a class of a module': 'class A:\n    x = HERE()\n',
  'a function': 'def f():\n    HERE()\n',
  'a generator': 'def f():\n    yield HERE()\n',
  'a method without async': 'class A:\n    def f(self):\n        HERE()\n',
  'an inner function': 'async def f():\n    def inner():\n        HERE()\n',
  'a class body in an async function': 'async def f():\n    class A:\n        x = HERE()\n',
  'a lambda': 'async def f():\n    return lambda: HERE()\n',
  'a lambda that is handed on': 'async def f():\n    await run(lambda: HERE())\n',
  'a default of a lambda': 'async def f():\n    return lambda x=HERE(): x\n',
  'a default': 'async def f(x=HERE()):\n    pass\n',
  'a default of an inner function': 'async def f():\n    def inner(x=HERE()):\n        pass\n',
  'a default with an annotation': 'async def f(x: int = HERE()):\n    pass\n',
  'an annotation of a parameter': 'async def f(x: HERE()):\n    pass\n',
  'an annotation of a variable': 'async def f():\n    x: HERE() = 1\n',
  'a return annotation': 'async def f() -> HERE():\n    pass\n',
  'a decorator': '@HERE()\nasync def f():\n    pass\n',
  'a decorator of an inner function': 'async def f():\n    @HERE()\n    async def inner():\n        pass\n',
  'a generator expression': 'async def f(xs):\n    return (HERE() for x in xs)\n',
  'a generator expression as an argument': 'async def f(xs):\n    return any(HERE() for x in xs)\n',
  'a condition of a generator expression': 'async def f(xs):\n    return (x for x in xs if HERE())\n',
  'the second iterable of a generator expression': 'async def f(xs):\n    return (y for x in xs for y in HERE())\n',
  'a comprehension in a function': 'def f(xs):\n    return [HERE() for x in xs]\n',
  'a comprehension in a lambda': 'async def f(xs):\n    return lambda: [HERE() for x in xs]\n',
  'a comprehension in a module': 'x = [HERE() for x in y]\n',
  'a comprehension in a generator expression': 'async def f(xs):\n    return ([HERE() for y in x] for x in xs)\n',
  'a type alias': 'async def f():\n    type A = HERE()\n',
  'an f-string of a function': 'def f():\n    return f"{HERE()}"\n',
};

describe('await', () => {
  for (const [place, code] of Object.entries(allowed)) test(`may stand in ${place}`, () => assert.equal(canAwaitIn(code), true));
  for (const [place, code] of Object.entries(refused)) test(`may not stand in ${place}`, () => assert.equal(canAwaitIn(code), false));

  test('may stand in a comprehension within another since Python 3.11', () => {
    const code = 'async def f(xss):\n    return [[HERE() for x in xs] for xs in xss]\n';
    assert.equal(canAwaitIn(code, '3.10'), false);
    assert.equal(canAwaitIn(code, '3.11'), true);
  });

  test('is allowed nowhere that CPython refuses it', () => {
    const sources = Object.entries(allowed).map(([name, code]) => ({
      name,
      code: code.replace('HERE()', '(await HERE())'),
      min: undefined,
      isFragment: false,
    }));
    assert.deepEqual(compile(sources).errors, []);
  });
});

function canAwaitIn(code: string, python?: string): boolean {
  const { edit, here } = editing(code, python);
  return edit.canAwait(here);
}

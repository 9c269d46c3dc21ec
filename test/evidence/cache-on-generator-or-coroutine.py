"""Claim: a cached coroutine can be awaited once only, and a cached generator is empty the second time."""

import asyncio
from functools import lru_cache

rates = {}


@lru_cache(maxsize=64)
async def bad(currency):
    return currency.upper()


async def fixed(currency):
    if currency not in rates:
        rates[currency] = currency.upper()
    return rates[currency]


@lru_cache(maxsize=16)
def bad_lines():
    yield from "ab"


@lru_cache(maxsize=16)
def fixed_lines():
    return tuple("ab")


async def twice(function) -> str:
    await function("eur")
    try:
        return await function("eur")
    except RuntimeError as error:
        return f"RuntimeError: {error}"


if __name__ == "__main__":
    seen = [
        (asyncio.run(twice(function)), list(lines()) and list(lines()))
        for function, lines in ((bad, bad_lines), (fixed, fixed_lines))
    ]
    for name, (result, lines) in zip(("bad:  ", "fixed:"), seen):
        print(f"{name} the second call gave {result}, the second reader {lines}")
    if seen != [("RuntimeError: cannot reuse already awaited coroutine", []), ("EUR", ["a", "b"])]:
        raise SystemExit("The effect was not seen.")

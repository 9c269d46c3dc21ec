# /// script
# requires-python = ">=3.11"
# ///
"""Claim: a timeout around a `yield` cancels the code that iterates, and that code sees no TimeoutError."""

import asyncio
from contextlib import aclosing

LIMIT = 0.05


async def bad():
    async with asyncio.timeout(LIMIT):
        for number in range(3):
            yield number


async def fixed():
    for number in range(3):
        async with asyncio.timeout(LIMIT):
            await asyncio.sleep(0)
        yield number


async def iterate(numbers) -> str:
    """Takes its time with the first item, as a consumer may."""
    seen = 0
    try:
        async with aclosing(numbers()) as items:
            async for _ in items:
                await asyncio.sleep(2 * LIMIT if seen == 0 else 0)
                seen += 1
    except BaseException as error:
        return f"{type(error).__name__} in the consumer after {seen} items"
    return f"{seen} items"


def main():
    hit, whole = (asyncio.run(iterate(numbers)) for numbers in (bad, fixed))
    print(f"bad:   {hit}")
    print(f"fixed: {whole}")
    if hit != "CancelledError in the consumer after 0 items" or whole != "3 items":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

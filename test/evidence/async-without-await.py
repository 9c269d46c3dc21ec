"""Claim: while a function that never waits is awaited, nothing else runs; and code that is not async gets a coroutine of it and no result."""

import asyncio

ORDER = {"items": [{"price": 10}, {"price": 20}]}


async def bad(order: dict) -> int:
    return sum(item["price"] for item in order["items"])


def fixed(order: dict) -> int:
    return sum(item["price"] for item in order["items"])


async def turns_of_others() -> int:
    """How often another task that is ready gets its turn during a hundred awaits."""
    turns = 0

    async def other():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    for _ in range(100):
        await bad(ORDER)
    task.cancel()
    return turns


def main() -> None:
    turns = asyncio.run(turns_of_others())
    coroutine, total = bad(ORDER), fixed(ORDER)
    kinds = type(coroutine).__name__, type(total).__name__
    coroutine.close()
    print(f"bad:   100 awaits gave another task {turns} turns; called by plain code it gives a {kinds[0]}")
    print(f"fixed: called by plain code it gives an {kinds[1]}, {total}")
    if turns != 0 or kinds != ("coroutine", "int"):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

# /// script
# dependencies = ["asyncpg"]
# ///
"""Claim: a maximum below ten without a minimum raises, for asyncpg opens at least ten connections unless it is told otherwise."""

import asyncio

import asyncpg


async def bad():
    return asyncpg.create_pool("postgresql://127.0.0.1/shop", max_size=5)


async def fixed():
    return asyncpg.create_pool("postgresql://127.0.0.1/shop", max_size=5, min_size=5)


def outcome(work) -> str:
    try:
        return f"a {type(asyncio.run(work())).__name__}"
    except ValueError as error:
        return f"ValueError: {error}"


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    print(f"bad:   {outcomes[0]}")
    print(f"fixed: {outcomes[1]}")
    if outcomes != ("ValueError: min_size is greater than max_size", "a Pool"):
        raise SystemExit("The effect was not seen.")

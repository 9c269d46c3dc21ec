"""Claim: `asyncio.run` raises `RuntimeError` where a loop runs already."""

import asyncio


async def load():
    return "loaded"


async def bad():
    coroutine = load()
    try:
        return asyncio.run(coroutine)
    except RuntimeError as error:
        coroutine.close()
        return f"RuntimeError: {error}"


async def fixed():
    return await load()


def main():
    seen = asyncio.run(bad()), asyncio.run(fixed())
    print(f"bad:   {seen[0]}")
    print(f"fixed: {seen[1]}")
    if not seen[0].startswith("RuntimeError") or seen[1] != "loaded":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

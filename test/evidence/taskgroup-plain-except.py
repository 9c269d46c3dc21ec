# /// script
# requires-python = ">=3.11"
# ///
"""Claim: `except ValueError` around a task group misses the ValueError of a task, and `except*` catches it."""

import asyncio


async def fail() -> None:
    raise ValueError("no such user")


async def bad() -> str:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except ValueError:
        return "caught"
    return "nothing raised"


async def fixed() -> str:
    seen = "nothing raised"
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except* ValueError:
        seen = "caught"
    return seen


async def outcome(work) -> str:
    try:
        return await work()
    except BaseException as error:
        return f"{type(error).__name__} came through"


def main():
    missed, caught = (asyncio.run(outcome(work)) for work in (bad, fixed))
    print(f"bad:   {missed}")
    print(f"fixed: {caught}")
    if missed != "ExceptionGroup came through" or caught != "caught":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

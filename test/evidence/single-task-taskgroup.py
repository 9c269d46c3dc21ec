# /// script
# requires-python = ">=3.11"
# ///
"""Claim: a task group with one task turns its plain error into a group, which `except` of that error misses."""

import asyncio


async def load_user() -> str:
    raise LookupError("no such user")


async def bad() -> str:
    async with asyncio.TaskGroup() as group:
        user = group.create_task(load_user())
    return user.result()


async def fixed() -> str:
    return await load_user()


async def outcome(work) -> str:
    try:
        return await work()
    except LookupError as error:
        return f"caught: {error}"
    except ExceptionGroup as group:
        return f"missed: {group}"


def main():
    grouped, plain = (asyncio.run(outcome(work)) for work in (bad, fixed))
    print(f"bad:   {grouped}")
    print(f"fixed: {plain}")
    if not grouped.startswith("missed") or not plain.startswith("caught"):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

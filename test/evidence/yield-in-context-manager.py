# /// script
# requires-python = ">=3.10"
# dependencies = []
# ///
"""Claim: what an async generator holds stays open when a loop over it stops early, and is left later, in another task."""

import asyncio
from contextlib import aclosing

events: list[str] = []
tasks: list[asyncio.Task | None] = []


class Connection:
    async def __aenter__(self):
        events.append("opened")
        tasks.append(asyncio.current_task())
        return self

    async def __aexit__(self, *details):
        events.append("closed")
        tasks.append(asyncio.current_task())


async def rows():
    async with Connection():
        for number in range(10):
            yield number


async def bad() -> None:
    async for number in rows():
        if number == 3:
            break
    events.append("went on")
    await asyncio.sleep(0.05)


async def fixed() -> None:
    async with aclosing(rows()) as found:
        async for number in found:
            if number == 3:
                break
    events.append("went on")
    await asyncio.sleep(0.05)


def seen(work) -> tuple[list[str], bool]:
    events.clear()
    tasks.clear()
    asyncio.run(work())
    return list(events), len(tasks) == 2 and tasks[0] is tasks[1]


def main() -> None:
    (late, same_late), (in_time, same_in_time) = seen(bad), seen(fixed)
    print(f"bad:   {', '.join(late)}; closed by the same task: {same_late}")
    print(f"fixed: {', '.join(in_time)}; closed by the same task: {same_in_time}")
    if late != ["opened", "went on", "closed"] or same_late:
        raise SystemExit("The connection was closed in time.")
    if in_time != ["opened", "closed", "went on"] or not same_in_time:
        raise SystemExit("The connection was not closed in time.")


if __name__ == "__main__":
    main()

# /// script
# requires-python = ">=3.11"
# ///
"""Claim: `return` inside a task group waits for every task that was started in it."""

import asyncio
import time

SLOW = 0.3


async def bad() -> str:
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(SLOW))
        await asyncio.sleep(0)
        found = "found"
        if found:
            return found
        await asyncio.sleep(0)
    return "not found"


async def fixed() -> str:
    async with asyncio.TaskGroup() as group:
        slow = group.create_task(asyncio.sleep(SLOW))
        await asyncio.sleep(0)
        found = "found"
        if found:
            slow.cancel()
    return found


def seconds(work) -> float:
    begun = time.perf_counter()
    asyncio.run(work())
    return time.perf_counter() - begun


def main():
    late, early = seconds(bad), seconds(fixed)
    print(f"bad:   the value came after {late:.2f} s")
    print(f"fixed: the value came after {early:.2f} s")
    if late < SLOW or early > SLOW / 2:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

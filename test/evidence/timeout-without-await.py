# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Claim: `asyncio.timeout` around a block that never awaits ends nothing and raises nothing."""

import asyncio
import time

LIMIT = 0.05
WORK = 0.2


async def bad() -> str:
    async with asyncio.timeout(LIMIT):
        time.sleep(WORK)
        return "done"


async def fixed() -> str:
    async with asyncio.timeout(LIMIT):
        await asyncio.to_thread(time.sleep, WORK)
        return "done"


async def outcome(work) -> tuple[str, float]:
    begun = time.perf_counter()
    try:
        result = await work()
    except TimeoutError:
        result = "TimeoutError"
    return result, time.perf_counter() - begun


def main() -> None:
    (bad_result, bad_time), (fixed_result, fixed_time) = (asyncio.run(outcome(work)) for work in (bad, fixed))
    print(f"bad:   {bad_result} after {bad_time:.2f} s, with a limit of {LIMIT} s")
    print(f"fixed: {fixed_result} after {fixed_time:.2f} s")
    if bad_result != "done" or bad_time < WORK:
        raise SystemExit("The timeout ended a block that never awaits.")
    if fixed_result != "TimeoutError" or fixed_time >= WORK:
        raise SystemExit("The timeout did not end a block that awaits.")


if __name__ == "__main__":
    main()

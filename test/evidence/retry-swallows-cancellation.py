# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: a retry of everything but some errors swallows the cancellation by which a timeout stops it."""

import asyncio
import time

from tenacity import retry, retry_if_not_exception_type, stop_after_attempt

ATTEMPT = 0.2
LIMIT = 0.1


@retry(retry=retry_if_not_exception_type(ValueError), stop=stop_after_attempt(3))
async def bad():
    await asyncio.sleep(ATTEMPT)
    return "a late answer"


@retry(retry=retry_if_not_exception_type((ValueError, asyncio.CancelledError)), stop=stop_after_attempt(3))
async def fixed():
    await asyncio.sleep(ATTEMPT)
    return "a late answer"


async def stopped_after(work):
    """What became of a task that was cancelled once, and after how many seconds."""
    started = time.perf_counter()
    task = asyncio.create_task(work())
    await asyncio.sleep(LIMIT)
    task.cancel()
    await asyncio.wait({task})
    return "cancelled" if task.cancelled() else task.result(), time.perf_counter() - started


def main():
    (swallowed, late), (stopped, soon) = (asyncio.run(stopped_after(work)) for work in (bad, fixed))
    print(f"bad:   cancelled after {LIMIT} s, the task ended with: {swallowed}, after {late:.2f} s")
    print(f"fixed: cancelled after {LIMIT} s, the task ended with: {stopped}, after {soon:.2f} s")
    if swallowed == "cancelled" or late < LIMIT + ATTEMPT * 0.9 or stopped != "cancelled":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

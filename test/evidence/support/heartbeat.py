"""Measures whether an event loop keeps running while some work is done."""

import asyncio
import time


async def longest_gap(work) -> float:
    """Seconds for which a heartbeat that beats every 10 ms fell silent while the work ran."""
    gaps = [0.0]

    async def heartbeat():
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.01)
            now = time.perf_counter()
            gaps.append(now - last)
            last = now

    beating = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.05)
    await work()
    await asyncio.sleep(0.05)
    beating.cancel()
    return max(gaps)


def compare(bad, fixed, pause: float) -> None:
    """Runs both on loops of their own; fails unless the bad one stops the loop for the pause and the fixed one does not."""
    stalled, steady = (asyncio.run(longest_gap(work)) for work in (bad, fixed))
    print(f"bad:   the heartbeat was silent for {stalled:.2f} s")
    print(f"fixed: the heartbeat was silent for {steady:.2f} s")
    if stalled < pause * 0.9 or steady > stalled * 0.7:
        raise SystemExit("The effect was not seen.")

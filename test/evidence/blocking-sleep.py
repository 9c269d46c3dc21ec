"""Claim: `time.sleep` in an async function stops every other task of the event loop for as long as it sleeps."""

import asyncio
import time

PAUSE = 0.3


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


async def bad():
    time.sleep(PAUSE)


async def fixed():
    await asyncio.sleep(PAUSE)


def main():
    stalled, steady = (asyncio.run(longest_gap(work)) for work in (bad, fixed))
    print(f"bad:   the heartbeat was silent for {stalled:.2f} s")
    print(f"fixed: the heartbeat was silent for {steady:.2f} s")
    if stalled < PAUSE or steady > PAUSE / 2:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

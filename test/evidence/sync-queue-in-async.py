"""Claim: `queue.Queue.get` on the event loop waits for a task that cannot run, since the loop's thread is the one that waits."""

import asyncio
import queue


async def bad():
    waiting: queue.Queue = queue.Queue()

    async def produce():
        waiting.put("job")

    producer = asyncio.create_task(produce())
    try:
        # Without the limit it would wait for ever.
        waiting.get(timeout=0.3)
        return "got the job"
    except queue.Empty:
        return "waited in vain"
    finally:
        await producer


async def fixed():
    waiting: asyncio.Queue = asyncio.Queue()

    async def produce():
        await waiting.put("job")

    producer = asyncio.create_task(produce())
    async with asyncio.timeout(0.3):
        await waiting.get()
    await producer
    return "got the job"


def main():
    seen = asyncio.run(bad()), asyncio.run(fixed())
    print(f"bad:   the consumer {seen[0]}")
    print(f"fixed: the consumer {seen[1]}")
    if seen != ("waited in vain", "got the job"):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

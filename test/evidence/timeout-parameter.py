# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Claim: a function that compares clocks between its steps never notices that a step hangs; `asyncio.timeout` around it does."""

import asyncio
import time

LIMIT = 0.1
PATIENCE = 0.5


async def status(job_id: str) -> str:
    """Asks a service that does not answer."""
    await asyncio.Event().wait()
    return "done"


async def wait_done_by_the_clock(job_id: str, timeout: float) -> None:
    started = time.monotonic()
    while await status(job_id) != "done":
        if time.monotonic() - started > timeout:
            raise TimeoutError(job_id)


async def wait_done(job_id: str) -> None:
    while await status(job_id) != "done":
        await asyncio.sleep(1)


async def bad():
    await wait_done_by_the_clock("7", timeout=LIMIT)


async def fixed():
    async with asyncio.timeout(LIMIT):
        await wait_done("7")


async def outcome(work) -> str:
    task = asyncio.create_task(work())
    await asyncio.wait([task], timeout=PATIENCE)
    if not task.done():
        task.cancel()
        return f"still waits after {PATIENCE} s"
    return type(task.exception()).__name__


def main() -> None:
    outcomes = asyncio.run(outcome(bad)), asyncio.run(outcome(fixed))
    print(f"bad:   with a limit of {LIMIT} s: {outcomes[0]}")
    print(f"fixed: with a limit of {LIMIT} s: {outcomes[1]}")
    if not outcomes[0].startswith("still") or outcomes[1] != "TimeoutError":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

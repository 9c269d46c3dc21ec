# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Claim: a loop that waits for another task without `await` never sees the change, and no timeout ends it."""

import asyncio
import time

PATIENCE = 0.3


class Worker:
    def __init__(self) -> None:
        self.ready = False

    async def start(self) -> None:
        self.ready = True

    async def bad(self, deadline: float) -> bool:
        while not self.ready:
            time.sleep(0.01)
            if time.monotonic() > deadline:  # so that this script ends
                return False
        return True

    async def fixed(self, deadline: float) -> bool:
        while not self.ready:
            await asyncio.sleep(0.01)
            if time.monotonic() > deadline:
                return False
        return True


async def outcome(wait_ready_of) -> str:
    worker = Worker()
    starting = asyncio.create_task(worker.start())
    try:
        async with asyncio.timeout(PATIENCE / 3):
            seen = await wait_ready_of(worker)(time.monotonic() + PATIENCE)
    except TimeoutError:
        return "timed out"
    finally:
        await starting
    return "saw the change" if seen else f"saw no change for {PATIENCE} s, in spite of a timeout"


def main() -> None:
    stuck = asyncio.run(outcome(lambda worker: worker.bad))
    seen = asyncio.run(outcome(lambda worker: worker.fixed))
    print(f"bad:   {stuck}")
    print(f"fixed: {seen}")
    if not stuck.startswith("saw no change"):
        raise SystemExit("The effect was not seen.")
    if seen != "saw the change":
        raise SystemExit("The fixed loop did not see the change.")


if __name__ == "__main__":
    main()

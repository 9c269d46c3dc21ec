"""Claim: a loop that sleeps and looks again wakes up for nothing, and never sees a change that is taken back between two looks."""

import asyncio

PAUSE = 0.02
PATIENCE = 0.5


class Polled:
    def __init__(self) -> None:
        self.ready = False
        self.wakeups = 0

    def start(self) -> None:
        self.ready = True

    def stop(self) -> None:
        self.ready = False

    async def wait_ready(self) -> None:
        while not self.ready:
            await asyncio.sleep(PAUSE)
            self.wakeups += 1


class Told:
    def __init__(self) -> None:
        self.ready = asyncio.Event()
        self.wakeups = 0

    def start(self) -> None:
        self.ready.set()

    def stop(self) -> None:
        self.ready.clear()

    async def wait_ready(self) -> None:
        await self.ready.wait()
        self.wakeups += 1


async def outcome(worker) -> tuple[bool, int]:
    """Whether the waiting task saw the change, and how often it woke up."""
    waiting = asyncio.create_task(worker.wait_ready())
    await asyncio.sleep(PATIENCE / 5)
    worker.start()
    worker.stop()
    try:
        await asyncio.wait_for(waiting, PATIENCE)
    except asyncio.TimeoutError:
        return False, worker.wakeups
    return True, worker.wakeups


async def bad():
    return await outcome(Polled())


async def fixed():
    return await outcome(Told())


def main() -> None:
    outcomes = asyncio.run(bad()), asyncio.run(fixed())
    for name, (seen, wakeups) in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} {'saw' if seen else 'never saw'} the change; wake-ups: {wakeups}")
    if outcomes[0][0] or outcomes[0][1] < 2 or outcomes[1] != (True, 1):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

"""Claim: a handler that catches `CancelledError` and goes on leaves a task that cannot be stopped."""

import asyncio


async def bad():
    while True:
        try:
            await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            pass


async def fixed():
    while True:
        try:
            await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            raise


async def is_stopped(work) -> bool:
    task = asyncio.create_task(work())
    await asyncio.sleep(0.03)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=0.2)
    return task in done


async def watch(work, seen: list):
    seen.append(await is_stopped(work))
    # A task that will not end would keep its loop from closing.
    asyncio.get_running_loop().stop()


def outcome(work) -> bool:
    seen: list[bool] = []
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda _loop, _context: None)
    watching = loop.create_task(watch(work, seen))
    loop.run_forever()
    del watching
    return seen[0]


def main():
    stopped = outcome(bad), outcome(fixed)
    for name, is_over in zip(("bad:  ", "fixed:"), stopped):
        print(f"{name} the cancelled task {'ended' if is_over else 'went on'}")
    if stopped != (False, True):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

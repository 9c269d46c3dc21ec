"""Claim: when one call of `asyncio.gather` fails, the others run on; a `TaskGroup` cancels them."""

import asyncio


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("no such user")


async def works(done: list):
    await asyncio.sleep(0.1)
    done.append("worked on after the failure")


async def bad(done: list):
    await asyncio.gather(fails(), works(done))


async def fixed(done: list):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        group.create_task(works(done))


async def outcome(work) -> str:
    done: list[str] = []
    try:
        await work(done)
    except (ValueError, ExceptionGroup):
        pass
    await asyncio.sleep(0.2)
    return done[0] if done else "was cancelled with it"


def main():
    seen = asyncio.run(outcome(bad)), asyncio.run(outcome(fixed))
    print(f"bad:   the other call {seen[0]}")
    print(f"fixed: the other call {seen[1]}")
    if seen != ("worked on after the failure", "was cancelled with it"):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

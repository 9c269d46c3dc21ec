"""Claim: a task that is started inside a `with` finds what the `with` opened closed, because the block does not wait for it."""

import asyncio
import tempfile

seen: list[str] = []


async def report(file) -> None:
    await asyncio.sleep(0.01)
    try:
        file.write("deleted")
        seen.append("written")
    except ValueError as error:
        seen.append(str(error))


async def bad() -> asyncio.Task:
    with tempfile.TemporaryFile("w") as file:
        task = asyncio.create_task(report(file))
    return task


async def fixed() -> asyncio.Task:
    with tempfile.TemporaryFile("w") as file:
        task = asyncio.create_task(report(file))
        await task
    return task


async def outcome(work) -> str:
    task = await work()
    await task
    return seen[-1]


def main():
    closed, written = (asyncio.run(outcome(work)) for work in (bad, fixed))
    print(f"bad:   {closed}")
    print(f"fixed: {written}")
    if "closed file" not in closed or written != "written":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

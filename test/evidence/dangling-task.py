"""Claim: a task that nothing refers to can be collected before it is done; one that a set keeps is not."""

import asyncio
import gc

background_tasks: set[asyncio.Task] = set()
finished: list[str] = []


async def work(name: str):
    # What the task waits for refers to the task, and nothing else refers to what it waits for.
    waiting = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.1, resolve, id(waiting), name)
    await waiting


def resolve(_identity: int, name: str):
    for task in asyncio.all_tasks():
        if task.get_name() == name and task._fut_waiter is not None:
            task._fut_waiter.set_result(None)
            task.add_done_callback(lambda _task: finished.append(name))


async def bad():
    asyncio.create_task(work("dropped"), name="dropped")
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0.2)


async def fixed():
    task = asyncio.create_task(work("kept"), name="kept")
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)
    del task
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0.2)


def main():
    for function in (bad, fixed):
        asyncio.run(run(function))
    print(f"bad:   the task {'finished' if 'dropped' in finished else 'was collected before it was done'}")
    print(f"fixed: the task {'finished' if 'kept' in finished else 'was collected before it was done'}")
    if finished != ["kept"]:
        raise SystemExit("The effect was not seen.")


async def run(function):
    # The loop reports a task that was destroyed while it was pending: that is what is to be seen, not to be printed.
    asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
    await function()


if __name__ == "__main__":
    main()

# /// script
# dependencies = []
# ///
"""Claim: a lambda cannot be sent to another process, and a pool that each call makes starts its threads anew."""

import asyncio
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def total(order: dict) -> int:
    return order["total"]


def bad(pool: ProcessPoolExecutor) -> list[int]:
    return list(pool.map(lambda order: order["total"], [{"total": 3}]))


def fixed(pool: ProcessPoolExecutor) -> list[int]:
    return list(pool.map(total, [{"total": 3}]))


async def threads_of_three_calls(pool: ThreadPoolExecutor | None) -> int:
    """How many threads did the work of three calls, one after the other, with a pool of their own or a shared one."""
    used = set()
    for _ in range(3):
        own = pool or ThreadPoolExecutor()
        used.add(await asyncio.get_running_loop().run_in_executor(own, lambda: threading.current_thread().name))
        if pool is None:
            own.shutdown()
    return len(used)


def main() -> None:
    with ProcessPoolExecutor(max_workers=1) as pool:
        try:
            seen = str(bad(pool))
        except Exception as error:
            seen = type(error).__name__
        totals = fixed(pool)
    with ThreadPoolExecutor(max_workers=4) as shared:
        anew, once = asyncio.run(threads_of_three_calls(None)), asyncio.run(threads_of_three_calls(shared))
    print(f"bad:   a lambda ended with {seen}; three calls with pools of their own used {anew} threads")
    print(f"fixed: a function gave {totals}; three calls with one pool used {once} thread")
    if seen not in ("PicklingError", "AttributeError") or anew != 3:
        raise SystemExit("The effect was not seen.")
    if totals != [3] or once != 1:
        raise SystemExit("The fixed example failed.")


if __name__ == "__main__":
    main()

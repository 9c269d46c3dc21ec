"""Claim: a `threading.Lock` held by another thread stops the event loop of whoever waits for it in an async function."""

import asyncio
import threading
import time

from support.heartbeat import compare

PAUSE = 0.3


def locked() -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    threading.Timer(PAUSE, lock.release).start()
    return lock


async def bad():
    locked().acquire()


async def fixed():
    await asyncio.to_thread(locked().acquire)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

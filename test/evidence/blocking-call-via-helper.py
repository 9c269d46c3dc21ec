"""Claim: a plain function that waits stops the event loop of the async function that calls it, however far away it is."""

import asyncio
import time

from support.heartbeat import compare

PAUSE = 0.3


def fetch():
    time.sleep(PAUSE)


def load_user():
    return fetch()


async def bad():
    load_user()


async def fixed():
    await asyncio.to_thread(load_user)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

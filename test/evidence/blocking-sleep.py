"""Claim: `time.sleep` in an async function stops every other task of the event loop for as long as it sleeps."""

import asyncio
import time

from support.heartbeat import compare

PAUSE = 0.3


async def bad():
    time.sleep(PAUSE)


async def fixed():
    await asyncio.sleep(PAUSE)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

"""Claim: listing a folder in an async function stops the event loop until the file system has answered.

Python tells audit hooks before it asks the system for a folder; one that takes its time stands for a network share.
"""

import asyncio
import os
import sys
import tempfile
import time

from support.heartbeat import compare

PAUSE = 0.3


def slow_share(event: str, _arguments: tuple) -> None:
    if event == "os.listdir":
        time.sleep(PAUSE)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:

        async def bad():
            return [name for name in os.listdir(folder) if name.endswith(".png")]

        async def fixed():
            return [name for name in await asyncio.to_thread(os.listdir, folder) if name.endswith(".png")]

        sys.addaudithook(slow_share)
        compare(bad, fixed, PAUSE)


if __name__ == "__main__":
    main()

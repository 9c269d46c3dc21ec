"""Claim: reading a file in an async function stops the event loop until what it reads is there. A pipe stands for a slow disk."""

import asyncio
import os
import tempfile
import threading
import time

from support.heartbeat import compare

PAUSE = 0.3


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "slow")
        os.mkfifo(path)

        def write():
            with open(path, "w") as pipe:
                time.sleep(PAUSE)
                pipe.write("done")

        def read():
            with open(path) as file:
                return file.read()

        async def bad():
            threading.Thread(target=write).start()
            with open(path) as file:
                file.read()

        async def fixed():
            threading.Thread(target=write).start()
            await asyncio.to_thread(read)

        compare(bad, fixed, PAUSE)


if __name__ == "__main__":
    main()

"""Claim: `input` in an async function stops the event loop until a line comes. A pipe stands for the person at the keyboard."""

import asyncio
import os
import sys
import threading
import time

from support.heartbeat import compare

PAUSE = 0.3


def type_later() -> None:
    """Puts a pipe in the place of the keyboard, into which a line is typed after the pause."""
    reader, writer = os.pipe()
    sys.stdin = os.fdopen(reader)

    def type_line():
        time.sleep(PAUSE)
        os.write(writer, b"hello\n")
        os.close(writer)

    threading.Thread(target=type_line).start()


async def bad():
    type_later()
    input()


async def fixed():
    type_later()
    await asyncio.to_thread(input)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

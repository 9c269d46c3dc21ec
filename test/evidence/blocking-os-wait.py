"""Claim: `os.waitpid` in an async function stops the event loop until the other process ends."""

import asyncio
import os
import subprocess
import sys

from support.heartbeat import compare

PAUSE = 0.4
COMMAND = [sys.executable, "-I", "-S", "-c", f"import time; time.sleep({PAUSE})"]


async def bad():
    os.waitpid(subprocess.Popen(COMMAND).pid, 0)


async def fixed():
    await asyncio.to_thread(os.waitpid, subprocess.Popen(COMMAND).pid, 0)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

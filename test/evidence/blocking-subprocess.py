"""Claim: `subprocess.run` in an async function stops the event loop until the process ends."""

import asyncio
import subprocess
import sys

from support.heartbeat import compare

PAUSE = 0.4
COMMAND = [sys.executable, "-I", "-S", "-c", f"import time; time.sleep({PAUSE})"]


async def bad():
    subprocess.run(COMMAND, check=True)


async def fixed():
    await asyncio.to_thread(subprocess.run, COMMAND, check=True)


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)

"""Claim: a function of one's own that waits stops the event loop like one of a known library. What it waits for is a slow server."""

import asyncio
import urllib.request

from support.heartbeat import compare
from support.servers import answering_after

PAUSE = 0.3


def main():
    with answering_after(PAUSE) as port:

        def fetch(number: int) -> bytes:
            """Stands for `legacy_sdk.fetch`, which the project file lists."""
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/{number}", timeout=5).read()

        async def bad():
            fetch(7)

        async def fixed():
            await asyncio.to_thread(fetch, 7)

        compare(bad, fixed, PAUSE)


if __name__ == "__main__":
    main()

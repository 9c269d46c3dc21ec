"""Claim: a synchronous HTTP client stops the event loop until the other server has answered."""

import asyncio
import urllib.request

from support.heartbeat import compare
from support.servers import answering_after

PAUSE = 0.3


def main():
    with answering_after(PAUSE) as port:
        url = f"http://127.0.0.1:{port}/"

        async def bad():
            urllib.request.urlopen(url, timeout=5).read()

        async def fixed():
            response = await asyncio.to_thread(urllib.request.urlopen, url, timeout=5)
            await asyncio.to_thread(response.read)

        compare(bad, fixed, PAUSE)


if __name__ == "__main__":
    main()

# /// script
# dependencies = ["aiohttp"]
# ///
"""Claim: a client made for each call opens a connection for each call; one client for all uses its connection again."""

import asyncio

import aiohttp
from aiohttp import web

CALLS = 5


async def bad(url):
    for _ in range(CALLS):
        async with aiohttp.ClientSession() as session:
            async with session.get(url) as response:
                await response.text()


async def fixed(url):
    async with aiohttp.ClientSession() as session:
        for _ in range(CALLS):
            async with session.get(url) as response:
                await response.text()


async def connections_of(work) -> int:
    peers = set()

    async def answer(request):
        peers.add(request.transport.get_extra_info("peername"))
        return web.Response(text="ok")

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        await work(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    finally:
        await runner.cleanup()
    return len(peers)


if __name__ == "__main__":
    counts = [asyncio.run(connections_of(work)) for work in (bad, fixed)]
    print(f"bad:   {CALLS} calls took {counts[0]} connections")
    print(f"fixed: {CALLS} calls took {counts[1]} connection")
    if counts != [CALLS, 1]:
        raise SystemExit("The effect was not seen.")

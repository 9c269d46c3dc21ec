# /// script
# dependencies = ["aiohttp"]
# ///
"""Claim: by default one slow host takes all connections of a session, and calls to others wait; with `limit=0` nothing is limited."""

import asyncio
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

BURST = 120
QUIET = 0.15


class Host:
    """A server on this machine that answers at once, or when it is released."""

    def __init__(self, is_slow: bool) -> None:
        self.released = asyncio.Event()
        self.connections = 0
        if not is_slow:
            self.released.set()

    async def answer(self, request):
        self.connections += 1
        await self.released.wait()
        return web.Response(text="ok")


@asynccontextmanager
async def running(host: Host):
    app = web.Application()
    app.router.add_get("/", host.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


def bad():
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))


def fixed():
    connector = aiohttp.TCPConnector(limit=100, limit_per_host=30, ttl_dns_cache=300)
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10), connector=connector)


def bad_without_limit():
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))


def fixed_with_limit():
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))


async def outcome(make_session) -> tuple[int, bool]:
    """How many connections a burst of calls to a slow host takes, and whether a call to another one is answered meanwhile."""
    slow, quick = Host(is_slow=True), Host(is_slow=False)
    async with running(slow) as slow_url, running(quick) as quick_url, make_session() as session:

        async def get(url: str) -> str:
            async with session.get(url) as response:
                return await response.text()

        burst = [asyncio.create_task(get(slow_url)) for _ in range(BURST)]
        asking = asyncio.create_task(get(quick_url))
        taken = await settled(slow)
        is_answered = asking.done()
        slow.released.set()
        await asyncio.gather(asking, *burst)
        return taken, is_answered


async def settled(host: Host) -> int:
    """The number of connections once no more have come for a while."""
    before = -1
    while host.connections == 0 or host.connections > before:
        before = host.connections
        await asyncio.sleep(QUIET)
    return before


def main() -> None:
    makers = bad, fixed, bad_without_limit, fixed_with_limit
    outcomes = [asyncio.run(outcome(make)) for make in makers]
    for name, (taken, is_answered) in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} a slow host holds {taken} connections; a call to another host {'is answered' if is_answered else 'waits'}")
    for name, (taken, _) in zip(("bad:  ", "fixed:"), outcomes[2:]):
        print(f"{name} {BURST} calls at once open {taken} connections")
    if outcomes[:2] != [(100, False), (30, True)] or [taken for taken, _ in outcomes[2:]] != [BURST, 100]:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

"""Claim: a gather over all items has all requests under way at once, and a semaphore only as many as it says."""

import asyncio

ITEMS = range(200)
LIMIT = 10


class Server:
    """Counts how many connections are open at the same time."""

    def __init__(self) -> None:
        self.open = 0
        self.most = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.most = max(self.most, self.open)
        await reader.readline()
        await asyncio.sleep(0.02)
        writer.write(b"page\n")
        await writer.drain()
        self.open -= 1
        writer.close()


async def load(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"key\n")
    page = await reader.readline()
    writer.close()
    return page


async def bad(port: int) -> None:
    await asyncio.gather(*[load(port) for _ in ITEMS])


async def fixed(port: int) -> None:
    semaphore = asyncio.Semaphore(LIMIT)

    async def limited() -> bytes:
        async with semaphore:
            return await load(port)

    await asyncio.gather(*[limited() for _ in ITEMS])


async def most_at_once(work) -> int:
    counter = Server()
    server = await asyncio.start_server(counter.answer, "127.0.0.1", 0, backlog=len(ITEMS))
    async with server:
        await work(server.sockets[0].getsockname()[1])
    return counter.most


def main():
    many, few = (asyncio.run(most_at_once(work)) for work in (bad, fixed))
    print(f"bad:   up to {many} requests at once")
    print(f"fixed: up to {few} requests at once")
    # The server counts a connection until it has written its answer, which is a moment longer than the client holds the semaphore.
    if many < len(ITEMS) // 2 or few > 2 * LIMIT:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

"""Claim: ten requests one after another take ten times as long as ten that wait together."""

import asyncio
import time

PAUSE = 0.05
KEYS = range(10)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readline()
    await asyncio.sleep(PAUSE)
    writer.write(b"page\n")
    await writer.drain()
    writer.close()


async def load(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"key\n")
    page = await reader.readline()
    writer.close()
    return page


async def bad(port: int) -> list[bytes]:
    return [await load(port) for _ in KEYS]


async def fixed(port: int) -> list[bytes]:
    semaphore = asyncio.Semaphore(10)

    async def limited() -> bytes:
        async with semaphore:
            return await load(port)

    return await asyncio.gather(*[limited() for _ in KEYS])


async def seconds(work) -> float:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        begun = time.perf_counter()
        pages = await work(port)
        spent = time.perf_counter() - begun
    if pages != [b"page\n"] * len(KEYS):
        raise SystemExit("Not every page came.")
    return spent


def main():
    one_by_one, together = (asyncio.run(seconds(work)) for work in (bad, fixed))
    print(f"bad:   {one_by_one:.2f} s")
    print(f"fixed: {together:.2f} s")
    if one_by_one < len(KEYS) * PAUSE or together > one_by_one / 2:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

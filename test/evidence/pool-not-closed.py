# /// script
# dependencies = ["aiohttp"]
# ///
"""Claim: nobody closes an async session that is merely forgotten, and aiohttp complains; one that is closed leaves nothing behind."""

import asyncio
import gc

import aiohttp


async def bad():
    session = aiohttp.ClientSession()
    session.headers.get("accept")


async def fixed():
    async with aiohttp.ClientSession() as session:
        session.headers.get("accept")


async def complaints_after(work) -> list:
    heard = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: heard.append(context["message"]))
    await work()
    gc.collect()
    return heard


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore", ResourceWarning)
    heard = [asyncio.run(complaints_after(work)) for work in (bad, fixed)]
    print(f"bad:   {heard[0] or 'nothing was said'}")
    print(f"fixed: {heard[1] or 'nothing was said'}")
    if heard != [["Unclosed client session"], []]:
        raise SystemExit("The effect was not seen.")

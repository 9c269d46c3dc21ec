import time


async def restock() -> None:
    time.sleep(1)

"""A file that only a server that was started again has to check."""

from time import sleep


async def wait_again() -> None:
    sleep(1)

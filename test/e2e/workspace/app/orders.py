"""Waiting for an order, in the way that stops every other request of the worker."""

import time


async def wait_for_order(seconds: float) -> str:
    time.sleep(seconds)
    return "ready"

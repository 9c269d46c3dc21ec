"""One finding whose fix is safe, and one whose fix a person should look at."""

import time


def count_stock(items: list[str]) -> int:
    return len(items)  # patterns: ignore[blocking-sleep] nothing sleeps here any more


async def wait_for_stock() -> None:
    time.sleep(1)

# /// script
# dependencies = []
# ///
"""A coroutine that is not awaited does not run, and counts as true in a condition."""

import asyncio
import warnings


async def is_allowed(user: str) -> bool:
    return user == "admin"


async def bad(user: str, order: dict) -> str:
    if not is_allowed(user):
        return "refused"
    order.clear()
    return "deleted"


async def fixed(user: str, order: dict) -> str:
    if not await is_allowed(user):
        return "refused"
    order.clear()
    return "deleted"


def main() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        seen_bad = asyncio.run(bad("guest", {"id": 1}))
    seen_fixed = asyncio.run(fixed("guest", {"id": 1}))
    never = [str(warning.message) for warning in caught if "was never awaited" in str(warning.message)]
    print(f"bad: a guest's order was {seen_bad}; warnings: {never}")
    print(f"fixed: a guest's order was {seen_fixed}")
    if seen_bad != "deleted" or not never:
        raise SystemExit("the bad example did not let the guest in")
    if seen_fixed != "refused":
        raise SystemExit("the fixed example let the guest in")


if __name__ == "__main__":
    main()

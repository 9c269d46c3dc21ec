# /// script
# dependencies = []
# ///
"""Claim: with `self.total += await …`, what other tasks add during the wait is lost."""

import asyncio

TASKS = 10


class Cart:
    def __init__(self) -> None:
        self.total = 0

    async def price(self) -> int:
        await asyncio.sleep(0.01)
        return 1

    async def bad(self) -> None:
        self.total += await self.price()

    async def fixed(self) -> None:
        price = await self.price()
        self.total += price


async def total_of(add) -> int:
    cart = Cart()
    await asyncio.gather(*[add(cart) for _ in range(TASKS)])
    return cart.total


def main() -> None:
    lost, kept = (asyncio.run(total_of(add)) for add in (Cart.bad, Cart.fixed))
    print(f"bad:   {TASKS} tasks added 1 each, the total is {lost}")
    print(f"fixed: {TASKS} tasks added 1 each, the total is {kept}")
    if lost == TASKS:
        raise SystemExit("Nothing was lost.")
    if kept != TASKS:
        raise SystemExit("The fixed example lost something.")


if __name__ == "__main__":
    main()

# /// script
# dependencies = []
# ///
"""`with` on a lock of asyncio raises an error; `async with` enters it."""

import asyncio


async def bad(account: dict, amount: int) -> None:
    with asyncio.Lock():
        account["balance"] -= amount


async def fixed(account: dict, amount: int) -> None:
    async with asyncio.Lock():
        account["balance"] -= amount


def main() -> None:
    account = {"balance": 10}
    try:
        asyncio.run(bad(account, 3))
        error = None
    except (TypeError, AttributeError) as raised:
        error = raised
    print(f"bad: {type(error).__name__}: {error}; balance {account['balance']}")
    if error is None or account["balance"] != 10:
        raise SystemExit("the bad example raised no error")
    asyncio.run(fixed(account, 3))
    print(f"fixed: balance {account['balance']}")
    if account["balance"] != 7:
        raise SystemExit("the fixed example did not run")


if __name__ == "__main__":
    main()

# /// script
# requires-python = ">=3.11"
# ///
"""Claim: what `except*` binds is a group, groups may not be named there, and a cancellation named there is none any more."""

import asyncio


def read() -> None:
    raise FileNotFoundError(2, "no such file")


def bad() -> str:
    try:
        read()
    except* OSError as error:
        return_code = error.errno
    return f"errno {return_code}"


def named() -> str:
    try:
        read()
    except* ExceptionGroup:
        pass
    return "handled"


def fixed() -> str:
    codes = []
    try:
        read()
    except* OSError as errors:
        codes = [error.errno for error in errors.exceptions]
    return f"errno {codes[0]}"


async def wrapped() -> None:
    try:
        await asyncio.sleep(60)
    except* asyncio.CancelledError:
        raise


async def plain() -> None:
    try:
        await asyncio.sleep(60)
    except* OSError:
        pass


async def is_cancelled(work) -> bool:
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled():
        task.exception()
    return task.cancelled()


def outcome(work) -> str:
    try:
        return work()
    except Exception as error:
        return type(error).__name__


def main():
    attribute, group, handled = outcome(bad), outcome(named), outcome(fixed)
    lost, kept = asyncio.run(is_cancelled(wrapped)), asyncio.run(is_cancelled(plain))
    print(f"bad:   error.errno raises {attribute}, except* ExceptionGroup raises {group}, the task is cancelled: {lost}")
    print(f"fixed: {handled}, the task is cancelled: {kept}")
    if (attribute, group, handled, lost, kept) != ("AttributeError", "TypeError", "errno 2", False, True):
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()

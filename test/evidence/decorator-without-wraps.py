"""Claim: without `functools.wraps` every decorated function has the name and the parameters of the wrapper.

And a plain wrapper around an async function catches nothing, for the coroutine runs after its `try` is over.
"""

import asyncio
import functools
import inspect


def logged(func):
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)

    return wrapper


def logged_with_wraps(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)

    return wrapper


def fail_safe(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except ConnectionError:
            return None

    return wrapper


def fail_safe_for_async(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        try:
            return await func(*args, **kwargs)
        except ConnectionError:
            return None

    return wrapper


def described(decorator) -> str:
    @decorator
    def load_order(order_id: int): ...

    return f"{load_order.__name__}{inspect.signature(load_order)}"


def outcome(decorator) -> str:
    @decorator
    async def load(url: str) -> str:
        raise ConnectionError(url)

    try:
        return f"gave {asyncio.run(load('/orders'))}"
    except ConnectionError:
        return "raised ConnectionError"


def bad():
    return described(logged), outcome(fail_safe)


def fixed():
    return described(logged_with_wraps), outcome(fail_safe_for_async)


if __name__ == "__main__":
    seen = bad(), fixed()
    for name, (description, result) in zip(("bad:  ", "fixed:"), seen):
        print(f"{name} the function calls itself {description}; the fail-safe one {result}")
    if seen != (("wrapper(*args, **kwargs)", "raised ConnectionError"), ("load_order(order_id: int)", "gave None")):
        raise SystemExit("The effect was not seen.")

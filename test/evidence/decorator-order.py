# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: in the wrong order a retry does not retry, gets what a cache kept, pauses the event loop, or has no limit of its time."""

import asyncio
import functools
import time

from tenacity import RetryError, retry, retry_if_result, stop_after_attempt, wait_fixed

attempts = 0


def fail_safe(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            return None

    return wrapper


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def as_async(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def with_timeout(seconds):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            return await asyncio.wait_for(function(*args, **kwargs), seconds)

        return wrapper

    return decorate


def fail():
    global attempts
    attempts += 1
    raise ConnectionError


def empty():
    global attempts
    attempts += 1


async def fail_async():
    fail()


async def hang():
    await asyncio.sleep(1)


thrice = retry(stop=stop_after_attempt(3))
until_something = retry(stop=stop_after_attempt(3), retry=retry_if_result(lambda result: result is None))
with_pause = retry(stop=stop_after_attempt(2), wait=wait_fixed(0.6))


def attempts_of(work):
    global attempts
    attempts = 0
    try:
        result = work()
        if asyncio.iscoroutine(result):
            asyncio.run(result)
    except (ConnectionError, RetryError):
        pass
    return attempts


async def longest_stall(work):
    stalls = []

    async def beat():
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.01)
            stalls.append(time.perf_counter() - before)

    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.03)
    try:
        await work()
    except RetryError:
        pass
    await asyncio.sleep(0.03)
    heart.cancel()
    return max(stalls)


async def seconds_of(work):
    before = time.perf_counter()
    try:
        await work()
    except (RetryError, asyncio.TimeoutError):
        pass
    return time.perf_counter() - before


def is_callable_method(order):
    class Service:
        load = order(lambda cls: "loaded")

    try:
        return Service.load() == "loaded"
    except TypeError:
        return False


def bad():
    return {
        "attempts above what catches": attempts_of(thrice(fail_safe(fail))),
        "attempts above a plain wrapper": attempts_of(thrice(counted(fail_async))),
        "calls above a cache": attempts_of(until_something(functools.lru_cache(empty))),
        "stalled by a pause below": asyncio.run(longest_stall(as_async(with_pause(fail)))) > 0.4,
        "over in 0.6 s with a limit of 0.3 s": asyncio.run(seconds_of(thrice(with_timeout(0.3)(hang)))) < 0.6,
        "can be called above classmethod": is_callable_method(lambda function: retry(classmethod(function))),
    }


def fixed():
    return {
        "attempts below what catches": attempts_of(fail_safe(thrice(fail))),
        "attempts below a plain wrapper": attempts_of(counted(thrice(fail_async))),
        "calls below a cache": attempts_of(functools.lru_cache(until_something(empty))),
        "stalled by a pause above": asyncio.run(longest_stall(with_pause(as_async(fail)))) > 0.4,
        "over in 0.6 s with a limit of 0.3 s": asyncio.run(seconds_of(with_timeout(0.3)(thrice(hang)))) < 0.6,
        "can be called below classmethod": is_callable_method(lambda function: classmethod(retry(function))),
    }


def main():
    wrong, right = bad(), fixed()
    print(f"bad:   {wrong}")
    print(f"fixed: {right}")
    if list(wrong.values()) != [1, 1, 1, True, False, False]:
        raise SystemExit("The effect was not seen.")
    if list(right.values()) != [3, 3, 3, False, True, True]:
        raise SystemExit("The other order does not help.")


if __name__ == "__main__":
    main()

"""Claim: a cache without an end keeps a result for every argument; one with an end drops the oldest."""

from functools import cache, lru_cache

CALLS = 5000


@cache
def bad(user_id):
    return str(user_id)


@lru_cache(maxsize=1024)
def fixed(user_id):
    return str(user_id)


def kept(function) -> int:
    for user_id in range(CALLS):
        function(user_id)
    return function.cache_info().currsize


if __name__ == "__main__":
    sizes = kept(bad), kept(fixed)
    print(f"bad:   {sizes[0]} of {CALLS} results are kept")
    print(f"fixed: {sizes[1]} of {CALLS} results are kept")
    if sizes != (CALLS, 1024):
        raise SystemExit("The effect was not seen.")

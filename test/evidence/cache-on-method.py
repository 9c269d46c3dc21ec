"""Claim: a cache on a method keeps its objects alive after everybody else has let go of them."""

import gc
import weakref
from functools import lru_cache


class Bad:
    @lru_cache
    def rate(self, currency):
        return currency.upper()


class Fixed:
    def __init__(self):
        self._rates = {}

    def rate(self, currency):
        if currency not in self._rates:
            self._rates[currency] = currency.upper()
        return self._rates[currency]


def bad() -> int:
    return left_of(Bad)


def fixed() -> int:
    return left_of(Fixed)


def left_of(made) -> int:
    known = []
    for _ in range(10):
        service = made()
        service.rate("eur")
        known.append(weakref.ref(service))
        del service
    gc.collect()
    return sum(reference() is not None for reference in known)


if __name__ == "__main__":
    left = bad(), fixed()
    print(f"bad:   {left[0]} of 10 objects are still there")
    print(f"fixed: {left[1]} of 10 objects are still there")
    if left != (10, 0):
        raise SystemExit("The effect was not seen.")

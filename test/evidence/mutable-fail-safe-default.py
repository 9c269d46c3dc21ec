"""Claim: the default that a fallback decorator is given is one object, and what a caller adds to it the next one gets."""

import copy
import functools


def fail_safe(default, hand_out):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except ConnectionError:
                return hand_out(default)

        return wrapper

    return decorate


@fail_safe([], hand_out=lambda default: default)
def bad():
    raise ConnectionError


@fail_safe([], hand_out=copy.copy)
def fixed():
    raise ConnectionError


def main():
    for tags in (bad, fixed):
        tags().append("from another request")
    print(f"bad:   the next caller gets {bad()}")
    print(f"fixed: the next caller gets {fixed()}")
    if bad() != ["from another request"] or fixed() != []:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
